"""Rows of fields parted by a separator, where a field in quotes may hold separators, quotes and line ends."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from purges_quiz.authoring.cards.card import LONGEST, Unread

_LINES = 200
"""Lines that one row may go over: a quote that is not closed must not swallow the rest of the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one row, and the line on which it begins, counted from 1."""

    line: int
    fields: tuple[str, ...]


def rows(text: str, separator: str, first: int = 1) -> Iterator[Row | Unread]:
    """Every row that is not empty; `first` is the number of the first line of the text."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line, number = lines[at], first + at
        if not line.strip():
            at += 1
        elif '"' not in line:
            at += 1
            yield Row(number, tuple(line.split(separator)))
        else:
            fields, taken = _quoted(lines, at, separator)
            at += taken
            yield Row(number, fields) if fields else Unread(number, "a quotation mark is opened and not closed")


def _quoted(lines: list[str], at: int, separator: str) -> tuple[tuple[str, ...], int]:
    """The fields of the row that begins there, and the lines it takes; no fields if a quote stays open."""
    size = 0
    for end in range(at, min(at + _LINES, len(lines))):
        size += len(lines[end])
        if size > 2 * LONGEST:
            break
        try:
            return _parsed(lines[at : end + 1], separator), end + 1 - at
        except csv.Error as fault:
            if "unexpected end of data" not in str(fault):
                return _leniently(lines[at : end + 1], separator), end + 1 - at
    return (), 1


def _parsed(lines: list[str], separator: str) -> tuple[str, ...]:
    return tuple(next(csv.reader([line + "\n" for line in lines], delimiter=separator, strict=True)))


def _leniently(lines: list[str], separator: str) -> tuple[str, ...]:
    """A row with a quotation mark that means itself: '"Peace, bread, land" was promised'."""
    return tuple("\n".join(lines).split(separator)) if len(lines) == 1 else ()
