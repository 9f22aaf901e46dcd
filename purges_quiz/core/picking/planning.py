"""The plan of a study day, from what the answers say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from purges_quiz.core.facts import Date, Fact, Label, Name, Quantity, Range
from purges_quiz.core.progress import Progress, Rung, Standing
from purges_quiz.progress import pace
from purges_quiz.progress.pace import Studied
from purges_quiz.selection.plan import Plan, Time, planned

SLOWNESS: Mapping[type, float] = {Date: 0.9, Quantity: 0.9, Range: 0.9, Label: 0.9, Name: 1.0}
"""How long it takes to type a value, compared with choosing it."""
IN_WORDS = 1.8
"""The same of a statement, a quotation or a list."""


def plan(
    progress: Progress, facts: Collection[str], today: date, exam: date | None = None, minutes: float | None = None
) -> Plan:
    """The plan of a study day, by the answers before it; `minutes` are those that the player means to study a day."""
    past = [
        Studied(day.toordinal(), done.answers, done.right, done.seconds)
        for day, done in progress.days.items()
        if day < today
    ]
    ahead = exam.toordinal() if exam and exam > today else None
    number = today.toordinal()
    time = Time(number, ahead, minutes or pace.minutes_a_day(past), pace.regularity(past, number))
    dawn = progress.morning if progress.day == today else progress.forgetting
    return planned(dawn, facts, time, pace.paced(past))


def slowness(fact: Fact, standing: Standing) -> float:
    """How long the fact takes to answer compared with others; one that was never met will be chosen, later typed."""
    typed = SLOWNESS.get(type(fact.targets[0].value), IN_WORDS) if fact.targets else 1.0
    if standing.rung is not Rung.RECOGNITION:
        return typed
    return 1.0 if standing.asked else (1 + typed) / 2
