"""Answers that only fill the blanks of the cue under the question."""

from __future__ import annotations

import random
import re

import pytest
from judging import judge

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement, Verdict
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

CUED = list({it.target: it for it in shipped_deck.questions().questions.values() if it.hint}.values())
FIGURES = [question for question in CUED if question.kind is Kind.NUMBER_RECALL]
WORDS = [question for question in CUED if question.kind in {Kind.FREE_TEXT, Kind.DATE_RECALL}]
REVIEWED = "impact/cases-reviewed"


def cued(key: str, text: str) -> Verdict:
    """The verdict on an answer to the cued question on a fact."""
    return grader().grade(next(question for question in CUED if question.fact.key == key), text)


def under_the_blanks(question: Question) -> str:
    """What stands where the first to the last blank of the cue are."""
    assert question.hint is not None
    return question.answer[question.hint.index("_") : question.hint.rindex("_") + 1]


@pytest.mark.parametrize("question", FIGURES, ids=lambda question: question.id)
def test_the_whole_figure_and_what_fills_its_blanks_are_right(question: Question) -> None:
    assert question.hint is not None
    digits = re.sub(r",000$| million$|^\D+ ", "", question.answer)
    for text in (question.answer, digits, under_the_blanks(question)):
        assert grader().grade(question, text).judgement is Judgement.CORRECT, text


@pytest.mark.parametrize("question", WORDS, ids=lambda question: question.id)
def test_the_letters_that_fill_the_blanks_are_right(question: Question) -> None:
    assert question.hint is not None
    pattern = re.escape(question.hint).replace(r"\.\.\.", "([A-Za-z]+)").replace("_", "(.)")
    parts = re.fullmatch(pattern, question.answer)
    assert parts is not None
    missing = (" " if "..." in question.hint else "").join(parts.groups())
    verdict = grader().grade(question, missing)
    assert (verdict.judgement, verdict.slip) == (Judgement.CORRECT, None), missing


@pytest.mark.parametrize("text", ["1.5", "1,5", "1.5?", "I think 1.5", "one point five", "1.5 million", "1500000"])
def test_the_unit_of_the_cue_need_not_be_typed_again(text: str) -> None:
    assert cued(REVIEWED, text).judgement is Judgement.CORRECT


@pytest.mark.parametrize("text", ["15", "3", "1", "5", "15 million", "1.5 thousand", "1.5 or 2", "not 1.5", "5.1"])
def test_other_figures_do_not_fill_the_blanks(text: str) -> None:
    assert cued(REVIEWED, text).judgement is Judgement.WRONG


@pytest.mark.parametrize("text", ["3", "300", "13", "30 or 40", "45", "30 million"])
def test_other_thousands_do_not_fill_the_blanks(text: str) -> None:
    assert cued("impact/released-jail", text).judgement is Judgement.WRONG


def test_a_figure_that_is_near_is_half_right_without_its_thousands_too() -> None:
    assert cued("impact/released-jail", "31").judgement is Judgement.PARTIAL


def test_without_a_cue_the_digits_alone_are_wrong_and_the_message_says_what_is_missing() -> None:
    verdict = judge(REVIEWED, "1.5")
    assert (verdict.judgement, verdict.slip) == (Judgement.WRONG, Slip.MAGNITUDE)
    assert message(verdict) == "The digits are right, but it is 1.5 million."


@pytest.mark.parametrize("question", CUED, ids=lambda question: question.id)
def test_no_other_name_or_figure_fills_the_blanks(question: Question, dice: random.Random, *, full: bool) -> None:
    names = {entity.name for entity in shipped_deck.deck().entities.values()}
    texts = sorted(names | {other.answer for other in FIGURES})
    for text in texts if full else dice.sample(texts, 60):
        with_cue = grader().grade(question, text).judgement
        assert with_cue is not Judgement.CORRECT or grader().grade(_uncued(question), text).judgement is with_cue, text


def _uncued(question: Question) -> Question:
    return next(
        other
        for other in shipped_deck.questions().of_fact(question.fact.key)
        if not other.hint and other.typed and other.target is question.target
    )
