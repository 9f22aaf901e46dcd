"""What keeps a key or a message from acting on a screen that it was not meant for."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")

SETTLE = 0.25
"""Seconds in which a new page takes no keys: the press that ended the last one may be a double one."""
SURPRISE = 0.8
"""The same where the page came by itself, to a player who was typing."""


class SafeScreen(Screen[Result]):
    """A screen that is left only while it is on top.

    A message may end a screen over which a key has meanwhile opened another: Textual would take that other one off, and
    fail when this one is left again.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless another lies over it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def action_back(self) -> None:
        """Go back to the screen below, with nothing chosen."""
        self.dismiss()


class InputGuard:
    """Knows whether the page has been there long enough for a key to be meant for it."""

    def __init__(self, scale: float = 1) -> None:
        self._scale = scale
        self._until = inf

    def begin(self, seconds: float = SETTLE) -> None:
        """A new page is there now, and takes no keys for so many seconds, times the scale."""
        self._until = monotonic() + seconds * self._scale

    @property
    def open(self) -> bool:
        """Whether keys count."""
        return monotonic() >= self._until
