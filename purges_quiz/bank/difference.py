"""How a wrong number or date differs from the right one, in words: "about a third too low", "five months too early"."""

from __future__ import annotations

from fractions import Fraction

from purges_quiz.deck.entities import Month
from purges_quiz.deck.model import Date, Figure, Label, Quantity, Range

FEW = 40
"""Below so many a difference is counted, from there on it is given as a proportion."""
SLIGHT = 0.118
"""A difference of less than such a share, half-way between a ninth and an eighth, is counted too: nobody thinks in
fourteenths."""
YEAR = 12
"""Months."""
ROUNDED = 2 * YEAR
"""Months from which a difference is given in years; below it half a year is too much to leave out."""
PARTS: tuple[tuple[float, str], ...] = (
    (1 / 20, "a twentieth"),
    (1 / 10, "a tenth"),
    (1 / 8, "an eighth"),
    (1 / 7, "a seventh"),
    (1 / 6, "a sixth"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (3 / 5, "three fifths"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
)
LEAST, MOST = 0.55, 1 + PARTS[-1][0]
"""Up to and from so many times the right number what part of it, or how many times as much, is said."""
COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


def difference(value: Figure, truth: Figure) -> str:
    """How a wrong number or date differs from the right one of the same type; "another number" for a mere label."""
    match value, truth:
        case Date(), Date():
            return _in_time(value.first, truth.first)
        case Quantity(), Quantity():
            return _in_number(value.amount, truth.amount)
        case Range(), Range():
            return _in_extent(Fraction(value.low + value.high, truth.low + truth.high))
        case Label(), Label():
            return "another number"
    return ""


def _in_time(month: Month, truth: Month) -> str:
    off = (month[0] - truth[0]) * YEAR + month[1] - truth[1]
    side = "early" if off < 0 else "late"
    apart = abs(off)
    if apart < ROUNDED:
        years, months = divmod(apart, YEAR)
        return f"{' and '.join(filter(None, (_of_them(years, 'year'), _of_them(months, 'month'))))} too {side}"
    years = (2 * apart + YEAR) // (2 * YEAR)
    exactly = "" if apart % YEAR == 0 else "about "
    return f"{exactly}{_of_them(years, 'year')} too {side}"


def _of_them(number: int, unit: str) -> str:
    return f"{_counted(number)} {unit}{'s' * (number > 1)}" if number else ""


def _in_number(amount: int | Fraction, truth: int | Fraction) -> str:
    side = "low" if amount < truth else "high"
    off = abs(Fraction(amount) - truth)
    if truth < FEW or off < SLIGHT * truth:
        return f"too {side} by {_counted(int(off)) if off == int(off) else f'{float(off):g}'}"
    ratio = amount / Fraction(truth)
    if ratio > MOST:
        return f"about {_times(ratio)} the right number"
    if ratio < LEAST:
        part = _part(float(ratio))
        return f"{part} the right number" if part.endswith("half") else f"{part} of the right number"
    return f"about {_nearest(abs(float(ratio) - 1))} too {side}"


def _in_extent(ratio: Fraction) -> str:
    """How much shorter or longer one range is than another, by the ratio of their middles."""
    if ratio > MOST:
        return f"about {_times(ratio)} as long"
    if ratio < LEAST:
        return f"{_part(float(ratio))} as long"
    return f"about {_nearest(abs(float(ratio) - 1))} too {'short' if ratio < 1 else 'long'}"


def _times(ratio: Fraction) -> str:
    """How many times as much, to the nearest half: "twice", "two and a half times", "12 times"."""
    halves = round(2 * ratio)
    return {4: "twice"}.get(halves) or f"{_counted(halves // 2)}{' and a half' if halves % 2 else ''} times"


def _part(ratio: float) -> str:
    smallest, name = PARTS[0]
    return f"less than {name}" if ratio < smallest else f"about {_nearest(ratio)}"


def _nearest(share: float) -> str:
    return min(PARTS, key=lambda part: abs(part[0] - share))[1]


def _counted(number: int) -> str:
    return COUNTED[number] if number < len(COUNTED) else f"{number:,}"
