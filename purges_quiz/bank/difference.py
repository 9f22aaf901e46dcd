"""How a wrong number or date differs from the right one, in words: "about a third too low", "five months too early"."""

from __future__ import annotations

from fractions import Fraction

from purges_quiz.deck.model import Date, Figure, Label, Month, Quantity, Range

FEW = 40
"""Below so many a difference is counted, from there on it is given as a proportion."""
YEAR = 12
"""Months."""
PARTS: tuple[tuple[float, str], ...] = (
    (1 / 20, "a twentieth"),
    (1 / 10, "a tenth"),
    (1 / 7, "a seventh"),
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (2 / 5, "two fifths"),
    (1 / 2, "half"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
)
COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


def difference(value: Figure, truth: Figure) -> str:
    """How a wrong number or date differs from the right one of the same type; "another number" for a mere label."""
    match value, truth:
        case Date(), Date():
            return _in_time(value.first, truth.first)
        case Quantity(), Quantity():
            return _in_number(value.amount, truth.amount)
        case Range(), Range():
            return f"{'shorter' if value.high < truth.low else 'longer'} than {truth.shown}"
        case Label(), Label():
            return "another number"
    return ""


def _in_time(month: Month, truth: Month) -> str:
    months = (month[0] - truth[0]) * YEAR + month[1] - truth[1]
    side = "early" if months < 0 else "late"
    apart = abs(months)
    if apart < YEAR:
        return f"{_counted(apart)} month{'s' * (apart > 1)} too {side}"
    years = (2 * apart + YEAR) // (2 * YEAR)
    exactly = "" if apart % YEAR == 0 else "about "
    return f"{exactly}{_counted(years)} year{'s' * (years > 1)} too {side}"


def _in_number(amount: int | Fraction, truth: int | Fraction) -> str:
    side = "low" if amount < truth else "high"
    if truth < FEW:
        off = abs(Fraction(amount) - truth)
        return f"too {side} by {_counted(int(off)) if off == int(off) else f'{float(off):g}'}"
    apart = abs(float(amount / Fraction(truth)) - 1)
    if apart > PARTS[-1][0]:
        return (
            f"about {round(float(amount / Fraction(truth)), 1):g} times the right number"
            if amount > truth
            else f"far too {side}"
        )
    return f"about {min(PARTS, key=lambda part: abs(part[0] - apart))[1]} too {side}"


def _counted(number: int) -> str:
    return COUNTED[number] if number < len(COUNTED) else str(number)
