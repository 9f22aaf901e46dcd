"""Exchanging questions of a round that has been chosen: until enough ask for recall, and for one across cards."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from purges_quiz.deck.kinds import TYPED, Kind, Level
from purges_quiz.deck.question import Question
from purges_quiz.selection.context import SelectionContext
from purges_quiz.selection.study_plan import in_words

NUMERIC = frozenset({Kind.NUMBER_RECALL, Kind.DATE_RECALL})
"""The kinds whose answers are numbers and dates."""


def typed_enough(
    context: SelectionContext, chosen: Sequence[Question], ranked: Sequence[str], rng: random.Random, least: int
) -> list[Question]:
    """The questions with at least so many of them typed, one of those for a number or date, if the wanted kinds can.

    Of the facts asked before, those whose answers are short are typed first, and of these the ones known best. Facts
    never asked come last, those with a hint before the others. If none of the facts has a number or date, the last one
    is exchanged for the first of `ranked` that has.
    """
    found = list(chosen)
    if not any(question.kind in NUMERIC for question in found) and not _recall(context, found, NUMERIC, rng):
        _make_room(context, found, ranked, rng)
    while sum(question.typed for question in found) < least and _recall(context, found, TYPED, rng):
        pass
    return found


def _recall(context: SelectionContext, found: list[Question], kinds: frozenset[Kind], rng: random.Random) -> bool:
    """Exchange one question that is not typed for one of these kinds about the same fact; False if none can be.

    A question that asks several facts at once is exchanged only where there are no others.
    """
    asked = [(place, fact) for place, question in enumerate(found) if not question.typed for fact in question.facts]
    alone = [(place, fact) for place, fact in asked if len(found[place].facts) == 1]
    for place, fact in sorted(alone or asked, key=lambda it: _ready(context, it[1], kinds), reverse=True):
        if question := _typed(context, fact, kinds, rng):
            found[place] = question
            return True
    return False


def _make_room(context: SelectionContext, found: list[Question], ranked: Sequence[str], rng: random.Random) -> None:
    """Exchange the last question for one about a number or date that leaks with none of the others, if there is one."""
    kept = found[:-1]
    asked = {fact for question in kept for fact in question.facts}
    numbers = (
        _typed(context, fact, NUMERIC, rng) for fact in ranked if found and context.wants(NUMERIC) and fact not in asked
    )
    fitting = (
        question for question in numbers if question and not any(context.leaks_between(question, it) for it in kept)
    )
    if question := next(fitting, None):
        found[-1] = question


def _ready(context: SelectionContext, fact: str, kinds: frozenset[Kind]) -> tuple[bool, bool, int, float, bool]:
    """A sort key for how ready a fact is to be recalled.

    Whether it was ever asked, whether it is fast to type, its stage, its recall, and whether there is a hint.
    """
    state = context.state(fact)
    hinted = any(question.hint for question in context.questions(fact, kinds))
    fast = not in_words(context.bank.deck.facts[fact])
    return bool(state.asked), fast, state.stage, context.recall(fact), hinted


def _typed(context: SelectionContext, fact: str, kinds: frozenset[Kind], rng: random.Random) -> Question | None:
    """A typed question of these kinds for a fact, with a hint where there is one."""
    questions = context.questions(fact, kinds)
    hinted = [question for question in questions if question.hint]
    return rng.choice(hinted or questions) if questions else None


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
