"""What chance explains: hits counted by fact, since the variants of one fact are no new evidence."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

SHUFFLES = 10_000
"""Enough to tell a p of 0.01 after Holm's correction over some hundred tests."""
SEED = 1938
INTERVAL = (0.025, 0.975)
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Lift:
    """How much better than chance a guesser does."""

    hits: Mapping[str, float]
    """For the key of each fact to which its cue applies, the hits over chance, summed over its questions."""
    questions: int

    @classmethod
    def of(cls, hits: Iterable[tuple[str, float]]) -> Lift:
        """From the fact of each question and the guesser's hit there over chance, from -0.25 to 0.75."""
        found: dict[str, float] = {}
        count = 0
        for fact, hit in hits:
            found[fact] = found.get(fact, 0.0) + hit
            count += 1
        return cls(found, count)

    @property
    def points(self) -> float:
        """Percentage points over chance."""
        return 100 * sum(self.hits.values()) / self.questions if self.questions else 0.0


def probabilities(lifts: Sequence[Lift]) -> list[float]:
    """For each lift how likely chance alone reaches it: a one-sided permutation test over facts.

    Were there nothing in a cue, what a fact adds to the lift could as well be taken from it, so the
    signs of all facts are drawn at random; the same draws serve all cues.
    """
    facts = sorted({fact for lift in lifts for fact in lift.hits})
    rng = random.Random(SEED)
    rows = [[lift.hits.get(fact, 0.0) for fact in facts] for lift in lifts]
    # With its signs drawn, a sum reaches the one found when what was drawn to be negative adds up to 0 or less.
    reached = [0] * len(lifts)
    for _ in range(SHUFFLES):
        negative = [letter == "1" for letter in f"{rng.getrandbits(len(facts) or 1):0{len(facts) or 1}b}"]
        for place, row in enumerate(rows):
            reached[place] += sum(compress(row, negative)) <= ROUNDING
    return [(1 + count) / (1 + SHUFFLES) for count in reached]


def holm(probabilities: Sequence[float]) -> list[float]:
    """The probabilities corrected for there being so many, by Holm's step-down method (1979)."""
    ranked = sorted(range(len(probabilities)), key=probabilities.__getitem__)
    corrected = [0.0] * len(probabilities)
    highest = 0.0
    for rank, place in enumerate(ranked):
        highest = max(highest, min(1.0, (len(probabilities) - rank) * probabilities[place]))
        corrected[place] = highest
    return corrected


def interval(lift: Lift, sizes: Mapping[str, int]) -> tuple[float, float]:
    """The middle 95 % of the points that the lift comes to when the facts are drawn anew, with replacement.

    `sizes` are the questions of each fact.
    """
    facts = sorted(lift.hits)
    if not facts:
        return 0.0, 0.0
    rng = random.Random(SEED)
    found = []
    for _ in range(SHUFFLES // 5):
        drawn = rng.choices(facts, k=len(facts))
        found.append(100 * sum(map(lift.hits.__getitem__, drawn)) / sum(map(sizes.__getitem__, drawn)))
    found.sort()
    low, high = (found[round(share * (len(found) - 1))] for share in INTERVAL)
    return low, high
