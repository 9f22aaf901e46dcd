"""The clock that the game plays by, which a test replaces."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the game gets the time from."""

    def monotonic(self) -> float:
        """Seconds that never run backwards, for the clocks of a round."""
        ...

    def now(self) -> datetime:
        """The local time, aware of its zone, for what is kept."""
        ...


class SystemClock:
    """The computer's own time."""

    def monotonic(self) -> float:
        """Seconds that never run backwards."""
        return time.monotonic()

    def now(self) -> datetime:
        """The local time with its present offset; that of UTC where TZ names a zone a day or more away from it."""
        try:
            return datetime.now().astimezone()
        except ValueError:
            return datetime.now(UTC)
