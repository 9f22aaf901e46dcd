"""Ways in which facts are forgotten: a family wide enough that one of them is near to any player's.

What is left of a fact is its half-time: the days after which it is recalled with probability one half. It is kept
as its logarithm to base 2. Members of the family differ in the curve of forgetting, in what a first meeting leaves,
and in what later ones add. There are two kinds of growth:

- by success, as in FSRS and in models of half-life regression: a success lengthens the half-time, most of what had
  nearly been forgotten; a failure shortens it;
- by practice, near to ACT-R: every time a fact is met counts, whether recalled or read, and the half-time is a power
  of how often it was met (Newell and Rosenbloom 1981), with more for meetings on different days.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

LEAST, MOST = -8.0, 16.0
"""Half-times are kept between these, as logarithms to base 2 of days: six minutes, and 180 years."""
EXPONENTIAL = math.inf
LAPSE = 0.2
"""What a failure takes from the logarithm of the half-time besides: it shows as well that the fact is a hard one."""


class Forgetting(NamedTuple):
    """One way of forgetting."""

    prior: float
    """How much weight it has before there are answers."""
    shape: float
    """The exponent of the curve (1 + k (t / half-time)^slope)^-shape; FSRS-6 has 0.15, the logistic curve of ACT-R 1,
    and the limit of large ones is exponential."""
    first: float
    """The logarithm of the half-time that a first meeting leaves."""
    slope: float = 1.0
    gain: float = 0.0
    """By success: it multiplies the half-time by 1 + gain * forgotten^spacing * half-time^-saturation."""
    spacing: float = 1.0
    """How much less what is still known gains than what was nearly forgotten: 0 not at all, 1 in proportion."""
    saturation: float = 0.0
    kept: float = 0.0
    """Which part a failure leaves of the logarithm of what had been gained since the first meeting, from 0 to 1."""
    practice: float = 0.0
    """By practice: the power of the number of meetings that the half-time is; 0 for growth by success."""
    apart: float = 1.0
    """How much more the logarithm of the half-time grows by practice on another day than by practice on the same."""

    @property
    def next_day(self) -> float:
        """The probability that a fact met once is recalled the next day."""
        return self.recall(self.first, 1)

    def lasting(self, days: int) -> float:
        """The mean of the recalls of a fact met once on the next day and on a later one."""
        return (self.next_day + self.recall(self.first, days)) / 2

    def recall(self, half_time: float, days: int) -> float:
        """The probability of recall so many days after the fact was met; on the same day 1."""
        if days <= 0:
            return 1.0
        passed = days * math.exp2(-half_time)
        if self.slope != 1:
            passed = math.pow(passed, self.slope)
        if self.shape == EXPONENTIAL:
            return math.exp2(-min(passed, 60.0))
        return math.pow(1 + (math.exp2(1 / self.shape) - 1) * passed, -self.shape)

    def recalled(self, half_time: float, recall: float) -> float:
        """The half-time after a success on another day, where recall had this probability."""
        if self.practice:
            return self._practised(half_time, self.apart)
        forgotten = max(1 - recall, 0.0)
        share = forgotten if self.spacing == 1 else math.pow(forgotten, self.spacing)
        return min(half_time + math.log2(1 + self.gain * share * math.exp2(-self.saturation * half_time)), MOST)

    def failed(self, half_time: float) -> float:
        """The half-time after a failure on another day, the answer having been read."""
        if self.practice:
            return self._practised(half_time, self.apart)
        return max(min(half_time, self.first + self.kept * (half_time - self.first)) - LAPSE, LEAST)

    def again(self, half_time: float) -> float:
        """The half-time after meeting it once more on the same day."""
        return self._practised(half_time, 1.0) if self.practice else half_time

    def _practised(self, half_time: float, apart: float) -> float:
        met_before = math.exp2(max(half_time - self.first, 0.0) / self.practice)
        return min(half_time + apart * self.practice * math.log2(1 + 1 / met_before), MOST)


def half_time_of(recall: float, shape: float, slope: float = 1.0) -> float:
    """The logarithm of the half-time with which recall a day later has this probability."""
    if shape == EXPONENTIAL:
        return -math.log2(-math.log2(recall)) / slope
    return math.log2((math.exp2(1 / shape) - 1) / (math.pow(recall, -1 / shape) - 1)) / slope


def _family() -> Iterator[Forgetting]:
    """The weights of the priors: of what one meeting leaves, slow and fast forgetters apart, and of how it grows."""
    for (recall, likely), (shape, likely_shape), gain in product(
        ((0.52, 0.1), (0.64, 0.2), (0.76, 0.5), (0.86, 0.2)), ((0.154, 0.75), (0.3, 0.25)), (15.0, 50.0)
    ):
        prior = 0.36 * likely * likely_shape / 2
        yield Forgetting(prior, shape, half_time_of(recall, shape), gain=gain, saturation=0.17, kept=0.4)
    met_once = ((0.08, 0.07), (0.2, 0.16), (0.36, 0.25), (0.54, 0.27), (0.7, 0.17), (0.84, 0.08))
    growths = ((2.5, 1.0), (6.0, 1.0), (2.0, 0.25))
    for (recall, likely), (shape, likely_shape), (gain, spacing) in product(
        met_once, ((EXPONENTIAL, 0.65), (0.6, 0.35)), growths
    ):
        first = half_time_of(recall, shape)
        yield Forgetting(
            0.4 * likely * likely_shape / 3, shape, first, gain=gain, spacing=spacing, saturation=0.05, kept=0.4
        )
    for (recall, likely), practice in product(
        ((0.03, 0.15), (0.07, 0.3), (0.14, 0.25), (0.28, 0.2), (0.5, 0.1)), (1.6, 2.2)
    ):
        first = half_time_of(recall, 1.0, 0.75)
        yield Forgetting(0.24 * likely / 2, 1.0, first, slope=0.75, practice=practice, apart=1.35)


FAMILY: Sequence[Forgetting] = tuple(_family())
"""The ways of forgetting among which a player's is sought.

Estimates name them by their places here, so a change of the family is a change of the rules (`fold.RULES_VERSION`).
"""
