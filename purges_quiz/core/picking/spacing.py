"""Keeping questions that give one another away apart."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from purges_quiz.core.question import Question

BETWEEN = 5
"""At least so many questions stand between two that leak."""
TRIES = 20


def apart(
    questions: Sequence[Question], leak: Callable[[Question, Question], bool], rng: random.Random
) -> tuple[Question, ...]:
    """The questions in an order that the dice decide, with those that leak apart, as far as that can be done."""
    best: tuple[int, tuple[Question, ...]] | None = None
    for _ in range(TRIES):
        order, breaches = _laid_out(rng.sample(questions, len(questions)), leak)
        if best is None or breaches < best[0]:
            best = breaches, order
        if not breaches:
            break
    return best[1] if best else ()


def _laid_out(
    questions: list[Question], leak: Callable[[Question, Question], bool]
) -> tuple[tuple[Question, ...], int]:
    """An order, and how many leaks it could not keep apart.

    Each place goes to the question that leaks with most of those left, among those that leak with none just
    before: what is hard to place is placed while there is room.
    """
    count = len(questions)
    leaking = [{b for b in range(count) if b != a and leak(questions[a], questions[b])} for a in range(count)]
    left = list(range(count))
    order: list[int] = []
    breaches = 0
    while left:
        recent = set(order[-BETWEEN:])
        place = min(left, key=lambda a: (len(leaking[a] & recent), -len(leaking[a].intersection(left))))
        breaches += len(leaking[place] & recent)
        order.append(place)
        left.remove(place)
    return tuple(questions[place] for place in order), breaches
