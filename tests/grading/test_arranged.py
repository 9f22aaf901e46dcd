from __future__ import annotations

import pytest
from judging import question

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Option, Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Choice, Judgement, Order, Pairing
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

CHOICE = question("yezhov-fall/successor")._replace(
    kind=Kind.MULTIPLE_CHOICE,
    options=(
        Option("Yagoda", correct=False, reason="he was replaced after the first show trial"),
        Option("Beria", correct=True, reason="Yezhov's deputy"),
        Option("someone from abroad", correct=False, reason="no card says so"),
    ),
)
ORDER = CHOICE._replace(kind=Kind.ORDERING, target=None, items=("first", "second", "third", "fourth"))
PAIRS = (("executed", "512"), ("died in prison", "29"), ("suicides", "13"), ("death sentences", "13"))
MATCHING = ORDER._replace(kind=Kind.MATCHING, items=(), pairs=PAIRS, facts=("a/1", "a/2", "a/3", "b/1"))


def judged(asked: Question, response: Choice | Order | Pairing) -> tuple[Judgement, Slip | None]:
    verdict = grader().grade(asked, response)
    return verdict.judgement, verdict.slip


def test_the_right_option_is_right_and_a_wrong_one_says_what_it_is() -> None:
    assert judged(CHOICE, Choice(1)) == (Judgement.CORRECT, None)
    verdict = grader().grade(CHOICE, Choice(0))
    assert (verdict.judgement, verdict.slip, verdict.confused_with) == (Judgement.WRONG, Slip.OTHER, "yagoda")
    assert message(verdict) == "Yagoda: he was replaced after the first show trial."
    assert grader().grade(CHOICE, Choice(2)).confused_with is None


def test_an_option_that_is_a_number_of_another_fact_names_that_fact() -> None:
    asked = CHOICE._replace(options=(Option("512", correct=False, reason="the number of the executed"),))
    assert grader().grade(asked, Choice(0)).confused_with == "army-statistics/executed"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((0, 1, 2, 3), (Judgement.CORRECT, None)),
        ((0, 2, 1, 3), (Judgement.PARTIAL, Slip.INCOMPLETE)),
        ((1, 0, 3, 2), (Judgement.PARTIAL, Slip.INCOMPLETE)),
        ((2, 3, 0, 1), (Judgement.WRONG, None)),
        ((3, 2, 1, 0), (Judgement.WRONG, None)),
    ],
)
def test_an_order_counts_by_its_pairs(items: tuple[int, ...], expected: tuple[Judgement, Slip | None]) -> None:
    assert judged(ORDER, Order(items)) == expected


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ((0, 2, 1, 3), "Taken two at a time, the lines are in order 5 times out of 6."),
        ((3, 1, 0, 2), "Taken two at a time, the lines are in order 2 times out of 6."),
        ((3, 2, 0, 1), "Taken two at a time, the lines are in order 1 time out of 6."),
    ],
)
def test_an_order_is_explained_by_the_measure_that_gives_its_points(items: tuple[int, ...], sentence: str) -> None:
    assert message(grader().grade(ORDER, Order(items))) == sentence


def test_pairs_are_counted_in_words_that_fit() -> None:
    assert message(grader().grade(MATCHING, Pairing((0, 2, 1, None)))) == "1 of 4 pairs is right."
    assert message(grader().grade(MATCHING, Pairing((0, 1, None, None)))) == "2 of 4 pairs are right."


def test_pairs_that_read_alike_are_alike() -> None:
    assert judged(MATCHING, Pairing((0, 1, 3, 2))) == (Judgement.CORRECT, None)


def test_the_facts_of_wrong_and_open_pairs_are_missed() -> None:
    verdict = grader().grade(MATCHING, Pairing((1, 0, 2, None)))
    assert (verdict.judgement, verdict.missed) == (Judgement.PARTIAL, ("a/1", "a/2", "b/1"))
    verdict = grader().grade(MATCHING, Pairing((1, 0, None, None)))
    assert (verdict.judgement, len(verdict.missed)) == (Judgement.WRONG, 4)


def test_a_response_that_the_question_does_not_take_is_an_error() -> None:
    with pytest.raises(TypeError, match="not answered by typing"):
        grader().grade(ORDER, "first")
    with pytest.raises(IndexError, match="no option 3"):
        grader().grade(CHOICE, Choice(3))
    with pytest.raises(ValueError, match="each once"):
        grader().grade(ORDER, Order((0, 0, 1, 2)))
    with pytest.raises(ValueError, match="4 pairs"):
        grader().grade(MATCHING, Pairing((0,)))
    with pytest.raises(IndexError, match="no such right side"):
        grader().grade(MATCHING, Pairing((0, 1, 2, 9)))
