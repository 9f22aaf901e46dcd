"""Grading dates: as precise as the card, the right year alone is half."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from purges_quiz.deck.dates import MONTHS
from purges_quiz.deck.model import Date, Month, Precision
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.candidates import select
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.number_slips import digit_slip
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.typed_dates import SEASONS, Period, SeenDate, dates
from purges_quiz.grading.units import units_of
from purges_quiz.grading.verdict import Reason, Slip, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.words import Word, words

_BEFORE = frozenset({"before", "until", "till", "prior", "pre"})
_AFTER = frozenset({"after", "post"})
_WHOLE_YEARS = frozenset({Precision.YEAR, Precision.YEARS, Precision.DECADE, Precision.CENTURY})
_SMALL_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Moment:
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
        lambda seen: (seen.start, seen.end),
        lambda seen: _moment(seen, asked, value),
        asked,
    )
    if picked.trouble is Slip.NEGATED:
        return wrong(Slip.NEGATED, Reason.DENIED)
    if not picked.asserted:
        return wrong(None, Reason.NO_DATE)
    seen = picked.asserted[0]
    if picked.trouble is Slip.HEDGED or _alternatives(seen, value):
        return wrong(Slip.HEDGED, Reason.SEVERAL_DATES)
    before = text[seen.start - 1].text if seen.start else ""
    if before in _BEFORE or before in _AFTER:
        return wrong(Slip.OPPOSITE, Reason.NOT_BEFORE_OR_AFTER, before)
    finding = _judged(value, _moment(seen, asked, value), asked, elsewhere)
    if not finding.right:
        return finding
    foreign = units_of(asked, ()).foreign(text, seen.end) if _bare_year(text, seen) else ""
    if foreign:
        return wrong(Slip.UNIT, Reason.FOREIGN_UNIT, foreign)
    against = contradiction(asked, typed, [(seen.start, seen.end)])
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
    return spelling(value.shown, seen.slips) if finding.reason is Reason.CORRECT else finding


def _ends_of_a_span(text: Sequence[Word], found: Sequence[SeenDate], value: Date) -> Sequence[SeenDate]:
    """Both ends of the card's span, told one by one, as the span: "it started in 1536 and by 1540 it was over"."""
    if value.precision is not Precision.YEARS or len(found) != 2 or any(word.text in {"or", "not"} for word in text):  # noqa: PLR2004
        return found
    if (found[0].year, found[1].year) != (value.first[0], value.last[0]):
        return found
    return (replace(found[0], end=found[1].end, until=found[1], joint="-"),)


def _bare_year(text: tuple[Word, ...], seen: SeenDate) -> bool:
    """Whether a number without month or preposition stands for the year, which may count something instead."""
    prepared = seen.start > 0 and text[seen.start - 1].text in {"in", "by", "of", "year", "during", "since", "from"}
    return seen.month is None and not seen.season and not prepared


def _period(value: Date) -> Period:
    year = value.first[0]
    return Period(year // 100 * 100 if year > 0 else 0, min(abs(year), abs(value.last[0]), _SMALL_YEAR) or 1)


def _alternatives(seen: SeenDate, value: Date) -> bool:
    """Whether two dates were offered where the card has no span."""
    if seen.until is None or value.precision is Precision.MONTHS:
        return False
    days = seen.day and seen.until.day
    spans = value.precision in _WHOLE_YEARS - {Precision.YEAR}
    return seen.joint == "or" or (not spans and not days and seen.joint in {"/", "and", "+", ","})


def _moment(seen: SeenDate, asked: Asked, value: Date) -> Moment:
    year = seen.year
    if year is None and value.first[0] == value.last[0] and str(value.first[0]) in {word.stem for word in asked.words}:
        year = value.first[0]  # the prompt gives it
    if (
        value.precision is Precision.YEARS
        and seen.until is None
        and seen.figures
        and year == value.first[0]
        and seen.month in {value.last[0] % 10, value.last[0] % 100}
    ):
        return Moment(value.first, value.last, monthless=True)  # 1937-8
    first, last = _span(year or 0, seen)
    days = (seen.day, seen.day)
    if seen.until is None:
        return Moment(first, last, year is None, not seen.month and not seen.season, seen.season, days)
    _, last = _span(seen.until.year or year or 0, seen.until)
    first, last = min(first, last), max(first, last)
    open_months = not (seen.month or seen.season or seen.until.month)
    return Moment(first, last, year is None and seen.until.year is None, open_months, days=(seen.day, seen.until.day))


def _span(year: int, seen: SeenDate) -> tuple[Month, Month]:
    if seen.month:
        return (year, seen.month), (year, seen.month)
    if seen.season:
        start, end = SEASONS[seen.season]
        return (year, start), (year + (end < start), end)
    return (year, 1), (year + 9 * seen.decade, 12)


def _judged(value: Date, given: Moment, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    if _means(given, value):
        return _to_the_day(value, given, asked)
    known = _known(value, given, asked)
    if known is not None:
        return known
    if given.yearless:
        return _yearless(value, given)
    if value.first <= given.first <= given.last <= value.last:
        return _within(value, given, asked)
    if given.monthless and given.first[0] <= value.first[0] and value.last[0] <= given.last[0] == given.first[0]:
        return partial(Slip.DATE_PART, Reason.YEAR_RIGHT, missing=("month",))
    if given.season and given.first <= value.last and value.first <= given.last:
        return partial(Slip.DATE_PART, Reason.YEAR_RIGHT, missing=("month",))
    if given.monthless and given.first <= value.first and value.last <= given.last:
        if given.last[0] - given.first[0] in {9, 99} and value.precision is not Precision.MONTH:
            return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=(value.shown,))
        return wrong(Slip.HEDGED, Reason.SEVERAL_YEARS)
    return _elsewhere(value, given, asked, elsewhere)


def _means(given: Moment, value: Date) -> bool:
    if given.yearless:
        return False
    if value.precision in _WHOLE_YEARS:
        whole_months = value.precision is Precision.YEAR or given.monthless
        return (given.first[0], given.last[0]) == (value.first[0], value.last[0]) and whole_months
    return (given.first, given.last) == (value.first, value.last)


def _to_the_day(value: Date, given: Moment, asked: Asked) -> Verdict:
    """Judge a date of the right months, or the right year, by its days and by what the sources say exactly."""
    wanted = (value.first_day, value.last_day)
    if wanted != (0, 0):
        if given.days == wanted or (
            value.first_day <= given.days[0] and given.days[1] <= value.last_day and any(given.days)
        ):
            return correct()
        if any(given.days):
            return wrong(Slip.DATE_PART, Reason.OTHER_DAY, _shown(given))
        return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=("day",))
    exact = [moment for text in asked.target.exact for moment in _moments_of(text, asked, value)]
    if exact and not given.monthless and not any(_agree(given, moment) for moment in exact):
        return partial(Slip.DATE_PART, Reason.OTHER_DAY, _shown(given))
    return correct()


def _moments_of(text: str, asked: Asked, value: Date) -> Iterator[Moment]:
    for seen in dates(words(text), _period(value)):
        yield _moment(seen, asked, value)


def _agree(given: Moment, exact: Moment) -> bool:
    """Whether a typed date leaves room for one that the sources give, or for a part of it."""
    return _first_day(given) <= _last_day(exact) and _first_day(exact) <= _last_day(given)


def _first_day(moment: Moment) -> tuple[int, int, int]:
    return (*moment.first, moment.days[0] or 1)


def _last_day(moment: Moment) -> tuple[int, int, int]:
    year, month = moment.last
    return (year, month, moment.days[1] or (monthrange(year, month)[1] if year > 0 else 31))


def _yearless(value: Date, given: Moment) -> Verdict:
    months = (given.first[1], given.last[1])
    if value.precision not in _WHOLE_YEARS and months == (value.first[1], value.last[1]):
        return partial(Slip.DATE_PART, Reason.YEAR_MISSING, missing=("year",))
    return wrong(Slip.DATE_PART, Reason.YEAR_MISSING, missing=("year",))


def _within(value: Date, given: Moment, asked: Asked) -> Verdict:
    """Judge one of two years or months, or a month of a season."""
    if value.precision is Precision.YEAR:
        return _to_the_day(value, given, asked)
    return partial(Slip.DATE_PART, Reason.PART_OF_DATE, missing=(value.shown,))


def _known(value: Date, given: Moment, asked: Asked) -> Verdict | None:
    def same(text: str) -> bool:
        return any(moment == given for moment in _moments_of(text, asked, value))

    target = asked.target
    if any(same(text) for text in (*target.aliases, *target.historians)):
        return correct()
    for remark in target.known_wrong:
        if same(remark.text):
            return wrong(None, Reason.KNOWN, note=remark.reason)
    if any(same(text) for text in target.also_true):
        return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE)
    return None


def _elsewhere(value: Date, given: Moment, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    other = elsewhere.date(given.first, given.last, asked.fact)
    if other is not None:
        return wrong(Slip.OTHER_FACT, Reason.OTHER_FACT, note=other.told, confused_with=other.fact.key)
    if given.first[0] == value.first[0] and not given.monthless:
        return wrong(Slip.DATE_PART, Reason.OTHER_MONTH, _shown(given))
    if (given.first[1], given.last[1]) == (value.first[1], value.last[1]) and not given.monthless:
        return wrong(Slip.DATE_PART, Reason.YEAR_WRONG)
    slip = digit_slip(str(given.first[0]), str(value.first[0])) if given.monthless else None
    return unlike(slip=slip)


def _shown(given: Moment) -> str:
    if given.season:
        return f"the {given.season}"
    month = MONTHS[given.first[1] - 1]
    return f"{given.days[0]} {month}" if given.days[0] else month
