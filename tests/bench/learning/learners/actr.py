"""A learner after ACT-R, with the decay of Pavlik and Anderson (2005): what is met while it is active decays faster.

Activation is m = ln(sum of t^-d) over the times met, t seconds ago each; a time met at activation m has the decay
d = c exp(m) + a; recall is 1 / (1 + exp((tau - m) / s)). Between study days time runs slower, by the paper's factor.
"""

from __future__ import annotations

import math
import random

DECAY, SCALE, THRESHOLD, NOISE, SLOWER = 0.177, 0.217, -0.704, 0.255, 0.025
"""The paper's a, c, tau, s and h."""
DAY = 86_400 * SLOWER
"""Seconds that a day counts for."""
APART = 120.0
"""Seconds between two times that a fact is met on a day."""
PLAYERS, FACTS = 0.15, 0.25
"""Standard deviations: of the logarithm of a over players, of the activation over players and over facts."""


class Learner:
    """The learner of a seed."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(f"ACT-R {seed}")
        self._seed = seed
        self._decay = DECAY * math.exp(rng.gauss(0, PLAYERS))
        self._bonus = rng.gauss(0, PLAYERS)
        self._ease: dict[str, float] = {}
        self._met: dict[str, list[tuple[float, float]]] = {}
        """For each fact the times met, in seconds, each with its decay."""
        self._latest: dict[str, tuple[int, int]] = {}
        """The day on which each was met last, and how often on that day."""

    def recall(self, fact: str, day: int) -> float:
        """The true probability of recall."""
        if fact not in self._met:
            return 0.0
        activation = self._activation(fact, self._now(fact, day)) + self._bonus + self._eased(fact)
        return 1 / (1 + math.exp((THRESHOLD - activation) / NOISE))

    def meet(self, fact: str, day: int, *, recalled: bool) -> None:  # noqa: ARG002 -- a failure is studied as well
        """Take in a fact: one more time met, whether it was recalled or read."""
        now = self._now(fact, day)
        met = self._met.setdefault(fact, [])
        met.append((now, SCALE * math.exp(self._activation(fact, now)) + self._decay if met else self._decay))
        last, times = self._latest.get(fact, (day, 0))
        self._latest[fact] = (day, times + 1 if last == day else 1)

    def _activation(self, fact: str, now: float) -> float:
        return math.log(sum(math.pow(max(now - at, 1.0), -decay) for at, decay in self._met[fact]))

    def _now(self, fact: str, day: int) -> float:
        last, times = self._latest.get(fact, (day, 0))
        return day * DAY + (times * APART if last == day else 0)

    def _eased(self, fact: str) -> float:
        if fact not in self._ease:
            self._ease[fact] = random.Random(f"{self._seed} {fact}").gauss(0, FACTS)
        return self._ease[fact]
