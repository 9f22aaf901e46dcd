"""What every format is read into."""

from __future__ import annotations

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
