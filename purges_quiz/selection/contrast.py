"""Questions that tell two things apart which were taken for one another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from purges_quiz.deck.model import Name
from purges_quiz.deck.question import Question
from purges_quiz.selection.choose_question import choose_question
from purges_quiz.selection.context import SelectionContext
from purges_quiz.selection.spacing import apart

OF_EACH = 4
"""At most so many facts of either of the two."""


def contrast(context: SelectionContext, pair: tuple[str, str], rng: random.Random) -> tuple[Question, ...]:
    """Questions on both of a pair of entities or facts, each fact by itself, those mixed up with the other first."""
    found: dict[str, Question] = {}
    for one, other in (pair, pair[::-1]):
        mixed_up = sorted(_facts(context, one), key=lambda fact: -context.progress.confusions.get((fact, other), 0))
        for fact in mixed_up[:OF_EACH]:
            if question := choose_question(context, fact, rng, alone=True):
                found.setdefault(fact, question)
    return apart(tuple(found.values()), context.leaks_between, rng)


def _facts(context: SelectionContext, key: str) -> Iterator[str]:
    """The fact of that key, or those that ask for the entity of that key."""
    for fact in context.facts:
        named = (
            target.value.entity for target in context.bank.deck.facts[fact].targets if isinstance(target.value, Name)
        )
        if fact == key or key in named:
            yield fact
