"""Every option of a multiple choice, with what it really is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.grading.verdict import Choice
from purges_quiz.round import Attempt
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page
from purges_quiz.wording.glyphs import marks


class ReasonsScreen(Topmost[None]):
    """The options in the order in which they were shown."""

    CSS_PATH = "reasons.tcss"
    BINDINGS = bindings("Options", "Pages and lists")

    def __init__(self, given: Attempt) -> None:
        super().__init__()
        self._given = given

    def compose(self) -> ComposeResult:
        """The question, then each option with its reason."""
        yield Page(
            Static(self._given.posed.question.prompt, classes="title", markup=False),
            *(Static(self._option(number), classes="option") for number in self._given.posed.arrangement),
        )
        yield KeyBar()
        yield MoreRoom()

    def action_back(self) -> None:
        """Go back to the feedback."""
        self.dismiss()

    def _option(self, number: int) -> Content:
        option = self._given.posed.question.options[number]
        chosen = self._given.response == Choice(number)
        mark = marks().right if option.correct else marks().wrong if chosen else marks().other
        style = "bold $right" if option.correct else "bold"
        told = "   (your answer)" if chosen else ""
        return Content.assemble((f"{mark} {option.text}", style), (told, "$quiet"), "\n", option.reason)
