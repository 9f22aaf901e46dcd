"""How the rungs of a date are drawn at random: by the same law on both sides of it, the deck's own dates preferred."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import assert_never

from purges_quiz.authoring.ladders.amounts import SIDE, Draw
from purges_quiz.deck.dates import LAST_YEAR, MONTHS, SEASONS, parse_date
from purges_quiz.deck.figures import overlap
from purges_quiz.deck.model import Date, Precision

YEARS_BEFORE, YEARS_AFTER = 2, 1
"""How many years before the deck's first date, and after its last, a reader could still place one of its events. With
these the ladders of the shipped deck, which its author has read, stay as they are."""
EARLIEST, LATEST = 1, LAST_YEAR
"""The first and last year of a wrong date: a ladder over the turn of the era would mix two ways of counting."""
FIRST_DECADE = 100
"""The first that a deck can print: "the 90s" are those of a century that is left out."""

STEPS = {
    Precision.MONTH: (2, 9),
    Precision.MONTHS: (3, 9),
    Precision.SEASON: (1, 3),
    Precision.YEAR: (1, 2),
    Precision.YEARS: (1, 3),
    Precision.DAY: (2, 9),
    Precision.DAYS: (2, 9),
    Precision.DECADE: (1, 2),
    Precision.CENTURY: (1, 2),
}
"""Cells of the calendar that a step goes; the month next to the right one is no honest choice."""

WHOLE_YEARS = frozenset({Precision.YEAR, Precision.YEARS, Precision.DECADE, Precision.CENTURY})

_YEARS_OF_A_CELL = {Precision.DECADE: 10, Precision.CENTURY: 100}
"""Years from one cell to the next, where that is more than one."""

OWN = 0.7
"""The probability that a step takes a date of the deck, or a known mistake, where one is in reach."""
REACH = 18
"""Cells within which a date of the deck is in reach."""


def date(truth: Date, others: Sequence[Date], barred: Sequence[Date], known: Sequence[Date] = ()) -> Draw:
    """Dates as exact as the truth; none overlaps another, nor any of `barred`.

    `others` are the dates of the deck, `known` further ones that tempt.
    """
    if truth.first[0] < EARLIEST or truth.precision is Precision.DAYS:
        return lambda _rng: None
    cells = [truth if cell.first == truth.first else cell for cell in _cells(truth, years_of((truth, *others)))]
    start = cells.index(truth)
    own = {
        at
        for at, cell in enumerate(cells)
        if any((cell.first, cell.last) == (it.first, it.last) for it in (*others, *known))
    }

    nearest = STEPS[truth.precision][0]

    def step(rng: Random, at: int, direction: int) -> int:
        known = [place for place in sorted(own) if nearest <= (place - at) * direction <= REACH]
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


def years_of(dates: Sequence[Date]) -> range:
    """The years in which a reader could place the events of a deck with these dates: theirs, and a few around them.

    Raises ValueError if there are no dates.
    """
    first, last = min(date.first[0] for date in dates), max(date.last[0] for date in dates)
    return range(first - YEARS_BEFORE, last + YEARS_AFTER + 1)


def _cells(truth: Date, deck_years: range) -> list[Date]:
    """Every date of the truth's shape, in order, in the years of the deck or close to the truth."""
    years = truth.last[0] - truth.first[0] + 1
    margin = SIDE * years if truth.precision in WHOLE_YEARS else 1
    within = SIDE * REACH * _YEARS_OF_A_CELL.get(truth.precision, 1)  # no step goes further, however old the deck
    first = max(EARLIEST, min(deck_years[0], truth.first[0] - margin), truth.first[0] - within)
    last = min(LATEST - years + 1, max(deck_years[-1], truth.last[0] + margin), truth.last[0] + within)
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
            # A winter lies in two years: it stands among the seasons of a ladder only where it is the truth.
            winter = truth.last[0] > truth.first[0]
            yield from (f"{season} {year}" for season in SEASONS if winter or season != "winter")
        case Precision.YEAR:
            yield f"{year}"
        case Precision.YEARS:
            last = year + truth.last[0] - truth.first[0]
            short = year // 100 == last // 100 > 0
            yield f"{year}-{last % 100:02}" if short else f"{year}-{last}"
        case Precision.DAY:
            days = ((month, monthrange(year, number)[1]) for number, month in enumerate(MONTHS, start=1))
            yield from (f"{truth.first_day} {month} {year}" for month, most in days if truth.first_day <= most)
        case Precision.DECADE if year % 10 == 0 and year >= FIRST_DECADE:
            yield f"the {year}s"
        case Precision.CENTURY if year % 100 == 1:
            yield f"the {_ordinal(year // 100 + 1)} century"
        case Precision.DAYS | Precision.DECADE | Precision.CENTURY:
            return
        case _ as unknown:
            assert_never(unknown)


def _ordinal(number: int) -> str:
    """A number in order, "19th", "21st"."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
