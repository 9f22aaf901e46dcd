"""A list to go through by arrows, j and k, Enter or the mouse."""

from __future__ import annotations

from textual.widgets import OptionList

from purges_quiz.tui.commands import bindings


class Lines(OptionList):
    """Lines of which one is marked. Its texts are never read as markup."""

    BINDINGS = bindings("Lists")

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id, classes=classes, markup=False, compact=True)
