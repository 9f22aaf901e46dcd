"""What is drawn as wide as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Drawn(Widget):
    """Lines that are made for their width: plots, bars, a calendar."""

    def __init__(self, draw: Callable[[int], Content], *, classes: str | None = None) -> None:
        """`draw` gives the lines for a number of cells, none of them longer."""
        super().__init__(classes=classes)
        self._draw = lru_cache(2)(draw)  # asked for several times at each layout

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's own
        """The number of lines."""
        return len(self._draw(width).split("\n", allow_blank=True))

    def render(self) -> RenderResult:
        """The lines."""
        return self._draw(self.content_size.width)
