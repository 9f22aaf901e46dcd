from __future__ import annotations

import re

import pytest

import shipped_deck
from purges_quiz.bank.typed import hint_of
from purges_quiz.deck.dates import MONTHS, parse_date
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


def test_a_label_has_a_hint_too_and_a_range_has_none_since_one_bound_leaves_little_choice() -> None:
    assert hint_of(parse_range("8-10 years")) is None
    assert hint_of(Label("00447", "00447")) == "004__"


@pytest.mark.parametrize(
    ("shown", "hint"),
    [
        ("August 1936", "A... 193_"),
        ("February 1940", "...ary 194_"),
        ("November 1938", "...ber 193_"),
        ("May/June 1937", "M.../... 193_"),
        ("summer 1937", "s... 193_"),
        ("autumn 1937", "... 193_"),
        ("winter 1936-37", "... 193_-3_"),
        ("19 August 1936", "1_ A... 193_"),
        ("March 44 BC", "M... 4_ BC"),
        ("1938", None),
        ("1937-38", None),
        ("the 1930s", None),
        ("the 19th century", None),
    ],
)
def test_the_hint_for_a_date_shows_its_decade_and_what_its_month_shares_with_another(
    shown: str, hint: str | None
) -> None:
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


@pytest.mark.parametrize("month", MONTHS)
def test_no_month_can_be_known_by_its_hint_alone(month: str) -> None:
    hint = re.escape(hint_of(parse_date(f"{month} 1936")) or "").replace(re.escape("..."), ".+").replace("_", ".")

    assert sum(re.fullmatch(hint, f"{name} 1936") is not None for name in MONTHS) > 1


def test_a_name_shows_more_letters_if_another_answer_of_the_deck_looks_like_it() -> None:
    assert hint_of(Name("Yagoda", "yagoda"), {"Yezhov"}) == "Ya____"
    assert hint_of(Name("Yezhov", "yezhov"), {"Yagoda", "Yermak"}) == "Yez___"
    assert hint_of(Name("Beria", "beria"), {"Beran"}) == "Ber__"


def test_a_hint_of_words_that_the_prompt_has_already_is_not_given() -> None:
    hinted = {
        question.fact.key for question in shipped_deck.questions().questions.values() if question.hint and question.fact
    }

    assert "impact/congress" not in hinted
    assert "yezhov-fall/successor" in hinted


def test_a_list_is_masked_element_by_element() -> None:
    assert hint_of(Listing("x", (Element("Zinoviev"), Element("Kamenev")))) == "Z_______; K______"
