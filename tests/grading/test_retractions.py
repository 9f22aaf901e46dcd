"""What an answer takes back counts no more, of any fact of any deck."""

from __future__ import annotations

import random

import graded_decks
import pytest

from purges_quiz.deck.question import Question
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.retractions import retracted, without_retracted
from purges_quiz.grading.words import words
from purges_quiz.language import general_language

TAKEN_BACK = (
    "{}, no that's wrong",
    "{} - no, that was somebody else's",
    "{}? no, it was the wrong one",
    "{} is exactly what nobody said",
    "{} was the only thing that they did not mean",
    "{}, but nothing of the sort was done",
)
SAMPLE = 40


def right_answers(name: str, *, full: bool) -> list[tuple[Question, str]]:
    """Questions of a deck, each with its right answer."""
    found = [(question, question.answer.strip("“”")) for question in graded_decks.questions(name) if question.answer]
    return found if full else random.Random(name).sample(found, min(SAMPLE, len(found)))


@pytest.mark.parametrize("name", graded_decks.NAMES)
@pytest.mark.parametrize("form", TAKEN_BACK)
def test_a_right_answer_that_is_taken_back_is_not_right(name: str, form: str, *, full: bool) -> None:
    grader = graded_decks.grader(name)
    accepted = [
        (question.id, form.format(answer))
        for question, answer in right_answers(name, full=full)
        if grader.grade(question, form.format(answer)).right
    ]
    assert not accepted


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Radek, no wait, Bukharin", "bukharin"),
        ("in 1937. no scrap that, 1938", "1938"),
        ("to help them, oops, to kill them", "to kill them"),
        ("Not because he was cruel, he was thought too slow", "he was thought too slow"),
        ("not so much to punish, it was to threaten", "it was to threaten"),
    ],
)
def test_only_what_follows_a_correction_counts(typed: str, kept: str) -> None:
    left = without_retracted(tuple(words(typed)))
    assert " ".join(word.text for word in left if not word.punctuation) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "they had no trial, no lawyers and no hope",
        "he was shot, but he never knew why",
        "not enough police, no money",
        "it was what the Party said that mattered",
        "no, it was Bukharin",
        "he was the last one shot",
    ],
)
def test_an_answer_that_takes_nothing_back_is_left_as_it_is(typed: str) -> None:
    text = tuple(words(typed))
    assert without_retracted(text) == text
    assert not retracted(Reading(text, general_language()).words)
