"""What every screen is built of: a sheet of text, lines above or below it, and a notice where there is no room."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection

from textual.containers import VerticalGroup, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from purges_quiz.tui.commands import bindings
from purges_quiz.tui.widgets.drawn import Rows

SHEET = 90
"""The most cells that a sheet takes with its margins, as in app.tcss."""
BROAD = 120
"""The columns from which on a screen is broad."""
SCROLLBAR = 1
LEAST = (40, 12)
"""Columns and rows below which the game shows `MoreRoom` instead of itself."""


class Page(VerticalScroll, inherit_bindings=False):
    """A sheet in the middle that scrolls by arrows, j and k, Space and the wheel."""

    BINDINGS = bindings("Pages")

    def __init__(self, *content: Widget, takes_focus: bool = True) -> None:
        super().__init__(VerticalGroup(*content, id="sheet"), id="page", can_focus=takes_focus)


class OneLine(Rows):
    """A line as wide as the sheet, and in the middle of a wide screen as the sheet is.

    It keeps to the middle by itself: a container that did it would have to be laid out at each change of the screen.
    """

    ALLOW_SELECT = False

    broad = SHEET
    """The most cells of the sheet above or below it on a broad screen."""

    @property
    def indent(self) -> int:
        """Cells left blank on either side where the screen is wider than the sheet."""
        width = self.outer_size.width
        return max(0, (width - SCROLLBAR - (SHEET if width < BROAD else self.broad)) // 2)

    @property
    def room(self) -> int:
        """Cells of the line."""
        return max(0, self.content_size.width - 2 * self.indent)

    @abstractmethod
    def line(self) -> Content:
        """What stands on it now."""

    def rows(self) -> tuple[Content]:
        """The line in its place."""
        return (Content(" " * self.indent) + self.line(),)


class MoreRoom(Static):
    """Covers the screen where it is too small; what is under it stays as it is."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(f"Needs {LEAST[0]} x {LEAST[1]}: please enlarge.", markup=False)


class SaveWanted(Message):
    """The player wants the questions about these facts written into files."""

    def __init__(self, facts: Collection[str]) -> None:
        super().__init__()
        self.facts = facts
        """Their keys."""
