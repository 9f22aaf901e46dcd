"""Anki's "Notes in Plain Text" and "Cards in Plain Text": header lines, fields of HTML, tags, cloze gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy
from purges_quiz.authoring.cards.html import as_text
from purges_quiz.authoring.cards.rows import Row, rows

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_HEADER = re.compile(r"#(?P<name>[a-z][a-z ]*):(?P<value>[^\n]*)(?:\n|$)", re.IGNORECASE)
_NOT_FIELDS = ("tags column", "deck column", "notetype column", "guid column")
_TAGS_COLUMN = "tags column"
_SHOWN_GAP = re.compile(r"<span class=\"cloze\"[^>]*>(.*?)</span>")
_OCCLUSION = "image-occlusion:"
_GAP = re.compile(r"\{\{c\d+::(?P<text>(?:(?!\{\{c\d+::).)*?)(?:::(?:(?!\{\{c\d+::).)*?)?\}\}", re.DOTALL)
"""Gaps as Anki writes them: "{{c1::Paris::a city}} is the capital of France"."""
_DEPTH = 4
"""Gaps within gaps that are filled; what is nested deeper stays as it stands."""


def has_header(text: str) -> bool:
    """Whether the text begins with a header line of Anki's."""
    found = _HEADER.match(text)
    return found is not None and found["name"].lower() in {
        "separator",
        "html",
        "columns",
        "tags",
        "deck",
        "notetype",
        *_NOT_FIELDS,
    }


@dataclass(frozen=True, slots=True)
class _Header:
    separator: str
    html: bool
    aside: frozenset[int]
    """Columns that hold no field of the note."""
    tags: int | None
    lines: int
    title: str


def title(text: str) -> str:
    """The deck that the header names, "" where it names none."""
    return _header(text, "")[0].title


def cards(text: str, separator: str = "") -> Parsed:
    """Each note's card; a note without a header is taken to be HTML with its fields parted by tabs."""
    header, body = _header(text, separator)
    for row in rows(body, header.separator, header.lines + 1):
        yield row if isinstance(row, Unread) else _card(row, header)


def note(fields: list[str], line: int, tags: tuple[str, ...], *, html: bool = True) -> Card | Unread:
    """The card of a note: its first field is the front, the others are the back, unless it has gaps to fill."""
    if any(_OCCLUSION in field for field in fields):
        return Unread(line, "an image with covered parts cannot be read")
    gaps: tuple[str, ...] = ()
    if html and _SHOWN_GAP.search(fields[0]) and len(fields) > 1:  # a card as it is shown, its gaps filled on the back
        gaps = tuple(as_text(gap)[0] for gap in _SHOWN_GAP.findall(fields[1]))
        fields = fields[1:]
    texts: list[str] = []
    strong: list[str] = []
    for field in fields:
        text, bold = as_text(field) if html else (tidy(field), ())
        if has_gaps(text):
            text, more = filled(text)
            gaps += more
        texts.append(text)
        strong += bold
    if not any(texts):
        return Unread(line, "no text in the note" if any(fields) else "an empty note")
    if gaps:
        return Card("", "\n".join(filter(None, texts)), line, tags, tuple(strong), gaps)
    front, *rest = texts
    back = "\n".join(filter(None, rest))
    if not front or not back:
        return Unread(line, "no text on the back" if front else "no text on the front")
    return Card(" ".join(front.split()), back, line, tags, tuple(strong))


def has_gaps(text: str) -> bool:
    """Whether anything is left out of the text."""
    return _GAP.search(text) is not None


def filled(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its gaps filled, and what fills them; a gap within a gap is filled first."""
    gaps: list[str] = []

    def fill(match: re.Match[str]) -> str:
        gaps.append(" ".join(match["text"].split()))
        return match["text"]

    for _ in range(_DEPTH):
        text, count = _GAP.subn(fill, text)
        if not count:
            break
    return text, tuple(dict.fromkeys(filter(None, gaps)))


def _header(text: str, separator: str) -> tuple[_Header, str]:
    values: dict[str, str] = {}
    lines = 0
    while found := _HEADER.match(text):
        values[found["name"].lower()] = found["value"].strip() or found["value"]
        text = text[found.end() :]
        lines += 1
    named = values.get("separator", "tab")
    columns = {name: int(values[name]) - 1 for name in _NOT_FIELDS if values.get(name, "").isdigit()}
    return _Header(
        separator or _NAMED.get(named.lower(), named[:1] or "\t"),
        values.get("html", "true").lower() == "true",
        frozenset(columns.values()),
        columns.get(_TAGS_COLUMN),
        lines,
        values.get("deck", ""),
    ), text


def _card(row: Row, header: _Header) -> Card | Unread:
    fields = [field for at, field in enumerate(row.fields) if at not in header.aside]
    tags = row.fields[header.tags] if header.tags is not None and header.tags < len(row.fields) else ""
    return note(fields, row.line, tuple(tags.split()), html=header.html)
