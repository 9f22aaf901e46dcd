"""What stands on a screen that is too small: one line, until there is room again."""

from __future__ import annotations

from textual.widgets import Static

LEAST = (40, 12)
"""Columns and rows below which the game shows this line instead of itself."""


class MoreRoom(Static):
    """Covers the screen where it is too small; what is under it stays as it is."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(f"Needs {LEAST[0]} x {LEAST[1]}: please enlarge.", markup=False)
