"""A question as it is posed to the player: its order on the screen and the time it gets."""

from __future__ import annotations

import random
from typing import NamedTuple, assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Figure, Name
from purges_quiz.deck.question import Question

READING_PACE = 4
"""Words a second: 240 words a minute, about the mean of adults reading silently (Brysbaert 2019: 238)."""


class PosedQuestion(NamedTuple):
    """A question with its order, its time and whether it counts."""

    question: Question
    arrangement: tuple[int, ...] = ()
    """The order on the screen of the options, items or right sides, each by its place in the question."""
    limit: float | None = None
    """Seconds to answer in, reading included; None: no clock of its own."""
    allowance: float = 0
    """The seconds for reading, which cost no points."""
    practice: bool = False
    """True: the player has been shown its answer, so it counts for nothing."""


def reading_allowance(question: Question) -> float:
    """The seconds that it takes to read the prompt and all options, items or pairs; at least 1."""
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
        case Kind.FREE_TEXT:
            return 30 if question.target is not None and isinstance(question.target.value, Name) else 60
        case Kind.LIST_RECALL | Kind.ORDERING | Kind.MATCHING:
            return 60
        case _ as unknown:
            assert_never(unknown)


def pose(
    question: Question, rng: random.Random, *, clock: bool, seconds: float | None = None, stretch: float = 1
) -> PosedQuestion:
    """The question in an order that the dice decide, timed by a clock of its own if `clock` is set.

    `seconds` is a limit that the player has set: it is used as it is, and at most half of it is the allowance for
    reading. The usual limit and allowance are multiplied by `stretch`.
    """
    allowance = reading_allowance(question) * stretch
    if not clock:
        return PosedQuestion(question, arranged(question, rng))
    if seconds is not None:
        return PosedQuestion(question, arranged(question, rng), seconds, min(allowance, seconds / 2))
    return PosedQuestion(question, arranged(question, rng), limit_of(question) * stretch, allowance)


def arranged(question: Question, rng: random.Random) -> tuple[int, ...]:
    """An order for the options, items or right sides; numbers and dates ascend, events never start in the right order.

    Numbers and dates ascend since a reader would sort them anyway, and their place then says nothing.
    """
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            if question.target is not None and isinstance(question.target.value, Figure):
                return tuple(range(len(question.options)))
            return _shuffled(len(question.options), rng)
        case Kind.MATCHING:
            return _shuffled(len(question.pairs), rng)
        case Kind.ORDERING:
            order = _shuffled(len(question.items), rng)
            return order if order != tuple(sorted(order)) else (*order[1:], *order[:1])
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return ()
        case _ as unknown:
            assert_never(unknown)


def _shuffled(count: int, rng: random.Random) -> tuple[int, ...]:
    return tuple(rng.sample(range(count), count))
