"""How long questions take a player, and how much is studied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SECONDS = 10.0
"""What an answer takes a player of whom nothing is known yet, feedback left out."""
PRIOR_ANSWERS = 20
"""So many answers weigh as much as that."""
FEEDBACK = 3.0
"""Seconds to take note of the feedback on a right answer."""
TWICE = 1.9
"""A wrong answer takes so many times as long: the sentence of the card is read, and the question comes back."""
MINUTES = 8.0
"""What a day of study has for a player of whom nothing is known yet."""
LATEST_DAYS = 5
"""So many of the latest days tell how much is studied a day."""
DAYS = 5
"""So many days weigh as much as what is thought beforehand of how regularly is studied."""
REGULARITY = 0.8


class Pace(NamedTuple):
    """The seconds that a question takes, feedback and practice included."""

    known: float
    """If the fact is recalled."""
    unknown: float
    """If it is not: the answer is read, and the question comes back."""

    def expected(self, recall: float) -> float:
        """For a fact that is recalled with this probability."""
        return recall * self.known + (1 - recall) * self.unknown


class StudyDay(NamedTuple):
    """What was done on one day."""

    day: int
    """Its number."""
    answers: int
    """Those for practice left out."""
    right: int
    seconds: float
    """Time used for answering."""


def pace_of(days: Sequence[StudyDay]) -> Pace:
    """The pace of a player."""
    answers = sum(day.answers for day in days)
    mean = (SECONDS * PRIOR_ANSWERS + sum(day.seconds for day in days)) / (PRIOR_ANSWERS + answers)
    return Pace(mean + FEEDBACK, TWICE * (mean + FEEDBACK))


def minutes_a_day(days: Sequence[StudyDay]) -> float:
    """The minutes of a usual day: the median of the latest, feedback and practice included."""
    latest = sorted((day for day in days if day.answers), key=lambda day: day.day)[-LATEST_DAYS:]
    minutes = sorted(map(minutes_of, latest))
    middle = len(minutes) // 2  # to load `statistics` for this takes 3 ms of the start
    return (minutes[middle] + minutes[~middle]) / 2 if minutes else MINUTES


def regularity(days: Sequence[StudyDay], today: int) -> float:
    """On which share of the days there is study, from 0 to 1."""
    studied = {day.day for day in days if day.answers}
    passed = today - min(studied) if studied else 0
    return min(1.0, (DAYS * REGULARITY + len(studied)) / (DAYS + max(passed, len(studied))))


def minutes_of(day: StudyDay) -> float:
    """The minutes of a day with answers, feedback and practice included."""
    mean = day.seconds / day.answers + FEEDBACK
    return mean * (day.right + TWICE * (day.answers - day.right)) / 60
