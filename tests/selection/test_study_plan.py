from __future__ import annotations

import pytest

from purges_quiz.progress.estimate import Estimate, Observation, after
from purges_quiz.progress.pace import Pace
from purges_quiz.progress.workload import HORIZON, StudyTime
from purges_quiz.selection import study_plan
from purges_quiz.selection.prices import Prices
from purges_quiz.selection.study_plan import information, make_plan

FACTS = [f"card/{number}" for number in range(40)]
PACE = Pace(13, 25)
WEEK = StudyTime(today=100, exam=107, minutes=6, regularity=0.8)


def met(*, right: bool, day: int = 100) -> Estimate:
    first = [Observation(fact, day - 2, right=False, guess=0.25) for fact in FACTS[:12]]
    return after(Estimate(), [*first, *(Observation(fact, day - 1, right=right, guess=0.0) for fact in FACTS[:12])])


def test_without_an_exam_four_weeks_count_and_with_one_no_more() -> None:
    assert WEEK._replace(exam=None).days == HORIZON == WEEK._replace(exam=300).days
    assert WEEK.days == 7
    assert WEEK._replace(exam=100).days == 1


def test_before_any_answer_all_facts_are_worth_the_same_and_something() -> None:
    worths = make_plan(Estimate(), FACTS, WEEK, PACE).worths(Estimate(), FACTS)
    assert len({worth.gain for worth in worths.values()}) == 1
    assert worths[FACTS[0]].gain > 0


def test_the_same_answers_give_the_same_plan() -> None:
    one, other = (make_plan(met(right=True), FACTS, WEEK, PACE) for _ in range(2))
    assert one.worths(met(right=True), FACTS) == other.worths(met(right=True), FACTS)


def test_whoever_forgets_fast_goes_on_with_what_was_met_and_whoever_does_not_takes_on_more() -> None:
    little = WEEK._replace(minutes=3)
    shares = []
    for right in (True, False):
        estimate = met(right=right)
        worths = make_plan(estimate, FACTS, little, PACE).worths(estimate, FACTS)
        rates = {fact: worth.gain / worth.seconds for fact, worth in worths.items()}
        shares.append(max(rates[fact] for fact in FACTS[12:]) / max(rates[fact] for fact in FACTS[:12]))
    assert shares[0] > shares[1]


def test_answers_of_the_day_weigh_the_members_anew() -> None:
    dawn = met(right=True)
    plan = make_plan(dawn, FACTS, WEEK, PACE)
    wrong = after(dawn, [Observation(fact, 100, right=False, guess=0.0) for fact in FACTS[:6]])
    others = FACTS[6:12]
    assert plan.worths(wrong, others) != plan.worths(dawn, others)


def test_an_answer_tells_nothing_where_all_foretell_the_same_and_most_where_they_are_sure_and_differ() -> None:
    assert information([0.5, 0.5], [0.3, 0.3]) == pytest.approx(0)
    assert information([0.5, 0.5], [0.0, 1.0]) > information([0.5, 0.5], [0.2, 0.8]) > 0


def test_what_only_pays_for_slow_forgetters_counts_for_less_than_its_gain_while_that_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scarce = make_plan(Estimate(), FACTS, WEEK._replace(minutes=2), PACE)
    new = scarce.worths(Estimate(), FACTS)[FACTS[0]]
    monkeypatch.setattr(study_plan, "EVENNESS", 0.0)
    plain = scarce.worths(Estimate(), FACTS)[FACTS[0]]
    assert 0 < new.gain < plain.gain
    assert new.expected == plain.expected


def test_of_what_gains_the_same_the_least_known_comes_first_the_more_so_the_more_can_be_brought_to_the_exam(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Prices, "gain", lambda *_: (0.1, 13.0))
    monkeypatch.setattr(study_plan, "INFORMATION_VALUE", 0.0)
    dawn = met(right=True)
    estimate = after(dawn, [Observation(fact, 100, right=True, guess=0.0) for fact in FACTS[6:9]])
    new = []
    for minutes in (0.3, 6):
        worths = make_plan(dawn, FACTS, WEEK._replace(minutes=minutes), PACE).worths(estimate, FACTS)
        met_today, recalled, never_met = (worths[FACTS[place]].gain for place in (6, 10, 20))
        assert met_today < recalled < never_met
        new.append(never_met)
    assert new[0] < new[1]
