"""Grading dates: as precise as the card, the right year alone is half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purges_quiz.deck.dates import MONTHS, days_of
from purges_quiz.deck.entities import Month
from purges_quiz.deck.model import Date, Precision
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.candidates import select
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.number_slips import digit_slip
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.typed_dates import SEASONS, Period, TypedDate, dates
from purges_quiz.grading.units import foreign_unit, units_of
from purges_quiz.grading.verdict import Reason, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.words import Word, words

_BEFORE = frozenset({"before", "prior", "pre"})
_UNTIL = frozenset({"until", "till"})
_AFTER = frozenset({"after", "post"})
_WHOLE_YEARS = frozenset({Precision.YEAR, Precision.YEARS, Precision.DECADE, Precision.CENTURY})
_SMALL_YEAR = 1000
_ENDS = frozenset({"begin", "end", "first", "last"})
"""Concepts of what may be said of each end of a span."""


class Moment(NamedTuple):
    """A typed date as a span of months, with what of it was left open."""

    first: Month
    last: Month
    yearless: bool = False
    monthless: bool = False
    season: str = ""
    days: tuple[int, int] = (0, 0)
    """First and last day; 0 where none was given."""


def grade_date(value: Date, elsewhere: Elsewhere, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed date."""
    text = typed.words
    found = dates(text, _period(value))
    picked = select(
        text,
        _ends_of_a_span(text, found, value),
        lambda typed_date: (typed_date.start, typed_date.end),
        lambda typed_date: _moment(typed_date, asked, value),
        asked,
    )
    refused = picked.refused(Reason.SEVERAL_DATES, Reason.NO_DATE)
    if refused is not None:
        return refused
    typed_date = picked.asserted[0]
    if _alternatives(typed_date, value):
        return wrong(Slip.HEDGED, Reason.SEVERAL_DATES)
    before = text[typed_date.start - 1].text if typed_date.start else ""
    ends = before in _UNTIL and value.precision is Precision.YEARS
    if (before in _BEFORE | _UNTIL and not ends) or before in _AFTER:
        return wrong(Slip.OPPOSITE, Reason.NOT_BEFORE_OR_AFTER, before)
    finding = _judged(value, _moment(typed_date, asked, value), asked, elsewhere)
    if not finding.right:
        return finding
    foreign = units_of(asked, ()).foreign(text, typed_date.end) if _bare_year(text, typed_date) else ""
    if foreign:
        return foreign_unit(asked, (), text, typed_date.start, foreign)
    spans = value.precision is Precision.YEARS
    against = contradiction(asked, typed, [(typed_date.start, typed_date.end)], _ENDS if spans else frozenset())
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
    return spelling(value.shown, typed_date.slips) if finding.reason is Reason.CORRECT else finding


def _ends_of_a_span(text: Sequence[Word], found: Sequence[TypedDate], value: Date) -> Sequence[TypedDate]:
    """Both ends of the card's span, told one by one, as the span: "it started in 1536 and by 1540 it was over"."""
    if value.precision is not Precision.YEARS or len(found) != 2 or any(word.text in {"or", "not"} for word in text):  # noqa: PLR2004
        return found
    if (found[0].year, found[1].year) != (value.first[0], value.last[0]):
        return found
    return (found[0]._replace(end=found[1].end, until=found[1], joint="-"),)


def _bare_year(text: tuple[Word, ...], typed_date: TypedDate) -> bool:
    """Whether a number without month or preposition stands for the year, which may count something instead."""
    prepared = typed_date.start > 0 and text[typed_date.start - 1].text in {
        "in",
        "by",
        "of",
        "year",
        "during",
        "since",
        "from",
    }
    return typed_date.month is None and not typed_date.season and not prepared


def _period(value: Date) -> Period:
    year = value.first[0]
    return Period(year // 100 * 100 if year > 0 else 0, min(abs(year), abs(value.last[0]), _SMALL_YEAR) or 1)


def _alternatives(typed_date: TypedDate, value: Date) -> bool:
    """Whether two dates were offered where the card has no span."""
    if typed_date.until is None or value.precision is Precision.MONTHS:
        return False
    days = typed_date.day and typed_date.until.day
    spans = value.precision in _WHOLE_YEARS - {Precision.YEAR}
    return typed_date.joint == "or" or (not spans and not days and typed_date.joint in {"/", "and", "+", ","})


def _moment(typed_date: TypedDate, asked: Asked, value: Date) -> Moment:
    year = typed_date.year
    if year is None and value.first[0] == value.last[0] and str(value.first[0]) in {word.stem for word in asked.words}:
        year = value.first[0]  # the prompt gives it
    first, last = _span(year or 0, typed_date)
    if value.precision in _WHOLE_YEARS and typed_date.figures == "ym" and year and typed_date.month:
        end = year - year % (10 if typed_date.month < 10 else 100) + typed_date.month  # noqa: PLR2004
        if end > year:
            return Moment((year, 1), (end, 12), monthless=True)  # 1937-8
    days = (typed_date.day, typed_date.day)
    if typed_date.until is None:
        return Moment(
            first, last, year is None, not typed_date.month and not typed_date.season, typed_date.season, days
        )
    _, last = _span(typed_date.until.year or year or 0, typed_date.until)
    first, last = min(first, last), max(first, last)
    open_months = not (typed_date.month or typed_date.season or typed_date.until.month)
    return Moment(
        first,
        last,
        year is None and typed_date.until.year is None,
        open_months,
        days=(typed_date.day, typed_date.until.day),
    )


def _span(year: int, typed_date: TypedDate) -> tuple[Month, Month]:
    if typed_date.month:
        return (year, typed_date.month), (year, typed_date.month)
    if typed_date.season:
        start, end = SEASONS[typed_date.season]
        return (year, start), (year + (end < start), end)
    return (year, 1), (year + 9 * typed_date.decade, 12)


def _judged(value: Date, moment: Moment, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    if _means(moment, value):
        return _to_the_day(value, moment, asked)
    known = _known(value, moment, asked)
    if known is not None:
        return known
    if moment.yearless:
        return _yearless(value, moment)
    if value.first <= moment.first <= moment.last <= value.last:
        return _within(value, moment, asked)
    if moment.monthless and moment.first[0] <= value.first[0] and value.last[0] <= moment.last[0] == moment.first[0]:
        return partial(Slip.DATE_PART, Reason.YEAR_RIGHT, missing=("month",))
    if moment.season and moment.first <= value.last and value.first <= moment.last:
        return partial(Slip.DATE_PART, Reason.YEAR_RIGHT, missing=("month",))
    if moment.monthless and moment.first <= value.first and value.last <= moment.last:
        if moment.last[0] - moment.first[0] in {9, 99} and value.precision is not Precision.MONTH:
            return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=(value.shown,))
        return wrong(Slip.HEDGED, Reason.SEVERAL_YEARS)
    return _elsewhere(value, moment, asked, elsewhere)


def _means(moment: Moment, value: Date) -> bool:
    if moment.yearless:
        return False
    if value.precision in _WHOLE_YEARS:
        whole_months = value.precision is Precision.YEAR or moment.monthless
        return (moment.first[0], moment.last[0]) == (value.first[0], value.last[0]) and whole_months
    return (moment.first, moment.last) == (value.first, value.last)


def _to_the_day(value: Date, moment: Moment, asked: Asked) -> Verdict:
    """Judge a date of the right months, or the right year, by its days and by what the sources say exactly."""
    wanted = (value.first_day, value.last_day)
    if wanted != (0, 0):
        if moment.days == wanted or (
            value.first_day <= moment.days[0] and moment.days[1] <= value.last_day and any(moment.days)
        ):
            return correct()
        if any(moment.days):
            return wrong(Slip.DATE_PART, Reason.OTHER_DAY, _shown(moment))
        return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=("day",))
    exact = [one for text in asked.target.exact for one in _moments_of(text, asked, value)]
    if exact and not moment.monthless and not any(_agree(moment, one) for one in exact):
        return partial(Slip.DATE_PART, Reason.OTHER_DAY, _shown(moment))
    return correct()


def _moments_of(text: str, asked: Asked, value: Date) -> Iterator[Moment]:
    for typed_date in dates(words(text), _period(value)):
        yield _moment(typed_date, asked, value)


def _agree(moment: Moment, exact: Moment) -> bool:
    """Whether a typed date leaves room for one that the sources give, or for a part of it."""
    return _first_day(moment) <= _last_day(exact) and _first_day(exact) <= _last_day(moment)


def _first_day(moment: Moment) -> tuple[int, int, int]:
    return (*moment.first, moment.days[0] or 1)


def _last_day(moment: Moment) -> tuple[int, int, int]:
    year, month = moment.last
    return (year, month, moment.days[1] or days_of(year, month))


def _yearless(value: Date, moment: Moment) -> Verdict:
    months = (moment.first[1], moment.last[1])
    if value.precision not in _WHOLE_YEARS and months == (value.first[1], value.last[1]):
        return partial(Slip.DATE_PART, Reason.YEAR_MISSING, missing=("year",))
    return wrong(Slip.DATE_PART, Reason.YEAR_MISSING, missing=("year",))


def _within(value: Date, moment: Moment, asked: Asked) -> Verdict:
    """Judge one of two years or months, or a month of a season."""
    if value.precision is Precision.YEAR:
        return _to_the_day(value, moment, asked)
    if moment.monthless and moment.first[0] != moment.last[0]:
        return unlike()  # one end is wrong
    return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=(value.shown,))


def _known(value: Date, moment: Moment, asked: Asked) -> Verdict | None:
    def same(text: str) -> bool:
        return any(moment == known for known in _moments_of(text, asked, value))

    target = asked.target
    if any(same(text) for text in (*target.aliases, *target.historians)):
        return correct()
    for remark in target.known_wrong:
        if same(remark.text):
            return wrong(None, Reason.KNOWN, note=remark.reason)
    if any(same(text) for text in target.also_true):
        return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE)
    return None


def _elsewhere(value: Date, moment: Moment, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    other = elsewhere.date(moment.first, moment.last, asked.fact)
    if other is not None:
        return wrong(Slip.OTHER_FACT, Reason.OTHER_FACT, note=other.statement, confused_with=other.fact.key)
    if moment.first[0] == value.first[0] and not moment.monthless:
        return wrong(Slip.DATE_PART, Reason.OTHER_MONTH, _shown(moment))
    if (moment.first[1], moment.last[1]) == (value.first[1], value.last[1]) and not moment.monthless:
        return wrong(Slip.DATE_PART, Reason.YEAR_WRONG)
    slip = digit_slip(str(moment.first[0]), str(value.first[0])) if moment.monthless else None
    return unlike(slip=slip)


def _shown(moment: Moment) -> str:
    if moment.season:
        return f"the {moment.season}"
    month = MONTHS[moment.first[1] - 1]
    return f"{moment.days[0]} {month}" if moment.days[0] else month
