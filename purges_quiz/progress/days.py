"""Study days, and the streak of them.

A study day runs from 04:00 to 04:00 local time, so that an evening's revision after midnight still
belongs to the evening.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

DAY_BEGINS = timedelta(hours=4)
DAYS_FOR_A_FREEZE = 7
MOST_FREEZES = 2
ANSWERS_FOR_A_DAY = 10
"""A day with so many answers, or with one finished round, is a day studied."""

ONE_DAY = timedelta(days=1)
FORWARD = 8 * 60
"""Minutes by which a journey must put local time forward to take most of a waking day away."""


def offset_minutes(local: datetime) -> int:
    """What an aware local time is ahead of UTC."""
    offset = local.utcoffset()
    if offset is None:
        raise ValueError("a time without a zone has no offset")
    return round(offset / timedelta(minutes=1))


def study_day(at: datetime, offset: int) -> date:
    """The study day of an instant in UTC, for a player whose clock is `offset` minutes ahead of UTC."""
    return (at + timedelta(minutes=offset) - DAY_BEGINS).date()


class DayStreak(NamedTuple):
    """How many days have been studied with no gap that a freeze did not fill."""

    length: int = 0
    """Days studied; frozen days hold the streak together and are not counted."""
    freezes: int = 0
    """Freezes held."""
    frozen: tuple[date, ...] = ()
    """The days within the streak that a freeze stood for."""
    today: bool = False
    """Whether today is one of the days studied."""


def arrivals(offsets: Mapping[date, int]) -> frozenset[date]:
    """The study days before which a journey put local time so far forward that a day was lost on the way.

    `offsets` are what local time was ahead of UTC, in minutes, on the days studied and today.
    """
    days = sorted(offsets)
    return frozenset(day for before, day in pairwise(days) if offsets[day] - offsets[before] >= FORWARD)


def longest_streak(studied: Collection[date], arrived: Collection[date] = ()) -> int:
    """The days of the longest streak there ever was."""
    return max((streak.length for streak in _streaks(studied, arrived)), default=0)


def day_streak(studied: Collection[date], today: date, arrived: Collection[date] = ()) -> DayStreak:
    """The streak as it stands today, from the days studied.

    One freeze is earned for every seven days studied, two are held at most, and a missed day uses
    one. Today is not missed until it is over. Days after today mean that the clock was set back, or
    had been ahead: then the better of the streaks with and without them holds, since a wrong clock
    must not cost anything. A day that a journey took away, before one of `arrived`, is not missed.
    """
    until_today = _streak([day for day in studied if day <= today], today, arrived)
    if len(studied) == 0 or (latest := max(studied)) <= today:
        return until_today
    return max(until_today, _streak(studied, latest, arrived), key=lambda streak: (streak.length, streak.freezes))


def _streak(studied: Collection[date], today: date, arrived: Collection[date]) -> DayStreak:
    if not studied:
        return DayStreak()
    *_, streak = _streaks(studied, arrived)
    latest = max(studied)
    return _after_missing(streak, latest, _missed(latest, today, arrived))._replace(today=latest == today)


def _streaks(studied: Collection[date], arrived: Collection[date]) -> Iterator[DayStreak]:
    """The streak as it stands on every day studied, in order."""
    previous, streak = None, DayStreak()
    for number, day in enumerate(sorted(studied), start=1):
        if previous is not None:
            streak = _after_missing(streak, previous, _missed(previous, day, arrived))
        earned = number % DAYS_FOR_A_FREEZE == 0
        streak = DayStreak(streak.length + 1, min(streak.freezes + earned, MOST_FREEZES), streak.frozen, today=True)
        previous = day
        yield streak


def _missed(since: date, day: date, arrived: Collection[date]) -> int:
    return (day - since).days - 1 - (day in arrived)


def _after_missing(streak: DayStreak, since: date, missed: int) -> DayStreak:
    """What is left of a streak after `missed` days (none if not positive) that follow the day `since`."""
    if missed <= 0:
        return streak
    if missed > streak.freezes:
        return DayStreak()
    filled = (since + ONE_DAY * ahead for ahead in range(1, missed + 1))
    return DayStreak(streak.length, streak.freezes - missed, (*streak.frozen, *filled))
