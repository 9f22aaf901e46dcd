"""A way of forgetting on a grid of half-times, so that what follows from a review is looked up instead of computed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from purges_quiz.progress.forgetting import MOST, Forgetting

STEP = 0.75
"""Half-times lie so far apart in their logarithms to base 2."""
LASTS = 0.985
"""A half-time with which recall over the whole horizon stays above this needs no longer ones beside it."""
LOWER = 2
"""So many points lie below the half-time of a first meeting, for facts that failed since."""
GAPS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27)
"""The days from one review to the next among which a plan chooses."""

Spot = tuple[int, float]
"""A place on the grid: the point below, and the part of the way to the next."""
Move = tuple[float, Spot, Spot]
"""A review: the recall then, and where a success and a failure lead."""


class Grid:
    """One way of forgetting, up to an exam so many days away."""

    def __init__(self, model: Forgetting, horizon: int) -> None:
        self.model = model
        self.points = [model.first - LOWER * STEP]
        while self.points[-1] < MOST and model.recall(self.points[-1], horizon) < LASTS:
            self.points.append(self.points[-1] + STEP)
        self.points.append(self.points[-1] + STEP)
        self.told = self.spot(model.again(model.first))
        """Where a fact is after it was met for the first time, and once more in the same round."""
        self.moves = {gap: [self.move(point, gap) for point in self.points] for gap in GAPS if gap < horizon}
        """By the days since the fact was met and the point where it was."""
        self.again = [self.spot(model.again(point)) for point in self.points] if model.practice else []
        """Where one more meeting on the same day leads; empty if it leads nowhere."""
        self.left = [[model.recall(point, days) for days in range(horizon + 1)] for point in self.points]
        """By point and days the recall if nothing more is done."""

    def spot(self, half_time: float) -> Spot:
        """Where a half-time lies."""
        place = min(max((half_time - self.points[0]) / STEP, 0.0), len(self.points) - 1.001)
        return int(place), place - int(place)

    def move(self, half_time: float, days: int) -> Move:
        """A review so many days after the fact was met; after a failure it is met once more in the same round."""
        recall = self.model.recall(half_time, days)
        failed = self.model.again(self.model.failed(half_time))
        return recall, self.spot(self.model.recalled(half_time, recall)), self.spot(failed)


@lru_cache(maxsize=16)
def grid(model: Forgetting, horizon: int) -> Grid:
    """The grid of a way of forgetting for a horizon of so many days."""
    return Grid(model, horizon)


def at(values: Sequence[float], spot: Spot) -> float:
    """What the values at the points come to in a place between two of them."""
    point, part = spot
    return values[point] + part * (values[point + 1] - values[point])
