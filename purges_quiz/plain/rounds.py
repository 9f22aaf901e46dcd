"""A round on lines, from its first question to what follows its results."""

from __future__ import annotations

from purges_quiz.plain.asking import ask
from purges_quiz.plain.feedback import end, show
from purges_quiz.plain.results import Next, Results
from purges_quiz.plain.talk import Leave, Talk
from purges_quiz.session import Game, RoundOptions, Session
from purges_quiz.wording.home import NOTHING_AT_ALL, NOTHING_TO_ASK


def play_rounds(talk: Talk, game: Game, wish: RoundOptions) -> None:
    """Play the round, and again what went wrong, until the player wants the menu.

    Raises EOFError when there are no more lines, and `Leave`. However it is left, the round is ended and kept.
    """
    wanted = Next.REPLAY
    while wanted is Next.REPLAY:
        session = game.begin(wish)
        if session.round.over:
            talk.say(NOTHING_TO_ASK.get(wish.mode, NOTHING_AT_ALL))
            return
        results = Results(talk, game, session)
        try:
            wanted = _to_the_end(talk, game, session, results)
        except (EOFError, Leave):
            if not session.round.over:
                end(session)
                results.tell()
            raise
        finally:
            end(session)
        wish = wish.of_mistakes(tuple(given.posed.question.id for given in session.round.mistakes))


def _to_the_end(talk: Talk, game: Game, session: Session, results: Results) -> Next:
    """Ask until there is nothing more to ask, and the player wants to go on from the results."""
    wanted = Next.ASK
    while wanted is Next.ASK:
        while not (current := session.round).over:
            if current.asking is not None:
                ask(talk, session, current.asking)
            elif current.shown is not None:
                show(talk, session, current.shown, game.deck)
            if news := session.news():
                talk.say(news)
        wanted = results.hear()
    return wanted
