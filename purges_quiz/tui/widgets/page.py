"""A page to read: one sheet of text in the middle of the screen, which scrolls where it is longer."""

from __future__ import annotations

from textual.containers import VerticalGroup, VerticalScroll
from textual.widget import Widget

from purges_quiz.tui.commands import bindings


class Page(VerticalScroll, inherit_bindings=False):
    """A sheet in the middle that scrolls by arrows, j and k, Space and the wheel."""

    BINDINGS = bindings("Pages")

    def __init__(self, *content: Widget, takes_focus: bool = True) -> None:
        super().__init__(VerticalGroup(*content, id="sheet"), id="page", can_focus=takes_focus)
