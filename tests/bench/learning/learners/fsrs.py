"""A made-up learner, whose memory is FSRS itself with weights of its own."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    MAX_DIFFICULTY,
    MIN_DIFFICULTY,
    STABILITY_MIN,
    UPPER_BOUNDS_PARAMETERS,
)

AGAIN, GOOD, EASY = 1, 3, 4
NOISE = 0.25
"""Each weight of a learner is the default one times exp(x), x normal with this deviation."""
FACTS = 0.4
"""The deviation of the facts' ease: of the logarithm of what a first meeting leaves, and of the difficulty."""

Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a fact in memory."""

    stability: float
    """Days after which the probability of recall has fallen to 90 %."""
    difficulty: float
    """From 1 to 10."""
    day: int
    """When it was met last."""


class Learner:
    """The learner of a seed."""

    def __init__(self, seed: int, weights: Weights | None = None) -> None:
        self._seed = seed
        self._weights = noisy_weights(random.Random(f"weights {seed}")) if weights is None else weights
        self._traces: dict[str, Trace] = {}

    def recall(self, fact: str, day: int) -> float:
        """The true probability that the fact is recalled on a day; 0 if it was never met."""
        trace = self._traces.get(fact)
        return retrievability(self._weights, trace.stability, day - trace.day) if trace else 0.0

    def meet(self, fact: str, day: int, *, recalled: bool) -> None:
        """Take in a fact that was just recalled, or else read in the feedback."""
        before = self._traces.get(fact)
        trace = reviewed(self._weights, before, day, GOOD if recalled else AGAIN)
        if before is None:
            ease = random.Random(f"{self._seed} {fact}").gauss(0, FACTS)
            stability = max(trace.stability * math.exp(ease), STABILITY_MIN)
            trace = Trace(stability, _clamped(trace.difficulty - ease), day)
        self._traces[fact] = trace


def noisy_weights(rng: random.Random) -> Weights:
    """The weights of one learner, within the bounds that FSRS sets."""
    drawn = (weight * math.exp(rng.gauss(0, NOISE)) for weight in DEFAULT_PARAMETERS)
    bounds = zip(drawn, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(min(max(weight, low), high) for weight, low, high in bounds)


def retrievability(w: Weights, stability: float, days: int) -> float:
    """The probability of recall so many days after a review."""
    return math.pow(1 + (math.pow(0.9, -1 / w[20]) - 1) * days / stability, -w[20])


def reviewed(w: Weights, trace: Trace | None, day: int, rating: int) -> Trace:
    """The trace after a review, as `fsrs.Scheduler` without learning steps would have it."""
    if trace is None:
        return Trace(max(w[rating - 1], STABILITY_MIN), _clamped(_first_difficulty(w, rating)), day)
    if trace.day == day:
        stability = _same_day(w, trace.stability, rating)
    else:
        recall = retrievability(w, trace.stability, day - trace.day)
        stability = _forgotten(w, trace, recall) if rating == AGAIN else _recalled(w, trace, recall)
    return Trace(max(stability, STABILITY_MIN), _next_difficulty(w, trace.difficulty, rating), day)


def _same_day(w: Weights, stability: float, rating: int) -> float:
    growth = math.exp(w[17] * (rating - 3 + w[18])) * math.pow(stability, -w[19])
    return stability * (growth if rating == AGAIN else max(growth, 1.0))


def _recalled(w: Weights, trace: Trace, recall: float) -> float:
    growth = math.exp(w[8]) * (11 - trace.difficulty) * math.pow(trace.stability, -w[9])
    return trace.stability * (1 + growth * math.expm1((1 - recall) * w[10]))


def _forgotten(w: Weights, trace: Trace, recall: float) -> float:
    rebuilt = w[11] * math.pow(trace.difficulty, -w[12]) * (math.pow(trace.stability + 1, w[13]) - 1)
    return min(rebuilt * math.exp((1 - recall) * w[14]), trace.stability / math.exp(w[17] * w[18]))


def _first_difficulty(w: Weights, rating: int) -> float:
    return w[4] - math.exp(w[5] * (rating - 1)) + 1


def _next_difficulty(w: Weights, difficulty: float, rating: int) -> float:
    moved = difficulty - w[6] * (rating - 3) * (10 - difficulty) / 9
    return _clamped(w[7] * _first_difficulty(w, EASY) + (1 - w[7]) * moved)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, MIN_DIFFICULTY), MAX_DIFFICULTY)
