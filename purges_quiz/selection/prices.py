"""What a second of study is worth on each of the days that are left, and so what a question is worth today.

All facts compete for the same minutes. With a price on every second of every day each fact can be planned by itself:
it is reviewed when that gains more recall on exam day than its seconds cost. Dear seconds leave facts out, cheap ones
let them all in; the right prices are those at which the facts take up the minutes that there are. They are sought by
turns: plan every fact at these prices, count the seconds on each day, raise the price where they are too many. (A
Lagrangian relaxation of a restless bandit: Whittle 1988, "Restless bandits: activity allocation in a changing world".)

Days are counted back from the exam: on day 0 it is held, on day 1 the facts can be studied for the last time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purges_quiz.deck.gradual import Pieces, at_once
from purges_quiz.progress.forgetting import Forgetting
from purges_quiz.progress.pace import Pace
from purges_quiz.selection.grid import GAPS, Grid, Position, Transition, at, grid

TURNS = 120
"""So many days are planned in all turns together; short horizons have more of them, long ones at least `FEWEST`."""
FEWEST = 6
FIRST_GUESS = 0.15
"""The recall gained per fact, were the time spread evenly over all: a first guess at the price."""
TOTAL_STEP, DAILY_STEP = 0.5, 0.15
"""How strongly a turn answers to too much study in all, and to too much on one day; facts like one another all
prefer the same day, so that prices of single days must move slowly."""
CHEAPEST, DEAREST = 1e-6, 0.2
"""Limits of the price, in recall for a second."""
BLUR, BLUR_NEW = 0.03, 0.15
"""Plans whose recall differs by less than about this are followed in part each, so that prices settle; there are
many new facts, all alike."""
FEW = 1e-3
"""Of so few facts no account is taken."""
NEVER, AGAIN = 0, -1
"""Stand for gaps: the fact is not asked again, and it is asked again on the same day."""

Plans = Sequence[Sequence[Sequence[tuple[float, int]]]]
"""By day and point the gaps to the next review, each with its share of the facts there."""


class Group(NamedTuple):
    """Some facts of which the same is left."""

    facts: float
    half_time: float
    """Its logarithm to base 2; that of a first meeting for facts that were never met."""
    since: int
    """Days since they were met; 0: today; -1: never."""


class NextReview(NamedTuple):
    """One plan for a fact: when it is asked next."""

    worth: float
    """The recall to be expected on exam day, less the price of all its questions."""
    day: int
    """0: never."""
    seconds: float
    """What the question takes."""
    move: Transition


class Prices(NamedTuple):
    """The outcome for one way of forgetting, and for facts that take the same time."""

    grid: Grid
    pace: Pace
    """What a fact takes that was met."""
    first: float
    """The seconds of a first meeting."""
    price: Sequence[float]
    """Of a second on each day, in recall; by the days to the exam."""
    worth: Sequence[Sequence[float]]
    """By the days to the exam and the point of the grid: the recall that can be expected of a fact just met, less
    the price of its further questions."""

    def gain(self, half_time: float, since: int) -> tuple[float, float]:
        """What asking a fact today gains over asking it on the best later day or never, and the seconds it takes.

        `since` as in `Group`.
        """
        today = len(self.price) - 1
        worth = self.worth[today]
        if since == 0:
            again = self.grid.position(self.grid.model.again(half_time))
            return at(worth, again) - at(worth, self.grid.position(half_time)), self.pace.known
        now, *later = self.choices(Group(1, half_time, since))
        waiting = max(choice.worth for choice in later)
        return now.worth + self.price[today] * now.seconds - waiting, now.seconds

    def choices(self, group: Group) -> list[NextReview]:
        """Every plan for a fact of a group: to ask it today, on each of some later days, and never.

        What was met today already is not asked today once more.
        """
        today = len(self.price) - 1
        if group.since < 0:
            first = self.grid.first
            found = [
                NextReview(
                    at(self.worth[day], first) - self.price[day] * self.first, day, self.first, (0.0, first, first)
                )
                for day in range(today, 0, -1)
            ]
            return [*found, NextReview(0.0, NEVER, 0.0, (0.0, first, first))]
        found = []
        for wait in (0, *GAPS):
            if wait < today and group.since + wait:
                move = self.grid.move(group.half_time, group.since + wait)
                recall, good, bad = move
                later, seconds = self.worth[today - wait], self.pace.expected(recall)
                worth = recall * at(later, good) + (1 - recall) * at(later, bad) - self.price[today - wait] * seconds
                found.append(NextReview(worth, today - wait, seconds, move))
        left = self.grid.model.recall(group.half_time, group.since + today)
        return [*found, NextReview(left, NEVER, 0.0, (0.0, (0, 0.0), (0, 0.0)))]


def attainable(prices: Prices, groups: Sequence[Group], minutes: Sequence[float]) -> float:
    """The recall on exam day of a fact at the mean that the minutes can bring about: more would contradict the prices.

    (Weak duality: what all facts are worth at any prices, with the price of all the time, is not exceeded.)
    """
    worth = sum(group.facts * max(choice.worth for choice in prices.choices(group)) for group in groups)
    time = sum(60 * each * price for each, price in zip(minutes[1:], prices.price[1:], strict=True))
    return min((worth + time) / max(sum(group.facts for group in groups), 1), 1.0)


def settle_prices(model: Forgetting, pace: Pace, groups: Sequence[Group], minutes: Sequence[float]) -> Prices:
    """The prices at which the groups take up the minutes of each day, as `settling_prices` finds them."""
    return at_once(settling_prices(model, pace, groups, minutes))


def settling_prices(model: Forgetting, pace: Pace, groups: Sequence[Group], minutes: Sequence[float]) -> Pieces[Prices]:
    """The prices at which the groups take up the minutes of each day, found in short pieces.

    Minutes are by the days to the exam; those of day 0 are not used, and the last are today's.
    """
    table = grid(model, len(minutes) - 1)
    seconds = [60 * each for each in minutes]
    guess = FIRST_GUESS * sum(group.facts for group in groups) / (sum(seconds) + 1)
    price = [min(max(guess, CHEAPEST), DEAREST)] * len(minutes)
    turns = max(FEWEST, TURNS // len(minutes))
    late = [0.0] * len(minutes)
    for turn in range(turns):
        yield
        worth, plans = _planned(table, price, pace)
        taken = _taken(Prices(table, pace, pace.unknown, price, worth), plans, groups)
        level = math.pow((sum(taken) + 1) / (sum(seconds) + 1), TOTAL_STEP)
        usual = sum(taken) / (sum(seconds) + 1) + 0.1
        for day in range(1, len(price)):
            daily = math.pow((taken[day] / (seconds[day] + 1) + 0.1) / usual, DAILY_STEP)
            factor = min(max(level * min(max(daily, 0.7), 1.4), 0.3), 3.0)
            price[day] = min(max(price[day] * factor, CHEAPEST), DEAREST)
            if turn >= turns // 2:
                late[day] += math.log(price[day]) / (turns - turns // 2)
    price = [math.exp(mean) for mean in late]
    return Prices(table, pace, pace.unknown, price, _planned(table, price, pace)[0])


def for_slow_facts(prices: Prices, slowness: float) -> Prices:
    """The same for facts that take so many times as long, once they were met; the prices stay."""
    pace = Pace(prices.pace.known * slowness, prices.pace.unknown * slowness)
    return prices._replace(pace=pace, worth=_planned(prices.grid, prices.price, pace)[0])


def _planned(table: Grid, price: Sequence[float], pace: Pace) -> tuple[list[list[float]], Plans]:
    """The worth by day and point, and the plans by which it is reached."""
    worth: list[list[float]] = [[1.0] * len(table.points)]
    plans: list[list[list[tuple[float, int]]]] = [[]]
    less = pace.known - pace.unknown
    for day in range(1, len(price)):
        here, open_to = [], []
        nexts = [
            (gap, table.moves[gap], worth[day - gap], price[day - gap] * pace.unknown, price[day - gap] * less)
            for gap in GAPS
            if gap < day
        ]
        for point, left in enumerate(table.left):
            best = left[day]
            values = [(best, NEVER)]
            for gap, moves, later, cost, saved in nexts:
                recall, (good, up), (bad, down) = moves[point]
                low = later[bad] + down * (later[bad + 1] - later[bad])
                high = later[good] + up * (later[good + 1] - later[good]) - saved
                value = low - cost + recall * (high - low)
                if value > best - BLUR:
                    values.append((value, gap))
                    best = max(best, value)
            here.append(best)
            open_to.append(values)
        for point in range(len(table.again) - 1, -1, -1):
            if table.again[point][0] > point:
                value = at(here, table.again[point]) - price[day] * pace.known
                open_to[point].append((value, AGAIN))
                here[point] = max(here[point], value)
        worth.append(here)
        plans.append([_shares(values, best, BLUR) for values, best in zip(open_to, here, strict=True)])
    return worth, plans


def _shares(values: Sequence[tuple[float, int]], best: float, blur: float) -> list[tuple[float, int]]:
    near = [(1 - (best - value) / blur, place) for value, place in values if value > best - blur]
    total = sum(share for share, _ in near)
    return [(share / total, place) for share, place in near]


def _chosen(prices: Prices, groups: Sequence[Group]) -> Iterator[tuple[float, NextReview]]:
    """How many facts are asked next by which plan."""
    for group in groups:
        choices = prices.choices(group)
        values = [(choice.worth, place) for place, choice in enumerate(choices)]
        for share, place in _shares(values, max(values)[0], BLUR if group.since >= 0 else BLUR_NEW):
            if choices[place].day != NEVER:
                yield group.facts * share, choices[place]


def _taken(prices: Prices, plans: Plans, groups: Sequence[Group]) -> list[float]:
    """The seconds that all facts take on each day at these prices."""
    table, pace = prices.grid, prices.pace
    seconds = [0.0] * len(prices.price)
    met = [[0.0] * len(table.points) for _ in seconds]

    def arrive(day: int, position: Position, facts: float) -> None:
        point, part = position
        met[day][point] += facts * (1 - part)
        met[day][point + 1] += facts * part

    def ask(day: int, facts: float, each: float, move: Transition) -> None:
        recall, good, bad = move
        seconds[day] += facts * each
        arrive(day, good, facts * recall)
        arrive(day, bad, facts * (1 - recall))

    for facts, choice in _chosen(prices, groups):
        ask(choice.day, facts, choice.seconds, choice.move)
    for day in range(len(seconds) - 1, 0, -1):
        for point in range(len(table.points)):
            facts = met[day][point]
            for share, gap in plans[day][point] if facts > FEW else ():
                if gap == AGAIN:
                    seconds[day] += facts * share * pace.known
                    arrive(day, table.again[point], facts * share)
                elif gap != NEVER:
                    move = table.moves[gap][point]
                    ask(day - gap, facts * share, pace.expected(move[0]), move)
    return seconds
