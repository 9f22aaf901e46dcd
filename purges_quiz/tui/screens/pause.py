"""The pause: it hides the question, and asks whether to go on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.round import Round
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page
from purges_quiz.tui.widgets.round_line import earned
from purges_quiz.wording.figures import MODE_NAMES, place

CONTINUE, END, LEAVE = "Continue", "End the round and keep what you answered", "Leave it; go on later"


class PauseScreen(Topmost[bool]):
    """Gives back whether the round is to end, or to be left where it can be gone on with."""

    CSS_PATH = "pause.tcss"
    BINDINGS = bindings("In a pause")

    def __init__(self, current: Round, *, resumable: bool = False) -> None:
        super().__init__()
        self._end = LEAVE if resumable else END
        self._round = current

    def compose(self) -> ComposeResult:
        """Where the round stands, and the two ways on."""
        told = f"{MODE_NAMES[self._round.mode]}, {place(self._round)}\n{earned(self._round)}"
        lines = Lines(id="ways")
        yield Page(
            Static("Paused", classes="title", markup=False),
            Static(told, classes="quiet", markup=False),
            lines,
            takes_focus=False,
        )
        yield KeyBar()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Enter goes on."""
        lines = self.query_one(Lines)
        lines.show((Hanging(Content("  "), Content(way)) for way in (CONTINUE, self._end)), marked=0)
        lines.focus()

    def on_lines_taken(self, event: Lines.Taken) -> None:
        """Go one of the ways."""
        self.dismiss(event.place == 1)

    def action_back(self) -> None:
        """Go on with the round."""
        self.dismiss(False)

    def action_end(self) -> None:
        """End the round."""
        self.dismiss(True)
