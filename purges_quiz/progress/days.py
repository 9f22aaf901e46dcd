"""Study days, and the streak of them.

A study day runs from 04:00 to 04:00 local time, so that an evening's revision after midnight still
belongs to the evening.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY_BEGINS = timedelta(hours=4)
DAYS_FOR_A_FREEZE = 7
MOST_FREEZES = 2
ANSWERS_FOR_A_DAY = 10
"""A day with so many answers, or with one finished round, is a day studied."""

ONE_DAY = timedelta(days=1)


def offset_minutes(local: datetime) -> int:
    """What an aware local time is ahead of UTC."""
    offset = local.utcoffset()
    if offset is None:
        raise ValueError("a time without a zone has no offset")
    return round(offset / timedelta(minutes=1))


def study_day(at: datetime, offset: int) -> date:
    """The study day of an instant in UTC, for a player whose clock is `offset` minutes ahead of UTC."""
    return (at + timedelta(minutes=offset) - DAY_BEGINS).date()


@dataclass(frozen=True, slots=True)
class DayStreak:
    """How many days have been studied with no gap that a freeze did not fill."""

    length: int = 0
    """Days studied; frozen days hold the streak together and are not counted."""
    freezes: int = 0
    """Freezes held."""
    frozen: tuple[date, ...] = ()
    """The days within the streak that a freeze stood for."""
    today: bool = False
    """Whether today is one of the days studied."""


def day_streak(studied: Collection[date], today: date) -> DayStreak:
    """The streak as it stands today, from the days studied.

    One freeze is earned for every seven days studied, two are held at most, and a missed day uses
    one. Today is not missed until it is over. Days after today mean that the clock was set back, or
    had been ahead: then the better of the streaks with and without them holds, since a wrong clock
    must not cost anything.
    """
    until_today = _streak([day for day in studied if day <= today], today)
    if len(studied) == 0 or (latest := max(studied)) <= today:
        return until_today
    return max(until_today, _streak(studied, latest), key=lambda streak: (streak.length, streak.freezes))


def _streak(studied: Collection[date], today: date) -> DayStreak:
    length = freezes = 0
    frozen: list[date] = []
    previous: date | None = None
    for number, day in enumerate(sorted(studied), start=1):
        if previous is not None:
            missed = (day - previous).days - 1
            length, freezes, frozen = _after_missing(missed, previous, length, freezes, frozen)
        length += 1
        if number % DAYS_FOR_A_FREEZE == 0:
            freezes = min(freezes + 1, MOST_FREEZES)
        previous = day
    if previous is None:
        return DayStreak()
    missed = (today - previous).days - 1
    length, freezes, frozen = _after_missing(missed, previous, length, freezes, frozen)
    return DayStreak(length, freezes, tuple(frozen), previous == today)


def _after_missing(
    missed: int, since: date, length: int, freezes: int, frozen: list[date]
) -> tuple[int, int, list[date]]:
    """What is left of a streak after `missed` days (none if not positive) that follow the day `since`."""
    if missed > freezes:
        return 0, 0, []
    filled = [since + ONE_DAY * ahead for ahead in range(1, missed + 1)]
    return length, freezes - len(filled), frozen + filled
