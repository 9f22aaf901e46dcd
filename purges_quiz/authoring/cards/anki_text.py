"""Anki's "Notes in Plain Text" and "Cards in Plain Text": header lines, fields of HTML, tags, cloze gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from purges_quiz.authoring.cards.card import Card, Parsed, Unread, tidy
from purges_quiz.authoring.cards.spreadsheet import Row, rows

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_HEADER = re.compile(r"#(?P<name>[a-z][a-z ]*):(?P<value>[^\n]*)(?:\n|$)", re.IGNORECASE)
_NOT_FIELDS = ("tags column", "deck column", "notetype column", "guid column")
_NAMES = frozenset({"separator", "html", "columns", "tags", "deck", "notetype", *_NOT_FIELDS})
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
    return found is not None and found["name"].lower() in _NAMES


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


_BLOCKS = frozenset("address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split())
_NOT_SHOWN = frozenset({"script", "style", "template", "title", "head"})
_STRONG = frozenset({"b", "strong", "u", "mark", "i", "em"})
_RAISED = str.maketrans("0123456789+-\u2212()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_SOUND = re.compile(r"\[sound:[^\]]*\]|\[anki:[^\]]*\]")
_LATEX = re.compile(r"\[/?(?:latex|\$\$?)\]|\\[()\[\]]")
_HTML = re.compile(
    r"<(?:/?(?:"
    + "|".join(sorted(_BLOCKS | _STRONG | {"span", "img", "sub", "sup", "font"}))
    + r")\b[^<>]*)>|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether a text has a tag or an entity such as card programs write."""
    return _HTML.search(text) is not None


def as_text(html: str) -> tuple[str, tuple[str, ...]]:
    """The text of a field, a line for each block, and what it prints in bold or italics."""
    html = _LATEX.sub("", _SOUND.sub("", html))
    if "<" not in html and "&" not in html:
        return tidy(html), ()
    reader = _Reader()
    reader.feed(html.replace("\n", " "))
    reader.close()
    strong = dict.fromkeys(filter(None, (" ".join(text.split()) for text in reader.strong)))
    return tidy("".join(reader.pieces)), tuple(strong)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.strong: list[str] = []
        self.not_shown = self.bold = self.raised = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self.not_shown += 1
        elif tag in _STRONG:
            self.bold += 1
            if self.bold == 1:
                self.strong.append("")
        elif tag == "sup":
            self.raised += 1
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "li":
                self.pieces.append("\u2022 ")
        elif tag in {"td", "th"}:
            self.pieces.append("  ")
        elif tag == "img":
            self.pieces.append(" ".join(value for name, value in attrs if name == "alt" and value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "img":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self.not_shown = max(0, self.not_shown - 1)
        elif tag in _STRONG:
            self.bold = max(0, self.bold - 1)
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self.not_shown:
            return
        if self.raised and len(data) <= 4:  # a power, not a sentence in small print
            data = data.translate(_RAISED)
        self.pieces.append(data)
        if self.bold:
            self.strong[-1] += data

    def _end_line(self) -> None:
        self.pieces.append("\n")
        if self.bold:
            self.strong.append("")
