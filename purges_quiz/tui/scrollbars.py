"""Scrollbars where only ASCII can be shown."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class WholeCells(ScrollBarRender):
    """A scrollbar that begins and ends with a whole cell; Textual's has blocks of an eighth there."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_whole_cells() -> None:
    """Draw all scrollbars of this process so."""
    ScrollBar.renderer = WholeCells
