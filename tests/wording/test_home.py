from __future__ import annotations

import pytest

from purges_quiz.session.today import DayPlan
from purges_quiz.wording.home import today


@pytest.mark.parametrize(
    ("plan", "more", "told"),
    [
        (DayPlan(0, 26, 7.2), None, "Today: 26 questions, about 7 minutes"),
        (DayPlan(20, 26, 7.2), None, "Today: 6 more questions, about 2 minutes"),
        (DayPlan(26, 26, 7.2), None, "Done for today"),
        (DayPlan(40, 26, 7.2), 1.2, "Done for today; another round would add about 1 fact"),
        (DayPlan(26, 26, 7.2), 4.6, "Done for today; another round would add about 5 facts"),
        (DayPlan(26, 26, 7.2), 0.4, "Done for today; another round would add less than a fact"),
        (DayPlan(26, 26, 7.2), 0.05, "Done for today; another round would add next to nothing"),
        (DayPlan(0, 0, 0.0), None, "Nothing has to be asked today"),
    ],
)
def test_the_day_is_told_until_it_is_done_and_then_what_more_would_add(
    plan: DayPlan, more: float | None, told: str
) -> None:
    assert today(plan, more) == told
