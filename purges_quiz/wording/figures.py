"""Names, numbers and times in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from purges_quiz.round.modes import Mode

if TYPE_CHECKING:
    from purges_quiz.round.state import Round

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

CONTRAST = "Tell apart"
"""The name of a round that asks for two things which were taken for one another."""

FAR = 30
"""Days ahead up to which they are counted, not named by a date."""
MINUTE = 60


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 card", "2 cards"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """How often: "once", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def written(day: date) -> str:
    """A date in words: "20 May 2027"."""
    return f"{day.day} {day:%B %Y}"


def when(day: date, today: date) -> str:
    """A day as it is spoken of: "tomorrow", "in 5 days"; the date itself where it is far away."""
    match (day - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case days if days <= FAR:
            return f"in {days} days"
        case _:
            return f"on {written(day)}"


def duration(seconds: float) -> str:
    """A time in words: "48 s", "2 min 05 s"."""
    whole = round(seconds)
    return f"{whole} s" if whole < MINUTE else f"{whole // MINUTE} min {whole % MINUTE:02} s"


def place(current: Round, known: str = "") -> str:
    """Where in the round the question stands, and how its fact is known: "3 of 10, new"."""
    number = str(current.number) if current.length is None else f"{current.number} of {current.length}"
    posed = current.asking or (current.shown.posed if current.shown else None)
    status = "for practice" if posed is not None and posed.practice else known
    return f"{number}, {status}" if status else number
