"""What a study day holds: how many questions, and for how long, by the answers from before the day.

It is the same all day and in every instance, since no answer of the day itself has a part in it, and it is cheap
enough to be made before the first screen is painted. Which questions they are is decided by the study plan.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from purges_quiz.progress import pace
from purges_quiz.progress.estimate import Estimate
from purges_quiz.progress.fold import Progress
from purges_quiz.progress.pace import StudyDay
from purges_quiz.progress.prediction import predicted_roughly

HORIZON = 28
"""Days that a plan looks ahead without an exam, and the most with one."""
KNOWN = 0.95
"""What is this likely to be recalled tomorrow need not be asked today: about half-way to coming back."""
LONG_PAUSE = 14
"""Days without study after which a day holds one round, however much there is to do: a heap of debts invites nobody."""


class PlanBasis(NamedTuple):
    """All that the plan of a study day depends on, besides the deck, the exam and the settings."""

    today: int
    """The number of the study day."""
    forgetting: Estimate
    """What the answers before it say of the player's forgetting."""
    days: tuple[StudyDay, ...]
    """The days of study before it."""
    mistakes: frozenset[str] = frozenset()
    """The facts with an open entry in the mistakes book when it began."""


class StudyTime(NamedTuple):
    """The time that is left."""

    today: int
    """The number of the study day."""
    exam: int | None
    """That of the exam; None: none is ahead."""
    minutes: float
    """What a day of study has."""
    regularity: float
    """On which share of the days is studied."""

    @property
    def days(self) -> int:
        """Days until recall counts."""
        return HORIZON if self.exam is None else min(max(self.exam - self.today, 1), HORIZON)


class Workload(NamedTuple):
    """What a study day holds."""

    questions: int
    minutes: float


def basis(progress: Progress, today: date) -> PlanBasis:
    """What the answers before a study day show."""
    days = (
        StudyDay(day.toordinal(), done.answers, done.right, done.seconds)
        for day, done in progress.days.items()
        if day < today
    )
    if progress.day == today:
        return PlanBasis(today.toordinal(), progress.forgetting_at_dawn, tuple(days), progress.mistakes_at_dawn)
    return PlanBasis(today.toordinal(), progress.forgetting, tuple(days), frozenset(progress.mistakes))


def minutes_studied(progress: Progress, day: date) -> float:
    """The minutes of study that a day has had."""
    done = progress.days.get(day)
    return pace.minutes_of(StudyDay(0, done.answers, done.right, done.seconds)) if done and done.answers else 0.0


def study_time(known: PlanBasis, exam: date | None = None, minutes: float | None = None) -> StudyTime:
    """The time that is left; `minutes` are those that the player means to study a day, by default the usual ones."""
    return StudyTime(
        known.today,
        exam.toordinal() if exam and exam.toordinal() > known.today else None,
        minutes or pace.minutes_a_day(known.days),
        pace.regularity(known.days, known.today),
    )


def workload(
    known: PlanBasis, facts: Collection[str], a_round: int, exam: date | None = None, minutes: float | None = None
) -> Workload:
    """What the day holds: as many of the facts that need asking as there are minutes for.

    New facts need it, open mistakes, and those that may not be recalled tomorrow, what is due among them. If the player
    has not set the minutes, it is at least a round of `a_round` questions; after a long pause it is no more.
    """
    time = study_time(known, exam, minutes)
    traces = known.forgetting.traces
    met = [fact for fact in facts if fact in traces]
    tomorrow = predicted_roughly(known.forgetting, met, known.today + 1, time.days)
    weak = [
        fact for fact in met if tomorrow[fact] < KNOWN or fact in known.mistakes or traces[fact].day - known.today > 1
    ]
    needed = len(facts) - len(met) + len(weak)
    if not needed:
        return Workload(0, 0.0)
    today = predicted_roughly(known.forgetting, weak, known.today, time.days)
    usual = pace.pace_of(known.days)
    seconds = ((needed - len(weak)) * usual.unknown + sum(map(usual.expected, today.values()))) / needed
    questions = round(time.minutes * 60 / seconds)
    latest = max((day.day for day in known.days if day.answers), default=known.today)
    if known.today - latest >= LONG_PAUSE:
        questions = min(questions, a_round)
    if minutes is None:
        questions = max(questions, a_round)
    questions = min(max(questions, 1), needed)
    return Workload(questions, questions * seconds / 60)
