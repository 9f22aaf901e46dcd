"""Accuracy and recall over time."""

from __future__ import annotations

import pytest
from history import FIRST_DAY, answer, day

from purges_quiz.progress import Progress, fold
from purges_quiz.progress.views import timeline
from purges_quiz.round.records import Outcome

FACTS = ("card/fact", "card/other")


def folded(*days: int) -> Progress:
    """A right answer and a wrong one on each of the days of these numbers."""
    pairs = [(answer(number), answer(number, Outcome.WRONG, facts=("card/other",))) for number in days]
    return fold(Progress(), [record for pair in pairs for record in pair])


def test_with_no_answer_there_is_nothing() -> None:
    assert timeline(Progress(), FACTS, day(3), 10) == []


def test_every_day_from_the_first_answer_to_today_has_its_place() -> None:
    found = timeline(folded(0, 2), FACTS, day(3), 10)
    assert [stretch.first for stretch in found] == [day(0), day(1), day(2), day(3)]
    assert [stretch.accuracy for stretch in found] == [0.5, None, 0.5, None]
    assert [stretch.recall is None for stretch in found] == [False, True, False, False]


def test_recall_grows_with_study_and_that_of_the_latest_day_is_known_too() -> None:
    learned = fold(Progress(), [answer(0), answer(2, facts=("card/other",)), answer(3)])
    first, *_, last = timeline(learned, FACTS, day(3), 10)
    assert first.recall is not None
    assert last.recall is not None
    assert 0 < first.recall < last.recall < 1


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_many_days_are_taken_together(most: int) -> None:
    found = timeline(folded(*range(0, 20, 3)), FACTS, day(19), most)
    assert len(found) <= most
    assert found[0].first == FIRST_DAY
    assert found[-1].last == day(19)
    assert all(stretch.accuracy in {None, 0.5} for stretch in found)


def test_answers_after_today_are_within_it_since_a_clock_may_have_been_wrong() -> None:
    found = timeline(folded(0, 5), FACTS, day(2), 10)
    assert found[-1].last == day(5)
    assert found[-1].accuracy == 0.5
