"""An order of questions in which those that give one another away stand apart."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import combinations
from math import ceil

from purges_quiz.deck.question import Question

BETWEEN = 5
"""At least so many questions stand between two that leak, so that an answer read in passing is not simply copied."""
TRIES = 20
"""Random orders that are tried before the one with the fewest leaks is taken."""
STRETCH = 150
"""Questions that are laid out at once: comparing every pair of a round of thousands would take minutes."""


def apart(
    questions: Sequence[Question],
    leak: Callable[[Question, Question], bool],
    rng: random.Random,
    *,
    as_given: bool = False,
) -> tuple[Question, ...]:
    """The questions in an order that the dice decide, with those that leak apart, as far as that can be done.

    `as_given` keeps them in the order in which they are, if those that leak are apart in it.
    """
    stretches = ceil(len(questions) / STRETCH)
    dealt = rng.sample(questions, len(questions)) if stretches > 1 else questions
    order: list[Question] = []
    for first in range(stretches):
        order += _stretch(order[-BETWEEN:], dealt[first::stretches], leak, rng, as_given=as_given)
    return tuple(order)


def _stretch(
    before: Sequence[Question],
    questions: Sequence[Question],
    leak: Callable[[Question, Question], bool],
    rng: random.Random,
    *,
    as_given: bool,
) -> list[Question]:
    """Some of the questions in order, to follow those before."""
    every = [*questions, *before]
    leaking: list[set[int]] = [set() for _ in every]
    for one, other in combinations(range(len(every)), 2):
        if leak(every[one], every[other]):
            leaking[one].add(other)
            leaking[other].add(one)
    behind = list(range(len(questions), len(every)))
    best: tuple[int, list[int]] | None = None
    for turn in range(TRIES):
        given = list(range(len(questions)))
        left = given if as_given and not turn else rng.sample(given, len(given))
        breaches, order = _laid_out(behind, left, leaking)
        if best is None or breaches < best[0]:
            best = breaches, order
        if not breaches:
            break
    return [questions[place] for place in best[1]] if best else []


def _laid_out(behind: list[int], left: list[int], leaking: Sequence[set[int]]) -> tuple[int, list[int]]:
    """How many leaks an order of those left could not keep apart, and the order; `behind` are placed already.

    Each place goes to the question that leaks with most of those left, among those that leak with none just
    before: what is hard to place is placed while there is room.
    """
    order = list(behind)
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
    return breaches, order[len(behind) :]
