"""Ideas told in words that no phrase of the deck has, and words that only look like them."""

from __future__ import annotations

from functools import cache

import pytest
from made_up_statements import grader_of

from purges_quiz.deck.question import Question
from purges_quiz.grading import Grader
from purges_quiz.grading.verdict import Judgement

FACTS = {
    "canal": ("Why was the canal dug?", "to make coal cheaper", ("coal cheaper",)),
    "guns": ("Why did the rebels storm the castle?", "to get weapons", ("weapons",)),
    "mill": ("Why did the mill close?", "it could not sell its cloth", ("could not sell cloth",)),
    "law": ("What did the law of 1770 take away from the miners?", "the right to strike", ("right to strike",)),
    "king": ("What did the pamphlet accuse the judges of?", "taking orders from the King", ("orders from the King",)),
    "post": ("What was Hale under the Governor?", "the second in command", ("second in command", "third in rank")),
    "loss": (
        "What did Hale lose in 1736?",
        "the post of head of the garrison, for which many complaints were made",
        ("head of the garrison", "a high rank in the fort"),
    ),
    "less": ("What were the farmers paid for?", "growing less wheat", ("grow less wheat",)),
}


@cache
def grader() -> tuple[Grader, dict[str, Question]]:
    return grader_of(FACTS)


def verdict(key: str, text: str) -> Judgement:
    judge, questions = grader()
    return judge.grade(questions[key], text).judgement


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("canal", "so that coal would cost less"),
        ("canal", "coal got more affordable"),
        ("guns", "they wanted rifles"),
        ("mill", "it was unable to sell the fabric"),
        ("law", "they were not allowed to go on strike any more"),
        ("king", "doing what the king told them, on his orders"),
        ("post", "second in charge"),
        ("less", "producing less wheat"),
        ("less", "cutting production of wheat"),
    ],
)
def test_an_idea_in_other_words_is_right(fact: str, text: str) -> None:
    assert verdict(fact, text) is Judgement.CORRECT


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("canal", "so that coal would cost more"),
        ("canal", "to make bread cheaper"),
        ("canal", "to sell coal"),
        ("guns", "they wanted food"),
        ("mill", "it could not buy wool"),
        ("king", "taking orders from the bishop"),
        ("post", "Hale lost the post of Head of the garrison in September 1736"),
        ("post", "What complaint cost Hale the post of commander of the garrison in 1736?"),
        ("post", "an officer of high rank whom the whole garrison of the fort admired"),
        ("less", "growing more wheat"),
        ("less", "growing wheat"),
    ],
)
def test_another_thing_of_the_same_kind_or_its_contrary_is_wrong(fact: str, text: str) -> None:
    assert verdict(fact, text) is not Judgement.CORRECT


@pytest.mark.parametrize("fact", FACTS)
def test_the_answer_itself_is_right(fact: str) -> None:
    assert verdict(fact, FACTS[fact][1]) is Judgement.CORRECT
