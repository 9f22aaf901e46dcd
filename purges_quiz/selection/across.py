"""A question across cards in a round that has been chosen: it takes the place of one of its questions."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from purges_quiz.deck.kinds import Level
from purges_quiz.deck.question import Question
from purges_quiz.selection.context import SelectionContext
from purges_quiz.selection.recall import NUMERIC

LEAST = 10
"""Questions of a round that has room for one across cards: each takes the place of a fact, and is evidence for none."""


def with_across(
    context: SelectionContext,
    chosen: Sequence[Question],
    rng: random.Random,
    typed: int,
    rate: Callable[[Question], float] | None = None,
) -> tuple[Question, ...]:
    """The round with one question across cards more, in its last third, that leaks with none of the others.

    `rate` is the gain of a question for each second: with it only such a question is asked as comes from facts that
    have all been asked before, in the place of one that gains no more. No typed question gives way unless at least
    `typed` others are typed, and one of these a number or date. A round of fewer than ten questions stays as it is,
    and so does one in which no question across cards fits.
    """
    if len(chosen) < LEAST:
        return tuple(chosen)
    every = list(context.bank.across.values())
    for question in rng.sample(every, len(every)):
        may = _may_be_asked(context, question, met=rate is not None)
        places = _places(context, chosen, question, typed) if may else []
        if rate is not None and places:
            least = rate(question)
            places = [place for place in places if rate(chosen[place]) <= least]
        if places:
            place = rng.choice(places)
            return (*chosen[:place], question, *chosen[place + 1 :])
    return tuple(chosen)


def _may_be_asked(context: SelectionContext, question: Question, *, met: bool) -> bool:
    every = set(context.facts)
    return (
        context.wants(frozenset({question.kind}))
        and every.issuperset(question.facts)
        and not (met and any(not context.state(fact).asked for fact in question.facts))
    )


def _places(context: SelectionContext, chosen: Sequence[Question], question: Question, typed: int) -> list[int]:
    """The places in the last third of the round whose question can be spared, if none of the rest leaks with this."""
    last = range(len(chosen) - len(chosen) // 3, len(chosen))
    spare = [place for place in last if _can_be_spared(chosen, place, typed)]
    leaking = {place for place, other in enumerate(chosen) if spare and _leaks(context, question, other)}
    return [place for place in spare if leaking <= {place}]


def _leaks(context: SelectionContext, across: Question, other: Question) -> bool:
    """Whether one of the two gives the other away, or both ask the same fact."""
    if not set(across.facts).isdisjoint(other.facts) or context.leaks_between(across, other):
        return True
    nothing: frozenset[str] = frozenset()
    key = across.fact.key
    own = context.leaks.get(key, nothing)
    return any(fact in own or key in context.leaks.get(fact, nothing) for fact in (*other.facts, other.fact.key))


def _can_be_spared(chosen: Sequence[Question], place: int, typed: int) -> bool:
    """Whether the question of that place may go: enough of the others are typed, one of them a number or date."""
    if not chosen[place].typed:
        return chosen[place].level is Level.RECALL
    rest = [question for at, question in enumerate(chosen) if at != place and question.typed]
    return len(rest) >= typed and any(question.kind in NUMERIC for question in rest)
