"""Names, numbers and times in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from purges_quiz.round.modes import Mode

if TYPE_CHECKING:
    from purges_quiz.round import Round

MODE_NAMES: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.QUICK: "Quick round",
        Mode.SPRINT: "Sprint",
        Mode.FULL: "Full round",
        Mode.MISTAKES: "Mistakes",
        Mode.CARD: "One card",
        Mode.EXAM: "Exam",
    }
)

MINUTE = 60


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 card", "2 cards"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def written(day: date) -> str:
    """A date in words: "20 May 2027"."""
    return f"{day.day} {day:%B %Y}"


def duration(seconds: float) -> str:
    """A time in words: "48 s", "2 min 05 s"."""
    whole = round(seconds)
    return f"{whole} s" if whole < MINUTE else f"{whole // MINUTE} min {whole % MINUTE:02} s"


def place(current: Round) -> str:
    """Where in the round the question stands: "3 of 10"."""
    number = str(current.number) if current.length is None else f"{current.number} of {current.length}"
    posed = current.asking or (current.shown.posed if current.shown else None)
    return f"{number}, for practice" if posed is not None and posed.practice else number
