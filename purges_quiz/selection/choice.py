"""The questions of a round, for each mode, and of a practice of two things that were confused.

Every function gives fewer questions than wanted where there are not as many facts, and none where there are none.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import zip_longest

from purges_quiz.deck.question import Question
from purges_quiz.selection.across import with_across
from purges_quiz.selection.choose_question import choose_question
from purges_quiz.selection.context import SelectionContext, shuffled
from purges_quiz.selection.recall import typed_enough
from purges_quiz.selection.spacing import apart

MISTAKES_SHARE = 0.5
"""At most this share of a quick round are open mistakes (5 of 10), so that due and new facts have room."""
TYPED_SHARE = 0.3
"""At least this share of an exam is typed: 6 of 20."""
TYPED_IN_QUICK = 3
"""At least so many questions of a quick round are typed: recall is practised, not recognition alone."""
ACROSS_IN_EXAM = 2
"""Questions across cards in an exam, at most; a quick round has one."""
CONTRASTED = 4
"""Facts of either of two confused things, at most, in a practice of both."""


def quick(context: SelectionContext, rng: random.Random, count: int) -> tuple[Question, ...]:
    """Open mistakes, due, weak, new, at least three of them typed and one of those a number or date.

    One question across cards is among them where all its facts have been met.
    """
    ranked = context.ranked(rng, round(count * MISTAKES_SHARE))
    chosen = typed_enough(context, _asked(context, ranked, rng, count), ranked, rng, TYPED_IN_QUICK)
    ordered = apart(chosen, context.leaks_between, rng)
    return with_across(context, ordered, rng, TYPED_IN_QUICK, met=True)


def exam(context: SelectionContext, rng: random.Random, count: int) -> tuple[Question, ...]:
    """Facts of all cards, whatever the player knows of them, and at most two questions across cards."""
    dealt, typed = _dealt(context, rng), round(count * TYPED_SHARE)
    chosen = typed_enough(context, _asked(context, dealt, rng, count), dealt, rng, typed)
    questions = apart(chosen, context.leaks_between, rng)
    for _ in range(ACROSS_IN_EXAM):
        questions = with_across(context, questions, rng, typed, met=False)
    return questions


def full(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """Every fact once, each by itself; with a `count` those that need it most."""
    facts = context.facts if count is None else context.ranked(rng, count)
    return apart(_each(context, facts, rng, count), context.leaks_between, rng)


def sprint(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """As many as there are, in no particular order."""
    return apart(_each(context, shuffled(context.facts, rng), rng, count), context.leaks_between, rng)


def card(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The facts of a context that holds those of one card; with a `count` those that need it most."""
    return full(context, rng, count)


def mistakes(context: SelectionContext, rng: random.Random, count: int | None = None) -> tuple[Question, ...]:
    """The open mistakes, the weakest first."""
    return tuple(_each(context, context.open_mistakes(rng), rng, count))


def contrast(context: SelectionContext, pair: tuple[str, str], rng: random.Random) -> tuple[Question, ...]:
    """Questions about both of a pair of entities or facts, each fact by itself, those that were confused first."""
    found: dict[str, Question] = {}
    for one, other in (pair, pair[::-1]):
        confused = sorted(_facts(context, one), key=lambda fact: -context.progress.confusions.get((fact, other), 0))
        for fact in confused[:CONTRASTED]:
            if question := choose_question(context, fact, rng, alone=True):
                found.setdefault(fact, question)
    return apart(tuple(found.values()), context.leaks_between, rng)


def _each(context: SelectionContext, facts: Iterable[str], rng: random.Random, count: int | None) -> list[Question]:
    """A question for each fact by itself, up to `count` questions."""
    found: list[Question] = []
    asked: set[str] = set()
    for fact in facts:
        if len(found) == count:
            break
        question = choose_question(context, fact, rng, alone=True) if fact not in asked else None
        if question and not asked.intersection(question.facts):
            found.append(question)
            asked.update(question.facts)
    return found


def _asked(context: SelectionContext, facts: Iterable[str], rng: random.Random, count: int) -> list[Question]:
    """Questions for the first of these facts that do not leak, and only if need be for others.

    At most one of them asks several facts at once.
    """
    chosen: list[Question] = []
    leaking: list[Question] = []
    for fact in facts:
        asked = {key for question in chosen for key in question.facts}
        if len(chosen) == count:
            break
        if fact in asked:
            continue
        question = choose_question(context, fact, rng, alone=len(asked) > len(chosen))
        if question and asked.intersection(question.facts):
            question = choose_question(context, fact, rng, alone=True)
        if question and not asked.intersection(question.facts):
            (leaking if any(context.leaks_between(question, other) for other in chosen) else chosen).append(question)
    asked = {key for question in chosen for key in question.facts}
    spare = [question for question in leaking if not asked.intersection(question.facts)]
    return [*chosen, *spare][:count]


def _dealt(context: SelectionContext, rng: random.Random) -> list[str]:
    """Every fact in an order that the dice decide, dealt from the cards in turn."""
    cards: dict[str, list[str]] = {}
    for fact in shuffled(context.facts, rng):
        cards.setdefault(fact.partition("/")[0], []).append(fact)
    rounds = zip_longest(*rng.sample(list(cards.values()), len(cards)))
    return [fact for turn in rounds for fact in turn if fact]


def _facts(context: SelectionContext, key: str) -> list[str]:
    """The fact of that key, or those that ask for the entity of that key."""
    asking = {entry.fact.key for entry in context.bank.index.names.get(key, ())}
    return [fact for fact in context.facts if fact == key or fact in asking]
