"""Answers of which no rule can judge, weighed by what there is of them, and right answers to another question."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import graded_decks
import pytest
from made_up_statements import grader_of

from purges_quiz import bank
from purges_quiz.bank.bank import resolve
from purges_quiz.deck.model import Statement
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement

ANSWERS = Path(__file__).parents[1] / "data" / "answers" / "apart"
DECKS = ("french", "newdeal", "coldwar", "rome", "industry", "biology", "civilwar")
TRIES = 150
"""Right answers of a deck that are given to another question of it."""
MOST_TAKEN_ELSEWHERE = 0.10
"""Share of them that may be accepted: some are right there as well."""
STATEMENTS = {
    "granary": ("Why was the granary guarded at night?", "thieves had stolen corn", ("thieves stole corn",)),
    "bridge": ("Why did the town want a bridge?", "the ferry could not carry carts", ("ferry carried no carts",)),
    "road": ("Why was the road moved?", "the river flooded it every spring", ("flooded by the river",)),
}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("granary", "some robbers had got in and taken wheat more than once, so nobody felt safe"),
        ("bridge", "you could not get a wagon across because the boat was too small for it"),
        ("road", "each year when the stream rose the water covered it and no traffic could get past"),
    ],
)
def test_a_whole_sentence_of_like_words_is_right(key: str, text: str) -> None:
    grader, questions = grader_of(STATEMENTS)

    assert grader.grade(questions[key], text).judgement is Judgement.CORRECT


@pytest.mark.parametrize("key", STATEMENTS)
@pytest.mark.parametrize("text", ["it was bad", "something with the town", "they wanted it", "because of the night"])
def test_a_few_vague_words_are_wrong(key: str, text: str) -> None:
    grader, questions = grader_of(STATEMENTS)

    assert grader.grade(questions[key], text).judgement is Judgement.WRONG


def test_half_of_the_right_words_with_another_in_the_place_of_one_are_wrong() -> None:
    grader, questions = grader_of(STATEMENTS)

    assert grader.grade(questions["granary"], "the miller had stolen hay").judgement is Judgement.WRONG


def given_elsewhere(deck: str) -> Iterator[tuple[Question, str]]:
    """Right answers to statements of a deck, each with the question on another statement."""
    questions = bank.build(graded_decks.deck(deck))
    rows = map(json.loads, (ANSWERS / f"{deck}-development.jsonl").read_text(encoding="utf-8").splitlines())
    right = [
        (question, row["response"])
        for row in rows
        if row["verdict"] == "correct"
        and (question := resolve(questions, row["question"])).target is not None
        and isinstance(question.target.value, Statement)
    ]
    dice = random.Random(7)
    for _ in range(TRIES):
        (question, _), (other, text) = dice.choice(right), dice.choice(right)
        if question.fact.key != other.fact.key:
            yield question, text


@pytest.mark.parametrize("deck", DECKS)
def test_right_answers_are_seldom_taken_for_answers_to_another_question(
    deck: str, record_property: Callable[[str, object], None]
) -> None:
    grader = graded_decks.grader(deck)
    found = [grader.grade(question, text).judgement for question, text in given_elsewhere(deck)]
    taken = found.count(Judgement.CORRECT) / len(found)
    record_property("figures", f"right answers given to another question, {deck}: {taken:.1%} of {len(found)} accepted")

    assert taken <= MOST_TAKEN_ELSEWHERE
