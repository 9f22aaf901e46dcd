"""Exchanging questions of a round until enough of them ask for recall."""

from __future__ import annotations

import random
from collections.abc import Sequence

from purges_quiz.deck.kinds import TYPED, Kind
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
