"""Other persons than the one asked for, made from every person of the deck."""

from __future__ import annotations

import pytest
from graded_decks import SHIPPED, deck, grader, questions

from generators.right import entity_of
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement


@pytest.mark.parametrize("sign", ["'s", "s", "\u2019s"])
@pytest.mark.parametrize("owned", ["killer", "son", "old friend"])
def test_what_a_person_owns_is_not_the_person_with_or_without_an_apostrophe(sign: str, owned: str) -> None:
    people = [
        (question, entity.name.split()[-1])
        for question in questions(SHIPPED)
        for entity in [entity_of(deck(SHIPPED), question)]
        if question.id.endswith(":0") and entity is not None and entity.first_names
    ]
    accepted = [
        (question.fact.key, surname)
        for question, surname in people
        if grader(SHIPPED).grade(question, f"{surname}{sign} {owned}").judgement is Judgement.CORRECT
    ]
    assert people
    assert accepted == []


def test_the_first_name_of_another_person_of_the_deck_is_no_slip_in_spelling() -> None:
    people = {entity.key: entity for entity in deck(SHIPPED).entities.values() if entity.first_names}
    others = {name for entity in people.values() for name in entity.first_names if len(name.split()) == 1}
    taken_for_slips = []
    for question in questions(SHIPPED):
        entity = entity_of(deck(SHIPPED), question)
        if question.id.endswith(":0") and entity is not None and entity.key in people:
            for name in others - set(entity.first_names):
                verdict = grader(SHIPPED).grade(question, f"{name} {entity.name.split()[-1]}")
                if verdict.slip is Slip.SPELLING:
                    taken_for_slips.append((question.fact.key, name))
    assert taken_for_slips == []
