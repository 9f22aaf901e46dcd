"""What is drawn as wide as there is room for."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], list[Content]]
"""The lines for a number of cells, none of them longer."""


def nothing(_width: int) -> list[Content]:
    """No line at all."""
    return []


class Drawn(Widget):
    """Lines that are made for their width. What they show can be changed; all is laid out anew only where it must be.

    To lay a screen out takes several times as long as to paint a text on it.
    """

    def __init__(
        self,
        draw: Draw = nothing,
        *,
        id: str | None = None,  # noqa: A002 -- Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._drawn: tuple[int, list[Content]] | None = None
        """A width, and the lines for it."""

    def draw(self, draw: Draw) -> None:
        """Show something else from now on."""
        before = self._drawn
        self._draw, self._drawn = draw, None
        self.refresh(layout=before is None or len(self.lines(before[0])) != len(before[1]))

    def lines(self, width: int) -> list[Content]:
        """What is shown in so many cells; a widget under another screen may have none at all."""
        width = max(1, width)
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(width)
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's own
        """The number of lines."""
        return len(self.lines(width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(self.lines(self.content_size.width))
