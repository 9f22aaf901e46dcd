"""The dates in a typed text: Aug 1936, August '36, 8/1936, "in August of 1936", May/June 1937, 1937-38, summer 1937."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from purges_quiz.deck.figures import MONTHS
from purges_quiz.grading.spelling import budget, edits
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.words import Word

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_NAMES = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH_OF = {**_NAMES, **{name[:3]: number for name, number in _NAMES.items()}, "sept": 9}
_VERBS = frozenset({"be", "have", "well", "not", "only"})
_JOINTS = frozenset({"-", "/", "to", "until", "till", "through", "and", "or", "+"})
_GLUE = frozenset({"of", ",", "in", "the", ".", "'", "during", "year", "month"})
_LOOSE = frozenset({"the", "from", "'", "late", "early", "mid", "start", "end", "beginning", "of", "in"})
_CENTURY = 1900
_FIRST_YEAR, _LAST_YEAR = 1700, 2099


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date in a text: whatever of year, month and season was given."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    season: str = ""
    until: SeenDate | None = None
    """The other end, where two were joined."""
    joint: str = ""
    """What joined them: "-", "to", "or" ..."""
    slips: tuple[tuple[str, str], ...] = ()
    """The month misspelt: as given, and as it should be."""
    figures: bool = False
    """The month was a figure, as in "1937-8", which may mean two years."""


def dates(text: Sequence[Word]) -> tuple[SeenDate, ...]:
    """Every date of the text, in order, spans read as one."""
    singles = _singles(text)
    found: list[SeenDate] = []
    for single in singles:
        last = found[-1] if found else None
        joint = _joint(text, last, single) if last else ""
        if last and joint and last.until is None:
            found[-1] = _joined(last, single, joint)
        else:
            found.append(single)
    return tuple(found)


@lru_cache(maxsize=4096)
def month_of(word: str) -> int:
    """The month that a word names, by its name, its first letters or a spelling slip; 0 for none."""
    if word in _MONTH_OF:
        return _MONTH_OF[word]
    if len(word) < 5 or not word.isalpha():  # noqa: PLR2004
        return 0
    near = [number for name, number in _NAMES.items() if edits(word, name, budget(name)) <= budget(name)]
    return near[0] if len(near) == 1 else 0


def _joint(text: Sequence[Word], first: SeenDate, last: SeenDate) -> str:
    between = [word.text for word in text[first.end : last.start] if word.text not in _LOOSE]
    if not between and first.end < last.start:
        return "-"  # late May, early June
    years = not (first.month or last.month or first.season or last.season)
    listed = between == [","] and (years or bool(first.month and last.month and not first.year))
    return between[0] if len(between) == 1 and (between[0] in _JOINTS or listed) else ""


def _joined(first: SeenDate, last: SeenDate, joint: str) -> SeenDate:
    if first.year is None and last.year is not None and first.month:
        first = replace(first, year=last.year)
    elif last.year is None and first.year is not None and (last.month or last.season):
        last = replace(last, year=first.year)
    return replace(first, end=last.end, until=last, joint=joint, slips=first.slips + last.slips)


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    """Y year, M month, D day or a small number, S season, N numeric date."""
    start: int
    end: int
    value: int = 0
    name: str = ""
    date: SeenDate | None = None
    slips: tuple[tuple[str, str], ...] = ()


def _singles(text: Sequence[Word]) -> list[SeenDate]:
    parts = _parts(text)
    found: list[SeenDate] = []
    place = 0
    while place < len(parts):
        seen, place = _single(text, parts, place)
        if seen is not None:
            found.append(seen)
    return found


def _single(text: Sequence[Word], parts: Sequence[_Part], place: int) -> tuple[SeenDate | None, int]:
    """Read the longest date that begins at a part: day, month, year in any order that people write."""
    first = parts[place]
    if first.date is not None:
        return first.date, place + 1
    for pattern in ("DMDY", "DMY", "MDY", "MY", "YM", "SY", "YS", "DM", "MD", "M", "S", "Y"):
        run = parts[place : place + len(pattern)]
        if "".join(part.kind for part in run) != pattern or not _adjacent(text, run):
            continue
        year = next((part.value for part in run if part.kind == "Y"), None)
        month = next((part.value for part in run if part.kind == "M"), None)
        season = next((part.name for part in run if part.kind == "S"), "")
        if pattern in {"DM", "MD"} and _glued_apart(text, run):
            continue
        slips = tuple(slip for part in run for slip in part.slips)
        return SeenDate(run[0].start, run[-1].end, year, month, season, slips=slips), place + len(pattern)
    return None, place + 1


def _adjacent(text: Sequence[Word], run: Sequence[_Part]) -> bool:
    return all(all(word.text in _GLUE for word in text[before.end : after.start]) for before, after in pairwise(run))


def _glued_apart(text: Sequence[Word], run: Sequence[_Part]) -> bool:
    return any(word.text not in {"of", "the"} for word in text[run[0].end : run[1].start])


def _parts(text: Sequence[Word]) -> list[_Part]:
    parts: list[_Part] = []
    amounts = {seen.start: seen for seen in numbers(text)}
    place = 0
    while place < len(text):
        part = _numeric(text, place) or _named(text, place)
        if part is None and place in amounts and not amounts[place].share:
            part = _year_or_day(text, place, amounts[place].end, int(amounts[place].amount), parts)
        elif part is None and text[place].text[0].isdigit() and text[place].stem.isdecimal():
            part = _Part("D", place, place + 1, int(text[place].stem))  # 15th
        if part is None:
            place += 1
        else:
            parts.append(part)
            place = part.end
    return parts


def _named(text: Sequence[Word], place: int) -> _Part | None:
    word = text[place].text
    following = text[place + 1].text if place + 1 < len(text) else ""
    month = month_of(word)
    if month and not (word == "may" and following in _VERBS):
        name = MONTHS[month - 1].lower()
        slips = () if word in _MONTH_OF else ((word, name),)
        return _Part("M", place, place + 1, month, slips=slips)
    return _Part("S", place, place + 1, name=word) if word in SEASONS else None


def _year_or_day(text: Sequence[Word], start: int, end: int, amount: int, parts: Sequence[_Part]) -> _Part | None:
    if end < len(text) and text[end].text == "s":
        return None  # the 1930s
    if _FIRST_YEAR <= amount <= _LAST_YEAR:
        return _Part("Y", start, end, amount)
    short = 31 < amount < 100  # noqa: PLR2004
    apostrophe = start > 0 and text[start - 1].text == "'" and 10 <= amount < 100  # noqa: PLR2004
    after_year = bool(parts) and parts[-1].kind == "Y" and start - parts[-1].end == 1 and amount < 100  # noqa: PLR2004
    if short or apostrophe or (after_year and amount > 12):  # noqa: PLR2004
        return _Part("Y", start, end, _CENTURY + amount)
    if 1 <= amount <= 31:  # noqa: PLR2004
        return _Part("D", start, end, amount)
    return None


_NUMERIC = (
    (re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"), "ymd"),
    (re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})"), "dmy"),
    (re.compile(r"(\d{1,2})(?P<to>[-/])(\d{1,2})(?!(?P=to))[-/](\d{4})"), "mny"),
    (re.compile(r"(\d{4})([-/.])(0?[1-9]|1[0-2])"), "ym"),
    (re.compile(r"(\d{1,2})([-/.])(\d{4})"), "my"),
    (re.compile(r"(\d{1,2})(/)'?(\d{2})"), "my"),
    (re.compile(r"(\d{1,2})(-)'?(3[2-9]|[4-9]\d)"), "my"),
)
_DECEMBER = 12


def _numeric(text: Sequence[Word], place: int) -> _Part | None:
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
        month, day = fields["m"], fields.get("d", 1)
        until = fields.get("n", 0)
        if until and not month < until <= _DECEMBER:
            continue
        if month > _DECEMBER:
            month, day = day, month  # the American order
        if not (1 <= month <= _DECEMBER and 1 <= day <= 31):  # noqa: PLR2004
            continue
        year = fields["y"] if fields["y"] > 99 else _CENTURY + fields["y"]  # noqa: PLR2004
        end = place + ends.index(match.end()) + 1
        other = SeenDate(place, end, year, until) if until else None
        return _Part("N", place, end, date=SeenDate(place, end, year, month, until=other, figures=True))
    return None
