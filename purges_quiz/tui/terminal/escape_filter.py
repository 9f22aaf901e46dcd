"""What comes from a terminal, made such that Textual's parser takes nothing for typing that was not typed.

The parser gives the player the letters of every sequence that it does not know, and ends the program on some: a "1" in
an answer to a question that nobody asked the terminal would choose the first option.
"""

from __future__ import annotations

import re
import sys

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS

ESCAPE = "\x1b"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a pasted text."""
FLOOD = 1000
"""Letters that come at once, of which no hand types so many: they were pasted, into a terminal that does not say so."""
LEAVING = "\x03\x11"
"""Ctrl+C and Ctrl+Q work in any flood."""
LONGEST = 4096
"""Letters that an unfinished sequence can have; a longer one is none."""
SILENCES = 20
"""Pauses in a row, each as long as `driver.POLL`, after which a pasted text that has no end is taken to have ended."""
LARGEST = 1000
"""Columns or rows of the largest screen."""

_SEQUENCE = re.compile(
    r"\x1b (?: \[ M .{3} | \[ (?!M) [0-?]* [ -/]* [@-~] | [\]PX^_] [^\x07\x1b]* (?: \x07 | \x1b\\ ) | O [ -~] )",
    re.DOTALL | re.VERBOSE,
)
_UNFINISHED = re.compile(
    r"\x1b (?: O | \[ M .{0,2} | \[ [0-?]* [ -/]* | [\]PX^_] [^\x07\x1b]* \x1b? )", re.DOTALL | re.VERBOSE
)
_KEY = re.compile(r"\x1b\[ (\d{0,7}) (?: ; \d{0,3} (?: ; ([\d:]{0,40}) )? )? ([u~ABCDEFHPQRS])", re.VERBOSE)
_CHARACTER = re.compile(r"\x1b\[ (\d{1,7}) (?: ; (\d{0,3}) )? u", re.VERBOSE)
"""A key by its character, of which the terminal does not say what text it types."""
_SHIFT, _CAPS_LOCK, _NUM_LOCK = 1, 64, 128
"""The modifiers with which a key still types, as the kitty keyboard protocol numbers them."""
_KEYPAD = {chr(0xE037 + place): character for place, character in enumerate("0123456789./*-+")}
"""The keys of the number pad, by the characters that stand for them in that protocol."""
_REPORT = re.compile(r"\x1b\[ (?: [IO] | <\d{1,4};\d{1,5};\d{1,5}[Mm] | \?\d{1,4};\d\$y )", re.VERBOSE)
"""What a terminal reports without a key: focus, mouse, what it can do."""
_SIZE = re.compile(r"\x1b\[48;(\d{1,6});(\d{1,6});(\d{1,6});(\d{1,6})t")


def is_known(sequence: str) -> bool:
    """Whether a sequence is one that the parser knows, and nothing in it is out of range."""
    if sequence in {PASTE, PASTED} or sequence in ANSI_SEQUENCES_KEYS or _REPORT.fullmatch(sequence):
        return True
    if size := _SIZE.fullmatch(sequence):
        rows, columns, *pixels = map(int, size.groups())
        return 0 < rows <= LARGEST and 0 < columns <= LARGEST and all(pixels)
    if key := _KEY.fullmatch(sequence):
        number, text, end = key.groups()
        letters = [int(part) for part in (text or "").split(":") if part]
        named = end == "u" or f"{int(number or '1')}{end}" in FUNCTIONAL_KEYS
        return named and max(int(number or "1"), *letters, 0) <= sys.maxunicode
    return False


def as_typed(sequence: str) -> str:
    """The character that a known sequence types, where it stands for one; else the sequence.

    Some terminals send a key that types as a sequence, most of all Space with Shift, and Textual then types nothing.
    """
    if (key := _CHARACTER.fullmatch(sequence)) is None:
        return sequence
    character = _KEYPAD.get(chr(int(key[1])), chr(int(key[1])))
    held = max(0, int(key[2] or "1") - 1)
    if not character.isprintable() or held & ~(_SHIFT | _CAPS_LOCK | _NUM_LOCK):
        return sequence
    capital = bool(held & _SHIFT) != bool(held & _CAPS_LOCK)
    return character.upper() if capital and len(character.upper()) == 1 else character


class EscapeFilter:
    """Sorts what comes from the terminal, piece by piece."""

    def __init__(self) -> None:
        self._kept = ""
        self._pasting = False
        self._flooded = False
        self._silences = 0

    def filtered(self, text: str) -> str:
        """What of `text` is for the parser; the beginning of a sequence is kept until the rest comes."""
        self._silences = 0
        text, self._kept = self._kept + text, ""
        self._flooded = self._flooded or (ESCAPE not in text and len(text) >= FLOOD)
        found, at = [], 0
        while at < len(text):
            piece, at = self._inside_paste(text, at) if self._pasting else self._outside(text, at)
            found.append(piece)
        return "".join(found)

    def silence(self) -> str:
        """What is for the parser when nothing has come for a moment: no sequence is finished after a pause.

        A text of nothing but escapes is as many presses of that key.
        """
        self._flooded = False
        self._silences += 1
        if self._pasting and self._silences < SILENCES:
            return ""
        ended = PASTED if self._pasting else "" if self._kept.strip(ESCAPE) else self._kept
        self._pasting, self._kept = False, ""
        return ended

    def _outside(self, text: str, at: int) -> tuple[str, int]:
        """The next piece of what was typed, and where the rest of the text begins."""
        if text[at] != ESCAPE:
            end = text.find(ESCAPE, at)
            end = len(text) if end < 0 else end
            return (_as_paste if self._flooded else str)(text[at:end]), end
        if whole := _SEQUENCE.match(text, at):
            self._pasting = whole[0] == PASTE
            return as_typed(whole[0]) if is_known(whole[0]) else "", whole.end()
        if not text[at:].strip(ESCAPE):
            self._kept = text[at:]
            return "", len(text)
        if begun := _UNFINISHED.match(text, at):
            if begun.end() == len(text) and len(begun[0]) <= LONGEST:
                self._kept = begun[0]
            return "", begun.end()
        return ESCAPE, at + 1

    def _inside_paste(self, text: str, at: int) -> tuple[str, int]:
        end = text.find(PASTED, at)
        if end >= 0:
            self._pasting = False
            return text[at:end].replace(ESCAPE, "") + PASTED, end + len(PASTED)
        begun = next(size for size in range(len(PASTED) - 1, -1, -1) if text.endswith(PASTED[:size], at))
        self._kept = PASTED[:begun]
        return text[at : len(text) - begun].replace(ESCAPE, ""), len(text)


def _as_paste(text: str) -> str:
    """A text as if it had been pasted, but for the keys that leave."""
    typed = re.split(f"([{LEAVING}])", text)
    return "".join(part if part in LEAVING else f"{PASTE}{part}{PASTED}" for part in typed if part)
