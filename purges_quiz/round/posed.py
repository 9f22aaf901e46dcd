"""A question as it is put to the player: its order on the screen and the time it gets."""

from __future__ import annotations

import random
from dataclasses import dataclass

from purges_quiz.deck.model import Date, Label, Name, Quantity, Range
from purges_quiz.deck.question import Kind, Question

READING_PACE = 4
"""Words a second."""


@dataclass(frozen=True, slots=True)
class PosedQuestion:
    """A question as it is put."""

    question: Question
    arrangement: tuple[int, ...] = ()
    """The order on the screen of what the question lists (options, items, right sides), each by its place there."""
    limit: float | None = None
    """Seconds to answer in, reading included; None: no clock of its own."""
    allowance: float = 0
    """The seconds for reading, which cost no points."""
    practice: bool = False
    """True: its answer has been seen, so it counts for nothing."""


def reading_allowance(question: Question) -> float:
    """The seconds that reading the question takes: its words and those of what it lists, at least 1."""
    listed = (
        *(option.text for option in question.options),
        *question.items,
        *(side for p in question.pairs for side in p),
    )
    return max(1.0, sum(len(text.split()) for text in (question.prompt, *listed)) / READING_PACE)


def limit_of(question: Question) -> float:
    """The seconds that a question gets, reading included."""
    return reading_allowance(question) + _seconds_to_answer(question)


def _seconds_to_answer(question: Question) -> float:
    match question.kind:
        case Kind.MULTIPLE_CHOICE | Kind.NUMBER_RECALL | Kind.DATE_RECALL:
            return 20
        case Kind.FREE_TEXT if question.target is not None and isinstance(question.target.value, Name):
            return 30
        case _:
            return 60


def put(
    question: Question, rng: random.Random, *, clock: bool, seconds: float | None = None, stretch: float = 1
) -> PosedQuestion:
    """The question as it is asked now, timed by a clock of its own if `clock` is set.

    `seconds` is a limit that the player named: it is taken as it stands, and reading costs no points for half of
    it at most. The usual limit is stretched by `stretch`.
    """
    allowance = reading_allowance(question) * stretch
    if not clock:
        return PosedQuestion(question, arranged(question, rng))
    if seconds is not None:
        return PosedQuestion(question, arranged(question, rng), seconds, min(allowance, seconds / 2))
    return PosedQuestion(question, arranged(question, rng), limit_of(question) * stretch, allowance)


def arranged(question: Question, rng: random.Random) -> tuple[int, ...]:
    """An order for what the question lists: numbers and dates ascend as in the bank, events start out of order."""
    match question.kind:
        case Kind.MULTIPLE_CHOICE if question.target is not None and isinstance(
            question.target.value, Date | Quantity | Range | Label
        ):
            return tuple(range(len(question.options)))
        case Kind.MULTIPLE_CHOICE:
            return _shuffled(len(question.options), rng)
        case Kind.MATCHING:
            return _shuffled(len(question.pairs), rng)
        case Kind.ORDERING:
            order = _shuffled(len(question.items), rng)
            return order if order != tuple(sorted(order)) else (*order[1:], *order[:1])
        case _:
            return ()


def _shuffled(count: int, rng: random.Random) -> tuple[int, ...]:
    return tuple(rng.sample(range(count), count))
