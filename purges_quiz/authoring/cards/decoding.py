"""From bytes to text: UTF-8, UTF-16 by its byte-order mark, else Windows-1252."""

from __future__ import annotations

import codecs
import unicodedata

from purges_quiz.authoring.cards.card import CardsError

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
