"""Numbers and dates as cards print them, read and compared.

Dates: "August 1936", "May/June 1937", "summer 1937", "1937-38", "1938". Numbers: "1,108", "1.5 million",
"over 250,000", "8-10 years", "00447".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, assert_never

from purges_quiz.deck.model import Date, Figure, Label, Month, Precision, Quantity, Range, Value

if TYPE_CHECKING:
    from fractions import Fraction

NEAR_PERCENT = 5
"""A number as near as this to the right one is half right when it is typed, so no wrong option may be as near."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
"""The first and last month of each; a winter lies in two years, so that a deck dates it by its months."""

_NUMBER_OF = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH = "|".join(MONTHS)
_FORM = re.compile(
    rf"(?P<month>{_MONTH}) (?P<month_year>\d{{4}})"
    rf"|(?P<from>{_MONTH})/(?P<to>{_MONTH}) (?P<months_year>\d{{4}})"
    rf"|(?P<season>{'|'.join(SEASONS)}) (?P<season_year>\d{{4}})"
    r"|(?P<first>\d{4})[-\u2013](?P<last>\d{4}|\d{2})"
    r"|(?P<year>\d{4})",
)


def parse_date(text: str) -> Date:
    """Read a date as a deck prints it.

    Raises ValueError, with what was expected, for anything else and for spans that do not ascend.
    """
    shown = text.strip()
    match = _FORM.fullmatch(shown[:1].lower() + shown[1:] if shown[:1].isalpha() and _is_season(shown) else shown)
    if match is None:
        raise ValueError(
            f'"{text}" is no date; expected such as "August 1936", "May/June 1937", "summer 1937", "1937-38" or "1938"',
        )
    if match["month"]:
        month = (int(match["month_year"]), _NUMBER_OF[match["month"]])
        return Date(shown, month, month, Precision.MONTH)
    if match["season"]:
        year, (start, end) = int(match["season_year"]), SEASONS[match["season"]]
        return Date(shown, (year, start), (year, end), Precision.SEASON)
    if match["year"]:
        year = int(match["year"])
        return Date(shown, (year, 1), (year, 12), Precision.YEAR)
    if match["from"]:
        year = int(match["months_year"])
        first, last = (year, _NUMBER_OF[match["from"]]), (year, _NUMBER_OF[match["to"]])
        precision = Precision.MONTHS
    else:
        written = match["last"]
        first, last = (int(match["first"]), 1), (int(match["first"][: 4 - len(written)] + written), 12)
        precision = Precision.YEARS
    if first >= last or (precision is Precision.YEARS and first[0] >= last[0]):
        raise ValueError(f'"{text}" does not ascend')
    return Date(shown, first, last, precision)


def _is_season(shown: str) -> bool:
    return shown.split(" ", 1)[0].lower() in SEASONS


MAGNITUDES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
"""The words that a printed number may end in, with what they multiply it by."""

_AMOUNT = (
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<fraction>\d+))?"
    rf"(?: (?P<magnitude>{'|'.join(MAGNITUDES)}))?"
)
_QUANTITY = re.compile(rf"(?:(?P<qualifier>over|around) )?{_AMOUNT}")
_RANGE = re.compile(r"(?P<low>\d+) ?[-\u2013] ?(?P<high>\d+)(?: (?P<unit>[a-z]+))?")
_LABEL = re.compile(r"\d+")


def parse_quantity(text: str, units: tuple[str, ...] = ()) -> Quantity:
    """Read a quantity as a deck prints it.

    Raises ValueError, with what was expected, for anything else.
    """
    shown = text.strip()
    match = _QUANTITY.fullmatch(shown)
    if match is None:
        raise ValueError(f'"{text}" is no quantity; expected such as "1,108", "1.5 million" or "over 250,000"')
    scale = MAGNITUDES.get(match["magnitude"] or "", 1)
    fraction = match["fraction"] or ""
    amount, rest = divmod(int(match["digits"].replace(",", "") + fraction) * scale, 10 ** len(fraction))
    if rest:
        raise ValueError(f'"{text}" is no whole number')
    qualifier: Literal["", "over", "around"] = "over" if match["qualifier"] == "over" else ""
    if match["qualifier"] == "around":
        qualifier = "around"
    return Quantity(shown, amount, qualifier, units)


def parse_range(text: str, units: tuple[str, ...] = ()) -> Range:
    """Read a range as a deck prints it, "8-10 years"; a unit in the text comes first among `units`.

    Raises ValueError for anything else, and for bounds that do not ascend.
    """
    shown = text.strip()
    match = _RANGE.fullmatch(shown)
    if match is None:
        raise ValueError(f'"{text}" is no range; expected such as "8-10 years"')
    low, high = int(match["low"]), int(match["high"])
    if low >= high:
        raise ValueError(f'"{text}" is no range: {low} is not less than {high}')
    unit = match["unit"]
    return Range(shown, low, high, tuple(dict.fromkeys((unit, *units))) if unit else units)


def parse_label(text: str) -> Label:
    """Read a number that only names a thing, "00447".

    Raises ValueError for anything but digits.
    """
    shown = text.strip()
    if _LABEL.fullmatch(shown) is None:
        raise ValueError(f'"{text}" is no number of a thing; expected digits alone, such as "00447"')
    return Label(shown, shown)


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


def first(figure: Figure) -> Month:
    """The least that a figure can mean: the first month of a date, or an amount with 0 beside it."""
    match figure:
        case Date():
            return figure.first
        case Range():
            return figure.low, 0
        case Quantity():
            return figure.amount, 0
        case Label():
            return int(figure.digits), 0
        case _ as unknown:
            assert_never(unknown)


def last(figure: Figure) -> Month:
    """The most that it can mean, likewise."""
    match figure:
        case Date():
            return figure.last
        case Range():
            return figure.high, 0
        case Quantity() | Label():
            return first(figure)
        case _ as unknown:
            assert_never(unknown)


def near(amount: int | Fraction, truth: int) -> bool:
    """Whether an amount is within 5 % of the true one, computed without rounding."""
    return -NEAR_PERCENT * truth <= 100 * (amount - truth) <= NEAR_PERCENT * truth


def overlap(one: Figure, other: Figure) -> bool:
    """Whether two dates share a month, or two numbers an amount."""
    return first(one) <= last(other) and first(other) <= last(one)


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures mean the same, however they are printed."""
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.qualifier != other.qualifier:
        return False
    return (type(one), first(one), last(one)) == (type(other), first(other), last(other))
