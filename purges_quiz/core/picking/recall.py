"""Seeing to it that a round asks enough for recall."""

from __future__ import annotations

import random
from collections.abc import Sequence

from purges_quiz.core.picking.planning import in_words
from purges_quiz.core.picking.pool import Pool
from purges_quiz.core.question import TYPED, Kind, Question

NUMERIC = frozenset({Kind.NUMBER_RECALL, Kind.DATE_RECALL})


def typed_enough(
    pool: Pool, chosen: Sequence[Question], ranked: Sequence[str], rng: random.Random, least: int
) -> list[Question]:
    """The questions with at least so many of them typed, one of those for a number or date, if the wanted kinds can.

    What is known best is asked for recall first, what was never asked last, and of that first what has a cue. If none
    of the facts has a number or date, the last one makes room for the first of `ranked` that has.
    """
    found = list(chosen)
    if not any(question.kind in NUMERIC for question in found) and not _recall(pool, found, NUMERIC, rng):
        _make_room(pool, found, ranked, rng)
    while sum(question.typed for question in found) < least and _recall(pool, found, TYPED, rng):
        pass
    return found


def _recall(pool: Pool, found: list[Question], kinds: frozenset[Kind], rng: random.Random) -> bool:
    """Ask one of the facts so far only to be recognised by one of these kinds instead; False if none can be.

    A question that asks several facts at once makes room only where there are no others.
    """
    asked = [(place, fact) for place, question in enumerate(found) if not question.typed for fact in question.facts]
    alone = [(place, fact) for place, fact in asked if len(found[place].facts) == 1]
    for place, fact in sorted(alone or asked, key=lambda it: _ready(pool, it[1], kinds), reverse=True):
        if question := _typed(pool, fact, kinds, rng):
            found[place] = question
            return True
    return False


def _make_room(pool: Pool, found: list[Question], ranked: Sequence[str], rng: random.Random) -> None:
    """Put a number or date in the last place, one that leaks with none of the others if there is one."""
    kept = found[:-1]
    asked = {fact for question in kept for fact in question.facts}
    numbers = (
        _typed(pool, fact, NUMERIC, rng) for fact in ranked if found and pool.wants(NUMERIC) and fact not in asked
    )
    fitting = (question for question in numbers if question and not any(pool.leak(question, it) for it in kept))
    if question := next(fitting, None):
        found[-1] = question


def _ready(pool: Pool, fact: str, kinds: frozenset[Kind]) -> tuple[bool, int, float, bool, bool]:
    """How soon a fact can be asked for recall: met, known well, or at least with a cue, and fast to type."""
    standing = pool.standing(fact)
    cued = any(question.cue for question in pool.questions(fact, kinds))
    swift = not in_words(pool.bank.deck.facts[fact])
    return bool(standing.asked), standing.rung, pool.recall(fact), cued, swift


def _typed(pool: Pool, fact: str, kinds: frozenset[Kind], rng: random.Random) -> Question | None:
    """A typed question of these kinds for a fact, with a cue where there is one."""
    questions = pool.questions(fact, kinds)
    cued = [question for question in questions if question.cue]
    return rng.choice(cued or questions) if questions else None
