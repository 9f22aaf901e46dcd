"""The figures, with how far chance could have moved them."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

from .grid import CLAIRVOYANT, QUICK, Cell

RESAMPLES = 2000
TAIL = 0.025
LEVEL = 0.05
ROOM = 1.12
"""Where a clairvoyant recalls so many times as much as the best other order there is something to gain."""

Recalled = Mapping[str, Sequence[float]]
"""By order of study what each learner of a cell recalls."""


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean, by bootstrap over the learners."""
    rng = random.Random(len(values))
    means = sorted(fmean(rng.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return means[int(RESAMPLES * TAIL)], means[int(RESAMPLES * (1 - TAIL)) - 1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quick rounds beside the best other order of a cell, clairvoyant apart."""

    best: str
    """The order whose mean is highest."""
    differences: Sequence[float]
    """Learner by learner what Quick rounds brought more."""
    ratio: float
    """What Quick rounds brought, divided by what that order brought."""
    of_clairvoyant: float | None
    """The same with the clairvoyant; None if none studied."""
    room: float | None
    """What the clairvoyant brought, divided by what the best order brought; None likewise."""

    @property
    def chance(self) -> float:
        """The probability of a difference as far from 0 as this or further, were there none (two-sided)."""
        deviation = stdev(self.differences) if len(self.differences) > 1 else 0.0
        if not deviation:
            return 1.0
        return 2 * NormalDist().cdf(-abs(fmean(self.differences)) / deviation * math.sqrt(len(self.differences)))


def comparison(recalled: Recalled) -> Comparison:
    """Of the orders of a cell, Quick rounds and at least one other among them."""
    others = {name: fmean(values) for name, values in recalled.items() if name not in {QUICK, CLAIRVOYANT}}
    best = max(others, key=others.__getitem__)
    quick = fmean(recalled[QUICK])
    seeing = fmean(recalled[CLAIRVOYANT]) if CLAIRVOYANT in recalled else None
    return Comparison(
        best=best,
        differences=[own - its for own, its in zip(recalled[QUICK], recalled[best], strict=True)],
        ratio=quick / others[best] if others[best] else math.inf,
        of_clairvoyant=quick / seeing if seeing else None,
        room=seeing / others[best] if seeing and others[best] else None,
    )


def holm(chances: Sequence[float]) -> list[bool]:
    """Which of several findings stand, by Holm's correction: the smallest first, until one does not."""
    stands = [False] * len(chances)
    for rank, place in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        if chances[place] > LEVEL / (len(chances) - rank):
            break
        stands[place] = True
    return stands


def beaten(recalled: Recalled) -> list[str]:
    """The orders that brought more than the clairvoyant: were there any, the bench would be wrong."""
    if CLAIRVOYANT not in recalled:
        return []
    most = fmean(recalled[CLAIRVOYANT])
    return [name for name, values in recalled.items() if fmean(values) > most + 1e-9]


def table(cells: Mapping[Cell, Recalled]) -> str:
    """A Markdown table: a line for each cell, the facts recalled in each order, and Quick rounds beside the best."""
    orders = list(next(iter(cells.values())))
    against = QUICK in orders and bool(set(orders) - {QUICK, CLAIRVOYANT})
    heads = [*orders, *(["Quick against the best", "95 % interval"] if against else [])]
    lines = [f"| Learners, minutes, days | {' | '.join(heads)} |", f"|---|{'--:|' * len(heads)}"]
    for cell, recalled in cells.items():
        figures = [f"{fmean(values):.1f}" for values in recalled.values()]
        if against:
            found = comparison(recalled)
            low, high = interval(found.differences)
            figures += [f"{fmean(found.differences):+.1f} ({found.best})", f"{low:+.1f} to {high:+.1f}"]
        course = cell.course
        lines.append(f"| {cell.name}, {course.minutes:g}, {course.days} | {' | '.join(figures)} |")
    return "\n".join(lines)


def summary(cells: Sequence[Recalled]) -> str:
    """Whether Quick rounds reach what they are to reach, in three lines."""
    found = [comparison(recalled) for recalled in cells]
    stands = holm([each.chance for each in found])
    worse = sum(stand and fmean(each.differences) < 0 for each, stand in zip(found, stands, strict=True))
    better = sum(stand and fmean(each.differences) > 0 for each, stand in zip(found, stands, strict=True))
    told = "5 %, Holm's correction"
    lines = [
        f"- Of {len(found)} cells, Quick recalls less than the best other order in {worse}, more in {better} ({told})."
    ]
    if gains := [each.ratio for each in found if each.room and each.room > ROOM]:
        lines.append(
            f"- In {len(gains)} cells the clairvoyant recalls over 12 % more than the best other order; "
            f"there Quick recalls {fmean(gains) - 1:+.1%} (the mean of the cells)."
        )
    if shares := [each.of_clairvoyant for each in found if each.of_clairvoyant]:
        lines.append(f"- Over all cells Quick recalls {fmean(shares):.1%} of what the clairvoyant recalls.")
    return "\n".join(lines)


def calibration(predicted: Sequence[tuple[float, float]]) -> str:
    """A Markdown table: facts by the recall predicted for exam day, and what it truly was."""
    lines = ["| Predicted | Facts | Mean predicted | Mean true recall |", "|---|--:|--:|--:|"]
    for tenth in range(10):
        within = [pair for pair in predicted if tenth <= pair[0] * 10 < tenth + 1 + (tenth == 9)]
        if within:
            means = (fmean(pair[place] for pair in within) for place in (0, 1))
            figures = " | ".join(f"{mean:.2f}" for mean in means)
            lines.append(f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {len(within)} | {figures} |")
    return "\n".join(lines)
