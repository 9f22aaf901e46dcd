from __future__ import annotations

import pytest

from purges_quiz.progress.views import Plan
from purges_quiz.wording.home import plan


@pytest.mark.parametrize(
    ("due", "new", "mistakes", "told"),
    [
        (("a", "b"), 3, 4, "today 2 to review and 3 new, about 2 minutes"),
        ((), 0, 7, "nothing is due; 7 mistakes open"),
        ((), 0, 0, "nothing is due today"),
    ],
)
def test_the_plan_says_what_to_do_today(due: tuple[str, ...], new: int, mistakes: int, told: str) -> None:
    assert plan(Plan(due, new, new, 2.0, {}), mistakes) == told
