"""Questions across cards, read from their file, every problem with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from small_deck import CARD, ENTITIES

import shipped_deck
from purges_quiz.authoring.audit import across
from purges_quiz.deck.across import DERIVATIONS, read_across
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import AcrossQuestion, Basis, Name, Quantity, Quote
from purges_quiz.deck.problems import DeckError, Problem

FACTS = shipped_deck.deck().facts
ASKED: Mapping[str, Any] = {
    "key": "behind-all",
    "kind": "multiple-choice",
    "prompts": ["Who was said to be behind the plots at all three Moscow show trials?"],
    "answer": "Trotsky",
    "because": "named at each of them",
    "from": ["first-show-trial/alleged-leader", "third-show-trial/conspired-with"],
    "rule": "same",
    "options": [{"text": "Radek", "true_of": "January 1937"}, {"text": "Bukharin", "tempts": "March 1938"}],
}
ORDERED: Mapping[str, Any] = {
    "key": "in-order",
    "kind": "ordering",
    "prompts": ["In what order did the three Moscow show trials come, earliest first?"],
    "because": "1936, 1937, 1938",
    "rule": "order",
    "pairs": [
        {"left": "first", "right": "August 1936", "fact": "first-show-trial/date"},
        {"left": "second", "right": "January 1937", "fact": "second-show-trial/date"},
        {"left": "third", "right": "March 1938", "fact": "third-show-trial/date"},
    ],
}


def read(*questions: Mapping[str, Any]) -> tuple[tuple[AcrossQuestion, ...], list[str]]:
    problems: list[Problem] = []
    found = read_across({"question": [dict(it) for it in questions]}, FACTS, shipped_deck.deck().entities, problems)
    return found, [str(problem) for problem in problems]


def test_a_multiple_choice_has_its_wrong_options_with_their_basis() -> None:
    (found,), problems = read(ASKED)

    assert problems == []
    assert found.value == Quote("Trotsky")
    assert [(it.text, it.basis) for it in found.wrong] == [("Radek", Basis.TRUE_OF), ("Bukharin", Basis.TEMPTS)]


def test_free_text_asks_for_a_number_or_for_an_entity() -> None:
    typed = {key: value for key, value in ASKED.items() if key != "options"} | {"kind": "free-text"}

    assert read(typed | {"answer": "16"})[0][0].value == Quantity("16", 16)
    assert read(typed | {"answer": "trotsky"})[0][0].value == Name("Trotsky", "trotsky")


def test_an_ordering_names_its_facts_by_its_pairs() -> None:
    (found,), problems = read(ORDERED)

    assert problems == []
    assert found.facts == ("first-show-trial/date", "second-show-trial/date", "third-show-trial/date")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"kind": "quiz"}, "kind: expected one of multiple-choice"),
        ({"rule": "sum"}, "rule: expected one of same"),
        ({"from": ["first-show-trial/leader"]}, 'from: no fact has the key "first-show-trial/leader"'),
        ({"options": []}, "options: expected at least 2 wrong options, found 0"),
        ({"prompts": []}, "prompts: expected at least 1 text"),
        ({"key": "Behind All"}, "key: expected small letters"),
        ({"hint": "x"}, "hint: is not a key that is known here"),
        ({"kind": "free-text", "answer": "trotzki"}, 'answer: no entity has the key "trotzki"'),
    ],
)
def test_each_problem_is_named_with_its_place(change: Mapping[str, Any], problem: str) -> None:
    _, problems = read({**ASKED, **change})

    assert any(it.startswith("across.toml: question 1: ") and problem in it for it in problems), problems


def test_two_questions_of_one_key_are_a_problem() -> None:
    assert read(ASKED, ASKED)[1] == ["across.toml: behind-all: key: two questions have this key"]


def test_the_shipped_deck_asks_at_least_twenty_questions_across_cards_by_every_rule() -> None:
    assert len(shipped_deck.deck().across) >= 20
    assert {it.rule for it in shipped_deck.deck().across} == set(DERIVATIONS)
    assert set(across.DERIVATIONS) == set(DERIVATIONS)


def test_their_ids_and_levels_are_their_own() -> None:
    asked = shipped_deck.questions().across

    assert all(name.startswith("across/") and question.level == "across" for name, question in asked.items())
    assert shipped_deck.questions().question(next(iter(asked))) == next(iter(asked.values()))
    assert not set(asked) & set(shipped_deck.questions().questions)


def test_a_wrong_option_names_the_fact_that_it_contradicts_only_where_its_author_does() -> None:
    asked = shipped_deck.questions().across
    named = {option.contradicts for option in asked["across/first-blow-of-1937:multiple-choice:1"].options}

    assert named == {"", "army-purge/date", "yezhovshchina-creation/order-date", "third-show-trial/date"}
    assert {option.contradicts for option in asked["across/from-trial-to-trial:multiple-choice:1"].options} == {""}


def test_options_that_differ_by_a_number_alone_ascend() -> None:
    asked = shipped_deck.questions().across
    shares = [option.text for option in asked["across/share-of-high-command:multiple-choice:1"].options]
    numbers = [option.text for option in asked["across/escaped-death:multiple-choice:1"].options]

    assert shares == ["about 33%", "about 67%", "about 77%", "about 95%"]
    assert numbers == ["0", "3", "4", "13"]


def test_only_of_what_each_fact_says_itself_the_facts_are_known_that_say_the_answer() -> None:
    asked = shipped_deck.questions().across

    assert asked["across/behind-the-plots-typed:free-text:1"].restates
    assert not asked["across/first-trial-total:free-text:1"].restates
    assert not asked["across/behind-the-plots:multiple-choice:1"].restates


def test_two_pairs_of_one_fact_cannot_be_matched_each_to_its_own() -> None:
    matched = {**ORDERED, "kind": "matching", "pairs": [*ORDERED["pairs"], ORDERED["pairs"][0]]}

    assert read(matched)[1] == ["across.toml: question 1: pairs: expected a fact of its own for each pair"]
    assert read({**matched, "kind": "ordering"})[1] == []


def test_no_card_may_have_the_key_of_the_questions_across_cards() -> None:
    card = CARD.replace('key = "card"', 'key = "across"')
    with pytest.raises(DeckError, match='"across" stands for the questions across cards'):
        load({"card.toml": card.encode(), "entities.toml": ENTITIES.encode()})
