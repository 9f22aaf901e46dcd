"""Screens on a pile, of which only the topmost may be taken off."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Topmost(Screen[Result]):
    """A screen that is left only while it is on top.

    A message may end a screen over which a key has meanwhile put another: Textual would take that other one off, and
    fail when this one is left again.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless another lies over it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
