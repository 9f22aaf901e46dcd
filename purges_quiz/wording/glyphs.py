"""The characters that the game draws with: those of Unicode, and those in ASCII for a terminal that has no others."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from types import MappingProxyType


class Glyphs:
    """The characters of Unicode. A word stands beside each of them that says something.

    No dataclass, which would take two milliseconds of the start to make.
    """

    right = "✓"
    wrong = "✗"
    partial = "~"
    unanswered = "-"
    other = "·"
    """What is neither right nor chosen, and what has no partner yet."""
    held = "↕"
    """A line that is being moved."""
    beside = "▌"
    """A bar beside a text."""
    full, half, rest = "━", "╸", "─"
    """A cell of a bar: filled, filled in half, empty."""
    heights = " ▁▂▃▄▅▆▇█"
    """The top cell of a column, from an empty one to a full one."""
    studied, some, frozen, nothing = "■", "▪", "+", "·"
    """A day of the calendar."""
    folded, unfolded = "▸", "▾"
    """A heading whose lines are hidden, or shown."""
    more = "…"
    """What ends a text that goes on."""
    search = "🔎"
    arrows: Mapping[str, str] = MappingProxyType({"up": "↑", "down": "↓", "left": "←", "right": "→"})
    """The keys that have a sign of their own; others have a name."""
    edge, frame, rule = "outer", "round", "hkey"
    """Borders by their names in a style sheet: beside a text, around a field, above and below."""


class Ascii(Glyphs):
    """The same in ASCII."""

    right = "+"
    wrong = "x"
    other = "."
    held = "*"
    beside = "|"
    full, half, rest = "=", "-", "-"
    heights = " ..::####"
    studied, some, nothing = "#", "o", "."
    folded, unfolded = ">", "v"
    more = "..."
    search = ">"
    arrows: Mapping[str, str] = MappingProxyType({})
    edge = frame = rule = "ascii"


_IN_USE: ContextVar[type[Glyphs]] = ContextVar("glyphs", default=Glyphs)


def glyphs() -> type[Glyphs]:
    """The set in use."""
    return _IN_USE.get()


def choose(encoding: str | None) -> None:
    """Use what a stream with this encoding can hold. To be decided before anything is drawn."""
    try:
        "".join(glyph for glyph in vars(Glyphs).values() if isinstance(glyph, str)).encode(encoding or "ascii")
    except UnicodeEncodeError:
        _IN_USE.set(Ascii)
    else:
        _IN_USE.set(Glyphs)
