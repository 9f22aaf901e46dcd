"""How the rungs of a number are drawn at random: by the same law on both sides of the truth."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from random import Random

from purges_quiz.deck.figures import near
from purges_quiz.deck.model import Label, Quantity, Range
from purges_quiz.deck.numbers import MAGNITUDES

Draw = Callable[[Random], tuple[str, ...] | None]
"""Draws seven printed rungs, or None where that draw led out of bounds."""

SIDE = 3
"""Rungs on each side of the truth."""
FEW = 40
"""A truth of fewer quanta is too coarse for steps in proportion: its steps add whole quanta."""
STEPS = (1, 3)
"""The least and most quanta that such a step adds."""
GROWTH = (0.05, 0.4)
"""The least and greatest proportion that a step of a larger number adds, drawn log-uniformly, so that small ones are as
frequent as large ones. Two rungs that are nearer to one another are one to whoever half knows."""
RIVAL = 0.6
"""The probability that a step goes to a rival, where one is in reach."""
REACH = (5, 1.5)
"""Within so many quanta, or times as much, a rival is in reach."""
FIRST_COMMA = 1000
SAME_LENGTH = 100
"""From here on all rungs have as many digits as the truth, rivals apart: 848 is the likeliest slip for 1,108."""


_PRINTED = re.compile(
    rf"(?P<number>(?P<digits>-?\d[\d,]*)(?:\.(?P<places>\d+))?)(?: (?P<magnitude>{'|'.join(MAGNITUDES)}))?"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The amounts that no wrong rung may be."""

    low: int | Fraction = 1
    high: int | Fraction | None = None
    true: frozenset[int | Fraction] = frozenset()
    """Amounts that would be accepted as answers; no rung may be near them, as none may be near the truth."""
    barred: frozenset[int | Fraction] = frozenset()
    """Amounts that somebody could call true."""
    rivals: frozenset[int | Fraction] = frozenset()
    """Amounts that tempt: known mistakes, and what the deck says of other things of this kind."""

    def times(self, parts: int) -> Limits:
        """The same, counted in so many parts of one."""
        return Limits(
            self.low * parts,
            None if self.high is None else self.high * parts,
            frozenset(amount * parts for amount in self.true),
            frozenset(amount * parts for amount in self.barred),
            frozenset(amount * parts for amount in self.rivals),
        )


def quantum(amount: int) -> int:
    """The unit in which a number is round: 10 for 160, 1,000 for 128,000."""
    return max(1, amount // int(str(amount).rstrip("0") or 1))


def quantity(value: Quantity, limits: Limits) -> Draw:
    """Amounts as round as the truth, printed as it is printed; none beside a fraction such as "1/3"."""
    if "/" in value.shown:
        return lambda _rng: None
    parts = Fraction(value.amount).denominator  # 2.5 is counted in tenths
    return _ladder(
        int(value.amount * parts), limits.times(parts), lambda amount: _printed(value, Fraction(amount, parts))
    )


def label(value: Label, limits: Limits) -> Draw:
    """Numbers with as many digits as the right one."""
    return _ladder(int(value.digits), limits, lambda amount: f"{amount:0{len(value.digits)}}")


def span(value: Range, limits: Limits) -> Draw:
    """Ranges that follow each other without a gap, about as wide as the right one."""
    width = value.high - value.low

    def wide(rng: Random) -> int:
        return max(1, width + rng.randint(-1, 1))

    def draw(rng: Random) -> tuple[str, ...] | None:
        spans = [(value.low, value.high)]
        for _ in range(SIDE):
            high = spans[0][0] - 1
            spans.insert(0, (high - wide(rng), high))
            low = spans[-1][1] + 1
            spans.append((low, low + wide(rng)))
        if spans[0][0] < limits.low or (limits.high is not None and spans[-1][1] > limits.high):
            return None
        return tuple(re.sub(r"\d+(\D+)\d+", rf"{low}\g<1>{high}", value.shown, count=1) for low, high in spans)

    return draw


def _ladder(truth: int, limits: Limits, printed: Callable[[int], str]) -> Draw:
    unit = quantum(truth)
    fits = cache(partial(_fits, truth=truth, limits=limits))
    rivals = sorted(int(rival) for rival in limits.rivals if rival == int(rival) and fits(int(rival)))

    def step(rng: Random, amount: int, direction: int) -> int:
        known = [rival for rival in rivals if _in_reach(rival, amount, direction, few=truth // unit < FEW, unit=unit)]
        if known and rng.random() < RIVAL:
            return rng.choice(known)
        if truth // unit < FEW:
            return amount + direction * unit * rng.randint(*STEPS)
        low, high = GROWTH
        ratio = 1 + low * float((high / low) ** rng.random())
        return round(amount * (ratio if direction > 0 else 1 / ratio) / unit) * unit

    def draw(rng: Random) -> tuple[str, ...] | None:
        rungs = [truth]
        for _ in range(SIDE):
            lower, higher = step(rng, rungs[0], -1), step(rng, rungs[-1], 1)
            if lower == rungs[0] or higher == rungs[-1] or not (fits(lower) and fits(higher)):
                return None
            rungs = [lower, *rungs, higher]
        return tuple(map(printed, rungs))

    return draw


def _in_reach(rival: int, amount: int, direction: int, *, few: bool, unit: int) -> bool:
    quanta, times = REACH
    if few:
        return 0 < (rival - amount) * direction <= quanta * unit
    low, high = sorted((amount, rival))
    return (rival - amount) * direction > 0 and low * (1 + GROWTH[0]) <= high <= low * times


def _fits(rung: int, truth: int, limits: Limits) -> bool:
    """Whether a wrong number is as round and as long as the truth, within bounds, and wrong."""
    return (
        limits.low <= rung
        and (limits.high is None or rung <= limits.high)
        and rung not in limits.barred
        and not any(near(rung, true) for true in (truth, *limits.true))
        and quantum(rung) == quantum(truth)
        and (truth < SAME_LENGTH or len(str(rung)) in lengths(truth) or rung in limits.rivals)
    )


def lengths(truth: int) -> frozenset[int]:
    """How many digits a rung may have: as many as the truth, or fewer or more where else there were no room.

    Between 1,000 and 1,108 there is none for three rungs.
    """
    room = (1 + GROWTH[0]) ** SIDE
    return frozenset(len(str(round(amount))) for amount in (truth / room, truth, truth * room))


def _printed(value: Quantity, amount: Fraction) -> str:
    """An amount printed as the truth is: "1.2 million" beside "1.5 million", "1,344" beside "1,108"."""
    number = _PRINTED.search(value.shown)
    if number is None:
        return str(amount)
    places, factor = len(number["places"] or ""), MAGNITUDES.get(number["magnitude"] or "", 1)
    commas = "," if "," in number["digits"] or value.amount < FIRST_COMMA * factor else ""
    text = f"{float(amount / factor):{commas}.{places}f}"
    return value.shown[: number.start()] + text + value.shown[number.end("number") :]
