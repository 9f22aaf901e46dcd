from __future__ import annotations

from collections.abc import Sequence

import pytest

from purges_quiz.progress.forgetting import EXPONENTIAL, FAMILY, Forgetting
from purges_quiz.progress.pace import Pace
from purges_quiz.selection.grid import grid
from purges_quiz.selection.prices import Group, Prices, _planned, _taken, attainable, for_slow_facts, settle_prices

PACE = Pace(13, 25)
FAST = Forgetting(1, EXPONENTIAL, 0.0, gain=4, kept=0.4)
SLOW = Forgetting(1, 0.154, 3.3, gain=50, saturation=0.17, kept=0.4)


def new(model: Forgetting, facts: int = 113) -> list[Group]:
    return [Group(facts, model.first, -1)]


def settle(model: Forgetting, minutes: float, days: int, groups: Sequence[Group] | None = None) -> Prices:
    return settle_prices(model, PACE, groups or new(model), [minutes] * (days + 1))


@pytest.mark.parametrize("model", FAMILY[::9])
@pytest.mark.parametrize(("minutes", "days"), [(8, 14), (12, 28)])
def test_at_the_prices_found_the_facts_take_up_about_the_time_there_is(
    model: Forgetting, minutes: float, days: int
) -> None:
    prices = settle(model, minutes, days)
    plans = _planned(prices.grid, prices.price, PACE)[1]
    assert sum(_taken(prices, plans, new(model))) < 1.5 * 60 * minutes * days


@pytest.mark.parametrize("model", [FAST, SLOW])
def test_seconds_are_dearer_where_there_are_few(model: Forgetting) -> None:
    few, many = settle(model, 2, 14), settle(model, 12, 14)
    assert sum(few.price[1:]) > 1.5 * sum(many.price[1:])


def test_for_fast_forgetters_the_last_days_are_the_dearest() -> None:
    price = settle(FAST, 4, 14).price
    assert price[1] > max(price[8:])


def test_with_little_time_a_fast_forgetter_keeps_what_there_is_and_a_slow_one_takes_on_more() -> None:
    for model, keeps in ((FAST, True), (SLOW, False)):
        groups = [Group(12, model.first, 1), Group(101, model.first, -1)]
        prices = settle(model, 4, 7, groups)
        rates = [gain / seconds for gain, seconds in (prices.gain(model.first, 1), prices.gain(model.first, -1))]
        assert (rates[0] > rates[1]) is keeps


def test_a_fact_met_today_gains_nothing_by_another_question_unless_practice_counts() -> None:
    assert settle(FAST, 4, 7).gain(FAST.first, 0)[0] == pytest.approx(0)
    crammer = Forgetting(1, 1.0, -3.0, slope=0.75, practice=2, apart=1.3)
    assert settle(crammer, 4, 1).gain(crammer.first, 0)[0] > 0.05


def test_what_takes_longer_to_answer_is_worth_less() -> None:
    prices = settle(FAST, 8, 14)
    slow = for_slow_facts(prices, 1.8)
    assert slow.price == prices.price
    assert slow.gain(FAST.first, -1)[0] < prices.gain(FAST.first, -1)[0]
    assert slow.gain(FAST.first, -1)[1] == prices.gain(FAST.first, -1)[1], "the first time it is chosen, not typed"


def test_the_worth_on_the_last_day_is_the_recall_of_the_next() -> None:
    prices = settle(SLOW, 8, 7)
    table = grid(SLOW, 7)
    assert prices.worth[1] == [SLOW.recall(point, 1) for point in table.points]


def test_one_day_before_the_exam_a_fact_is_worth_what_its_recall_gains() -> None:
    prices = settle(FAST, 4, 1, new(FAST))
    gain, seconds = prices.gain(FAST.first, -1)
    assert gain == pytest.approx(FAST.next_day, abs=0.02)
    assert seconds == PACE.unknown


@pytest.mark.parametrize(("minutes", "days"), [(2, 7), (8, 14), (12, 28)])
def test_more_facts_can_be_brought_to_the_exam_by_whoever_forgets_slowly(minutes: float, days: int) -> None:
    fast, slow = (
        attainable(settle(model, minutes, days), new(model), [minutes] * (days + 1)) for model in (FAST, SLOW)
    )
    assert 0 < fast < slow <= 1
