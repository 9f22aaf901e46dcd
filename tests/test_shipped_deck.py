"""The shipped deck holds every fact of the fifteen cards, and asks each as something that is typed."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import shipped_deck
from purges_quiz.deck.kinds import Kind

DIGITS = re.compile(r"\d[\d,.]*\d|\d")
NOT_ASKED_AS_NUMBERS = {
    "Constitution": "the year is part of the document's name, which is asked for",
    "Category": "the number is the category's name, which is asked for",
    "Congress": "the number is the congress's name, which is asked for",
    "WW2": "the number is the war's name, which is asked for",
}
"""Words beside digits of the cards that are no answer of a number or date question, with the reason."""


def listed_facts() -> dict[str, str]:
    path = Path(__file__).parent / "data" / "facts.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {f"{row['card']}/{row['fact']}": row["type"] for row in rows}


def test_every_listed_fact_is_in_the_deck_under_its_key_with_its_type_and_in_its_order() -> None:
    assert {key: fact.type for key, fact in shipped_deck.deck().facts.items()} == listed_facts()
    assert list(shipped_deck.deck().facts) == list(listed_facts())


def test_every_listed_fact_has_a_typed_question() -> None:
    typed = Counter(
        key for question in shipped_deck.questions().questions.values() if question.typed for key in question.facts
    )

    assert {key for key in listed_facts() if not typed[key]} == set()


def test_every_figure_of_the_cards_is_asked_as_a_number_or_date_or_stands_in_the_list_of_exceptions() -> None:
    asked: dict[str, set[str]] = {}
    for question in shipped_deck.questions().questions.values():
        if question.kind in {Kind.NUMBER_RECALL, Kind.DATE_RECALL}:
            asked.setdefault(question.fact.card, set()).update(DIGITS.findall(question.answer))

    lost = []
    for card in shipped_deck.deck().cards:
        for sentence in card.sentences:
            for found in DIGITS.finditer(sentence):
                around = sentence[max(0, found.start() - 12) : found.end() + 20]
                if found[0] not in asked.get(card.key, set()) and not any(
                    word in around for word in NOT_ASKED_AS_NUMBERS
                ):
                    lost.append((card.key, found[0], sentence))
    assert lost == []


def test_the_deck_has_the_fifteen_cards_in_their_order() -> None:
    cards = list(dict.fromkeys(key.split("/")[0] for key in listed_facts()))

    assert [card.key for card in shipped_deck.deck().cards] == cards
