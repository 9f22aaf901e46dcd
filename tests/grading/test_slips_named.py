"""What is said of a slip names what the answer did: the word that doubts or denies, the unit, roles, letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from graded_decks import deck, grader, questions

from generators.candidates import undecided
from generators.edits import all_edits
from generators.generated import Generator
from generators.right import right_answers, value_of
from generators.roles import swapped
from purges_quiz.deck.model import Quantity, Statement
from purges_quiz.deck.question import Question
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Verdict
from purges_quiz.plain.question import answer_lines
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.wording import verdicts
from purges_quiz.wording.answers import side_by_side

NAME = "shipped"
EACH = 23
"""Of so many generated answers one is tried."""
LEAST = 5
"""Letters of the shortest answer that is misspelt."""


def first_questions() -> Iterator[Question]:
    """One question for each end of each fact."""
    return (question for question in questions(NAME) if question.id.endswith(":0"))


def judged(generate: Generator, slip: Slip, step: int = 1) -> Iterator[tuple[str, Verdict]]:
    """Generated answers to every fact that are given a slip, and what is found of them."""
    for question in first_questions():
        for answer in islice(generate(deck(NAME), question, all_edits), None, None, step):
            finding = grader(NAME).grade(question, answer.text)
            if not answer.right and finding.slip is slip:
                yield answer.text, finding


def test_of_two_candidates_the_word_that_leaves_them_open_is_named() -> None:
    told = [(text, found, verdicts.message(found)) for text, found in judged(undecided, Slip.HEDGED, EACH)]
    named = [text for text, found, said in told if found.other and f"\u201c{found.other}\u201d" in said]
    assert len(told) > 100
    assert len(named) > 0.95 * len(told)
    assert all(found.other in text.lower() for text, found, _ in told)


def test_the_word_that_denies_is_named() -> None:
    told = []
    for question in first_questions():
        for text in right_answers(question)[:1]:
            finding = grader(NAME).grade(question, f"it was not {text}")
            if finding.slip is Slip.NEGATED:
                told.append((question.id, finding.other, verdicts.message(finding)))
    assert len(told) > 60
    assert [it for it in told if "not" not in it[1] or f"\u201c{it[1]}\u201d" not in it[2]] == []


def test_the_foreign_unit_is_named_with_its_number_and_with_what_is_asked_for() -> None:
    told = []
    for question in first_questions():
        value = value_of(question)
        if isinstance(value, Quantity) and value.amount > 1 and not value.share and not value.sign:
            finding = grader(NAME).grade(question, f"{value.amount} tanks")
            told.append((finding.slip, finding.other, verdicts.message(finding)))
    assert len(told) > 10
    assert {slip for slip, _, _ in told} == {Slip.UNIT}
    assert all(
        other.endswith("tanks") and other[0].isdigit() and f"\u201c{other}\u201d" in said for _, other, said in told
    )
    assert sum("the question asks for" in said for _, _, said in told) > len(told) / 2


def test_of_roles_turned_round_the_right_way_round_is_told() -> None:
    told = [(found.other, verdicts.message(found)) for _, found in judged(swapped, Slip.REVERSED)]
    assert len(told) > 10
    assert all(said.startswith("The other way round: ") and other in said for other, said in told)


def test_of_a_name_misspelt_the_letters_that_differ_are_known() -> None:
    told = 0
    for question in first_questions():
        for text in right_answers(question)[:1]:
            middle = len(text) // 2
            if len(text) < LEAST:
                continue
            typed = text[:middle] + text[middle + 1] + text[middle] + text[middle + 2 :]
            finding = grader(NAME).grade(question, typed)
            if finding.slip is Slip.SPELLING:
                told += 1
                assert any(not part.same for part in finding.differences), typed
                assert "".join(part.text for part in finding.differences).lower() == finding.other.lower()
    assert told > 20


@pytest.fixture(scope="module")
def unsure() -> list[Attempt]:
    """Answers of some length that are on the subject and meet no idea."""
    found = []
    for question in first_questions():
        if isinstance(value_of(question), Statement):
            subject = question.prompt.rstrip("?").split()[-1]
            text = f"they organised something quite different with {subject} and others there"
            verdict = grader(NAME).grade(question, text)
            if verdict.unsure:
                found.append(Attempt(PosedQuestion(question, (), None, 5), text, text, verdict, Outcome.WRONG))
    return found


def test_where_the_grader_is_unsure_both_texts_are_given_side_by_side(unsure: list[Attempt]) -> None:
    assert len(unsure) > 10
    for attempt in unsure:
        assert side_by_side(attempt) == (("You", attempt.text), ("Answer", attempt.posed.question.answer))


def test_the_lines_of_the_plain_game_have_both_texts_and_name_the_way_to_say_that_they_are_one(
    unsure: list[Attempt],
) -> None:
    for attempt in unsure[:5]:
        said = "\n".join(answer_lines(attempt, deck(NAME)))
        assert f"You:     {attempt.text}\nAnswer:  {attempt.posed.question.answer}\n" in said
        assert "If yours means the same, :y counts it as right." in said
