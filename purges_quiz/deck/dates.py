"""Dates as cards print them: "August 1936", "6 June 1944", "summer 1937", "1914-18", "the 1930s", "44 BC"."""

from __future__ import annotations

import re
from datetime import date

from purges_quiz.deck.entities import Month
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
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month; a winter ends in the year after the one in which it begins."""
FIRST_YEAR, LAST_YEAR = -3000, 2999

_NUMBER_OF = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH = "|".join(MONTHS)
_YEAR = r"(?P<{0}>\d{{1,4}})"
_DASH = r" ?[-\u2013] ?"
_FORM = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:{_DASH}(?P<until>\d{{1,2}}))? )?(?P<month>{_MONTH}) {_YEAR.format('month_year')}"
    rf"|(?P<from_day>\d{{1,2}}) (?P<from_month>{_MONTH}){_DASH}(?P<to_day>\d{{1,2}}) (?P<to_month>{_MONTH})"
    rf" {_YEAR.format('days_year')}"
    rf"|(?P<from>{_MONTH})/(?P<to>{_MONTH}) {_YEAR.format('months_year')}"
    rf"|(?P<season>{'|'.join(SEASONS)}) {_YEAR.format('season_year')}(?:[-/\u2013](?P<season_end>\d{{2}}|\d{{4}}))?"
    rf"|(?:the )?(?P<decade>\d{{2,3}}0)s"
    rf"|(?:the )?(?P<century>\d{{1,2}})(?:st|nd|rd|th) century"
    rf"|{_YEAR.format('first')}{_DASH}(?P<last>\d{{1,4}})"
    rf"|{_YEAR.format('year')}",
)
_ERA = re.compile(r" (?P<era>BCE?|CE|AD)$|^(?P<before>AD) ")
_EXPECTED = (
    '"August 1936", "6 June 1944", "May/June 1937", "summer 1937", "1914-18", "1938", "the 1930s", '
    '"the 19th century" or "44 BC"'
)


def parse_date(text: str) -> Date:
    """Read a date as a deck prints it.

    Raises ValueError, with what was expected, for anything else, for spans that do not ascend and for years before
    3000 BC or after 2999.
    """
    shown = text.strip()
    era = _ERA.search(shown)
    bare = _ERA.sub("", shown)
    match = _FORM.fullmatch(bare[:1].lower() + bare[1:] if bare[:1].isalpha() and _is_lower(bare) else bare)
    if match is None:
        raise ValueError(f'"{text}" is no date; expected such as {_EXPECTED}')
    before = bool(era and era["era"] in {"BC", "BCE"})
    date = _read(shown, match, before=before)
    if not (date.first[0] >= FIRST_YEAR and date.last[0] <= LAST_YEAR):
        raise ValueError(f'"{text}" lies outside 3000 BC to 2999')
    if (date.first, date.first_day) > (date.last, date.last_day) or (
        date.precision in {Precision.MONTHS, Precision.YEARS} and date.first >= date.last
    ):
        raise ValueError(f'"{text}" does not ascend')
    return date


def _read(  # noqa: C901  # one branch for each way of printing a date
    shown: str, match: re.Match[str], *, before: bool
) -> Date:
    sign = -1 if before else 1
    if match["month"]:
        month = (sign * int(match["month_year"]), _NUMBER_OF[match["month"]])
        if match["day"] is None:
            return Date(shown, month, month, Precision.MONTH)
        return _days(shown, month, int(match["day"]), month, int(match["until"] or match["day"]))
    if match["from_month"]:
        year = sign * int(match["days_year"])
        first, last = (year, _NUMBER_OF[match["from_month"]]), (year, _NUMBER_OF[match["to_month"]])
        return _days(shown, first, int(match["from_day"]), last, int(match["to_day"]))
    if match["season"]:
        year, (start, end) = sign * int(match["season_year"]), SEASONS[match["season"]]
        return Date(shown, (year, start), (year + (end < start), end), Precision.SEASON)
    if match["decade"]:
        year = int(match["decade"])
        if before:
            return Date(shown, (-year - 9, 1), (-year, 12), Precision.DECADE)
        return Date(shown, (year, 1), (year + 9, 12), Precision.DECADE)
    if match["century"]:
        number = int(match["century"])
        years = (-100 * number, -100 * number + 99) if before else (100 * number - 99, 100 * number)
        return Date(shown, (years[0], 1), (years[1], 12), Precision.CENTURY)
    if match["year"]:
        year = sign * int(match["year"])
        return Date(shown, (year, 1), (year, 12), Precision.YEAR)
    if match["from"]:
        year = sign * int(match["months_year"])
        return Date(shown, (year, _NUMBER_OF[match["from"]]), (year, _NUMBER_OF[match["to"]]), Precision.MONTHS)
    begun, ended = match["first"], match["last"]
    if len(ended) < len(begun) and not before:
        ended = begun[: len(begun) - len(ended)] + ended
    return Date(shown, (sign * int(begun), 1), (sign * int(ended), 12), Precision.YEARS)


def days_of(year: int, month: int) -> int:
    """How many days a month has; 31 before Christ, when calendars were others."""
    if year <= 0 or month == len(MONTHS):
        return 31
    like = 2000 + year % 400
    return (date(like, month + 1, 1) - date(like, month, 1)).days


def _days(shown: str, first: Month, first_day: int, last: Month, last_day: int) -> Date:
    for (year, month), day in ((first, first_day), (last, last_day)):
        if not 1 <= day <= days_of(year, month):
            raise ValueError(f'"{shown}": {MONTHS[month - 1]} has no day {day}')
    single = (first, first_day) == (last, last_day)
    return Date(shown, first, last, Precision.DAY if single else Precision.DAYS, first_day, last_day)


def _is_lower(shown: str) -> bool:
    return shown.split(" ", 1)[0].lower() in {*SEASONS, "the"}
