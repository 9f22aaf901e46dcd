"""A list to go through by arrows, j and k, Enter or the mouse."""

from __future__ import annotations

from contextlib import suppress

from textual.style import Style
from textual.widgets import OptionList

from purges_quiz.tui.commands import bindings


class Lines(OptionList):
    """Lines of which one is marked. Its texts are never read as markup."""

    BINDINGS = bindings("Lists")

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id, classes=classes, markup=False, compact=True)

    def action_page_up(self) -> None:
        """Mark a line a page above, unless the lines have just changed and none is laid out."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Mark a line a page below, on the same condition."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """As Textual has it; where no background can mark a line, light and dark are swapped.

        Textual knows "reverse" in a style sheet, but leaves it out here.
        """
        style = super().get_visual_style(*component_classes, partial=partial)
        marked = "option-list--option-highlighted" in component_classes
        return style + Style(reverse=True) if marked and self.app.native_ansi_color else style
