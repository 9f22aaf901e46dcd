"""One question for a fact, by its stage: recognised, recalled with a hint, recalled."""

from __future__ import annotations

import random
from collections.abc import Sequence

from purges_quiz.deck.kinds import TYPED, Kind
from purges_quiz.deck.question import Question
from purges_quiz.progress import Stage
from purges_quiz.selection.context import SelectionContext

ARRANGED = 0.25
"""The probability that a fact which has both is asked by matching or ordering and not by multiple choice: they
get three times the time."""

UNTYPED = frozenset(Kind) - TYPED
"""The kinds that are answered by choosing or arranging."""
PREFERRED: dict[Stage, tuple[Stage, ...]] = {
    Stage.RECOGNITION: (Stage.RECOGNITION, Stage.HINT, Stage.RECALL),
    Stage.HINT: (Stage.HINT, Stage.RECALL, Stage.RECOGNITION),
    Stage.RECALL: (Stage.RECALL, Stage.HINT, Stage.RECOGNITION),
}
"""For the stage of a fact the stages of its questions, in order of preference; not every stage has a question."""


def choose_question(
    context: SelectionContext, fact: str, rng: random.Random, *, alone: bool = False
) -> Question | None:
    """A question for a fact, by its stage; None if none of the kinds wanted asks it.

    `alone` leaves out the questions that ask several facts at once, unless nothing else is wanted.
    """
    for stage in PREFERRED[context.state(fact).stage]:
        fitting = [
            question
            for question in context.questions(fact, UNTYPED if stage is Stage.RECOGNITION else TYPED)
            if stage_of(question) is stage and (context.wants_shared or not (alone and _shared(question)))
        ]
        if fitting:
            return one_of(context, fitting, rng)
    return None


def _shared(question: Question) -> bool:
    return len(question.facts) > 1


def stage_of(question: Question) -> Stage:
    """The stage of a fact at which a question fits."""
    if not question.typed:
        return Stage.RECOGNITION
    return Stage.HINT if question.hint else Stage.RECALL


def one_of(context: SelectionContext, questions: Sequence[Question], rng: random.Random) -> Question:
    """One of the questions of a fact.

    Of its option sets only one is ever shown to the same player: whoever had two could find the answer as the option
    that both have.
    """
    choices = [question for question in questions if question.kind is Kind.MULTIPLE_CHOICE]
    others = [question for question in questions if question.kind is not Kind.MULTIPLE_CHOICE]
    if not choices or (others and rng.random() < ARRANGED):
        return rng.choice(others)
    asked = rng.choice(choices)
    ends = [question for question in choices if question.target is asked.target]
    sets = list(dict.fromkeys(question.options for question in ends))
    end = asked.target.name if asked.target else ""
    own = random.Random(f"{context.profile} {asked.fact.key} {end}").choice(sets)
    return rng.choice([question for question in ends if question.options == own])
