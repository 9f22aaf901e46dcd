"""A fact needs a type, a value and a prompt."""

from __future__ import annotations

import pytest
from small_deck import CARD, ENTITIES

from purges_quiz import bank
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.filling import split_name
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck, Listing, Name, Statement
from purges_quiz.deck.outline import outline
from purges_quiz.deck.problems import DeckError
from purges_quiz.grading.grader import Grader
from purges_quiz.language import general_language

HEAD = """key = "fire"
title = "The great fire"
sentences = ["Thomas Farriner's bakery burned in 1936.", "Pepys saw it; Pepys wrote of it, and so did John Evelyn."]
"""


def deck(*facts: str, **others: str) -> Deck:
    body = "".join(f"\n[facts.f{number}]\n{fact}\n" for number, fact in enumerate(facts, start=1))
    files = {"fire.toml": HEAD + body, **{f"{name}.toml": text for name, text in others.items()}}
    return load({name: text.encode() for name, text in files.items()})


def test_a_type_a_value_and_a_prompt_are_enough_for_every_question_to_be_made_and_graded() -> None:
    made = deck(
        'type = "date"\nvalue = "1936"\nprompt = "In which year was the great fire?"',
        'type = "person"\nvalue = "Thomas Farriner"\nprompt = "Whose bakery burned first in the great fire?"',
        'type = "people"\nelements = ["Pepys", "John Evelyn"]\nprompt = "Which two described the great fire?"',
        'type = "statement"\nvalue = "the houses were built of timber"\nprompt = "Why did the great fire spread?"',
        'type = "list"\nelements = ["new churches", "the Monument"]\nprompt = "What came of the great fire?"',
        'type = "term"\nvalue = "firebreak"\nprompt = "Which strip is cleared so that no fire crosses it?"',
    )
    grader = Grader(made, general_language())

    asked = [question for question in bank.build(made).questions.values() if question.typed]

    assert {question.fact.key for question in asked} == set(made.facts)
    assert all(grader.grade(question, question.answer).judgement == "correct" for question in asked)


def test_a_mark_is_found_and_what_a_fact_is_about_is_told_by_its_card() -> None:
    made = deck(
        'type = "date"\nvalue = "1936"\nprompt = "When?"',
        'type = "person"\nvalue = "Pepys"\nprompt = "Who saw the great fire?"',
        'type = "term"\nvalue = "firebreak"\nprompt = "What is a cleared strip?"',
    )

    once, twice, never = made.facts.values()
    assert (once.span, once.sentence) == ("1936", "Thomas Farriner's bakery burned in 1936.")
    assert twice.sentence.startswith("Pepys saw it")
    assert never.sentence
    assert once.targets[0].about == 'on the card "The great fire"'


def test_a_name_without_an_entity_becomes_one_and_a_surname_is_that_of_the_only_full_name() -> None:
    made = deck(
        'type = "person"\nvalue = "John Evelyn"\nprompt = "Who wrote of the great fire?"',
        'type = "person"\nvalue = "Evelyn"\nprompt = "Who was that?"',
        'type = "term"\nvalue = "firebreak"\nprompt = "What is a cleared strip?"',
    )

    full, surname, term = [fact.targets[0].value for fact in made.facts.values()]
    assert isinstance(full, Name)
    assert isinstance(surname, Name)
    assert isinstance(term, Name)
    assert full.entity == surname.entity
    assert made.entities[full.entity].first_names == ("John",)
    assert made.entities[term.entity].kind is EntityKind.TERM


@pytest.mark.parametrize(
    ("text", "first", "name"),
    [
        ("Otto von Bismarck", ("Otto",), "von Bismarck"),
        ("Antonie van Leeuwenhoek", ("Antonie",), "van Leeuwenhoek"),
        ("Johann Sebastian Bach", ("Johann", "Sebastian"), "Bach"),
        ("Louis XVI", (), "Louis XVI"),
        ("Alexander the Great", (), "Alexander the Great"),
        ("Plato", (), "Plato"),
    ],
)
def test_first_names_are_told_from_surnames(text: str, first: tuple[str, ...], name: str) -> None:
    assert split_name(text) == (first, name)


def test_a_key_that_is_misspelt_is_still_a_problem_and_no_new_name() -> None:
    files = {"card.toml": CARD.replace('value = "yezhov"', 'value = "yezov"', 1), "entities.toml": ENTITIES}

    with pytest.raises(DeckError, match='no entity has the key "yezov"'):
        load({name: text.encode() for name, text in files.items()})


def test_ideas_of_a_statement_are_made_of_its_own_words() -> None:
    made = deck('type = "statement"\nvalue = "the houses were built of dry timber"\nprompt = "Why did it spread?"')

    value = made.facts["fire/f1"].targets[0].value
    assert isinstance(value, Statement)
    assert [idea.said for idea in value.ideas] == [("hous*|built*",), ("timb*",)] or len(value.ideas) <= 3


def test_elements_in_words_need_no_entity() -> None:
    made = deck('type = "list"\nelements = ["planning agencies", "the trade unions"]\nprompt = "Which two were hit?"')

    value = made.facts["fire/f1"].targets[0].value
    assert isinstance(value, Listing)
    assert [element.entity for element in value.elements] == ["", ""]


def test_options_come_from_other_facts_of_the_same_type_and_group_and_are_never_in_the_prompt() -> None:
    names = ["Adams", "Baker", "Cooper", "Dyer", "Evans"]
    people = [f'type = "person"\nvalue = "{name}"\nprompt = "Who is number {at}?"' for at, name in enumerate(names)]
    other = 'type = "person"\ngroup = "kings"\nvalue = "Charles"\nprompt = "Which king was it, not Adams?"'
    excluding = 'type = "person"\nvalue = "Foster"\nprompt = "Who was neither Baker nor Dyer?"'
    cards = [
        HEAD.replace('"fire"', f'"c{at}"') + f"\n[facts.f]\n{fact}\n"
        for at, fact in enumerate([*people, other, excluding])
    ]
    made = load({f"c{at}.toml": text.replace("burned", f"burned {at}").encode() for at, text in enumerate(cards)})

    options = {
        fact.key: {distractor.text for distractor in fact.targets[0].distractors} for fact in made.facts.values()
    }
    assert options["c0/f"] == {"Baker", "Cooper", "Dyer", "Evans", "Foster"}
    assert options["c5/f"] == set()
    assert options["c6/f"] == {"Adams", "Cooper", "Evans"}


def test_several_cards_may_share_a_file() -> None:
    many = "".join(
        f'[[card]]\nkey = "c{at}"\ntitle = "C {at}"\nsentences = ["In 19{at} it was."]\n\n[card.facts.year]\n'
        f'type = "date"\nvalue = "19{at}"\nprompt = "In which year was card {at}?"\n\n'
        for at in range(10, 14)
    )
    files = {"deck.toml": b'title = "Many"\nid = "abc"\n', "01-c.toml": many.encode()}

    made = load(files)
    assert [card.key for card in made.cards] == ["c10", "c11", "c12", "c13"]
    assert made.id == "abc"
    assert list(outline(files).facts) == list(made.facts)
