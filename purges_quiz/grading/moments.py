"""Grading dates: as precise as the card, the right year alone is half."""

from __future__ import annotations

from dataclasses import dataclass

from purges_quiz.deck.figures import MONTHS
from purges_quiz.deck.model import Date, Month, Precision
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.clauses import said_of_the_question
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.misspelt import spelling_verdict
from purges_quiz.grading.number_slips import digit_slip
from purges_quiz.grading.stance import Stance, stances, undecided
from purges_quiz.grading.typed_dates import SEASONS, SeenDate, dates
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.words import words

_BOUNDS = frozenset({"before", "until", "till", "prior", "pre"})
_AFTER = frozenset({"after", "post"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A typed date as a span of months, with what of it was left open."""

    first: Month
    last: Month
    yearless: bool = False
    monthless: bool = False
    season: str = ""


def grade_date(value: Date, elsewhere: Elsewhere, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed date."""
    text = typed.words
    found = dates(text)
    spans = [(seen.start, seen.end) for seen in found]
    stance = stances(text, spans, asked.deniable)
    given = [seen for seen, how in zip(found, stance, strict=True) if how is Stance.GIVEN]
    if not given:
        if Stance.DENIED in stance:
            return verdicts.wrong(Slip.NEGATED, f"The answer denies a date instead of giving one; it is {value.shown}.")
        return verdicts.wrong(None, f"The answer holds no date; it is {value.shown}.")
    if len(given) > 1:
        told = said_of_the_question(text, [(seen.start, seen.end) for seen in given], asked)
        given = given if told is None else [given[told]]
    moments = {_moment(seen, asked, value) for seen in given}
    if len(moments) > 1 or undecided(text, spans) or _alternatives(given[0], value):
        return verdicts.wrong(Slip.HEDGED, f"More than one date was given; it is {value.shown}.")
    before = text[given[0].start - 1].text if given[0].start else ""
    if before in _BOUNDS or before in _AFTER:
        return verdicts.wrong(Slip.OPPOSITE, f"Not {before}: it is {value.shown} itself.")
    return _judged(value, moments.pop(), given[0], asked, elsewhere)


def _alternatives(seen: SeenDate, value: Date) -> bool:
    """Whether two dates were offered where the card has no span."""
    if seen.until is None or value.precision is Precision.MONTHS:
        return False
    return seen.joint == "or" or (value.precision is not Precision.YEARS and seen.joint in {"/", "and", "+", ","})


def _moment(seen: SeenDate, asked: Asked, value: Date) -> Moment:
    year = seen.year
    if year is None and value.first[0] == value.last[0] and str(value.first[0]) in {word.stem for word in asked.words}:
        year = value.first[0]  # the prompt gives it
    if (
        value.precision is Precision.YEARS
        and seen.until is None
        and seen.figures
        and year == value.first[0]
        and seen.month == value.last[0] % 10
    ):
        return Moment(value.first, value.last, monthless=True)  # 1937-8
    first, last = _span(year or 0, seen)
    if seen.until is None:
        return Moment(first, last, year is None, not seen.month and not seen.season, seen.season)
    _, last = _span(seen.until.year or year or 0, seen.until)
    open_months = not (seen.month or seen.season or seen.until.month)
    return Moment(first, last, year is None and seen.until.year is None, open_months)


def _span(year: int, seen: SeenDate) -> tuple[Month, Month]:
    if seen.month:
        return (year, seen.month), (year, seen.month)
    if seen.season:
        start, end = SEASONS[seen.season]
        return (year, start), (year + (end < start), end)
    return (year, 1), (year, 12)


def _judged(value: Date, given: Moment, seen: SeenDate, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    if _means(given, value):
        return spelling_verdict(value.shown, seen.slips)
    known = _known(value, given, asked)
    if known is not None:
        return known
    if given.yearless:
        return _yearless(value, given)
    if value.first <= given.first <= given.last <= value.last:
        return _within(value)
    if given.monthless and given.first[0] <= value.first[0] and value.last[0] <= given.last[0] == given.first[0]:
        return verdicts.partial(Slip.DATE_PART, f"The year is right; it was {value.shown}.", missing=("month",))
    if given.season and given.first <= value.last and value.first <= given.last:
        return verdicts.partial(Slip.DATE_PART, f"The year is right; it was {value.shown}.", missing=("month",))
    if given.monthless and given.first <= value.first and value.last <= given.last:
        return verdicts.wrong(Slip.HEDGED, f"That takes in more than one year; it was {value.shown}.")
    return _elsewhere(value, given, asked, elsewhere)


def _means(given: Moment, value: Date) -> bool:
    if given.yearless:
        return False
    if value.precision in {Precision.YEAR, Precision.YEARS}:
        years = given.first[0], given.last[0]
        return years == (value.first[0], value.last[0])
    return (given.first, given.last) == (value.first, value.last)


def _yearless(value: Date, given: Moment) -> Verdict:
    months = (given.first[1], given.last[1])
    if value.precision not in {Precision.YEAR, Precision.YEARS} and months == (value.first[1], value.last[1]):
        return verdicts.partial(Slip.DATE_PART, f"The year is missing: it is {value.shown}.", missing=("year",))
    return verdicts.wrong(Slip.DATE_PART, f"The year is missing: it is {value.shown}.", missing=("year",))


def _within(value: Date) -> Verdict:
    """Judge one of two years or months, or a month of a season."""
    part = "only one of the two years" if value.precision is Precision.YEARS else "only a part of it"
    return verdicts.partial(Slip.DATE_PART, f"That is {part}: it is {value.shown}.", missing=(value.shown,))


def _known(value: Date, given: Moment, asked: Asked) -> Verdict | None:
    def same(text: str) -> bool:
        return any(_moment(seen, asked, value) == given for seen in dates(words(text)))

    target = asked.target
    if any(same(text) for text in (*target.aliases, *target.historians)):
        return verdicts.correct()
    for remark in target.known_wrong:
        if same(remark.text):
            return verdicts.wrong(None, verdicts.sentence(remark.reason))
    if any(same(text) for text in target.also_true):
        return verdicts.partial(Slip.ALSO_TRUE, f"True, but the card has {value.shown}.")
    return None


def _elsewhere(value: Date, given: Moment, asked: Asked, elsewhere: Elsewhere) -> Verdict:
    other = elsewhere.date(given.first, given.last, asked.fact)
    if other is not None:
        message = verdicts.sentence(f"{other.target.value.shown} is {other.target.about}; here it is {value.shown}")
        return verdicts.wrong(Slip.OTHER_FACT, message, rival=other.fact.key)
    if given.first[0] == value.first[0] and not given.monthless:
        return verdicts.wrong(Slip.DATE_PART, f"The year is right, but not {_month(given)}: it is {value.shown}.")
    if (given.first[1], given.last[1]) == (value.first[1], value.last[1]) and not given.monthless:
        return verdicts.wrong(Slip.DATE_PART, f"The year is wrong: it is {value.shown}.")
    slip = digit_slip(str(given.first[0]), str(value.first[0])) if given.monthless else None
    return verdicts.unlike(f"The date is {value.shown}.", slip=slip)


def _month(given: Moment) -> str:
    return f"the {given.season}" if given.season else MONTHS[given.first[1] - 1]
