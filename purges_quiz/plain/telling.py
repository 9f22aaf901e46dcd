"""What is told of an answer, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from purges_quiz.deck.model import Deck, Fact
from purges_quiz.deck.question import Kind
from purges_quiz.grading.verdict import Choice, Pairing
from purges_quiz.round import Attempt
from purges_quiz.round.records import Outcome
from purges_quiz.wording.answers import by_sentence, message, reason, spans_in, typed, verdict
from purges_quiz.wording.figures import counted


def feedback(given: Attempt, deck: Deck) -> Iterator[str]:
    """Verdict, what the answer really was, the right answer, the card's sentence, the note."""
    earned = "for practice" if given.posed.practice else counted(given.points, "point")
    yield f"{verdict(given)}, {earned}."
    yield from _explained(given, deck, message(given))


def mistake(given: Attempt, deck: Deck) -> Iterator[str]:
    """A mistake as the results tell it: the question, what was given, and what there is to say of it."""
    yield given.posed.question.prompt
    yield f"You answered: {typed(given)}"
    yield from _explained(given, deck, reason(given))


def options(given: Attempt) -> Iterator[str]:
    """Every option with what it really is."""
    for letter, place in zip(ascii_lowercase, given.posed.arrangement, strict=False):
        option = given.posed.question.options[place]
        told = "right" if option.correct else "wrong"
        own = ", your answer" if given.response == Choice(place) else ""
        yield f"{letter}. {option.text} ({told}{own}): {option.reason}"


def marked(sentence: str, facts: list[Fact]) -> str:
    """A sentence of a card, its facts between asterisks."""
    for start, end in reversed(spans_in(sentence, facts)):
        sentence = f"{sentence[:start]}*{sentence[start:end]}*{sentence[end:]}"
    return sentence


def _explained(given: Attempt, deck: Deck, said: str) -> Iterator[str]:
    if said:
        yield said
    yield from _answer(given)
    for sentence, facts in by_sentence(_told(given, deck)).items():
        yield f"Card: {marked(sentence, facts)}"
    if given.posed.question.note:
        yield f"Note: {given.posed.question.note}"


def _answer(given: Attempt) -> Iterator[str]:
    """The right answer, and what differs from it."""
    question = given.posed.question
    match question.kind:
        case Kind.ORDERING:
            yield "The right order:"
            yield from (f"{number}. {item}" for number, item in enumerate(question.items, start=1))
        case Kind.MATCHING:
            yield "What belongs together:"
            yield from _pairs(given)
        case _:
            yield f"Answer: {question.answer}"
    differences = given.verdict.differences if given.verdict and given.outcome is Outcome.SLIP else ()
    if differences:
        spelt = "".join(part.text if part.same else f"*{part.text}*" for part in differences)
        yield f"Spelt, with what differs between asterisks: {spelt}"


def _pairs(given: Attempt) -> Iterator[str]:
    pairs = given.posed.question.pairs
    held = given.response.rights if isinstance(given.response, Pairing) else (None,) * len(pairs)
    for (left, right), place in zip(pairs, held, strict=True):
        # Two lines may have partners that read alike: what is written counts.
        told = "you gave none" if place is None else "right" if pairs[place][1] == right else f"you: {pairs[place][1]}"
        yield f"{left}: {right} ({told})"


def _told(given: Attempt, deck: Deck) -> list[Fact]:
    """The facts whose sentences are told: of several facts only those that were missed."""
    keys = given.posed.question.facts
    return [deck.facts[key] for key in (keys if len(keys) == 1 else given.missed) if key in deck.facts]
