"""How a made-up learner answers a question, and how long that takes."""

from __future__ import annotations

import random

from purges_quiz.deck.model import Name
from purges_quiz.deck.question import Kind, Question
from purges_quiz.grading.verdict import Judgement, Verdict
from purges_quiz.round.posed import READING_PACE, reading_allowance

from .learner import Learner

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


def answered(learner: Learner, question: Question, day: int, rng: random.Random) -> tuple[Verdict | None, float]:
    """The verdict on the learner's answer, None for "don't know", and the seconds it took, feedback included.

    What is recalled is answered rightly, what is not is guessed where guessing is possible. The feedback is read,
    so every fact of the question is met.
    """
    recalled = {fact: rng.random() < learner.recall(fact, day) for fact in question.facts}
    for fact, known in recalled.items():
        learner.meet(fact, day, recalled=known)
    missed = _missed(question, recalled, rng)
    gives_up = bool(missed) and question.typed
    seconds = reading_allowance(question) + (GIVING_UP if gives_up else seconds_to_answer(question)) + FEEDBACK
    if not missed:
        return Verdict(Judgement.CORRECT, None, "Right."), seconds
    seconds += len(question.source.split()) / READING_PACE
    return None if gives_up else Verdict(Judgement.WRONG, None, "Wrong.", missed=missed), seconds


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
        case _:
            return TYPING_WORDS


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
