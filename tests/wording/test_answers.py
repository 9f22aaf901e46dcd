from __future__ import annotations

import pytest

from purges_quiz.wording.answers import gave


@pytest.mark.parametrize(
    ("text", "late", "told"),
    [
        ("1,180", False, "1,180"),
        (" shot \n dead ", True, "shot dead"),
        ("", False, "don't know"),
        (" ", True, "no answer in time"),
    ],
)
def test_what_was_given_is_said_on_one_line_or_why_nothing_was(text: str, late: bool, told: str) -> None:  # noqa: FBT001 -- a case
    assert gave(text, late=late) == told
