"""A learner who forgets exponentially, with a half-life that grows by spaced success."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

TOLD_ONCE = 1.0
"""Days after which half of what was told once is gone, for the median learner and fact."""
GROWTH = 4.0
"""A success multiplies the half-life by 1 + this times the share that had been forgotten: thrice at a half."""
LEFT = 0.5
"""The share of a half-life that a failure leaves, though no less than that of a fact told once."""
PLAYERS, FACTS, GROWTHS = 0.5, 0.4, 0.3
"""Standard deviations of the logarithms, over players, facts and the players' growths."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a fact in memory."""

    half_life: float
    """In days."""
    day: int
    """When it was met last."""


class Learner:
    """The learner of a seed."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(f"exponential {seed}")
        self._seed = seed
        self._told = TOLD_ONCE * math.exp(rng.gauss(0, PLAYERS))
        self._growth = GROWTH * math.exp(rng.gauss(0, GROWTHS))
        self._first: dict[str, float] = {}
        self._traces: dict[str, Trace] = {}

    def recall(self, fact: str, day: int) -> float:
        """The true probability of recall: half of it is gone after each half-life."""
        trace = self._traces.get(fact)
        return math.pow(2, (trace.day - day) / trace.half_life) if trace else 0.0

    def meet(self, fact: str, day: int, *, recalled: bool) -> None:
        """Take in a fact; a second time on a day adds nothing, since nothing had been forgotten."""
        trace, first = self._traces.get(fact), self._told_once(fact)
        if trace is None:
            half_life = first
        elif recalled:
            half_life = trace.half_life * (1 + self._growth * (1 - self.recall(fact, day)))
        else:
            half_life = max(first, LEFT * trace.half_life)
        self._traces[fact] = Trace(half_life, day)

    def _told_once(self, fact: str) -> float:
        if fact not in self._first:
            ease = random.Random(f"{self._seed} {fact}").gauss(0, FACTS)
            self._first[fact] = self._told * math.exp(ease)
        return self._first[fact]
