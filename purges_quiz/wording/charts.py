"""Bars, columns and a calendar, drawn with characters on lines: how they are coloured is the front end's affair."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from purges_quiz.progress import Day
from purges_quiz.wording.glyphs import glyphs

WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
FEWEST_WEEKS = 12
WIDEST_COLUMN = 3


def bar(share: float, width: int) -> tuple[str, str]:
    """A bar of so many cells for a share from 0 to 1: the filled part and the rest."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    filled = glyphs().full * (halves // 2) + glyphs().half * (halves % 2)
    return filled, glyphs().rest * (width - len(filled))


def columns(shares: Sequence[float | None], width: int, height: int, each: int | None = None) -> list[str]:
    """Columns for shares from 0 to 1, on so many lines, the top one first; None leaves a gap.

    `each` is the cells of a column with its blank; by default as many as there is room for, within reason.
    """
    each = each or max(1, min(WIDEST_COLUMN, width // max(1, len(shares))))
    heights = glyphs().heights
    thick = "\0" * max(1, each - 1) + " " * (each > 1)
    eighths = [None if share is None else max(1, round(share * 8 * height)) for share in shares]
    return [
        "".join(
            thick.replace("\0", " " if level is None else heights[min(8, max(0, level - 8 * below))])
            for level in eighths
        )
        for below in reversed(range(height))
    ]


def calendar(days: Mapping[date, Day], frozen: Collection[date], today: date, width: int) -> list[str]:
    """The latest weeks, a column each, below the names of their months; as many as there is room for."""
    label = 5
    room = max(1, (width - label) // 2)
    monday = today - timedelta(days=today.weekday())
    past = [day for day in days if day <= today]
    weeks = (monday - min(past, default=today)).days // 7 + 2
    weeks = min(room, max(FEWEST_WEEKS, weeks))
    first = monday - timedelta(weeks=weeks - 1)
    lines = [" " * label + _months([first + timedelta(weeks=week) for week in range(weeks)])]
    for weekday, name in enumerate(WEEKDAYS):
        shown = (first + timedelta(days=7 * week + weekday) for week in range(weeks))
        week = " ".join(_glyph(day, days, frozen, today) for day in shown)
        lines.append(f"{name:<{label}}{week}".rstrip())
    return lines


def strip(days: Mapping[date, Day], frozen: Collection[date], today: date, length: int) -> str:
    """So many days up to today, a mark each."""
    return " ".join(_glyph(today - timedelta(days=ago), days, frozen, today) for ago in reversed(range(length)))


def legend() -> str:
    """What the signs of the calendar mean."""
    return f"{glyphs().studied} studied   {glyphs().some} a little   {glyphs().frozen} covered by a freeze"


def _glyph(day: date, days: Mapping[date, Day], frozen: Collection[date], today: date) -> str:
    if day > today:
        return " "
    if day in frozen:
        return glyphs().frozen
    done = days.get(day, Day())
    return glyphs().studied if done.studied else glyphs().some if done.answers else glyphs().nothing


def _months(mondays: Sequence[date]) -> str:
    """The names of the months, each where its first week begins, unless the one before leaves it no room."""
    line = ""
    for week, monday in enumerate(mondays):
        begins = week == 0 or monday.month != mondays[week - 1].month
        if begins and len(line) <= 2 * week:
            line = f"{line:<{2 * week}}{monday:%b} "
    return line.rstrip()
