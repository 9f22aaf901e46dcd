from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
import small_deck

from purges_quiz.authoring.ladders import calendar
from purges_quiz.authoring.ladders.amounts import lengths, quantum
from purges_quiz.authoring.ladders.calendar import years_of
from purges_quiz.authoring.ladders.search import CANDIDATES, NoRoomError, as_toml, choose_ladders
from purges_quiz.bank.cues import CUES, guess
from purges_quiz.bank.multiple_choice import windows
from purges_quiz.bank.surface import amount
from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.figures import near, overlap
from purges_quiz.deck.model import Date, Deck, Figure, Quantity, Target
from purges_quiz.deck.numbers import parse_quantity, parse_range

FIGURES = [
    pytest.param(target, id=fact.key)
    for fact in small_deck.deck().facts.values()
    for target in fact.targets
    if target.choice and isinstance(target.value, Figure)
]
QUANTITIES = [case for case in FIGURES if isinstance(case.values[0].value, Quantity)]  # type: ignore[union-attr]
DATES = [case for case in FIGURES if isinstance(case.values[0].value, Date)]  # type: ignore[union-attr]


@pytest.mark.parametrize("target", FIGURES)
def test_a_ladder_has_seven_ascending_rungs_with_the_truth_in_the_middle(target: Target) -> None:
    amounts = [amount(rung) for rung in target.rungs]

    assert len(set(target.rungs)) == 7
    assert target.rungs[3] == target.value.shown
    assert all(known is not None for known in amounts)
    assert amounts == sorted(amounts, key=lambda known: known or 0)


@pytest.mark.parametrize("target", FIGURES)
def test_the_truth_stands_once_in_each_place_and_no_cue_always_finds_it(target: Target) -> None:
    truth, shown = target.value.shown, windows(target.rungs)
    shares = {name: [guess(cue(target.prompts[0], options)) for options in shown] for name, cue in CUES.items()}
    hits = {
        name: [share[options.index(truth)] if share else 0.25 for share, options in zip(each, shown, strict=True)]
        for name, each in shares.items()
    }

    assert sorted(options.index(truth) for options in shown) == [0, 1, 2, 3]
    assert all(sum(each) < 4 for each in hits.values())


@pytest.mark.parametrize("target", QUANTITIES)
def test_wrong_numbers_are_as_round_and_as_long_as_the_truth_and_far_enough_from_it(target: Target) -> None:
    truth = parse_quantity(target.value.shown)
    wrong = [parse_quantity(rung) for rung in target.rungs if rung != truth.shown]

    assert {quantum(int(number.amount)) for number in wrong} == {quantum(int(truth.amount))}
    assert not any(near(number.amount, truth.amount) for number in wrong)
    assert {number.qualifier for number in wrong} == {truth.qualifier}
    if truth.amount >= 100:
        assert {len(str(number.amount)) for number in wrong} <= lengths(int(truth.amount))


@pytest.mark.parametrize("target", DATES)
def test_dates_are_as_exact_as_the_truth_and_never_overlap(target: Target) -> None:
    dates = [parse_date(rung) for rung in target.rungs]

    assert {date.precision for date in dates} == {dates[3].precision}
    assert not any(overlap(one, other) for one in dates for other in dates if one is not other)


def test_months_lie_in_the_years_of_the_deck_or_close_to_them() -> None:
    dates = [target.value for fact in small_deck.deck().facts.values() for target in fact.targets]
    years = years_of([date for date in dates if isinstance(date, Date)])
    rungs = [parse_date(rung) for rung in small_deck.deck().facts["card/trial"].targets[0].rungs]

    assert all(rung.first[0] in years and rung.last[0] in years for rung in rungs)
    assert (years[0], years[-1]) == (1934, 1939)


def test_the_years_of_a_deck_are_those_of_its_own_dates_and_a_few_around_them() -> None:
    assert years_of([parse_date("June 1791"), parse_date("1789")]) == range(1787, 1793)
    with pytest.raises(ValueError, match="empty"):
        years_of([])


def test_what_is_true_or_might_be_is_no_rung() -> None:
    rungs = {fact.key: fact.targets[0].rungs for fact in small_deck.deck().facts.values()}

    assert "16" not in rungs["card/others"]
    assert "March 1936" not in rungs["card/trial"]
    assert all(abs(int(parse_quantity(rung).amount) - 1966) > 98 for rung in rungs["card/delegates"] if rung != "1,996")


def test_a_part_is_less_than_its_whole() -> None:
    rungs = small_deck.deck().facts["card/arrested"].targets[0].rungs

    assert all(parse_quantity(rung).amount <= 1996 for rung in rungs)


def test_wrong_ranges_share_no_year_with_one_another() -> None:
    spans = [parse_range(rung) for rung in small_deck.deck().facts["card/term-of-years"].targets[0].rungs]

    assert all(early.high < late.low for early, late in pairwise(spans))


def test_labels_keep_their_zeros() -> None:
    assert all(
        len(rung) == 5 and rung.startswith("00") for rung in small_deck.deck().facts["card/order"].targets[0].rungs
    )


@pytest.mark.long
def test_the_same_deck_gives_the_same_ladders() -> None:
    chosen = choose_ladders(small_deck.deck())

    assert chosen == {fact.key: rungs for fact in small_deck.deck().facts.values() if (rungs := fact.targets[0].rungs)}
    assert "card/suicides" not in chosen


def test_toml_gives_the_ladders_back() -> None:
    chosen = {"card/others": ("11", "14"), "card/head:backward": ("around 1,000", "1.5 million")}

    assert tomllib.loads(as_toml(chosen)) == {key: list(rungs) for key, rungs in chosen.items()}


@pytest.fixture
def candidates(full: bool) -> int:  # noqa: FBT001 -- a fixture
    """Among how many ladders is chosen where any will do: so many draws are made that find none."""
    return CANDIDATES if full else 60


def with_target(key: str, **changes: object) -> Deck:
    deck = small_deck.deck()
    (card,) = deck.cards
    facts = tuple(
        fact._replace(targets=(fact.targets[0]._replace(**changes),)) if fact.key == key else fact  # type: ignore[arg-type]
        for fact in card.facts
        if fact.key in {key, "card/trial"}
    )
    return replace(deck, cards=(card._replace(facts=facts),))


@pytest.mark.parametrize("shown", ["2", "30,000", "over 250,000", "0"])
def test_numbers_without_room_are_named(shown: str, candidates: int) -> None:
    with pytest.raises(NoRoomError, match="card/others") as error:
        choose_ladders(with_target("card/others", value=parse_quantity(shown)), candidates)

    assert error.value.keys == ("card/others",)


def test_bounds_can_leave_no_room(candidates: int) -> None:
    with pytest.raises(NoRoomError, match="card/sentenced"):
        choose_ladders(with_target("card/sentenced", bounds=(12, 14)), candidates)


def test_a_year_that_is_always_the_roundest_option_has_no_ladder(candidates: int) -> None:
    with pytest.raises(NoRoomError, match="card/year"):
        choose_ladders(with_target("card/year", value=parse_date("1940")), candidates)


def test_a_date_far_from_the_others_gets_dates_of_its_own_time(candidates: int) -> None:
    chosen = choose_ladders(with_target("card/year", value=parse_date("1789")), candidates)

    assert all(abs(int(rung) - 1789) <= 6 for rung in chosen["card/year"])


@pytest.mark.parametrize(
    "shown",
    [
        *("4", "95", "96-98", "900", "summer 871", "997-98", "1004", "1899-1901", "1898-99", "1999-2000"),
        *("2996", "May/June 2998"),
    ],
)
def test_dates_at_the_turn_of_a_century_or_near_the_ends_of_the_calendar_have_rungs_that_can_be_read(
    shown: str,
) -> None:
    ladders = drawn_around(shown)

    assert ladders
    assert all(rungs[3] == shown for rungs in ladders)
    assert {parse_date(rung).precision for rungs in ladders for rung in rungs} == {parse_date(shown).precision}


@pytest.mark.parametrize("shown", ["1", "1-2", "44 BC", "May/June 2999", "2997-99", "2999"])
def test_dates_at_the_ends_of_the_calendar_have_no_room(shown: str) -> None:
    assert not drawn_around(shown)


def drawn_around(shown: str) -> list[tuple[str, ...]]:
    draw = calendar.date(parse_date(shown), [parse_date("August 1936")], [])
    return [rungs for seed in range(3000) if (rungs := draw(Random(seed)))]
