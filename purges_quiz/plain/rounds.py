"""A round on lines: from its first question to its results, and what follows them."""

from __future__ import annotations

from enum import Enum, auto

from purges_quiz.plain.console import Command, Console, Leave, offered
from purges_quiz.plain.question import ask, end, mistake_lines, show_feedback
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.playing import Session
from purges_quiz.session.today import another
from purges_quiz.wording import results
from purges_quiz.wording.home import NOTHING_AT_ALL, NOTHING_TO_ASK


class Step(Enum):
    """What the player wants after the results."""

    ASK = auto()
    """The last answer was taken back: its question is to be asked again."""
    ANOTHER = auto()
    """Another round of the same kind."""
    REPLAY = auto()
    """Just the mistakes again."""
    MENU = auto()


class Results:
    """The results of a session; to be made when its round begins, so as to know the personal best before it."""

    def __init__(self, console: Console, game: Game, session: Session) -> None:
        self._console = console
        self._game = game
        self._session = session
        self._best_before = game.home().best_score(session.round)

    def say(self) -> None:
        """Say score, figures and mistakes."""
        current = self._session.round
        home = self._game.home()
        figures = results.figures(self._session, self._best_before, home.best_score(current))
        gained = results.gained(self._game.gains(self._session), home.plan, home.today, another(self._game))
        self._console.say(
            "",
            f"{results.heading(current)}.",
            *(f"{label}: {value}." for label, value in (*gained, *figures)),
        )
        if said := results.mistakes(current):
            self._console.say(f"{said}.")
        for number, attempt in enumerate(current.mistakes, start=1):
            first, *rest = mistake_lines(attempt, self._game.deck)
            self._console.say("", f"{number}. {first}", *rest)
        self._console.say("")

    def next_step(self) -> Step:
        """Say the results and read lines until the game goes on. Enter does nothing: it ended the last question.

        Raises EOFError when there are no more lines, and `Leave`.
        """
        self.say()
        while True:
            commands = self._commands()
            line = self._console.read(
                f"The round is over. {offered(*commands, Command.QUIT)}.", *commands, Command.AGAIN
            )
            match line.command:
                case Command.MENU:
                    return Step.MENU
                case Command.ANOTHER:
                    return Step.ANOTHER
                case Command.REPLAY:
                    return Step.REPLAY
                case Command.UNDO:
                    self._session.undo()
                    if not self._session.round.over:
                        return Step.ASK
                    self.say()
                case Command.OVERRULE:
                    self._overrule(line.text)
                case Command.AGAIN:
                    self.say()
                case _:
                    pass

    def _commands(self) -> tuple[Command, ...]:
        current = self._session.round
        overrule = any(current.may_overrule(at) for at in range(len(current.attempts)))
        return (
            Command.ANOTHER,
            *((Command.REPLAY,) if current.mistakes else ()),
            *((Command.UNDO,) if current.can_undo else ()),
            *((Command.OVERRULE,) if overrule else ()),
            Command.MENU,
        )

    def _overrule(self, number: str) -> None:
        """Count an answer as right: the mistake of this number, or without one the last answer."""
        current = self._session.round
        mistakes = [at for at, attempt in enumerate(current.attempts) if attempt.mistake]
        if number and not 1 <= int(number) <= len(mistakes):
            self._console.say(f"There is no mistake {number}.")
            return
        at = mistakes[int(number) - 1] if number else len(current.attempts) - 1
        if current.may_overrule(at):
            self._session.overrule(at)
            self.say()
        else:
            self._console.say(
                "Only what you typed can be counted as right: the last answer, or after an exam any of them."
            )


def play_rounds(console: Console, game: Game, options: RoundOptions) -> None:
    """Play the round, another or just its mistakes, until the player wants the menu.

    Raises EOFError when there are no more lines, and `Leave`. However it is left, the round is ended and kept.
    """
    wanted = Step.ANOTHER
    while wanted is not Step.MENU:
        session = game.begin(options)
        if session.round.over:
            console.say(NOTHING_TO_ASK.get(options.mode, NOTHING_AT_ALL))
            return
        results = Results(console, game, session)
        try:
            wanted = _to_the_end(console, game, session, results)
        except (EOFError, Leave):
            if not session.round.over:
                end(session)
                results.say()
            raise
        finally:
            end(session)
        missed = tuple(attempt.posed.question.id for attempt in session.round.mistakes)
        options = options.of_mistakes(missed) if wanted is Step.REPLAY else options._replace(again=())


def _to_the_end(console: Console, game: Game, session: Session, results: Results) -> Step:
    """Ask until there is nothing more to ask, and the player wants to go on from the results."""
    wanted = Step.ASK
    while wanted is Step.ASK:
        while not (current := session.round).over:
            if current.asking is not None:
                ask(console, session, current.asking)
            elif current.shown is not None:
                show_feedback(console, session, current.shown, game.deck)
            if news := session.news():
                console.say(news)
        wanted = results.next_step()
    return wanted
