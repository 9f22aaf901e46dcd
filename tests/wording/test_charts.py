"""What is drawn with characters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from purges_quiz.progress import Day
from purges_quiz.wording.charts import bar, calendar, columns

TODAY = date(2027, 3, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, ("", "────")), (0.5, ("━━", "──")), (0.6, ("━━╸", "─")), (1.0, ("━━━━", "")), (1.2, ("━━━━", ""))],
)
def test_a_bar_is_as_long_as_its_share(share: float, expected: tuple[str, str]) -> None:
    assert bar(share, 4) == expected


def test_columns_are_as_high_as_their_shares_and_nothing_leaves_a_gap() -> None:
    assert columns([1.0, None, 0.5, 0.0, 0.75], 5, 2) == ["█   ▄", "█ █▁█"]


@pytest.mark.parametrize("count", [1, 5, 30, 66])
def test_columns_fit_their_width(count: int) -> None:
    assert all(len(line) <= 66 for line in columns([0.5] * count, 66, 3))


def test_the_calendar_marks_what_was_done_each_day_and_leaves_the_future_open() -> None:
    days = {TODAY: Day(answers=3), TODAY - timedelta(days=1): Day(answers=20), TODAY - timedelta(days=8): Day(9, 9)}
    _, *week = calendar(days, {TODAY - timedelta(days=2)}, TODAY, 66)
    assert [line[-1] for line in week] == ["+", "■", "▪", "·", "·", "·", "·"]
    assert week[1][-3] == "▪"
    assert [line[:3] for line in week[::2]] == ["Mon", "Wed", "Fri", "Sun"]


@pytest.mark.parametrize("years", [0, 1, 20])
@pytest.mark.parametrize("width", [20, 56, 84])
def test_the_calendar_shows_the_latest_weeks_that_fit(years: int, width: int) -> None:
    lines = calendar({TODAY - timedelta(days=365 * years): Day(answers=20)}, (), TODAY, width)
    assert len(lines) == 8
    assert all(len(line) <= width for line in lines)
    assert "Mar" in lines[0]
