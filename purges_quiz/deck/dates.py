"""Dates as cards print them: "August 1936", "May/June 1937", "summer 1937", "1937-38", "1938"."""

from __future__ import annotations

import re

from purges_quiz.deck.model import Date, Precision

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
"""First and last month; a winter lies in two years, so that a deck dates it by its months."""

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
