"""Where a missed question comes back among those that are still to be asked."""

from __future__ import annotations

import random
from dataclasses import replace

from purges_quiz.round.posed import PosedQuestion, arranged

NEAREST, FURTHEST = 3, 6
"""How many other questions go by before a missed one comes back."""


def with_repeat(
    asks: tuple[PosedQuestion, ...], missed: PosedQuestion, rng: random.Random
) -> tuple[PosedQuestion, ...]:
    """The asks to come with the missed one among them, for practice, after 3 to 6 others.

    Unchanged when fewer than 3 questions follow. Earlier repeats keep their places: at most one question is
    missed at a time, so the furthest place is always free.
    """
    if sum(not ask.practice for ask in asks) < NEAREST:
        return asks
    fixed = {place: ask for place, ask in enumerate(asks) if ask.practice}
    place = rng.choice([place for place in range(NEAREST, FURTHEST + 1) if place not in fixed])
    fixed[place] = replace(missed, arrangement=arranged(missed.question, rng), practice=True)
    return _woven([ask for ask in asks if not ask.practice], fixed)


def _woven(asks: list[PosedQuestion], fixed: dict[int, PosedQuestion]) -> tuple[PosedQuestion, ...]:
    """The asks in order, with the fixed ones at their places, or sooner once nothing else is left."""
    woven: list[PosedQuestion] = []
    for ask in asks:
        while len(woven) in fixed:
            woven.append(fixed.pop(len(woven)))
        woven.append(ask)
    return (*woven, *(fixed[place] for place in sorted(fixed)))
