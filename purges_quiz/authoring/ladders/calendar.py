"""The law by which the rungs of a date are drawn: the same on both sides, the deck's own dates first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from purges_quiz.authoring.ladders.amounts import SIDE, Draw
from purges_quiz.deck.dates import MONTHS, SEASONS, parse_date
from purges_quiz.deck.model import Date, Precision

FIRST_YEAR, LAST_YEAR = 1934, 1941
"""The years in which a reader could place an event of the purges."""

STEPS = {
    Precision.MONTH: (2, 9),
    Precision.MONTHS: (3, 9),
    Precision.SEASON: (1, 3),
    Precision.YEAR: (1, 2),
    Precision.YEARS: (1, 3),
}
"""Cells of the calendar that a step goes; the month next to the right one is no honest choice."""

OWN = 0.5
"""How often a step takes a date of the deck, where one is in reach."""
FAR = 14
"""Cells within which a date of the deck is in reach."""


def date(truth: Date, others: Sequence[Date], barred: Sequence[Date]) -> Draw:
    """Dates as exact as the truth; none overlaps another, nor any of `barred`.

    `others` are the dates of the deck, taken first.
    """
    cells = [truth if cell.first == truth.first else cell for cell in _cells(truth)]
    start = cells.index(truth)
    own = {at for at, cell in enumerate(cells) if any((cell.first, cell.last) == (it.first, it.last) for it in others)}

    def step(rng: Random, at: int, direction: int) -> int:
        known = [place for place in sorted(own) if 0 < (place - at) * direction <= FAR]
        if known and rng.random() < OWN:
            return rng.choice(known)
        return at + direction * rng.randint(*STEPS[truth.precision])

    def draw(rng: Random) -> tuple[str, ...] | None:
        places = [start]
        for _ in range(SIDE):
            places = [step(rng, places[0], -1), *places, step(rng, places[-1], 1)]
        if places[0] < 0 or places[-1] >= len(cells):
            return None
        rungs = [cells[place] for place in places]
        wrong = [rung for rung in rungs if rung is not truth]
        apart = all(early.last < late.first for early, late in pairwise(rungs))
        if not apart or any(overlap(rung, other) for rung in wrong for other in barred):
            return None
        return tuple(rung.shown for rung in rungs)

    return draw


def overlap(one: Date, other: Date) -> bool:
    """Whether a month lies in both."""
    return one.first <= other.last and other.first <= one.last


def _cells(truth: Date) -> list[Date]:
    """Every date of the truth's shape, in order, in the years of the purges or close to the truth."""
    years = truth.last[0] - truth.first[0] + 1
    margin = SIDE * years if truth.precision in {Precision.YEAR, Precision.YEARS} else 1
    first = min(FIRST_YEAR, truth.first[0] - margin)
    last = max(LAST_YEAR, truth.last[0] + margin)
    capital = truth.shown[0].isupper()
    return [
        parse_date(text[0].upper() + text[1:] if capital else text)
        for year in range(first, last + 1)
        for text in _printed(truth, year)
    ]


def _printed(truth: Date, year: int) -> Iterator[str]:
    """The dates of the truth's shape that begin in a year."""
    match truth.precision:
        case Precision.MONTH:
            yield from (f"{month} {year}" for month in MONTHS)
        case Precision.MONTHS:
            further = truth.last[1] - truth.first[1]
            yield from (f"{one}/{other} {year}" for one, other in zip(MONTHS, MONTHS[further:], strict=False))
        case Precision.SEASON:
            yield from (f"{season} {year}" for season in SEASONS)
        case Precision.YEAR:
            yield str(year)
        case Precision.YEARS:
            yield f"{year}-{(year + truth.last[0] - truth.first[0]) % 100:02}"
