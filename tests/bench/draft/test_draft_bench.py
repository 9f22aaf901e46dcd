"""The goals of the draft, as the bench counts them."""

from __future__ import annotations

import pytest

from tests.bench.draft.__main__ import GOALS, OF_ALL, SETS, WRONG, by_type, drafted, share_of, verdicts_of


@pytest.mark.parametrize(("name", "kinds", "goal"), GOALS)
def test_so_many_of_the_listed_facts_are_drafted(name: str, kinds: frozenset[str], goal: float) -> None:
    assert share_of(by_type(drafted("purges.txt")), kinds) >= goal, name


def test_so_many_of_all_listed_facts_are_drafted() -> None:
    assert share_of(by_type(drafted("purges.txt"))) >= OF_ALL


@pytest.mark.parametrize("name", SETS)
def test_every_drafted_question_was_judged_and_few_ask_something_bad(name: str) -> None:
    made = drafted(name)
    result = verdicts_of(made)

    assert not result.unjudged
    assert len(result.wrong) <= WRONG * made.facts
