"""The end of a round: what it came to, every mistake with its answer, and the way on."""

from __future__ import annotations

from enum import Enum, auto

from purges_quiz.plain import telling
from purges_quiz.plain.commands import Deed, offered
from purges_quiz.plain.talk import Talk
from purges_quiz.session import Game, Session
from purges_quiz.wording import results


class Next(Enum):
    """What the player wants after the results."""

    ASK = auto()
    """The last answer was taken back: its question is to be asked again."""
    REPLAY = auto()
    """Just the mistakes again."""
    MENU = auto()


class Results:
    """Tells the results of a session; to be made when its round begins, for the sake of the best before it."""

    def __init__(self, talk: Talk, game: Game, session: Session) -> None:
        self._talk = talk
        self._game = game
        self._session = session
        self._best_before = self._best()

    def tell(self) -> None:
        """Tell score, figures and mistakes."""
        current = self._session.round
        figures = results.figures(self._session, self._best_before, self._best())
        self._talk.say("", results.heading(current), *(f"{label}: {value}" for label, value in figures))
        right = current.counted and not current.mistakes
        self._talk.say(results.mistakes(current), *((results.to_do(self._game.home()),) if right else ()))
        for number, given in enumerate(current.mistakes, start=1):
            first, *rest = telling.mistake(given, self._game.deck)
            self._talk.say("", f"{number}. {first}", *rest)
        self._talk.say("")

    def hear(self) -> Next:
        """Tell the results and hear the player until the game goes on. Enter does nothing: it ended the last question.

        Raises EOFError when there are no more lines, and `Leave`.
        """
        self.tell()
        while True:
            deeds = self._deeds()
            line = self._talk.hear(f"The round is over. {offered(*deeds, Deed.QUIT)}.", *deeds, Deed.AGAIN)
            match line.deed:
                case Deed.MENU:
                    return Next.MENU
                case Deed.REPLAY:
                    return Next.REPLAY
                case Deed.UNDO:
                    self._session.undo()
                    if not self._session.round.over:
                        return Next.ASK
                    self.tell()
                case Deed.OVERRULE:
                    self._overrule(line.text)
                case Deed.AGAIN:
                    self.tell()
                case _:
                    pass

    def _best(self) -> int | None:
        current = self._session.round
        best = self._game.home().bests.get((current.mode, current.timed))
        return best.result.score if best else None

    def _deeds(self) -> tuple[Deed, ...]:
        current = self._session.round
        overrule = any(current.may_overrule(at) for at in range(len(current.attempts)))
        return (
            *((Deed.REPLAY,) if current.mistakes else ()),
            *((Deed.UNDO,) if current.can_undo else ()),
            *((Deed.OVERRULE,) if overrule else ()),
            Deed.MENU,
        )

    def _overrule(self, number: str) -> None:
        """Count an answer as right: the mistake of this number, or without one the last answer."""
        current = self._session.round
        mistakes = [at for at, given in enumerate(current.attempts) if given.mistake]
        if number and not 1 <= int(number) <= len(mistakes):
            self._talk.say(f"There is no mistake {number}.")
            return
        at = mistakes[int(number) - 1] if number else len(current.attempts) - 1
        if current.may_overrule(at):
            self._session.overrule(at)
            self.tell()
        else:
            self._talk.say("Only words that you typed can be overruled, and after an exam alone earlier ones too.")
