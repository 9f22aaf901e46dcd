from __future__ import annotations

from datetime import date, timedelta

import pytest

from purges_quiz.progress.views import Gains
from purges_quiz.session.today import DayPlan
from purges_quiz.wording.results import gained

TODAY = date(2027, 5, 20)
DONE = DayPlan(10, 10, 4.0)


@pytest.mark.parametrize(
    ("to_go", "told"),
    [
        ({1: 1}, "1 still open until typed right on one more day"),
        ({2: 3}, "3 still open until typed right on two more days"),
        ({2: 2, 1: 1}, "3 still open until typed right, 1 on one more day, 2 on two more days"),
    ],
)
def test_what_stays_open_says_what_would_close_it(to_go: dict[int, int], told: str) -> None:
    rows = dict(gained(Gains((), (), (), ("a",), to_go, {}), DONE, TODAY))
    assert rows == {"Mistakes": told, "Today": "done"}


def test_what_was_gained_comes_first_and_what_comes_back_is_told_by_days() -> None:
    due = {TODAY + timedelta(days=ahead): ahead for ahead in (1, 2, 5, 9, 40)}
    rows = gained(Gains(("a",), ("b", "c"), ("d",), (), {}, due), DayPlan(4, 7, 2.8), TODAY)
    assert rows == (
        ("Gained", "2 facts newly secure, 1 mistake put right, 1 fact met for the first time"),
        ("Back", "1 fact tomorrow, 2 in 2 days, 5 in 5 days, 49 later"),
        ("Today", "3 more questions, about 1 minute"),
    )
