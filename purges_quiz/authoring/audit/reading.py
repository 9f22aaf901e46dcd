"""Printed values read anew, for checks that do not trust the generator."""

from __future__ import annotations

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.model import Date, Label, Quantity, Range, Value
from purges_quiz.deck.numbers import parse_label, parse_quantity, parse_range

Figure = Date | Quantity | Range | Label


def read(text: str, like: Value) -> Figure | None:
    """A text as a value of the same type; None where it is none, and for what is no figure."""
    try:
        match like:
            case Date():
                return parse_date(text)
            case Quantity():
                return parse_quantity(text)
            case Range():
                return parse_range(text)
            case Label():
                return parse_label(text)
    except ValueError:
        pass
    return None


def first(figure: Figure) -> tuple[int, int]:
    """Where a figure begins: an amount, or a year and month."""
    match figure:
        case Date():
            return figure.first
        case Range():
            return figure.low, 0
        case Quantity():
            return figure.amount, 0
        case Label():
            return int(figure.digits), 0


def last(figure: Figure) -> tuple[int, int]:
    """Where it ends."""
    match figure:
        case Date():
            return figure.last
        case Range():
            return figure.high, 0
    return first(figure)


def overlap(one: Figure, other: Figure) -> bool:
    """Whether something is in both."""
    return first(one) <= last(other) and first(other) <= last(one)


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures mean the same, however they are printed."""
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.qualifier != other.qualifier:
        return False
    return (type(one), first(one), last(one)) == (type(other), first(other), last(other))
