"""A clock that a test moves."""

from __future__ import annotations

from datetime import UTC, datetime


class Watch:
    """Stands still until a test moves `seconds`."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.local = datetime(2026, 3, 10, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.local
