"""Flashcards read from the files of other programs: which format and encoding a file has, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from purges_quiz.authoring.cards import (
    anki_package,
    anki_text,
    brainscape,
    markdown,
    paragraphs,
    quizlet,
    spreadsheet,
)
from purges_quiz.authoring.cards.anki_text import is_html
from purges_quiz.authoring.cards.card import LONGEST, MOST, Card, CardsError, CardSet, Parsed, Unread, decoded

__all__ = ["FORMATS", "LARGEST", "Card", "CardSet", "CardsError", "ReadOptions", "Unread", "read"]

LARGEST = 64_000_000
"""Bytes that a file of cards may have."""
SAMPLE = 20_000
"""Characters by which the format of a text is recognised."""
PACKAGE = "apkg"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is to be read, where it is not to be guessed."""

    format: str = ""
    encoding: str = ""
    separator: str = ""
    """Between the sides of a card."""
    card_separator: str = ""


_READERS: Mapping[str, Callable[[str, ReadOptions], Parsed]] = {
    "quizlet": lambda text, options: quizlet.cards(text, options.separator, options.card_separator),
    "anki": lambda text, options: anki_text.cards(text, options.separator),
    "csv": lambda text, options: spreadsheet.cards(text, options.separator),
    "brainscape": lambda text, _: brainscape.cards(text),
    "markdown": lambda text, _: markdown.cards(text),
    "text": lambda text, options: paragraphs.cards(text, options.card_separator),
}
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "quizlet": "terms and definitions, as Quizlet exports them",
        "anki": "Anki's notes in plain text",
        PACKAGE: "an Anki package",
        "csv": "a table of a spreadsheet, CSV or TSV",
        "brainscape": "cards copied from a Brainscape page",
        "markdown": "Markdown with a heading a card",
        "text": "plain text with a blank line between cards",
    }
)
"""Every format that is read, with what it is called."""
_TITLES: Mapping[str, Callable[[str], str]] = {"anki": anki_text.title, "markdown": markdown.title}


def read(content: bytes, name: str = "", options: ReadOptions | None = None) -> CardSet:
    """The cards of a file with this content and name.

    Raises `CardsError` if there are none, or the file must not or cannot be read at all.
    """
    options = options or ReadOptions()
    if len(content) > LARGEST:
        raise CardsError(f"this file has {len(content):,} bytes; at most {LARGEST:,} are read: split it")
    if options.format == PACKAGE or (not options.format and content.startswith(b"PK")):
        _check_zip(content)
        return _card_set(PACKAGE, "", anki_package.cards(content))
    _check_text(content)
    text, encoding = decoded(content, options.encoding)
    chosen = options.format or guessed(text, name, options)
    title = _TITLES[chosen](text) if chosen in _TITLES else ""
    return _card_set(chosen, encoding, _READERS[chosen](text, options), title)


def guessed(text: str, name: str = "", options: ReadOptions | None = None) -> str:  # noqa: C901 -- one case a format
    """Which format a text has, by what only it has, then by the end of its file's name, then by its separators."""
    options = options or ReadOptions()
    end = name.lower().rpartition(".")[2]
    sample = text[:SAMPLE]
    if anki_text.has_header(text):
        return "anki"
    if brainscape.HEAD.match(text):
        return "brainscape"
    if end in {"md", "markdown"} or (end not in {"csv", "tsv"} and len(markdown.HEADING.findall(sample)) > 1):
        return "markdown"
    if options.separator:
        return "csv" if options.separator in spreadsheet.SEPARATORS and end in {"csv", "tsv"} else "quizlet"
    between = quizlet.guessed_separator(sample)
    if between == "\t" or end == "tsv":
        if anki_text.has_gaps(sample) or is_html(sample):
            return "anki"
        quoted = re.search(r'(?:^|\t)"[^"\t]*(?:""|\n)[^"\t]*"(?:\t|$)', sample, re.MULTILINE)
        return "csv" if end in {"csv", "tsv"} or quoted or spreadsheet.has_header(text, "\t") else "quizlet"
    if end == "csv":
        return "csv"
    if re.search(r"^[ \t]+• ", sample, re.MULTILINE) and "\n\n" not in sample.strip():
        return "brainscape"
    separator = spreadsheet.guessed_separator(sample)
    if separator in {",", ";", "|"} and spreadsheet.has_header(text, separator):
        return "csv"
    if between and "\n\n" not in sample.strip():
        return "quizlet"
    if separator in {",", ";"} and '"' in sample and "\n\n" not in sample and _rows_agree(sample, separator):
        return "csv"
    if "\t" in sample and "\n\n" not in sample.strip():
        return "quizlet"
    return "text"


def _rows_agree(sample: str, separator: str) -> bool:
    """Whether a separator parts every line of what may be prose."""
    lines = [line for line in sample.split("\n") if line.strip()]
    return len(lines) > 1 and all(separator in line for line in lines[:-1])


def _check_zip(content: bytes) -> None:
    names = anki_package.names(content)
    if "[Content_Types].xml" in names:
        kind = "a spreadsheet" if any(name.startswith("xl/") for name in names) else "a document of an office program"
        raise CardsError(f"this is {kind}; save it as CSV or plain text, and read that")


def _check_text(content: bytes) -> None:
    if content.startswith(b"%PDF"):
        raise CardsError("this is a PDF; copy its text into a plain text file, and read that")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise CardsError("this is a file of an old office program; save it as CSV or plain text, and read that")
    if not content.strip():
        raise CardsError("this file is empty")


def _card_set(format_: str, encoding: str, parsed: Parsed, title: str = "") -> CardSet:
    cards: list[Card] = []
    unread: list[Unread] = []
    for item in parsed:
        if isinstance(item, Unread):
            unread.append(item)
        elif len(item.front) > LONGEST or len(item.back) > LONGEST:
            unread.append(Unread(item.line, f"a card of more than {LONGEST:,} characters"))
        else:
            cards.append(item)
        if len(cards) > MOST or len(unread) > MOST:
            raise CardsError(f"this file has more than {MOST:,} cards; split it")
    if not cards:
        where = f"; line {unread[0].line}: {unread[0].reason}" if unread else ""
        raise CardsError(f"no card was found in {FORMATS[format_]}{where}; see --format and --separator")
    return CardSet(format_, encoding, tuple(cards), tuple(unread), title)
