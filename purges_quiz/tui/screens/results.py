"""The end of a round: what it came to, and every mistake with its answer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.modes import RULES
from purges_quiz.session import Game
from purges_quiz.session.playing import Session
from purges_quiz.session.today import another
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.guards import SETTLE, SURPRISE, InputGuard, SafeScreen
from purges_quiz.tui.widgets.drawn import Draw, Drawn, Hanging, lines_of
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.page import MoreRoom, Page, SaveWanted
from purges_quiz.wording import answers, results
from purges_quiz.wording.glyphs import glyphs

LABELS_WIDTH = 16
"""Cells for the label of a figure, so that the figures are aligned."""


class Next(Enum):
    """What the player wants after a round."""

    HOME = auto()
    ANOTHER = auto()
    """Another round of the same kind."""
    AGAIN = auto()
    """Just the mistakes again."""
    ASK = auto()
    """The last answer was taken back: its question is to be asked again."""


class Mistake(Drawn):
    """One of the round's mistakes. It takes the focus where it can be contested."""

    def __init__(self, place: int, attempt: Attempt, *, contested: bool) -> None:
        super().__init__(_mistake(attempt), classes="mistake")
        self.place = place
        """Its place among the answers of the round."""
        self.can_focus = contested
        self.set_class(contested, "-contested")


class ResultsScreen(SafeScreen[Next]):
    """Paints a round that is over. Enter does nothing here: it was the key of the last question."""

    CSS_PATH = "results.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS = bindings("Results", "After an answer, and in the results")

    def __init__(self, game: Game, session: Session, best_before: int | None, name: str, guard: InputGuard) -> None:
        """`best_before` is the personal best before the round, `name` that of the round."""
        super().__init__()
        self._game = game
        self._session = session
        self._best_before = best_before
        self._round_name = name
        self._guard = guard
        self._heading = Static(classes="title", markup=False)
        self._gained = Drawn(id="gained")
        self._figures = Drawn(id="figures")
        self._count = Static(id="count", markup=False)
        self._late = not RULES[session.round.mode].feedback
        self._mistakes = [
            Mistake(place, attempt, contested=self._late and session.round.may_overrule(place))
            for place, attempt in enumerate(session.round.attempts)
            if attempt.mistake
        ]

    def compose(self) -> ComposeResult:
        """What was gained, the figures, then the mistakes."""
        yield Page(self._heading, self._gained, self._figures, self._count, VerticalGroup(*self._mistakes))
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Paint the round, and take no key for a moment."""
        self._guard.begin(SURPRISE if self._session.round.out_of_time else SETTLE)
        self.show()

    def show(self) -> None:
        """Paint the round as it stands."""
        current = self._session.round
        self._heading.update(results.heading(current, self._round_name))
        home = self._game.home()
        gained = results.gained(self._game.gains(self._session), home.plan, home.today, another(self._game))
        self._gained.draw(_rows(gained, "bold"))
        best = home.best_score(current)
        self._figures.draw(_rows(results.figures(self._session, self._best_before, best), ""))
        self._count.update(results.mistakes(current))
        self._count.display = bool(results.mistakes(current))
        for mistake in self._mistakes:
            mistake.display = current.attempts[mistake.place].mistake
        if isinstance(self.focused, Mistake) and not self.focused.display:
            self.query_one(Page).focus()  # which scrolls: what has gone would take the keys along
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys work where the round has a use for them."""
        current = self._session.round
        match action:
            case "again" | "save":
                return bool(current.mistakes)
            case "undo":
                return current.can_undo
            case "overrule":
                return self._contested is not None and current.may_overrule(self._contested)
            case "contest":
                return any(mistake.can_focus and mistake.display for mistake in self._mistakes)
            case _:
                return super().check_action(action, parameters)

    def action_another(self) -> None:
        """Play another round of the same kind."""
        self._leave(Next.ANOTHER)

    def action_again(self) -> None:
        """Play just the mistakes again."""
        self._leave(Next.AGAIN)

    def action_save(self) -> None:
        """Save the mistakes as files."""
        if self._guard.open:
            missed = (fact for attempt in self._session.round.mistakes for fact in attempt.missed)
            self.post_message(SaveWanted(tuple(dict.fromkeys(missed))))

    def action_home(self) -> None:
        """Go to the home screen."""
        self._leave(Next.HOME)

    def action_undo(self) -> None:
        """Take the last answer back, or the `y` before that."""
        if not self._guard.open:
            return
        self._session.undo()
        if self._session.round.over:
            self.show()
        else:
            self.dismiss(Next.ASK)

    def action_overrule(self) -> None:
        """Count as right the last answer, or where all verdicts came at once the one that has the focus."""
        if self._guard.open and self._contested is not None:
            self._session.overrule(self._contested)
            self.show()

    def action_contest(self, step: int) -> None:
        """Go to the next answer that can be contested, or to the one before."""
        if step > 0:
            self.focus_next(Mistake)
        else:
            self.focus_previous(Mistake)

    @property
    def _contested(self) -> int | None:
        """The place of the answer that `y` is about, -1 being the last; None: none."""
        if not self._late:
            return -1
        return self.focused.place if isinstance(self.focused, Mistake) else None

    def _leave(self, wanted: Next) -> None:
        if self._guard.open:
            self.dismiss(wanted)


def _rows(rows: Sequence[tuple[str, str]], style: str) -> Draw:
    labelled = [
        Hanging(Content.styled(f"{label:<{LABELS_WIDTH}}", "$quiet"), Content.styled(text, style))
        for label, text in rows
    ]
    return partial(lines_of, labelled)


def _mistake(attempt: Attempt) -> Draw:
    question = attempt.posed.question
    reason = answers.reason(attempt)
    below = [
        *([Content(reason)] if reason else []),
        *([Content(f"Why: {question.because}")] if question.because else []),
        Content.styled(question.source, "$quiet"),
        *([Content.styled(f"Note: {question.note}", "$quiet")] if question.note else []),
    ]
    rows = (
        Hanging(Content(), Content.styled(question.prompt, "bold")),
        Hanging(Content.styled(f"{glyphs().wrong} ", "bold $wrong"), Content(answers.typed(attempt))),
        Hanging(Content.styled(f"{glyphs().right} ", "bold $right"), Content(question.answer)),
        Hanging(Content("  "), Content("\n").join(below)),
    )
    return partial(lines_of, rows)
