"""One line above or below the page, set like the sheet of text on it."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

SHEET = 92
"""The most cells that a sheet takes with its margins, as in app.tcss."""
SCROLLBAR = 1


class OneLine(Widget):
    """A line as wide as the sheet, and in the middle of a wide screen as the sheet is.

    It keeps to the middle by itself: a container that did it would have to be laid out at each change of the screen.
    """

    ALLOW_SELECT = False

    @property
    def indent(self) -> int:
        """Cells left blank on either side where the screen is wider than the sheet."""
        return max(0, (self.outer_size.width - SCROLLBAR - SHEET) // 2)

    @property
    def room(self) -> int:
        """Cells of the line."""
        return max(0, self.content_size.width - 2 * self.indent)

    @abstractmethod
    def line(self) -> Content:
        """What stands on it now."""

    def render(self) -> RenderResult:
        """The line in its place."""
        return Content(" " * self.indent) + self.line()
