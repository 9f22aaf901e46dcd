"""The plan of a study day, from what the answers say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from purges_quiz.deck.model import Date, Fact, Label, Name, Quantity, Range
from purges_quiz.progress import Progress, pace
from purges_quiz.progress.estimate import Estimate
from purges_quiz.progress.pace import Studied
from purges_quiz.selection.plan import Plan, Time, planned

SHORT = Date | Quantity | Range | Label | Name
"""Values that are typed about as fast as they are chosen."""


@dataclass(frozen=True, slots=True)
class Before:
    """All that a plan goes by: what the answers before a study day say."""

    today: int
    """The number of the study day."""
    forgetting: Estimate
    days: tuple[Studied, ...]


def before(progress: Progress, today: date) -> Before:
    """What the answers before a study day say."""
    days = (
        Studied(day.toordinal(), done.answers, done.right, done.seconds)
        for day, done in progress.days.items()
        if day < today
    )
    return Before(today.toordinal(), progress.morning if progress.day == today else progress.forgetting, tuple(days))


def plan(
    progress: Progress, facts: Collection[Fact], today: date, exam: date | None = None, minutes: float | None = None
) -> Plan:
    """The plan of a study day, by the answers before it; `minutes` are those that the player means to study a day."""
    known = before(progress, today)
    time = Time(
        known.today,
        exam.toordinal() if exam and exam > today else None,
        minutes or pace.minutes_a_day(known.days),
        pace.regularity(known.days, known.today),
    )
    slow = frozenset(fact.key for fact in facts if in_words(fact))
    return planned(known.forgetting, [fact.key for fact in facts], time, pace.paced(known.days), slow)


def in_words(fact: Fact) -> bool:
    """Whether it is answered with a statement, a quotation or a list."""
    return not all(isinstance(target.value, SHORT) for target in fact.targets)
