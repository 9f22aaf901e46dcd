"""The standard streams: a terminal that does not know every character, a stream that is closed or full."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from io import TextIOWrapper

PLAIN = "purges-quiz.plain"
"""The name of the error handler that writes a likeness for what a stream cannot encode."""
DRAWN: Mapping[str, str] = dict(zip("·•…–—‘’“”←→↑↓▲▼░▒●○❯", "-*~--''\"\"<>^v^v.:*o>", strict=True))  # noqa: RUF001
"""What stands for what, in texts and in what Textual draws. The game's own marks are chosen before they are drawn."""
BLOCKS = range(0x2580, 0x25A0)


def prepare() -> None:
    """Let stdout and stderr write a likeness of what the locale has no character for, and a closed stream be empty."""
    codecs.register_error(PLAIN, _encode_likeness)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 -- as long as the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=_encoding(stream), errors=PLAIN)


def print_error(line: str) -> None:
    """Write a line on stderr, if that can be written to: what is done and the exit code do not depend on it.

    What could move a cursor or change a colour, in the name of a file or in what was typed, is written as an escape.
    """
    shown = (letter if letter.isprintable() or letter == "\n" else ascii(letter)[1:-1] for letter in line)
    with suppress(OSError):
        sys.stderr.write("".join(shown) + "\n")
        sys.stderr.flush()


def discard_output() -> None:
    """Write nothing more: what waits in stdout's buffer would fail again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def likeness_of(letter: str) -> str:
    """What looks most like a character in ASCII, as wide as it on the screen."""
    if letter in DRAWN:
        return DRAWN[letter]
    name = unicodedata.name(letter, "")
    if name.startswith("BOX DRAWINGS"):
        across, along = ("HORIZONTAL", "LEFT", "RIGHT"), ("VERTICAL", "UP", "DOWN")
        both = any(word in name for word in across) and any(word in name for word in along)
        return "+" if both else "-" if any(word in name for word in across) else "|"
    if ord(letter) in BLOCKS:
        return "-" if "UPPER" in name or "LOWER" in name else "|" if "LEFT" in name or "RIGHT" in name else "#"
    if unicodedata.combining(letter):
        return ""
    bare = unicodedata.normalize("NFKD", letter)[0]
    if bare.isascii():
        return bare
    return "??" if unicodedata.east_asian_width(letter) in {"W", "F"} else "?"


def _encode_likeness(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(likeness_of, error.object[error.start : error.end])), error.end


def _encoding(stream: TextIOWrapper) -> str:
    """The encoding of a stream: to a terminal in the C locale only ASCII, to a file what Python takes."""
    return "ascii" if stream.isatty() and in_c_locale(os.environ) else stream.encoding


def in_c_locale(environment: Mapping[str, str]) -> bool:
    """Whether the locale was named to be C: Python itself would write UTF-8 then.

    Where Python coerces the C locale (PEP 538) it leaves its own LC_CTYPE beside the LANG that was named. A locale
    that nobody named says nothing of the terminal.
    """
    coerced = {"C.UTF-8", "C.utf8", "UTF-8"} if environment.get("LANG") in {"C", "POSIX"} else set()
    named = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG")
    return named in {"C", "POSIX"} or (not environment.get("LC_ALL") and named in coerced)
