"""The questions of a round, for each mode.

Every function gives fewer questions than wanted where there are not as many facts, and none where there are none.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import zip_longest

from purges_quiz.core.picking.form import form
from purges_quiz.core.picking.pool import Pool, shuffled
from purges_quiz.core.picking.recall import typed_enough
from purges_quiz.core.picking.spacing import apart
from purges_quiz.core.picking.together import best_together
from purges_quiz.core.question import Question

TYPED_SHARE = 0.3
"""At least this share of an exam is typed: 6 of 20."""
TYPED_IN_QUICK = 3
LOOKED_AT = 200
"""Among so many facts, those worth most, a question is sought that asks several at once."""


def quick(pool: Pool, rng: random.Random, count: int) -> tuple[Question, ...]:
    """What is worth most today, at least three typed and one of those a number or date once three facts were met.

    Before that it begins with choices.
    """
    worths = pool.worths()
    rates = {fact: worth.gain / worth.seconds for fact, worth in worths.items()}
    ranked = sorted(shuffled(pool.facts, rng), key=rates.__getitem__, reverse=True)
    together = best_together(pool, ranked[:LOOKED_AT], worths)
    chosen = _asked(pool, ranked, rng, count, together)
    met = sum(pool.standing(fact).asked > 0 for fact in pool.facts)
    if met < TYPED_IN_QUICK:
        return tuple(sorted(apart(chosen, pool.leak, rng), key=lambda question: question.typed))
    return apart(typed_enough(pool, chosen, ranked, rng, TYPED_IN_QUICK), pool.leak, rng)


def exam(pool: Pool, rng: random.Random, count: int) -> tuple[Question, ...]:
    """Facts of all cards, whatever the player knows of them."""
    dealt = _dealt(pool, rng)
    chosen = typed_enough(pool, _asked(pool, dealt, rng, count), dealt, rng, round(count * TYPED_SHARE))
    return apart(chosen, pool.leak, rng)


def full(pool: Pool, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """Every fact once, each by itself; if `count` is given those that need it most."""
    facts = pool.facts if count is None else pool.ranked(rng, count)
    return apart(_each(pool, facts, rng, count), pool.leak, rng)


def sprint(pool: Pool, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """As many as there are, in no particular order."""
    return apart(_each(pool, shuffled(pool.facts, rng), rng, count), pool.leak, rng)


def card(pool: Pool, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The facts of a pool that holds one card's; if `count` is given those that need it most."""
    return full(pool, rng, count)


def mistakes(pool: Pool, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The open mistakes, the weakest first."""
    return tuple(_each(pool, pool.open_mistakes(rng), rng, count))


def _each(pool: Pool, facts: Iterable[str], rng: random.Random, count: int | None) -> list[Question]:
    """A question for each fact by itself, up to `count` questions."""
    found: list[Question] = []
    asked: set[str] = set()
    for fact in facts:
        if len(found) == count:
            break
        question = form(pool, fact, rng, alone=True) if fact not in asked else None
        if question and not asked.intersection(question.facts):
            found.append(question)
            asked.update(question.facts)
    return found


def _asked(
    pool: Pool, facts: Iterable[str], rng: random.Random, count: int, together: Question | None = None
) -> list[Question]:
    """Questions for the first of these facts that do not leak, and only if need be for others.

    At most one of them asks several facts at once: the one passed in, if there is one.
    """
    chosen = [together] if together else []
    waiting: list[str] = []
    for leaks_wait in (True, False):
        for fact in list(facts) if leaks_wait else waiting:
            if len(chosen) == count:
                return chosen
            asked = {key for question in chosen for key in question.facts}
            if fact in asked:
                continue
            if leaks_wait and any(pool.gives_away(fact, other) for other in asked):
                waiting.append(fact)
                continue
            question = form(pool, fact, rng, alone=len(asked) > len(chosen))
            if question and len(question.facts) > 1 and _spoils(pool, question, asked, leaks_wait=leaks_wait):
                question = form(pool, fact, rng, alone=True)
            if question and asked.isdisjoint(question.facts):
                chosen.append(question)
    return chosen


def _spoils(pool: Pool, question: Question, asked: set[str], *, leaks_wait: bool) -> bool:
    """Whether a question for several facts asks one of those asked already, or leaks with one."""
    return not asked.isdisjoint(question.facts) or (
        leaks_wait and any(pool.gives_away(fact, other) for fact in question.facts for other in asked)
    )


def _dealt(pool: Pool, rng: random.Random) -> list[str]:
    """Every fact in an order that the dice decide, dealt from the cards in turn."""
    cards: dict[str, list[str]] = {}
    for fact in shuffled(pool.facts, rng):
        cards.setdefault(fact.partition("/")[0], []).append(fact)
    rounds = zip_longest(*rng.sample(list(cards.values()), len(cards)))
    return [fact for turn in rounds for fact in turn if fact]
