"""A clock that a test moves."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

MOSCOW = timezone(timedelta(hours=3))
NOON = datetime(2026, 3, 10, 12, tzinfo=MOSCOW)


class ManualClock:
    """Stands still until a test moves `seconds` or `local`."""

    def __init__(self, local: datetime = NOON) -> None:
        self.seconds = 1000.0
        self.local = local

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return self.seconds

    def now(self) -> datetime:
        """The local time."""
        return self.local
