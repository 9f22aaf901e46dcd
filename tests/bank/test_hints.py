from __future__ import annotations

import pytest

from purges_quiz.bank.typed import hint_of
from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.model import Element, Label, Listing, Name, Quote
from purges_quiz.deck.numbers import parse_quantity, parse_range


@pytest.mark.parametrize(
    ("shown", "hint"),
    [
        ("1,108", "1,1__"),
        ("160", "1__"),
        ("14", None),
        ("8", None),
        ("450,000", "4__,000"),
        ("128,000", "1__,000"),
        ("30,000", "__,000"),
        ("1.5 million", "_._ million"),
        ("15 thousand", "__ thousand"),
        ("over 250,000", "over 2__,000"),
        ("around 140,000", "around 1__,000"),
    ],
)
def test_the_hint_for_a_quantity_hides_its_last_two_digits_that_count(shown: str, hint: str | None) -> None:
    assert hint_of(parse_quantity(shown)) == hint


def test_ranges_and_labels_have_hints_too() -> None:
    assert hint_of(parse_range("8-10 years")) == "8-__ years"
    assert hint_of(Label("00447", "00447")) == "004__"


@pytest.mark.parametrize(
    ("shown", "hint"),
    [
        ("August 1936", "A_____ 19__"),
        ("May/June 1937", "M__/J___ 19__"),
        ("summer 1937", "s_____ 19__"),
        ("1938", None),
        ("1937-38", None),
    ],
)
def test_the_hint_for_a_date_shows_the_first_letter_of_its_month(shown: str, hint: str | None) -> None:
    assert hint_of(parse_date(shown)) == hint


@pytest.mark.parametrize(
    ("shown", "hint"),
    [
        ("Lavrenty Beria", "L_______ B____"),
        ("whether or not I knew", "w______ o_ n__ I k___"),
        ("the 1936 Constitution", "t__ ____ C___________"),
        ("17th Party Congress", "__t_ P____ C_______"),
        ("Category 1", None),
    ],
)
def test_words_show_their_first_letters_and_no_digit(shown: str, hint: str | None) -> None:
    assert hint_of(Name(shown, "key")) == hint
    assert hint_of(Quote(shown)) == hint


def test_a_list_is_masked_element_by_element() -> None:
    assert hint_of(Listing("x", (Element("Zinoviev"), Element("Kamenev")))) == "Z_______; K______"
