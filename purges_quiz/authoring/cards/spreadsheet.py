"""Tables as spreadsheets save them: fields in quotes, a header or none, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from purges_quiz.authoring.cards.card import LONGEST, Card, Parsed, Unread, tidy

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60
_FRONTS = frozenset(
    "front term question word prompt heading title topic key concept name french german spanish italian latin greek "
    "russian mandarin chinese japanese welsh portuguese".split()
)
_BACKS = frozenset("back definition answer meaning translation english description explanation response text".split())
_TAGS = frozenset({"tags", "tag", "labels", "category"})
_EXCEL = re.compile(r"sep=(.)\n")
"""The line that names the separator for Excel."""


def guessed_separator(text: str) -> str:
    """The separator that gives most rows one and the same number of fields, at least two; "" if none does."""
    if declared := _EXCEL.match(text):
        return declared[1]
    best, most = "", 0.5
    for separator in SEPARATORS:
        counts = [len(row.fields) for row in islice(rows(text, separator), _SAMPLE) if isinstance(row, Row)]
        if not counts:
            continue
        usual = max(set(counts), key=counts.count)
        share = counts.count(usual) / len(counts)
        if usual > 1 and share > most:
            best, most = separator, share
    return best


def cards(text: str, separator: str = "") -> Parsed:
    """Each row's card: the columns that a header names, else the first column and what stands in the others."""
    between = separator or guessed_separator(text) or ","
    first = 1
    if declared := _EXCEL.match(text):
        text, first = text[declared.end() :], 2
    found = rows(text, between, first)
    head = next(found, None)
    if head is None:
        return
    columns = _columns(head.fields) if isinstance(head, Row) else None
    if columns is None:
        columns = _Columns()
        yield _card(head, columns)
    yield from (_card(row, columns) for row in found)


def has_header(text: str, separator: str) -> bool:
    """Whether the first row names the columns."""
    row = next(rows(text, separator), None)
    return isinstance(row, Row) and _columns(row.fields) is not None


class _Columns:
    """Which column is what."""

    def __init__(self, front: int = 0, backs: Sequence[int] = (), tags: Sequence[int] = ()) -> None:
        self.front, self.backs, self.tags = front, backs, tags

    def side(self, fields: Sequence[str]) -> str:
        """What stands in the columns of the back; in all but the front's where none is named."""
        chosen = self.backs or [at for at in range(len(fields)) if at != self.front and at not in self.tags]
        return "\n".join(fields[at] for at in chosen if at < len(fields))


def _columns(names: Sequence[str]) -> _Columns | None:
    """The columns by their names, None if this row names none."""
    headings = [name.strip().casefold().strip("\ufeff \"'#") for name in names]
    fronts = [at for at, name in enumerate(headings) if name in _FRONTS]
    backs = [at for at, name in enumerate(headings) if name in _BACKS]
    tags = [at for at, name in enumerate(headings) if name in _TAGS]
    if (
        not fronts
        or len(headings) < 2
        or (not backs and len(fronts) < 2 and any(len(name.split()) > 3 for name in headings))
    ):
        return None
    if not backs and len(headings) == 2 and not tags and len(fronts) < 2:  # "Term, Year": a header
        return _Columns(fronts[0], [1 - fronts[0]])
    return _Columns(fronts[0], backs or fronts[1:], tags)


def _card(row: Row | Unread, columns: _Columns) -> Card | Unread:
    if isinstance(row, Unread):
        return row
    fields = row.fields
    front = " ".join(fields[columns.front].split()) if columns.front < len(fields) else ""
    back = tidy(columns.side(fields).replace("\t", " "))
    if not front or not back:
        return Unread(row.line, "has no second field" if front else "the first field is empty")
    tags = tuple(tag for at in columns.tags if at < len(fields) for tag in re.split(r"[,; ]+", fields[at]) if tag)
    return Card(front, back, row.line, tags)


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
