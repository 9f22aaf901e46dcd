"""Numbers as cards print them: "1,108", "1.5 million", "13%", "8-10 years", "00447"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from purges_quiz.deck.model import Label, Quantity, Range

MAGNITUDES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

SPELT_NUMBERS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        start=1,
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

QUALIFIERS: Mapping[Literal["over", "around"], tuple[str, ...]] = {
    "over": ("over", "more than", "at least", "above", "upwards of"),
    "around": ("around", "about", "approximately", "roughly", "nearly", "almost", "some"),
}
"""The words by which a card says that a figure is only the least that it may be, or not exact."""

SIGNS = "\u00a3$\u20ac\u00a5"
_AMOUNT = (
    rf"(?P<minus>[-\u2212])?(?P<money>[{SIGNS}])?(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(?P<fraction>\d+))?"
    r"(?:/(?P<under>[1-9]\d*))?(?: (?P<magnitude>thousand|million|billion|trillion))?(?: ?(?P<percent>%|per ?cent))?"
)
_QUANTITY = re.compile(
    rf"(?:(?:(?P<over>{'|'.join(QUALIFIERS['over'])})|(?P<around>{'|'.join(QUALIFIERS['around'])})) )?"
    rf"{_AMOUNT}(?: (?P<unit>[a-z][a-z -]*))?"
)
_SPELT = re.compile(rf"\b(?:(?P<word>{'|'.join(SPELT_NUMBERS)})|an?(?= hundred\b))(?P<hundred> hundred)?\b(?!-)")
_RANGE = re.compile(r"(?P<low>\d+) ?[-\u2013] ?(?P<high>\d+)(?: (?P<unit>[a-z][a-z -]*))?")
_LABEL = re.compile(r"[0-9]+")


def parse_quantity(text: str) -> Quantity:
    """Read a quantity as a deck prints it.

    Raises ValueError, with what was expected, for anything else.
    """
    shown = text.strip()
    match = _QUANTITY.fullmatch(shown)
    if match is None:
        raise ValueError(
            f'"{text}" is no quantity; expected such as "1,108", "1.5 million", "over 250,000", "about 60", "13%" or '
            '"\u00a36.6 billion"'
        )
    amount = Fraction(match["digits"].replace(",", "") + (f".{match['fraction']}" if match["fraction"] else ""))
    amount = (
        amount * MAGNITUDES.get(match["magnitude"] or "", 1) / int(match["under"] or 1) * (-1 if match["minus"] else 1)
    )
    qualifier: Literal["", "over", "around"] = "over" if match["over"] else "around" if match["around"] else ""
    units = (match["unit"],) if match["unit"] else ()
    whole = int(amount) if amount.denominator == 1 else amount
    return Quantity(shown, whole, qualifier, units, "%" if match["percent"] else match["money"] or "")


def in_digits(text: str) -> str:
    """A quantity whose number is a word as it is printed in digits: "four" as "4", "over two hundred" as "over 200".

    Words up to twenty, tens and hundreds are read; any other text is given back as it is.
    """

    def digits(found: re.Match[str]) -> str:
        return str(SPELT_NUMBERS.get(found["word"] or "", 1) * (100 if found["hundred"] else 1))

    read = _SPELT.sub(digits, text, count=1)
    return read if _QUANTITY.fullmatch(read.strip()) else text


def parse_range(text: str) -> Range:
    """Read a range as a deck prints it, "8-10 years".

    Raises ValueError for anything else, and for bounds that do not ascend.
    """
    shown = text.strip()
    match = _RANGE.fullmatch(shown)
    if match is None:
        raise ValueError(f'"{text}" is no range; expected such as "8-10 years"')
    low, high = int(match["low"]), int(match["high"])
    if low >= high:
        raise ValueError(f'"{text}" is no range: {low} is not less than {high}')
    return Range(shown, low, high, (match["unit"],) if match["unit"] else ())


def parse_label(text: str) -> Label:
    """Read a number that only names a thing, "00447".

    Raises ValueError for anything but digits.
    """
    shown = text.strip()
    if _LABEL.fullmatch(shown) is None:
        raise ValueError(f'"{text}" is no number of a thing; expected digits alone, such as "00447"')
    return Label(shown, shown)
