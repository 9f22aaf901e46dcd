"""Keeping questions that give one another away apart."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import combinations

from purges_quiz.core.question import Question

BETWEEN = 5
"""At least so many questions stand between two that leak."""
TRIES = 20


def apart(
    questions: Sequence[Question], leak: Callable[[Question, Question], bool], rng: random.Random
) -> tuple[Question, ...]:
    """The questions in an order that the dice decide, with those that leak apart, as far as that can be done."""
    leaking: list[set[int]] = [set() for _ in questions]
    for one, other in combinations(range(len(questions)), 2):
        if leak(questions[one], questions[other]):
            leaking[one].add(other)
            leaking[other].add(one)
    best: tuple[int, list[int]] | None = None
    for _ in range(TRIES):
        breaches, order = _laid_out(rng.sample(range(len(questions)), len(questions)), leaking)
        if best is None or breaches < best[0]:
            best = breaches, order
        if not breaches:
            break
    return tuple(questions[place] for place in best[1]) if best else ()


def _laid_out(left: list[int], leaking: Sequence[set[int]]) -> tuple[int, list[int]]:
    """How many leaks an order could not keep apart, and the order.

    Each place goes to the question that leaks with most of those left, among those that leak with none just
    before: what is hard to place is placed while there is room.
    """
    order: list[int] = []
    breaches = 0
    waiting = [len(others) for others in leaking]
    while left:
        recent = set(order[-BETWEEN:])
        place = min(left, key=lambda at: (len(leaking[at] & recent), -waiting[at]))
        breaches += len(leaking[place] & recent)
        order.append(place)
        left.remove(place)
        for other in leaking[place]:
            waiting[other] -= 1
    return breaches, order
