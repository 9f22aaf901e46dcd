"""What a second of study is worth on each of the days that are left, and so what a question is worth today.

All facts compete for the same minutes. With a price on every second of every day each fact can be planned by itself:
it is reviewed when that gains more recall on exam day than its seconds cost. Dear seconds leave facts out, cheap ones
let them all in; the right prices are those at which the facts take up the minutes that there are. They are sought by
turns: plan every fact at these prices, count the seconds on each day, raise the price where they are too many. (A
Lagrangian relaxation of a restless bandit; see Whittle 1988, and Boyd and Vandenberghe 2004, chapter 5.)

Days are counted back from the exam: on day 0 it is held, on day 1 the facts can be studied for the last time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from purges_quiz.progress.forgetting import MOST, Forgetting
from purges_quiz.progress.pace import Pace

STEP = 0.75
"""Half-times lie on a grid, so far apart in their logarithms to base 2."""
LASTS = 0.985
"""A half-time with which recall over the whole horizon stays above this needs no longer ones beside it."""
GAPS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27)
"""The days from one review to the next among which a plan chooses."""
DAILY = 0.15
TURNS = 120
"""So many days are planned in all turns together; short horizons have more of them, long ones at least six."""
FIRST_GUESS = 0.15
"""The recall gained per fact, were the time spread evenly over all: a first guess at the price."""
CHEAPEST, DEAREST = 1e-6, 0.2
AGAIN = -1
"""Stands for a gap: it is asked again on the same day."""
BLUR = 0.03
"""Plans that differ by less than about this in recall are followed in part each, so that prices settle."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some facts of which the same is left."""

    facts: float
    half_time: float
    """Its logarithm to base 2; that of a first meeting for facts that were never met."""
    since: int
    """Days since they were met; 0: today; -1: never."""


Spot = tuple[int, float]
"""A place on the grid: the point below, and the part of the way to the next."""


class Grid:
    """One way of forgetting on a grid of half-times."""

    def __init__(self, model: Forgetting, horizon: int) -> None:
        self.model = model
        self.points = [model.first]
        while self.points[-1] < MOST and model.recall(self.points[-1], horizon) < LASTS:
            self.points.append(self.points[-1] + STEP)
        self.points.append(self.points[-1] + STEP)
        self.told = self.spot(model.again(model.first))
        """Where a fact is after it was met for the first time, and once more in the same round."""
        self.moves = {gap: [self.move(point, gap) for point in self.points] for gap in GAPS if gap < horizon}
        self.again = [self.spot(model.again(point)) for point in self.points] if model.practice else []
        """Where one more meeting on the same day leads; empty if it leads nowhere."""
        self.kept = [[model.recall(point, days) for days in range(horizon + 1)] for point in self.points]

    def spot(self, half_time: float) -> Spot:
        """Where a half-time lies."""
        place = min(max((half_time - self.points[0]) / STEP, 0.0), len(self.points) - 1.001)
        return int(place), place - int(place)

    def move(self, half_time: float, days: int) -> tuple[float, Spot, Spot]:
        """Recall after so many days, and where a success and a failure lead."""
        recall = self.model.recall(half_time, days)
        failed = self.model.again(self.model.failed(half_time))
        return recall, self.spot(self.model.recalled(half_time, recall)), self.spot(failed)


@lru_cache(maxsize=128)
def grid(model: Forgetting, horizon: int) -> Grid:
    """The grid of a way of forgetting for a horizon of so many days."""
    return Grid(model, horizon)


@dataclass(frozen=True, slots=True)
class Prices:
    """The outcome for one way of forgetting."""

    grid: Grid
    pace: Pace
    """What a fact of this kind takes, once it was met."""
    first: float
    """The seconds of a first meeting."""
    seconds: Sequence[float]
    """The price of a second on each day, in recall; by the days to the exam."""
    worth: Sequence[Sequence[float]]
    """By the days to the exam and the point of the grid: the recall that can be expected of a fact just met, less
    the price of its further questions."""

    @property
    def today(self) -> int:
        """The days to the exam."""
        return len(self.seconds) - 1

    def gain(self, half_time: float, since: int) -> tuple[float, float]:
        """What asking a fact today gains over asking it on the best later day or never, and the seconds it takes.

        `since` as in `Group`.
        """
        day, table = self.today, self.grid
        worth = self.worth[day]
        if since == 0:
            again = _at(worth, table.spot(table.model.again(half_time)))
            return again - _at(worth, table.spot(half_time)), self.pace.known
        choices = _choices(table, self.worth, self.seconds, self.pace, self.first, Group(1, half_time, since))
        recall = 0.0 if since < 0 else table.model.recall(half_time, since)
        seconds = self.first if since < 0 else self.pace.expected(recall)
        now = choices[0][0] + self.seconds[day] * seconds
        return now - max(choice[0] for choice in choices[1:]), seconds


def _at(worth: Sequence[float], spot: Spot) -> float:
    point, part = spot
    return worth[point] + part * (worth[point + 1] - worth[point])


def _choices(
    table: Grid, worth: Sequence[Sequence[float]], prices: Sequence[float], pace: Pace, first: float, group: Group
) -> list[tuple[float, int, float, Spot, Spot]]:
    """Every plan for a fact of a group: its worth, the day (0: never), the recall then, and where both ends lead.

    The first is to ask it today, the last never to ask it again.
    """
    today = len(prices) - 1
    found = []
    model, since = table.model, group.since
    for wait in range(today) if since < 0 else (0, *GAPS):
        day = today - wait
        if day < 1:
            break
        if since < 0:
            value = _at(worth[day], table.told) - prices[day] * first
            found.append((value, day, 0.0, table.told, table.told))
        elif since + wait:
            recall, good, bad = table.move(group.half_time, since + wait)
            value = recall * _at(worth[day], good) + (1 - recall) * _at(worth[day], bad)
            found.append((value - prices[day] * pace.expected(recall), day, recall, good, bad))
    left = model.recall(group.half_time, since + today) if since >= 0 else 0.0
    found.append((left, 0, 0.0, (0, 0.0), (0, 0.0)))
    return found


def _worth(table: Grid, prices: Sequence[float], pace: Pace) -> tuple[list[list[float]], list[list[list[tuple[float, int]]]]]:
    """The worth by day and point, and the plans by which it is reached: by day and point each gap with its share."""
    worth: list[list[float]] = [[1.0] * len(table.points)]
    plans: list[list[list[tuple[float, int]]]] = [[]]
    for day in range(1, len(prices)):
        here, chosen = [], []
        nexts = [
            (gap, table.moves[gap], worth[day - gap], prices[day - gap] * pace.unknown,
             prices[day - gap] * (pace.known - pace.unknown))
            for gap in GAPS
            if gap < day
        ]
        for point in range(len(table.points)):
            best = table.kept[point][day]
            values = [(best, 0)]
            for gap, moves, later, cost, less in nexts:
                recall, (good, up), (bad, down) = moves[point]
                high, low = later[good], later[bad]
                value = (
                    recall * (high + up * (later[good + 1] - high) - less)
                    + (1 - recall) * (low + down * (later[bad + 1] - low))
                    - cost
                )
                if value > best - BLUR:
                    values.append((value, gap))
                    best = max(best, value)
            here.append(best)
            chosen.append(values)
        for point in range(len(table.again) - 1, -1, -1):
            above, part = table.again[point]
            if above > point:
                value = here[above] + part * (here[above + 1] - here[above]) - prices[day] * pace.known
                chosen[point].append((value, AGAIN))
                here[point] = max(here[point], value)
        worth.append(here)
        plans.append([_shares(values, best) for values, best in zip(chosen, here, strict=True)])
    return worth, plans


def _shares(values: Sequence[tuple[float, int]], best: float, blur: float = BLUR) -> list[tuple[float, int]]:
    near = [(1 - (best - value) / blur, gap) for value, gap in values if value > best - blur]
    total = sum(share for share, _ in near)
    return [(share / total, gap) for share, gap in near]


def _taken(
    table: Grid,
    worth: Sequence[Sequence[float]],
    plans: Sequence[Sequence[Sequence[tuple[float, int]]]],
    prices: Sequence[float],
    pace: Pace,
    groups: Sequence[Group],
) -> list[float]:
    """The seconds that all facts take on each day at these prices."""
    days = len(prices)
    seconds = [0.0] * days
    met = [[0.0] * len(table.points) for _ in range(days)]

    def reach(day: int, spot: Spot, facts: float) -> None:
        point, part = spot
        met[day][point] += facts * (1 - part)
        met[day][point + 1] += facts * part

    for group in groups:
        choices = _choices(table, worth, prices, pace, pace.unknown, group)
        best = max(choice[0] for choice in choices)
        for share, place in _shares(
            [(choice[0], at) for at, choice in enumerate(choices)], best, BLUR if group.since >= 0 else 5 * BLUR
        ):
            _, day, recall, good, bad = choices[place]
            if day:
                facts = group.facts * share
                seconds[day] += facts * pace.expected(recall)
                reach(day, good, facts * recall)
                reach(day, bad, facts * (1 - recall))
    for day in range(days - 1, 0, -1):
        for point in range(len(table.points)):
            if (facts := met[day][point]) > 1e-3:
                for share, gap in plans[day][point]:
                    if gap == AGAIN:
                        seconds[day] += facts * share * pace.known
                        reach(day, table.again[point], facts * share)
                    elif gap:
                        recall, good, bad = table.moves[gap][point]
                        some = facts * share
                        seconds[day - gap] += some * pace.expected(recall)
                        reach(day - gap, good, some * recall)
                        reach(day - gap, bad, some * (1 - recall))
    return seconds


def settled(model: Forgetting, pace: Pace, groups: Sequence[Group], minutes: Sequence[float]) -> Prices:
    """The prices at which the groups take up the minutes of each day, by the days to the exam; that of day 0 is unused."""
    today = len(minutes) - 1
    table = grid(model, today)
    seconds = [60 * each for each in minutes]
    guess = FIRST_GUESS * sum(group.facts for group in groups) / (sum(seconds) + 5)
    prices = [min(max(guess, CHEAPEST), DEAREST)] * len(minutes)
    turns = max(6, TURNS // len(minutes))
    late = [0.0] * len(minutes)
    for turn in range(turns):
        worth, plans = _worth(table, prices, pace)
        taken = _taken(table, worth, plans, prices, pace, groups)
        level = math.pow((sum(taken) + 5) / (sum(seconds) + 5), 0.5)
        for day in range(1, len(prices)):
            ratio = (taken[day] / seconds[day] + 0.1) / (sum(taken) / sum(seconds) + 0.1)
            factor = level * min(max(math.pow(ratio, DAILY), 0.7), 1.4)
            prices[day] = min(max(prices[day] * min(max(factor, 0.3), 3.0), CHEAPEST), DEAREST)
            if turn >= turns // 2:
                late[day] += math.log(prices[day]) / (turns - turns // 2)
    prices = [math.exp(mean) for mean in late]
    worth, _ = _worth(table, prices, pace)
    return Prices(table, pace, pace.unknown, prices, worth)


def slowed(prices: Prices, slowness: float) -> Prices:
    """The same for facts that take so many times as long, once they were met; the prices stay."""
    pace = Pace(prices.pace.known * slowness, prices.pace.unknown * slowness)
    worth, _ = _worth(prices.grid, prices.seconds, pace)
    return Prices(prices.grid, pace, prices.first, prices.seconds, worth)
