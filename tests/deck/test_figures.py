from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.figures import figure_like, first, last, near, overlap, read_like, same
from purges_quiz.deck.model import Figure, Quote
from purges_quiz.deck.numbers import parse_label, parse_quantity, parse_range

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
