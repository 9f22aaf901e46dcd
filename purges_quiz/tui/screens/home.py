"""The first screen: a summary of what the player knows, and the kinds of round to start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from purges_quiz.round.modes import Mode
from purges_quiz.session import Home as Summary
from purges_quiz.tui.commands import bindings, labels
from purges_quiz.tui.widgets.drawn import Drawn, Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.page import MoreRoom, Page
from purges_quiz.wording import charts
from purges_quiz.wording import home as words
from purges_quiz.wording.figures import MODE_NAMES

MODES = tuple(Mode)
"""The kinds of round on offer, in the order of the list."""
GAP = " " * 4
NAMES_WIDTH = 17
"""Cells for the name of a kind of round, so that what is said of them is aligned: the longest has 11."""


class Modes(Lines):
    """The kinds of round; Enter starts the one that is highlighted."""

    BINDINGS = bindings("Home")

    def action_start(self) -> None:
        """Start the kind of round that is highlighted."""
        self.action_select()

    def action_start_at(self, place: int) -> None:
        """Start the kind of round at this place of the list, from 0."""
        self.highlighted = place
        self.action_select()


class HomeScreen(Screen[None]):
    """Paints a `Summary`. It sends `Chosen` when the player starts a round."""

    class Chosen(Message):
        """The player wants a round of this kind."""

        def __init__(self, mode: Mode) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self, title: str, summary: Summary, clock: str) -> None:
        super().__init__()
        self._title = Static(title, id="name", markup=False)
        self._summary = summary
        self._clock = clock
        self._figures = Drawn(id="summary")
        self._notice = Static(id="notice", markup=False)
        self._modes = Modes(id="modes")

    def compose(self) -> ComposeResult:
        """Title, summary, kinds of round, and what must be said."""
        yield Page(
            self._title,
            self._figures,
            self._modes,
            self._notice,
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Fill in what is known."""
        self.show(self._summary, self._clock)
        self._modes.focus()

    def show(self, summary: Summary, clock: str) -> None:
        """Paint the summary and when a clock runs."""
        self._summary, self._clock = summary, clock
        self.foretell()
        self.say(summary.notice or "")
        keys = labels(self, "home.mode", len(MODES))
        rows = (_line(key, mode, summary) for key, mode in zip(keys, MODES, strict=True))
        self._modes.show(rows, highlighted=self._modes.highlighted or 0)

    def foretell(self, expected: float | None = None, another: float | None = None) -> None:
        """Paint the figures, with the recall to be expected on the day of the exam and what one more round adds.

        None: it is not known yet, or does not matter. Its room is there already.
        """
        sentences = [words.today(self._summary.plan, another), *_exam(self._summary, expected)]
        self._figures.draw(partial(_wrapped, self._summary, self._clock, sentences))

    def rename(self, title: str) -> None:
        """Show the title of another deck."""
        self._title.update(Content(title))

    def say(self, notice: str) -> None:
        """Show a notice, until the summary is painted again."""
        self._notice.update(Content(notice))
        self._notice.display = bool(notice)

    def on_lines_selected(self, event: Lines.Selected) -> None:
        """Say what the player chose."""
        self.post_message(self.Chosen(MODES[event.place]))


def _wrapped(summary: Summary, clock: str, sentences: Sequence[str], width: int) -> list[Content]:
    return [row for line in _figures(summary, clock, sentences, width) for row in line.wrap(width)]


def _figures(summary: Summary, clock: str, sentences: Sequence[str], width: int) -> list[Content]:
    today, *more = sentences
    exam = [Content.styled(line, "$quiet") for line in more]
    if summary.new == summary.facts:
        welcome = Content(words.welcome(summary)).wrap(width)
        return [*welcome, Content(), *exam, Content.styled(clock, "$quiet")]
    return [
        *_plan(summary, today, width),
        _days(summary),
        *exam,
        *_side_by_side(GAP.join(words.standing(summary)), clock, width),
    ]


def _plan(summary: Summary, sentences: str, width: int) -> list[Content]:
    """Today's plan in words, and as a bar that fills."""
    filled, rest = charts.bar(summary.plan.share, width)
    return [Content.styled(sentences, "bold"), Content.assemble((filled, "$accent"), (rest, "$faint"))]


def _days(summary: Summary) -> Content:
    """The last days, a mark each, and how many in a row were studied."""
    marked = charts.strip(summary.days, summary.streak.frozen, summary.today, words.STRIP)
    return Content.assemble((marked, "$accent"), "   ", (words.day_streak(summary.streak, summary.longest), "$quiet"))


def _exam(summary: Summary, expected: float | None) -> list[str]:
    """A line, or none without an exam; what is not known yet has its room already."""
    if summary.exam is None:
        return []
    when = words.exam(summary.exam, summary.today)
    return [when if expected is None else f"{when}: {words.expected(expected)}"]


def _side_by_side(first: str, second: str, width: int) -> list[Content]:
    """Two texts on a line; on two where there is no room."""
    texts = [f"{first}{GAP}{second}"]
    return [Content.styled(text, "$quiet") for text in (texts if len(texts[0]) <= width else (first, second))]


def _line(key: str, mode: Mode, summary: Summary) -> Hanging:
    lead = Content.assemble("  ", (key, "$accent"), "  ", (MODE_NAMES[mode].ljust(NAMES_WIDTH), "bold"))
    return Hanging(lead, Content.styled(words.offer(mode, summary), "$quiet"))
