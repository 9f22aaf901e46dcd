"""The dates in a typed text: Aug 1936, August '36, 8/1936, "in August of 1936", 19-24 August 1936, 1914-18, 44 BC."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from purges_quiz.deck.dates import LAST_YEAR, MONTHS
from purges_quiz.deck.dates import SEASONS as SEASONS_OF_CARDS
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.vocabulary import ORDINALS
from purges_quiz.grading.words import DASH, Word

SEASONS = {**SEASONS_OF_CARDS, "fall": SEASONS_OF_CARDS["autumn"]}
_FEASTS = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "years", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (31, 12),
    ("new", "years", "eve"): (31, 12),
    ("christmas", "day"): (25, 12),
    ("christmas", "eve"): (24, 12),
    ("boxing", "day"): (26, 12),
}
"""Day and month by the names that they have."""
_NAMES = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH_OF = {**_NAMES, **{name[:3]: number for name, number in _NAMES.items()}, "sept": 9}
_VERBS = frozenset({"be", "have", "well", "not", "only"})
_JOINTS = frozenset({"-", "/", DASH, "~", "to", "until", "till", "through", "thru", "and", "or", "+"})
_GLUE = frozenset(
    {
        "of",
        ",",
        "in",
        "the",
        ".",
        "'",
        "during",
        "year",
        "month",
        "months",
        "time",
        "onwards",
        "(",
        ")",
        "-",
        "/",
        ":",
        DASH,
    }
)
_LOOSE = frozenset({"the", "from", "'", "late", "early", "mid", "start", "end", "beginning", "of", "in"})
_CENTURY = frozenset({"century", "cent", "c"})
_BEFORE_CHRIST = frozenset({"bc", "bce"})
_AFTER_CHRIST = frozenset({"ad", "ce"})
_FOUR_DIGITS = 1000
_DECEMBER = 12
_LONGEST_MONTH = 31
_TENS = {"twenty": 20, "thirty": 30}
_TEN = 10


class Period(NamedTuple):
    """What two digits for a year mean, and how few digits a year may have: from the date that is asked for."""

    century: int = 1900
    """To which "36" is added."""
    first_year: int = _FOUR_DIGITS
    """The least number that is read as a year by itself."""


_MODERN = Period()


class TypedDate(NamedTuple):
    """A date in a text: whatever of year, month, day and season was given."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    season: str = ""
    until: TypedDate | None = None
    """The other end, where two were joined."""
    joint: str = ""
    """What joined them: "-", "to", "or" ..."""
    figures: str = ""
    """The order of a date in figures: "ym" is "1937-8", which may mean two years."""
    day: int = 0
    decade: bool = False
    """"The 1930s": the ten years that begin so."""
    slips: tuple[tuple[str, str], ...] = ()
    """The month misspelt: as given, and as it should be."""


def dates(text: Sequence[Word], period: Period = _MODERN) -> tuple[TypedDate, ...]:
    """Every date of the text, in order, spans read as one."""
    found: list[TypedDate] = []
    for single in _singles(text, period):
        last = found[-1] if found else None
        joint = _joint(text, last, single) if last else ""
        if last and joint and _same_winter(last, single):
            found[-1] = last._replace(end=single.end)
        elif last and joint and last.until is None:
            found[-1] = _joined(last, single, joint)
        else:
            found.append(single)
    return tuple(found)


def _same_winter(first: TypedDate, last: TypedDate) -> bool:
    """Whether the winter of a year goes on in the next: "the winter of 1916-17"."""
    bare = not (last.month or last.season)
    return first.season == "winter" and first.year is not None and bare and last.year == first.year + 1


def _joint(text: Sequence[Word], first: TypedDate, last: TypedDate) -> str:
    between = [word.text for word in text[first.end : last.start] if word.text not in _LOOSE]
    named = first.month or first.season or last.month or last.season
    if not between and named and (first.end < last.start or (first.month and last.month and not first.year)):
        return "-"  # late May, early June; May June 1937
    years = not (first.month or last.month or first.season or last.season)
    listed = between == [","] and (years or bool(first.month and last.month and not first.year))
    return between[0] if len(between) == 1 and (between[0] in _JOINTS or listed) else ""


def _joined(first: TypedDate, last: TypedDate, joint: str) -> TypedDate:
    if first.year is None and last.year is not None and first.month:
        first = first._replace(year=last.year)
    elif last.year is None and first.year is not None and (last.month or last.season):
        last = last._replace(year=first.year)
    return first._replace(end=last.end, until=last, joint=joint, slips=first.slips + last.slips)


class _Part(NamedTuple):
    kind: str
    """Y year, M month, D day or a small number, S season, N numeric date."""
    start: int
    end: int
    value: int = 0
    name: str = ""
    date: TypedDate | None = None
    until: int = 0
    """Days: the last of several."""
    slips: tuple[tuple[str, str], ...] = ()


def _singles(text: Sequence[Word], period: Period) -> list[TypedDate]:
    parts = _parts(text, period)
    found: list[TypedDate] = []
    place = 0
    while place < len(parts):
        found_date, place = _single(text, parts, place)
        if found_date is not None:
            found.append(found_date)
    return found


_PATTERNS = ("DMDY", "DMY", "MDY", "YMD", "MY", "YM", "SY", "YS", "DM", "MD", "M", "S", "Y")


def _single(text: Sequence[Word], parts: Sequence[_Part], place: int) -> tuple[TypedDate | None, int]:
    """Read the longest date that begins at a part: day, month, year in any order that people write."""
    first = parts[place]
    if first.date is not None:
        return first.date, place + 1
    for pattern in _PATTERNS:
        run = parts[place : place + len(pattern)]
        if "".join(part.kind for part in run) != pattern or not _adjacent(text, run):
            continue
        return _of_parts(run, pattern), place + len(pattern)
    return None, place + 1


def _of_parts(run: Sequence[_Part], pattern: str) -> TypedDate:
    year = next((part.value for part in run if part.kind == "Y"), None)
    month = next((part.value for part in run if part.kind == "M"), None)
    season = next((part.name for part in run if part.kind == "S"), "")
    days = next((part for part in run if part.kind == "D"), None)
    decade = any(part.name == "decade" for part in run)
    slips = tuple(slip for part in run for slip in part.slips)
    start, end = run[0].start, run[-1].end
    day = days.value if days and pattern != "DMDY" else 0
    found_date = TypedDate(start, end, year, month, season, day=day, decade=decade, slips=slips)
    if days and days.until and day:
        return found_date._replace(until=found_date._replace(day=days.until), joint="-")
    return found_date


def _adjacent(text: Sequence[Word], run: Sequence[_Part]) -> bool:
    return all(all(word.text in _GLUE for word in text[before.end : after.start]) for before, after in pairwise(run))


def _parts(text: Sequence[Word], period: Period) -> list[_Part]:
    parts: list[_Part] = []
    amounts = {found_date.start: found_date for found_date in numbers(text)}
    place = 0
    while place < len(text):
        part = _numeric(text, place, period) or _days(text, place) or _named(text, place) or _spelt_day(text, place)
        if part is None and (feast := _feast(text, place)):
            parts.append(feast[0])
            part = feast[1]
        elif part is None and place in amounts and not amounts[place].share:
            part = _year_or_day(text, place, amounts[place].end, int(amounts[place].amount), parts, period)
        elif part is None and text[place].stem.isdecimal() and not text[place].text.isdecimal():
            part = _ordinal(text, place)
        if part is None:
            place += 1
        else:
            parts.append(part)
            place = part.end
    return parts


def _feast(text: Sequence[Word], place: int) -> tuple[_Part, _Part] | None:
    """Read "New Year's Day" as a day and a month."""
    for name, (day, month) in _FEASTS.items():
        end = place + len(name)
        if tuple(word.text for word in text[place:end]) == name:
            return _Part("D", place, end, day), _Part("M", end, end, month)
    return None


def _ordinal(text: Sequence[Word], place: int) -> _Part | None:
    """Read the 15th of a month, or the 19th century."""
    number = int(text[place].stem[:4])
    if place + 1 < len(text) and text[place + 1].text in _CENTURY and 0 < number <= LAST_YEAR // 100 + 1:
        end = place + 2
        end += [word.text for word in text[end : end + 1]] == ["."]
        dotted = [word.text for word in text[end : end + 3]] == ["b", ".", "c"]
        before = dotted or (end < len(text) and text[end].text in _BEFORE_CHRIST)
        first, last = (-100 * number, -100 * number + 99) if before else (100 * number - 99, 100 * number)
        end += 3 if dotted else before
        return _Part("N", place, end, date=TypedDate(place, end, first, until=TypedDate(place, end, last), joint="-"))
    figures = text[place].text[0].isdigit()
    return _Part("D", place, place + 1, number) if figures and 0 < number <= _LONGEST_MONTH else None


def _days(text: Sequence[Word], place: int) -> _Part | None:
    """Read the "19-24" of "19-24 August 1936" and of "August 19-24, 1936"."""
    run = [word.stem for word in text[place : place + 3]]
    if len(run) < 3 or run[1] not in {"-", "to", DASH} or not (run[0].isdecimal() and run[2].isdecimal()):  # noqa: PLR2004
        return None
    first, last = int(run[0][:4]), int(run[2][:4])
    before = place > 0 and text[place - 1].text in _MONTH_OF
    after = any(word.text in _MONTH_OF for word in text[place + 3 : place + 5])
    if (before or after) and 0 < first < last <= _LONGEST_MONTH:
        return _Part("D", place, place + 3, first, until=last)
    return None


def _spelt_day(text: Sequence[Word], place: int) -> _Part | None:
    """Read the "twenty-fourth" of "the twenty-fourth of October" and of "October the twenty-fourth"."""
    tens = _TENS.get(text[place].text, 0)
    at = place + bool(tens)
    at += bool(tens) and at < len(text) and text[at].text == "-"
    ones = ORDINALS.get(text[at].text, 0) if at < len(text) else 0
    number = tens + ones if ones and not (tens and ones >= _TEN) else 0
    if text[place].text == "thirtieth":
        number, at = 30, place
    if not 0 < number <= _LONGEST_MONTH:
        return None
    around = (*text[max(place - 2, 0) : place], *text[at + 1 : at + 3])
    return _Part("D", place, at + 1, number) if any(word.text in _MONTH_OF for word in around) else None


def _named(text: Sequence[Word], place: int) -> _Part | None:
    word = text[place].text
    following = text[place + 1].text if place + 1 < len(text) else ""
    month = _MONTH_OF.get(word, 0)
    if month and not (word == "may" and following in _VERBS):
        name = MONTHS[month - 1].lower()
        slips = ((text[place].typed, name),) if text[place].typed else ()
        return _Part("M", place, place + 1, month, slips=slips)
    season = word.removesuffix("time")
    return _Part("S", place, place + 1, name=season) if season in SEASONS else None


def _year_or_day(  # noqa: PLR0913, PLR0917
    text: Sequence[Word], start: int, end: int, amount: int, parts: Sequence[_Part], period: Period
) -> _Part | None:
    after = text[end].text if end < len(text) else ""
    before = text[start - 1].text if start else ""
    if after in _BEFORE_CHRIST and amount > 0:
        return _Part("Y", start, end + 1, -amount)
    if _ends_before_christ(text, end) and amount > 0:
        return _Part("Y", start, end, -amount)
    if (after in _AFTER_CHRIST or before in _AFTER_CHRIST) and 0 < amount <= LAST_YEAR:
        return _Part("Y", start, end + (after in _AFTER_CHRIST), amount)
    if after in {"s", "'s"} or (after == "'" and text[end + 1 : end + 2] and text[end + 1].text == "s"):
        if amount % 10 or not (amount >= _FOUR_DIGITS or 10 <= amount < 100):  # noqa: PLR2004
            return None
        return _Part("Y", start, end + 1, amount if amount >= _FOUR_DIGITS else period.century + amount, name="decade")
    if min(_FOUR_DIGITS, period.first_year) <= amount <= LAST_YEAR:
        return _Part("Y", start, end, amount)
    short = _LONGEST_MONTH < amount < 100  # noqa: PLR2004
    apostrophe = before == "'" and 0 <= amount < 100  # noqa: PLR2004
    joined = start > 0 and before in {"-", "/", DASH, "to"}
    after_year = bool(parts) and parts[-1].kind == "Y" and joined and start - parts[-1].end == 1 and amount < 100  # noqa: PLR2004
    if short or apostrophe or (after_year and amount > _DECEMBER):
        century = parts[-1].value // 100 * 100 if after_year and parts[-1].value > 0 else period.century
        return _Part("Y", start, end, century + amount)
    if 1 <= amount <= _LONGEST_MONTH:
        return _Part("D", start, end, amount)
    return None


def _ends_before_christ(text: Sequence[Word], end: int) -> bool:
    """Whether a span goes on here whose other end says BC for both: "431-404 BC"."""
    joint, last, era = ([word.text for word in text[end : end + 3]] + [""] * 3)[:3]
    return joint in _JOINTS and last.isdecimal() and era in _BEFORE_CHRIST


_NUMERIC = (
    (re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"), "ymd"),
    (re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})"), "dmy"),
    (re.compile(r"(\d{1,2})(?P<to>[-/])(\d{1,2})(?!(?P=to))[-/](\d{4})"), "mny"),
    (re.compile(r"(\d{4})([-/.])(1[0-2]|0?[1-9])"), "ym"),
    (re.compile(r"(\d{1,2})([-/.])(\d{4})"), "my"),
    (re.compile(r"(\d{1,2})(/)'?(\d{2})"), "my"),
    (re.compile(r"(\d{1,2})(-)'?(3[2-9]|[4-9]\d)"), "my"),
)


def _numeric(text: Sequence[Word], place: int, period: Period) -> _Part | None:
    """Read 8/1936, 08-1936, 1936-08, 15/8/1936, 8.1936, 1936-08-15, 5-6/1937."""
    if not text[place].text[0].isdecimal():
        return None
    written, ends = "", []
    for word in text[place : place + 6]:
        if not (word.text[0].isdecimal() or word.text in {"-", "/", ".", "'"}):
            break
        written += word.text
        ends.append(len(written))
    for pattern, order in _NUMERIC:
        match = pattern.match(written)
        if match is None or match.end() not in ends:
            continue
        fields = dict(zip(order, (int(match[1]), *(int(field) for field in match.groups()[2:])), strict=True))
        month, day = fields["m"], fields.get("d", 0)
        until = fields.get("n", 0)
        if until and not month < until <= _DECEMBER:
            continue
        if month > _DECEMBER:
            month, day = day, month  # the American order
        if not (1 <= month <= _DECEMBER and 0 <= day <= _LONGEST_MONTH):
            continue
        year = fields["y"] if fields["y"] > 99 else period.century + fields["y"]  # noqa: PLR2004
        end = place + ends.index(match.end()) + 1
        if end < len(text) and text[end].text in _BEFORE_CHRIST:
            year, end = -fields["y"], end + 1
        other = TypedDate(place, end, year, until) if until else None
        return _Part("N", place, end, date=TypedDate(place, end, year, month, until=other, figures=order, day=day))
    return None
