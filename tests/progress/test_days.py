from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress.days import (
    FORWARD,
    MOST_FREEZES,
    DayStreak,
    arrivals,
    day_streak,
    longest_streak,
    offset_minutes,
    study_day,
)

TODAY = date(2027, 5, 20)


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in days]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"), [(3, 59, 19), (4, 0, 20), (12, 0, 20), (23, 59, 20), (0, 0, 19)]
)
def test_a_study_day_runs_from_four_to_four(hour: int, minute: int, expected: int) -> None:
    at = datetime(2027, 5, 20, hour, minute, tzinfo=UTC)
    assert study_day(at, 0) == date(2027, 5, expected)
    assert study_day(at - timedelta(hours=5, minutes=45), 345) == date(2027, 5, expected)


def test_it_follows_the_local_clock_over_daylight_saving_and_time_zones() -> None:
    for local, expected in (
        (datetime(2027, 3, 28, 1, 59, tzinfo=ZoneInfo("Europe/Berlin")), 27),
        (datetime(2027, 3, 28, 3, 59, tzinfo=ZoneInfo("Europe/Berlin")), 27),
        (datetime(2027, 3, 28, 4, 0, tzinfo=ZoneInfo("Europe/Berlin")), 28),
        (datetime(2027, 3, 28, 3, 0, tzinfo=timezone(timedelta(hours=14))), 27),
        (datetime(2027, 3, 28, 5, 0, tzinfo=timezone(-timedelta(hours=12))), 28),
    ):
        assert study_day(local.astimezone(UTC), offset_minutes(local)) == date(2027, 3, expected)


def test_a_time_without_a_zone_has_no_offset() -> None:
    with pytest.raises(ValueError, match="zone"):
        offset_minutes(datetime(2027, 5, 20))  # noqa: DTZ001


def test_no_day_no_streak() -> None:
    assert day_streak([], TODAY) == DayStreak()


@pytest.mark.parametrize(
    ("studied", "expected"),
    [
        (ago(0), DayStreak(1, today=True)),
        (ago(1), DayStreak(1)),
        (ago(2), DayStreak(0)),
        (ago(0, 1, 2), DayStreak(3, today=True)),
        (ago(0, 1, 3), DayStreak(2, today=True)),
        (ago(*range(7)), DayStreak(7, 1, today=True)),
        (ago(*range(1, 8)), DayStreak(7, 1)),
        (ago(*range(2, 9)), DayStreak(7, 0, tuple(ago(1)))),
        (ago(*range(3, 10)), DayStreak(0)),
        (ago(*range(14)), DayStreak(14, 2, today=True)),
        (ago(*range(30)), DayStreak(30, 2, today=True)),
        (ago(*range(3, 17)), DayStreak(14, 0, tuple(ago(2, 1)))),
        (ago(*range(4, 18)), DayStreak(0)),
        (ago(*range(3), *range(4, 11)), DayStreak(10, 0, tuple(ago(3)), today=True)),
        (ago(*range(8), *range(9, 16)), DayStreak(15, 1, tuple(ago(8)), today=True)),
    ],
)
def test_streaks_and_freezes(studied: list[date], expected: DayStreak) -> None:
    assert day_streak(studied, TODAY) == expected


def test_seven_days_earn_a_freeze_even_with_gaps_between_them() -> None:
    assert day_streak(ago(0, 1, 10, 20, 30, 40, 50), TODAY) == DayStreak(2, 1, today=True)


def test_today_is_not_missed_until_it_is_over() -> None:
    assert day_streak(ago(1, 2, 3), TODAY).length == 3
    assert day_streak(ago(1, 2, 3), TODAY + timedelta(days=1)).length == 0


def test_a_clock_set_back_breaks_no_streak() -> None:
    studied = ago(0, 1, 2, 3)
    for back in (1, 2, 30, 365):
        assert day_streak(studied, TODAY - timedelta(days=back)).length == 4


def test_a_clock_that_was_ahead_breaks_no_streak() -> None:
    studied = [*ago(0, 1, 2, 3), TODAY + timedelta(days=3650)]
    assert day_streak(studied, TODAY).length == 4
    assert day_streak([*studied, TODAY + timedelta(days=1)], TODAY + timedelta(days=1)).length == 5


def naive(studied: set[date], today: date) -> tuple[int, int]:
    """The streak and the freezes held, day by day."""
    length = held = total = 0
    day = min(studied)
    while day <= today:
        if day in studied:
            length, total = length + 1, total + 1
            if total % 7 == 0 and held < MOST_FREEZES:
                held += 1
        elif day < today:
            gap = 0
            while day + timedelta(days=gap) not in studied and day + timedelta(days=gap) < today:
                gap += 1
            if gap <= held:
                held -= gap
            else:
                length = held = 0
            day += timedelta(days=gap - 1)
        day += timedelta(days=1)
    return length, held


@given(st.sets(st.integers(0, 60), min_size=1), st.integers(0, 5))
def test_the_streak_is_that_of_a_count_day_by_day(numbers: set[int], later: int) -> None:
    studied = {TODAY + timedelta(days=number) for number in numbers}
    today = max(studied) + timedelta(days=later)
    found = day_streak(studied, today)
    assert (found.length, found.freezes) == naive(studied, today)
    assert found.today == (later == 0)
    assert not studied & set(found.frozen)


@given(st.sets(st.dates(), max_size=30), st.dates())
def test_no_days_crash_it(studied: set[date], today: date) -> None:
    assert 0 <= day_streak(studied, today).length <= len(studied)


@given(st.integers(-12 * 60, 14 * 60), st.integers(-12 * 60, 14 * 60))
def test_a_journey_far_forward_takes_a_day_that_is_not_missed(home: int, there: int) -> None:
    before, after, later = TODAY, TODAY + timedelta(days=2), TODAY + timedelta(days=3)
    far = there - home >= FORWARD
    arrived = arrivals({before: home, after: there})
    assert arrived == (frozenset({after}) if far else frozenset())
    assert day_streak({before, after}, after, arrived).length == (2 if far else 1)
    assert day_streak({before}, after, arrived).length == (1 if far else 0)
    assert day_streak({before, later}, later, arrivals({before: home, later: there})).length == 1


@given(st.sets(st.integers(0, 60), max_size=40))
def test_the_longest_streak_is_the_longest_of_any_day(numbers: set[int]) -> None:
    studied = {TODAY + timedelta(days=number) for number in numbers}
    known = [day_streak({day for day in studied if day <= last}, last).length for last in studied]
    assert longest_streak(studied) == max(known, default=0)
