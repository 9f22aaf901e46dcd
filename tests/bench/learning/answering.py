"""How a made-up learner answers a question, and how long that takes."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Name
from purges_quiz.deck.question import Question

from .learners import Learner
from .material import StudyMaterial

CHOOSING = 4.0
"""Seconds to settle on an option, once everything has been read."""
TYPING_A_NUMBER = 6.0
TYPING_A_NAME = 8.0
TYPING_WORDS = 20.0
"""Seconds for a statement, a quote or a list."""
ARRANGING = 20.0
"""Seconds to put in order or to match."""
GIVING_UP = 4.0
"""Seconds until "don't know"."""
FEEDBACK = 2.0
"""Seconds to take note of the verdict; after a mistake the sentence of the card is read as well."""
SLIPS = 0.03
"""How often what is recalled is answered wrongly all the same."""


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question answered, as an order of study learns of it."""

    question: Question
    missed: tuple[str, ...]
    """The facts that count as wrong."""
    gave_up: bool
    answering: float
    """Seconds until it was answered, reading included."""
    feedback: float
    """Seconds spent on the feedback."""

    @property
    def seconds(self) -> float:
        """All that it took."""
        return self.answering + self.feedback


def answered(
    material: StudyMaterial, learner: Learner, question: Question, day: int, rng: random.Random
) -> AnsweredQuestion:
    """The learner's answer.

    What is recalled is answered rightly but for slips, what is not is guessed where guessing is possible. The
    feedback is read, so every fact of the question is met, of one across cards too.
    """
    recalled = {fact: rng.random() < learner.recall(fact, day) for fact in question.facts}
    for fact, known in recalled.items():
        learner.meet(fact, day, recalled=known)
    missed = _missed(question, recalled, rng)
    gives_up = question.typed and not all(recalled.values())
    if not missed and rng.random() < SLIPS:
        missed = question.facts[:1] if question.kind is Kind.MATCHING else question.facts
    reading, source = material.reading[question.id]
    answering = reading + (GIVING_UP if gives_up else seconds_to_answer(question))
    return AnsweredQuestion(question, missed, gives_up, answering, FEEDBACK + (source if missed else 0))


def seconds_to_answer(question: Question) -> float:
    """The seconds from having read a question to having answered it."""
    match question.kind:
        case Kind.MULTIPLE_CHOICE:
            return CHOOSING
        case Kind.ORDERING | Kind.MATCHING:
            return ARRANGING
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL:
            return TYPING_A_NUMBER
        case Kind.FREE_TEXT if question.target is not None and isinstance(question.target.value, Name):
            return TYPING_A_NAME
        case Kind.FREE_TEXT | Kind.LIST_RECALL:
            return TYPING_WORDS
        case _ as unknown:
            assert_never(unknown)


def _missed(question: Question, recalled: dict[str, bool], rng: random.Random) -> tuple[str, ...]:
    """The facts answered wrongly: what is not recalled is guessed among the options, or among the places left."""
    unknown = [fact for fact, known in recalled.items() if not known]
    match question.kind:
        case Kind.MULTIPLE_CHOICE if unknown:
            return () if rng.choice(question.options).correct else question.facts
        case Kind.MATCHING | Kind.ORDERING:
            places = rng.sample(unknown, len(unknown))
            wrong = tuple(fact for fact, place in zip(unknown, places, strict=True) if fact != place)
            return wrong if question.kind is Kind.MATCHING or not wrong else question.facts
        case _:
            return tuple(unknown)
