from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.figures import figure_like, first, last, near, overlap, read_like, same
from purges_quiz.deck.model import Date, Figure, Label, Precision, Quantity, Quote, Range
from purges_quiz.deck.numbers import parse_label, parse_quantity, parse_range


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("14", Quantity("14", 14)),
        ("1,108", Quantity("1,108", 1108)),
        ("1.5 million", Quantity("1.5 million", 1_500_000)),
        ("1.5", Quantity("1.5", Fraction(3, 2))),
        ("1.55555555 million", Quantity("1.55555555 million", Fraction("1555555.55"))),
        ("14 people", Quantity("14 people", 14, "", ("people",))),
        ("-3", Quantity("-3", -3)),
        ("over 250,000", Quantity("over 250,000", 250_000, "over")),
        ("around 140,000", Quantity("around 140,000", 140_000, "around")),
    ],
)
def test_a_quantity_is_read_as_printed(text: str, quantity: Quantity) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize("text", ["", "many", "1,10", "1.5.2", "about 14", "14 PEOPLE", "--3", "3/0"])
def test_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no quantity"):
        parse_quantity(text)


def test_a_range_brings_its_unit() -> None:
    assert parse_range("8-10 years", ("years", "yrs")) == Range("8-10 years", 8, 10, ("years", "yrs"))
    assert parse_range("8-10") == Range("8-10", 8, 10)


@pytest.mark.parametrize("text", ["", "8", "10-8 years", "8-8", "eight to ten"])
def test_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no range"):
        parse_range(text)


def test_a_label_keeps_its_zeros() -> None:
    assert parse_label("00447") == Label("00447", "00447")
    with pytest.raises(ValueError, match="digits alone"):
        parse_label("NKVD Order 00447")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("August 1936", (1936, 8), (1936, 8), Precision.MONTH),
        ("May/June 1937", (1937, 5), (1937, 6), Precision.MONTHS),
        ("summer 1937", (1937, 6), (1937, 8), Precision.SEASON),
        ("Summer 1937", (1937, 6), (1937, 8), Precision.SEASON),
        ("1937-38", (1937, 1), (1938, 12), Precision.YEARS),
        ("1937-1938", (1937, 1), (1938, 12), Precision.YEARS),
        ("1938", (1938, 1), (1938, 12), Precision.YEAR),
        ("winter 1937", (1937, 12), (1938, 2), Precision.SEASON),
        ("36", (36, 1), (36, 12), Precision.YEAR),
    ],
)
def test_a_date_is_as_precise_as_printed(
    text: str,
    first: tuple[int, int],
    last: tuple[int, int],
    precision: Precision,
) -> None:
    assert parse_date(text) == Date(text, first, last, precision)


@pytest.mark.parametrize("text", ["", "Augst 1936", "8/1936", "'36", "June/May 1937", "1938-37", "Winter"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|does not ascend"):
        parse_date(text)


FIGURES: list[Figure] = [
    parse_date("August 1936"),
    parse_quantity("over 250,000"),
    parse_range("8-10 years"),
    parse_label("00447"),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_text_is_read_like_another_figure_or_refused(figure: Figure) -> None:
    assert figure_like(figure.shown, figure) == read_like(figure.shown, figure) == figure
    for text in ("", "many", "Yezhov"):
        assert read_like(text, figure) is None
        with pytest.raises(ValueError, match="expected"):
            figure_like(text, figure)


def test_nothing_is_read_like_words() -> None:
    assert read_like("1938", Quote("1938")) is None


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_overlaps_and_is_the_same_as_itself(figure: Figure) -> None:
    assert first(figure) <= last(figure)
    assert overlap(figure, figure)
    assert same(figure, figure)


def test_figures_overlap_when_they_share_a_month_or_an_amount() -> None:
    assert overlap(parse_date("summer 1937"), parse_date("May/June 1937"))
    assert not overlap(parse_date("summer 1937"), parse_date("May 1937"))
    assert overlap(parse_range("8-10 years"), parse_range("10-12 years"))
    assert not overlap(parse_range("8-10 years"), parse_range("11-12 years"))


def test_the_same_figure_may_be_printed_otherwise_but_not_qualified_otherwise() -> None:
    assert same(parse_quantity("1.5 million"), parse_quantity("1,500,000"))
    assert same(parse_date("1937-38"), parse_date("1937-1938"))
    assert not same(parse_quantity("over 250,000"), parse_quantity("250,000"))
    assert not same(parse_label("00447"), parse_quantity("447"))


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=0, max_value=10**9))
def test_an_amount_is_near_up_to_five_percent_of_the_truth_on_either_side(truth: int, off: int) -> None:
    expected = Fraction(off, truth) <= Fraction(5, 100)

    assert near(truth + off, truth) == near(truth - off, truth) == expected
    assert near(Fraction(truth + off), truth) == expected
