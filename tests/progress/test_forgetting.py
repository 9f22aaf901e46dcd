from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress.forgetting import EXPONENTIAL, FAMILY, MOST, Forgetting, half_time_of

ways = st.sampled_from(FAMILY)
half_times = st.floats(-8, 16)


def test_the_priors_are_probabilities() -> None:
    assert sum(way.prior for way in FAMILY) == pytest.approx(1)
    assert all(way.prior > 0 for way in FAMILY)


@given(ways, st.floats(-4, 10))
def test_half_is_forgotten_at_the_half_time(way: Forgetting, half_time: float) -> None:
    for days in (1, 2, 8):
        assert way.recall(float(days.bit_length() - 1), days) == pytest.approx(0.5)
    assert way.recall(half_time, 0) == 1


@given(ways, half_times, st.integers(1, 400))
def test_recall_falls_with_time_and_grows_with_the_half_time(way: Forgetting, half_time: float, days: int) -> None:
    recall = way.recall(half_time, days)
    assert 0 <= way.recall(half_time, days + 1) <= recall <= way.recall(half_time + 1, days) <= 1


@given(ways, half_times, st.floats(0, 1))
def test_a_success_leaves_no_less_and_no_less_than_a_failure(way: Forgetting, half_time: float, recall: float) -> None:
    after = way.recalled(half_time, recall)
    assert half_time <= after <= MOST
    assert way.failed(half_time) <= after + 1e-9
    assert way.again(half_time) >= half_time


def test_what_was_nearly_forgotten_gains_more_by_a_success_than_what_was_known() -> None:
    way = Forgetting(1, EXPONENTIAL, 0.0, gain=4)
    assert way.recalled(2.0, 0.3) > way.recalled(2.0, 0.9) > 2.0


def test_by_practice_the_half_time_is_a_power_of_how_often_a_fact_was_met() -> None:
    way = Forgetting(1, 1.0, -2.0, practice=2)
    half_time = -2.0
    for times in range(2, 9):
        half_time = way.again(half_time)
        assert 2 ** (half_time + 2) == pytest.approx(times**2)


@pytest.mark.parametrize(("shape", "slope"), [(0.154, 1.0), (1.0, 0.75), (EXPONENTIAL, 1.0)])
def test_the_half_time_of_a_recall_the_next_day_gives_that_recall(shape: float, slope: float) -> None:
    way = Forgetting(1, shape, half_time_of(0.3, shape, slope), slope=slope)
    assert way.told == pytest.approx(0.3)
