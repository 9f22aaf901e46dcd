"""The form in which a fact is asked: recognised, recalled with a cue, recalled."""

from __future__ import annotations

import random
from collections.abc import Sequence

from purges_quiz.deck.question import Kind, Question
from purges_quiz.progress import Stage
from purges_quiz.selection.context import SelectionContext

ARRANGED = 0.25
"""How often a fact that can be matched or put in order, and asked by itself as well, is asked so."""

PREFERRED: dict[Stage, tuple[Stage, ...]] = {
    Stage.RECOGNITION: (Stage.RECOGNITION, Stage.CUE, Stage.RECALL),
    Stage.CUE: (Stage.CUE, Stage.RECALL, Stage.RECOGNITION),
    Stage.RECALL: (Stage.RECALL, Stage.CUE, Stage.RECOGNITION),
}
"""What to ask a fact by that stands on a rung, where the first has no question."""


def choose_question(
    context: SelectionContext, fact: str, rng: random.Random, *, alone: bool = False
) -> Question | None:
    """A question for a fact, by its rung; None if none of the kinds wanted asks it.

    `alone` leaves out the questions that ask several facts at once, unless nothing else is wanted.
    """
    questions = [
        question for question in context.questions(fact) if context.wants_shared or not (alone and _shared(question))
    ]
    for rung in PREFERRED[context.state(fact).stage]:
        if fitting := [question for question in questions if stage_of(question) is rung]:
            return one_of(context, fitting, rng)
    return None


def _shared(question: Question) -> bool:
    return len(question.facts) > 1


def stage_of(question: Question) -> Stage:
    """The rung on which a question is asked."""
    if not question.typed:
        return Stage.RECOGNITION
    return Stage.CUE if question.hint else Stage.RECALL


def one_of(context: SelectionContext, questions: Sequence[Question], rng: random.Random) -> Question:
    """One of the questions of a fact; of its option sets only the player's own."""
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
