"""Numbers and dates compared: what they can mean at least and at most, whether they overlap, are near or the same."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.model import Date, Figure, Label, Quantity, Range, Value
from purges_quiz.deck.numbers import parse_label, parse_quantity, parse_range

Bound = tuple[int | Fraction, int, int]
"""Year, month and day, or an amount with 0 and 0 beside it."""

DAYS_OF_A_MONTH = 31
"""A month without days lasts at least until here."""
NEAR_PERCENT = 5
"""A number as near as this to the right one is half right when it is typed, so no wrong option may be as near."""


def figure_like(text: str, like: Figure) -> Figure:
    """Read a number or date of the same type as another one.

    Raises ValueError, with what was expected, for any other text.
    """
    match like:
        case Date():
            return parse_date(text)
        case Quantity():
            return parse_quantity(text)
        case Range():
            return parse_range(text)
        case Label():
            return parse_label(text)
        case _ as unknown:
            assert_never(unknown)


def read_like(text: str, like: Value) -> Figure | None:
    """The same, but None for a text that is no such number or date, and where the other value is none."""
    if not isinstance(like, Figure):
        return None
    try:
        return figure_like(text, like)
    except ValueError:
        return None


def first(figure: Figure) -> Bound:
    """The least that a figure can mean: the first month of a date, or an amount with 0 beside it."""
    match figure:
        case Date():
            return *figure.first, figure.first_day
        case Range():
            return figure.low, 0, 0
        case Quantity():
            return figure.amount, 0, 0
        case Label():
            return int(figure.digits), 0, 0
        case _ as unknown:
            assert_never(unknown)


def last(figure: Figure) -> Bound:
    """The most that it can mean, likewise."""
    match figure:
        case Date():
            return *figure.last, figure.last_day or DAYS_OF_A_MONTH
        case Range():
            return figure.high, 0, 0
        case Quantity() | Label():
            return first(figure)
        case _ as unknown:
            assert_never(unknown)


def of_one_kind(one: Value, other: Value) -> bool:
    """Whether two numbers count the same thing, as far as their units say: "people" and "people", not "years"."""
    units = [{unit.casefold() for unit in value.units} for value in (one, other) if isinstance(value, Quantity | Range)]
    return len(units) < len((one, other)) or not all(units) or bool(units[0] & units[1])


def near(amount: int | Fraction, truth: int | Fraction) -> bool:
    """Whether an amount is within 5 % of the true one, computed without rounding."""
    margin = NEAR_PERCENT * max(truth, -truth)
    return -margin <= 100 * (amount - truth) <= margin


def overlap(one: Figure, other: Figure) -> bool:
    """Whether two dates share a month, or two numbers an amount."""
    return first(one) <= last(other) and first(other) <= last(one)


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures mean the same, however they are printed."""
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.qualifier != other.qualifier:
        return False
    return (type(one), first(one), last(one)) == (type(other), first(other), last(other))
