"""The figures, with how far chance could have moved them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from statistics import fmean

RESAMPLES = 2000
TAIL = 0.025


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean, by bootstrap over the learners."""
    rng = random.Random(len(values))
    means = sorted(fmean(rng.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return means[int(RESAMPLES * TAIL)], means[int(RESAMPLES * (1 - TAIL)) - 1]


def table(recalled: Mapping[str, Sequence[float]], facts: int) -> str:
    """A Markdown table: a line for each order, compared learner by learner with the first."""
    first, own = next(iter(recalled.items()))
    lines = [
        f"| Order of study | Facts recalled, of {facts} | 95 % interval | Against {first} | 95 % interval |",
        "|---|--:|:-:|--:|:-:|",
    ]
    for name, values in recalled.items():
        apart = [value - its for value, its in zip(values, own, strict=True)]
        against = "" if values is own else f"{fmean(apart):+.1f}"
        lines.append(
            f"| {name} | {fmean(values):.1f} | {_span(values)} | {against} | {_span(apart) if against else ''} |"
        )
    return "\n".join(lines)


def _span(values: Sequence[float]) -> str:
    low, high = interval(values)
    return f"{low:.1f} to {high:.1f}"
