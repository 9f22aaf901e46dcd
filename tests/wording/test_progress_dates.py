"""The days below the columns of a plot."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from purges_quiz.progress.views import Stretch
from purges_quiz.wording.progress import dates


def stretches(first: date, count: int, days: int = 1) -> list[Stretch]:
    """So many stretches of so many days each."""
    starts = [first + timedelta(days=days * place) for place in range(count)]
    return [Stretch(start, start + timedelta(days=days - 1), 0.5, 0.5) for start in starts]


@pytest.mark.parametrize("each", [1, 2, 3])
@pytest.mark.parametrize("count", [1, 2, 5, 30, 66])
def test_each_day_begins_below_its_column_and_the_last_ends_below_the_last(each: int, count: int) -> None:
    found = stretches(date(2027, 3, 1), count)
    line = dates(found, each)
    *others, last = line.split("  ") if "  " in line else [line]
    assert last.strip() == f"{found[-1].last.day} {found[-1].last:%b}"
    assert len(line) == max(count * each - (each > 1), len(last.strip()))
    for told in filter(None, map(str.strip, others)):
        start = found[line.index(told) // each].first
        assert told == f"{start.day} {start:%b}"


def test_the_year_is_told_where_there_are_two() -> None:
    assert dates(stretches(date(2026, 12, 1), 40), 1) == "1 Dec 2026  13 Dec 2026       9 Jan 2027"
