"""The form in which a fact is asked: recognised, recalled with a cue, recalled."""

from __future__ import annotations

import random
from collections.abc import Sequence

from purges_quiz.core.picking.pool import Pool
from purges_quiz.core.progress import Rung
from purges_quiz.core.question import TYPED, Kind, Question

ARRANGED = 0.25
"""How often a fact that can be matched or put in order, and asked by itself as well, is asked so."""

UNTYPED = frozenset(Kind) - TYPED
"""The kinds that are answered by choosing or arranging."""
PREFERRED: dict[Rung, tuple[Rung, ...]] = {
    Rung.RECOGNITION: (Rung.RECOGNITION, Rung.CUE, Rung.RECALL),
    Rung.CUE: (Rung.CUE, Rung.RECALL, Rung.RECOGNITION),
    Rung.RECALL: (Rung.RECALL, Rung.CUE, Rung.RECOGNITION),
}
"""What to ask a fact by that stands on a rung, where the first has no question."""


def form(pool: Pool, fact: str, rng: random.Random, *, alone: bool = False) -> Question | None:
    """A question for a fact, by its rung; None if none of the kinds wanted asks it.

    `alone` leaves out the questions that ask several facts at once, unless nothing else is wanted.
    """
    for rung in PREFERRED[pool.standing(fact).rung]:
        fitting = [
            question
            for question in pool.questions(fact, UNTYPED if rung is Rung.RECOGNITION else TYPED)
            if rung_of(question) is rung and (pool.wants_shared or not (alone and _shared(question)))
        ]
        if fitting:
            return one_of(pool, fitting, rng)
    return None


def _shared(question: Question) -> bool:
    return len(question.facts) > 1


def rung_of(question: Question) -> Rung:
    """The rung on which a question is asked."""
    if not question.typed:
        return Rung.RECOGNITION
    return Rung.CUE if question.cue else Rung.RECALL


def one_of(pool: Pool, questions: Sequence[Question], rng: random.Random) -> Question:
    """One of the questions of a fact; of its option sets only the player's own."""
    choices = [question for question in questions if question.kind is Kind.MULTIPLE_CHOICE]
    others = [question for question in questions if question.kind is not Kind.MULTIPLE_CHOICE]
    if not choices or (others and rng.random() < ARRANGED):
        return rng.choice(others)
    asked = rng.choice(choices)
    ends = [question for question in choices if question.target is asked.target]
    sets = list(dict.fromkeys(question.options for question in ends))
    end = asked.target.name if asked.target else ""
    own = random.Random(f"{pool.profile} {asked.fact.key} {end}").choice(sets)
    return rng.choice([question for question in ends if question.options == own])
