"""What can be wrong with a deck, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


def printable(text: str) -> str:
    """The text with whatever could move a cursor or change a colour written as an escape."""
    return text if text.isprintable() else ascii(text)[1:-1]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a deck something stands: a file, and in it a card's fact or an entity, and a key."""

    file: str
    table: str = ""
    key: str = ""

    def __str__(self) -> str:
        return ": ".join(map(printable, filter(None, (self.file, self.table, self.key))))

    def at(self, key: str) -> Place:
        """The same table, at one of its keys."""
        return Place(self.file, self.table, key)

    def within(self, table: str) -> Place:
        """Another table of the same file."""
        return Place(self.file, table)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: its place, and what was expected there."""

    place: Place
    expected: str

    def __str__(self) -> str:
        return f"{self.place}: {self.expected}" if str(self.place) else self.expected


class DeckError(Exception):
    """A deck that cannot be played, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def unknown(what: str, key: str, known: Iterable[str]) -> str:
    """That nothing of this sort has that key."""
    return f'no {what} has the key "{key}"{likely(key, known)}'


def likely(word: str, known: Iterable[str]) -> str:
    """A hint like (did you mean "date"?) if one of the known words is spelt much like this one, else ""."""
    import difflib  # only a deck with a problem pays for it

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' (did you mean "{close[0]}"?)' if close else ""
