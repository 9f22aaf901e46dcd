"""Whether to ask several facts at once, in matching or ordering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from purges_quiz.deck.question import Kind, Question
from purges_quiz.selection.context import SelectionContext
from purges_quiz.selection.plan import Worth

ARRANGING = 2.4
"""How long it takes to match or to put in order, compared with a choice."""
TOGETHER = frozenset({Kind.MATCHING, Kind.ORDERING})


def best_together(context: SelectionContext, facts: Sequence[str], worths: Mapping[str, Worth]) -> Question | None:
    """The question for several facts that gains most for each second, if it gains more than the first fact by itself.

    `facts` are those worth most, in order.
    """
    if not facts:
        return None
    rates = {question: _rate(question, worths) for question in _candidates(context, facts)}
    best = max(rates, key=rates.__getitem__, default=None)
    alone = worths[facts[0]].gain / worths[facts[0]].seconds
    return best if best is not None and rates[best] > alone else None


def _candidates(context: SelectionContext, facts: Sequence[str]) -> Iterator[Question]:
    every = set(context.facts)
    for fact in facts:
        for question in context.questions(fact, TOGETHER):
            if every.issuperset(question.facts):
                yield question


def _rate(question: Question, worths: Mapping[str, Worth]) -> float:
    gain = sum(worths[fact].gain for fact in question.facts)
    return gain / (ARRANGING * max(worths[fact].seconds for fact in question.facts))
