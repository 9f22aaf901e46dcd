"""Keys that are pressed too soon after what they answer to."""

from __future__ import annotations

from math import inf
from time import monotonic

SETTLE = 0.25
"""Seconds in which a new page takes no keys: the press that ended the last one may be a double one."""
SURPRISE = 0.8
"""The same where the page came by itself, to a player who was typing."""
PAINTED = 0.1
"""Seconds after which a page stands, on any computer: what is done then delays nothing that is seen."""


class Patience:
    """Knows whether the page has been there long enough to be meant by a key."""

    def __init__(self, scale: float = 1) -> None:
        self._scale = scale
        self._until = inf

    def begin(self, seconds: float = SETTLE) -> None:
        """A new page is there now."""
        self._until = monotonic() + seconds * self._scale

    @property
    def over(self) -> bool:
        """Whether keys count."""
        return monotonic() >= self._until
