from __future__ import annotations

from dataclasses import replace

import pytest

from purges_quiz.progress.estimate import Estimate, Seen, after
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.progress.pace import Pace
from purges_quiz.selection.plan import (
    COMMITTEE,
    HORIZON,
    Time,
    Today,
    committee,
    planned,
    predicted,
    todays,
    told_apart,
)

FACTS = [f"card/{number}" for number in range(40)]
PACE = Pace(13, 25)
WEEK = Time(today=100, exam=107, minutes=6, regularity=0.8)


def met(*, right: bool, day: int = 100) -> Estimate:
    first = [Seen(fact, day - 2, right=False, guess=0.25) for fact in FACTS[:12]]
    return after(Estimate(), [*first, *(Seen(fact, day - 1, right=right, guess=0.0) for fact in FACTS[:12])])


def test_without_an_exam_four_weeks_count_and_with_one_no_more() -> None:
    assert replace(WEEK, exam=None).days == HORIZON == replace(WEEK, exam=300).days
    assert WEEK.days == 7
    assert replace(WEEK, exam=100).days == 1


@pytest.mark.parametrize("right", [True, False])
def test_the_committee_stands_for_fast_and_slow_forgetters(*, right: bool) -> None:
    estimate = met(right=right)
    lasting = [FAMILY[estimate.ways[place]].lasts(7) for place in committee(estimate, 7)]
    assert len(lasting) == COMMITTEE
    assert lasting == sorted(lasting)


def test_before_any_answer_all_facts_are_worth_the_same_and_something() -> None:
    worths = planned(Estimate(), FACTS, WEEK, PACE).worths(Estimate(), FACTS)
    assert len({worth.gain for worth in worths.values()}) == 1
    assert worths[FACTS[0]].gain > 0


def test_the_same_answers_give_the_same_plan() -> None:
    one, other = (planned(met(right=True), FACTS, WEEK, PACE) for _ in range(2))
    assert one.worths(met(right=True), FACTS) == other.worths(met(right=True), FACTS)


def test_whoever_forgets_fast_goes_on_with_what_was_met_and_whoever_does_not_takes_on_more() -> None:
    little = replace(WEEK, minutes=3)
    shares = []
    for right in (True, False):
        estimate = met(right=right)
        worths = planned(estimate, FACTS, little, PACE).worths(estimate, FACTS)
        rates = {fact: worth.gain / worth.seconds for fact, worth in worths.items()}
        shares.append(max(rates[fact] for fact in FACTS[12:]) / max(rates[fact] for fact in FACTS[:12]))
    assert shares[0] > shares[1]


def test_answers_of_the_day_weigh_the_members_anew() -> None:
    dawn = met(right=True)
    plan = planned(dawn, FACTS, WEEK, PACE)
    wrong = after(dawn, [Seen(fact, 100, right=False, guess=0.0) for fact in FACTS[:6]])
    others = FACTS[6:12]
    assert plan.worths(wrong, others) != plan.worths(dawn, others)


def test_the_prediction_is_between_those_of_the_ways_and_0_for_what_was_never_met() -> None:
    estimate = met(right=True)
    recalls = predicted(estimate, FACTS, 107)
    assert all(recalls[fact] == 0 for fact in FACTS[12:])
    trace = estimate.traces[FACTS[0]]
    each = [FAMILY[way].recall(half, 8) for way, half in zip(estimate.ways, trace.half_times, strict=True)]
    assert min(each) < recalls[FACTS[0]] < max(each)
    assert recalls[FACTS[0]] > predicted(estimate, FACTS, 120)[FACTS[0]]


def test_an_answer_tells_nothing_where_all_foretell_the_same_and_most_where_they_are_sure_and_differ() -> None:
    assert told_apart([0.5, 0.5], [0.3, 0.3]) == pytest.approx(0)
    assert told_apart([0.5, 0.5], [0.0, 1.0]) > told_apart([0.5, 0.5], [0.2, 0.8]) > 0


def test_a_day_has_as_many_questions_as_its_minutes_have_room_for_and_a_small_deck_has_fewer() -> None:
    def of(facts: int, minutes: float) -> Today:
        plan = planned(Estimate(), FACTS[:facts], replace(WEEK, minutes=minutes), PACE)
        return todays(plan, Estimate(), FACTS[:facts])

    short, long, small = of(40, 4), of(40, 8), of(5, 8)
    assert 4 < short.questions < long.questions < 40
    assert short.minutes == pytest.approx(4, abs=0.5)
    assert long.minutes == pytest.approx(8, abs=0.5)
    assert small.questions == 5
    assert small.minutes < 3


def test_there_is_something_to_do_while_facts_are_unmet_and_an_exam_is_near() -> None:
    estimate = met(right=True)
    for exam in (101, 103, 128):
        plan = planned(estimate, FACTS, replace(WEEK, exam=exam), PACE)
        assert todays(plan, estimate, FACTS).questions > 0
