"""Some weeks of study: rounds of ten questions, answered by a made-up learner, until each day's minutes are over."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from purges_quiz.deck.question import Question
from purges_quiz.round import PosedQuestion
from purges_quiz.round.events import with_repeat

from .answering import Response, answered
from .learners import Learner
from .material import Material

SKIPPED = 0.2
"""How often a day goes by without study; the first day never does."""


class Order(Protocol):
    """One learner's way of going through the facts. It sees answers, never the memory."""

    def pick(self, day: int, rng: random.Random) -> Sequence[Question]:
        """The questions of the next round."""
        ...

    def note(self, day: int, response: Response, *, practice: bool) -> None:
        """Take note of an answer; those for practice are to questions that were missed in the same round."""
        ...


@dataclass(frozen=True, slots=True)
class Course:
    """How long is studied."""

    minutes: float
    """A day."""
    days: int
    """From the first day to the day before the exam."""

    def studied(self, seed: int) -> list[int]:
        """The days on which the learner of that seed studies, counted from 0."""
        rng = random.Random(f"days {seed}")
        return [day for day in range(self.days) if rng.random() >= SKIPPED or day == 0]


def study(material: Material, order: Order, learner: Learner, course: Course, seed: int) -> None:
    """Let the learner study; the question during which a day's minutes run out is its last."""
    rng = random.Random(f"study {seed}")
    for day in course.studied(seed):
        left = course.minutes * 60
        while left > 0:
            asks = tuple(map(PosedQuestion, order.pick(day, rng)))
            while asks and left > 0:
                ask, *rest = asks
                asks = tuple(rest)
                response = answered(material, learner, ask.question, day, rng)
                left -= response.seconds
                order.note(day, response, practice=ask.practice)
                if response.missed and not ask.practice:
                    asks = with_repeat(asks, ask, rng)


def recalled_at_exam(material: Material, learner: Learner, course: Course) -> float:
    """How many facts the learner can be expected to recall on the morning after the last day."""
    return sum(learner.recall(fact, course.days) for fact in material.facts)
