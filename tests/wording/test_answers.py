from __future__ import annotations

import pytest

from purges_quiz.wording.answers import by_sentence, gave, marks_in
from shipped import deck


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


def test_each_sentence_is_told_once_with_all_its_facts_marked() -> None:
    facts = list(deck().facts.values())
    told = by_sentence(facts)
    assert set(told) == {fact.sentence for fact in facts}
    sentence, said = max(told.items(), key=lambda each: len(each[1]))
    assert len(said) > 2
    places = marks_in(sentence, said)
    assert places == sorted(places)
    assert {sentence[start:end] for start, end in places} <= {fact.mark for fact in said}
    assert len(places) > 2
