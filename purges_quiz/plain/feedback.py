"""What is said of an answer, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Deck, Fact
from purges_quiz.grading.verdict import Choice
from purges_quiz.plain.commands import Command
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.records import Outcome
from purges_quiz.wording.answers import (
    by_sentence,
    facts_explained,
    judged_pairs,
    message,
    reason,
    same_meaning,
    side_by_side,
    spans_in,
    typed,
    verdict,
)
from purges_quiz.wording.figures import counted


def of_answer(attempt: Attempt, deck: Deck) -> Iterator[str]:
    """Verdict, what the answer really was, the right answer, the card's sentence, the note."""
    earned = "for practice" if attempt.posed.practice else counted(attempt.points, "point")
    yield f"{verdict(attempt)}, {earned}."
    yield from _explained(attempt, deck, message(attempt), side_by_side(attempt))


def of_mistake(attempt: Attempt, deck: Deck) -> Iterator[str]:
    """A mistake in the results: the question, the answer, and what there is to say of it."""
    yield attempt.posed.question.prompt
    yield f"You answered: {typed(attempt)}"
    yield from _explained(attempt, deck, reason(attempt), ())


def options(attempt: Attempt) -> Iterator[str]:
    """Every option with what it really is."""
    for letter, place in zip(ascii_lowercase, attempt.posed.arrangement, strict=False):
        option = attempt.posed.question.options[place]
        judged = "right" if option.correct else "wrong"
        own = ", your answer" if attempt.response == Choice(place) else ""
        yield f"{letter}. {option.text} ({judged}{own}): {option.reason}"


def emphasised(sentence: str, facts: list[Fact]) -> str:
    """A sentence of a card, its facts between asterisks."""
    for start, end in reversed(spans_in(sentence, facts)):
        sentence = f"{sentence[:start]}*{sentence[start:end]}*{sentence[end:]}"
    return sentence


def _explained(attempt: Attempt, deck: Deck, said: str, both: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if said:
        yield said
    if both:
        yield from (f"{name + ':':<8} {text}" for name, text in both)
        yield same_meaning(Command.OVERRULE.typed)
    else:
        yield from _answer(attempt)
    if attempt.posed.question.because:
        yield f"Why: {attempt.posed.question.because}"
    for sentence, facts in by_sentence(facts_explained(attempt, deck.facts)).items():
        yield f"Card: {emphasised(sentence, facts)}"
    if attempt.posed.question.note:
        yield f"Note: {attempt.posed.question.note}"


def _answer(attempt: Attempt) -> Iterator[str]:
    """The right answer, and what differs from it."""
    question = attempt.posed.question
    match question.kind:
        case Kind.ORDERING:
            yield "The right order:"
            yield from (f"{number}. {item}" for number, item in enumerate(question.items, start=1))
        case Kind.MATCHING:
            yield "What belongs together:"
            yield from _pairs(attempt)
        case Kind.MULTIPLE_CHOICE | Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            yield f"Answer: {question.answer}"
        case _:
            assert_never(question.kind)
    differences = attempt.verdict.differences if attempt.verdict and attempt.outcome is Outcome.SLIP else ()
    if differences:
        spelt = "".join(part.text if part.same else f"*{part.text}*" for part in differences)
        yield f"Spelt, with what differs between asterisks: {spelt}"


def _pairs(attempt: Attempt) -> Iterator[str]:
    for pair in judged_pairs(attempt):
        judged = "you gave none" if pair.chosen is None else "right" if pair.correct else f"you: {pair.chosen}"
        yield f"{pair.left}: {pair.right} ({judged})"
