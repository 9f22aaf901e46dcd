from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress.estimate import DIGITS, Estimate, Observation, after
from purges_quiz.progress.forgetting import FAMILY, Forgetting

answers = st.lists(
    st.builds(
        Observation,
        st.sampled_from("abcdef"),
        st.integers(0, 60),
        st.booleans(),
        st.sampled_from([0.0, 0.1, 0.25]),
        inconclusive=st.booleans(),
    ),
    max_size=40,
)


def next_day(estimate: Estimate) -> float:
    """How likely a fact met once is recalled the next day, as the estimate has it."""
    return sum(share * FAMILY[way].next_day for way, share in zip(estimate.ways, estimate.shares, strict=True))


def studied(way: Forgetting, days: int, facts: int, seed: int) -> list[Observation]:
    """The answers of somebody who forgets in this way and types every fact every other day."""
    rng = random.Random(seed)
    half_times: dict[str, float] = {}
    observations = []
    for day in range(0, days, 2):
        for fact in map(str, range(facts)):
            if fact not in half_times:
                half_times[fact] = way.again(way.first)
                observations.append(Observation(fact, day, right=False, guess=0.0))
                continue
            recall = way.recall(half_times[fact], 2)
            right = rng.random() < recall
            left = way.recalled(half_times[fact], recall) if right else way.again(way.failed(half_times[fact]))
            half_times[fact] = left
            observations.append(Observation(fact, day, right, 0.0))
    return observations


@given(answers)
def test_whatever_is_answered_the_shares_are_probabilities_and_every_fact_has_a_trace(
    observations: list[Observation],
) -> None:
    estimate = after(Estimate(), observations)
    assert sum(estimate.shares) == pytest.approx(1)
    assert all(math.isfinite(weight) for weight in estimate.weights)
    assert estimate.traces.keys() == {answer.fact for answer in observations}
    assert all(len(trace.half_times) == len(estimate.ways) for trace in estimate.traces.values())


@given(answers, st.integers(0, 40))
def test_a_fold_can_be_continued(observations: list[Observation], cut: int) -> None:
    assert after(after(Estimate(), observations[:cut]), observations[cut:]) == after(Estimate(), observations)


@given(answers)
def test_no_way_is_ever_taken_for_granted_by_a_single_answer(observations: list[Observation]) -> None:
    before = after(Estimate(), observations)
    later = after(before, [Observation("a", 61, right=True, guess=0.0)])
    ratios = {
        way: math.log(share) - math.log(before.shares[before.ways.index(way)])
        for way, share in zip(later.ways, later.shares, strict=True)
    }
    assert max(ratios.values()) - min(ratios.values()) < 3


def test_a_handful_of_answers_moves_the_estimate_both_ways() -> None:
    first = [Observation(fact, 0, right=False, guess=0.25) for fact in "abcde"]
    base = next_day(Estimate())
    assert (
        next_day(after(Estimate(), [*first, *(Observation(fact, 1, right=True, guess=0.0) for fact in "abcde")]))
        > base + 0.1
    )
    assert (
        next_day(after(Estimate(), [*first, *(Observation(fact, 1, right=False, guess=0.0) for fact in "abcde")]))
        < base - 0.1
    )


def test_silence_moves_no_weight_but_the_fact_was_met() -> None:
    met = after(Estimate(), [Observation("a", 0, right=False, guess=0.0)])
    inconclusive = after(met, [Observation("a", 3, right=False, guess=0.0, inconclusive=True)])
    assert inconclusive.weights == met.weights
    assert inconclusive.traces["a"].day == 3


def test_a_clock_set_back_changes_no_weight_and_makes_no_time_pass() -> None:
    later = after(Estimate(), [Observation("a", 10, right=True, guess=0.0)])
    back = after(later, [Observation("a", 3, right=False, guess=0.0)])
    assert back.weights == later.weights
    assert back.traces["a"].day == 10


@pytest.mark.parametrize("place", range(0, len(FAMILY), 7))
def test_the_way_in_which_somebody_forgets_is_found_or_one_that_foretells_the_same(place: int) -> None:
    way = FAMILY[place]
    estimate = after(Estimate(), studied(way, 14, 40, seed=place))
    assert next_day(estimate) == pytest.approx(way.next_day, abs=0.17)


def test_half_times_are_kept_to_a_thousandth() -> None:
    estimate = after(Estimate(), studied(FAMILY[3], 9, 3, seed=1))
    assert all(half == round(half, DIGITS) for trace in estimate.traces.values() for half in trace.half_times)


def test_ways_that_are_ruled_out_are_followed_no_longer() -> None:
    assert len(after(Estimate(), studied(FAMILY[0], 30, 60, seed=2)).ways) < len(FAMILY) / 2


def test_a_wrong_order_tells_less_of_each_of_its_facts_than_a_wrong_choice() -> None:
    met = after(Estimate(), [Observation(fact, 0, right=False, guess=0.25) for fact in "abcd"])
    order = after(met, [Observation(fact, 1, right=False, guess=0.1, in_order=True) for fact in "abcd"])
    choices = after(met, [Observation(fact, 1, right=False, guess=0.25) for fact in "abcd"])
    assert next_day(choices) < next_day(order) < next_day(met)
