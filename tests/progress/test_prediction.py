from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress.estimate import Estimate, Observation, after
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.progress.prediction import (
    COMMITTEE,
    DUE_BELOW,
    comes_back,
    committee,
    due,
    predicted,
    predicted_roughly,
)

FACTS = [f"card/{number}" for number in range(40)]
MET = FACTS[:12]
TODAY = date(2027, 5, 20)
NOW = TODAY.toordinal()

histories = st.lists(
    st.builds(
        Observation,
        st.sampled_from(FACTS[:6]),
        st.integers(NOW - 40, NOW + 3),
        st.booleans(),
        st.sampled_from([0.0, 0.25]),
    ),
    max_size=40,
).map(lambda answers: after(Estimate(), sorted(answers, key=lambda answer: answer.day)))
exams = st.none() | st.integers(-3, 60).map(lambda days: TODAY + timedelta(days=days))


def met(*, right: bool, days: int = 1) -> Estimate:
    """Twelve facts met two days ago and answered so since, on as many days as wanted, the last of them yesterday."""
    first = [Observation(fact, NOW - days - 1, right=False, guess=0.25) for fact in MET]
    later = [Observation(fact, NOW - ago, right=right, guess=0.0) for ago in range(days, 0, -1) for fact in MET]
    return after(Estimate(), [*first, *later])


@pytest.mark.parametrize("right", [True, False])
def test_the_committee_stands_for_fast_and_slow_forgetters(*, right: bool) -> None:
    estimate = met(right=right)
    lasting = [FAMILY[estimate.ways[place]].lasting(7) for place in committee(estimate, 7)]
    assert len(lasting) == COMMITTEE
    assert lasting == sorted(lasting)


def test_the_prediction_is_between_those_of_the_ways_and_0_for_what_was_never_met() -> None:
    estimate = met(right=True)
    recalls = predicted(estimate, FACTS, NOW + 7)
    assert all(recalls[fact] == 0 for fact in FACTS[12:])
    trace = estimate.traces[FACTS[0]]
    each = [FAMILY[way].recall(half, 8) for way, half in zip(estimate.ways, trace.half_times, strict=True)]
    assert min(each) < recalls[FACTS[0]] < max(each)
    assert recalls[FACTS[0]] > predicted(estimate, FACTS, NOW + 20)[FACTS[0]]


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("ahead", [1, 7, 28])
def test_a_few_ways_predict_about_what_all_do(*, right: bool, ahead: int) -> None:
    estimate = met(right=right)
    rough = predicted_roughly(estimate, MET, NOW + ahead, ahead)
    assert rough == pytest.approx(predicted(estimate, MET, NOW + ahead), abs=0.12)


@given(histories, exams)
def test_a_fact_comes_back_when_its_recall_has_fallen_but_before_the_exam(
    estimate: Estimate, exam: date | None
) -> None:
    found = comes_back(estimate, FACTS, TODAY, exam)
    assert found.keys() == estimate.traces.keys()
    for fact, day in found.items():
        assert day >= TODAY
        if exam is not None and exam > TODAY and estimate.traces[fact].day < exam.toordinal() - 1:
            assert day < exam
        if day > TODAY:
            assert predicted(estimate, [fact], day.toordinal() - 1)[fact] >= DUE_BELOW


@given(histories, exams)
def test_what_comes_back_today_is_due(estimate: Estimate, exam: date | None) -> None:
    back = comes_back(estimate, FACTS, TODAY, exam)
    assert set(due(estimate, FACTS, TODAY, exam)) == {fact for fact, day in back.items() if day == TODAY}


def test_what_is_due_comes_weakest_first() -> None:
    estimate = after(met(right=True), [Observation(FACTS[3], NOW - 1, right=False, guess=0.0)])
    waiting = due(estimate, FACTS, TODAY + timedelta(days=30))
    recalls = predicted(estimate, FACTS, NOW + 30)
    assert [recalls[fact] for fact in waiting] == sorted(recalls[fact] for fact in waiting)
