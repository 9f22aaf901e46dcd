"""What is asked of a ladder: its windows."""

from __future__ import annotations

Rungs = tuple[str, ...]
OPTIONS = 4


def windows(rungs: Rungs) -> tuple[Rungs, ...]:
    """The options of each variant: four rungs in a row, the truth last in the first window and first in the last."""
    return tuple(rungs[start : start + OPTIONS] for start in range(len(rungs) - OPTIONS + 1))
