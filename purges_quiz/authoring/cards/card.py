"""What every format is read into, and from bytes to text: UTF-8, UTF-16 by its byte-order mark, else Windows-1252."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 20_000
"""Characters that one side of a card may have."""
MOST = 100_000
"""Cards that one file may have."""


class CardsError(ValueError):
    """A file from which no cards can be read: what is wrong with it, and what to do."""


@dataclass(frozen=True, slots=True)
class Card:
    """One flashcard, its sides reduced to plain text with a line for each paragraph or bullet."""

    front: str
    """The term, the title or the question; "" where the format has none, as for cloze notes."""
    back: str
    line: int
    """Where the card begins in its file, counted from 1: a line of a text, a note of a package."""
    tags: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    """The words that the card prints in bold or italics."""
    gaps: tuple[str, ...] = ()
    """The words of `back` that its author left out to be filled in: a cloze note's."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A place in a file that was left out, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class CardSet:
    """The cards of a file, and what has to be said about how they were read."""

    format: str
    """A key of `FORMATS`."""
    encoding: str
    """As the user reads it: "UTF-8", "Windows-1252"; "" for a package."""
    cards: tuple[Card, ...]
    unread: tuple[Unread, ...] = ()
    title: str = ""
    """What the file calls the whole set, where it says so."""


Parsed = Iterable[Card | Unread]
"""What a format's module makes of a text, in order."""


def tidy(text: str) -> str:
    """A side of a card with no spaces at the ends of its lines, no run of them within, and no empty line."""
    return "\n".join(line for row in text.split("\n") if (line := " ".join(row.split())))


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte-order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
WINDOWS = "Windows-1252"
_KEPT = frozenset("\n\t")


def decoded(content: bytes, encoding: str = "") -> tuple[str, str]:
    """The text with one line feed between its lines, and the name of its encoding as the user reads it.

    An encoding that the user names is used as it is. Raises `CardsError` for one that is not known or does not
    fit, and for what is no text.
    """
    if encoding:
        return _decoded_as(content, encoding)
    for beginning, codec, name in _BYTE_ORDER_MARKS:
        if content.startswith(beginning):
            return _clean(_strictly(content, codec, name)), name
    if b"\0" in content:
        raise CardsError("this is no text: it has zero bytes; save the cards as text, CSV or an Anki package")
    try:
        return _clean(content.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _clean(content.decode("cp1252", errors="replace")), WINDOWS


def _decoded_as(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding)
        text = content.decode("utf-8-sig" if codec.name == "utf-8" else codec.name)
    except UnicodeError as fault:
        raise CardsError(f"this is no text in {encoding}: {fault}; leave --encoding out to have it guessed") from fault
    except LookupError as fault:
        raise CardsError(f'no encoding of text is called "{encoding}"; expected such as utf-8 or cp1252') from fault
    return _clean(text.removeprefix("\ufeff")), encoding


def _strictly(content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as fault:
        raise CardsError(f"this begins as {name}, but byte {fault.start:,} is not; save it again") from fault


def _clean(text: str) -> str:
    """One kind of line end, letters with their accents in one piece, no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    lines = unicodedata.normalize("NFC", lines).replace("\xa0", " ").replace("\xad", "").replace("\u200b", "")
    return "".join(letter for letter in lines if letter in _KEPT or letter >= " ") if _has_control(lines) else lines


def _has_control(text: str) -> bool:
    return any(letter < " " and letter not in _KEPT for letter in set(text))
