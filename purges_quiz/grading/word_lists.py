"""What is known of words, too much to be read into memory: searched where it lies, and read when it is first asked for.

`.words/` has the commands that make these lists, and says what a line of each holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from mmap import mmap
from sys import intern
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from purges_quiz.grading.inflection import root_of

Lines = bytes | mmap
"""A sorted text of many lines, in memory or in a file."""


def line_of(lines: Lines, word: str, end: bytes = b"\n") -> bytes | None:
    """The line that begins with a word and `end`, or None; by bisection, since a search takes 50 times as long.

    The lines are sorted by what stands before `end`, in lower-case ASCII, and each ends with a newline.
    """
    if not word.isascii():
        return None
    wanted = word.encode()
    low, high = 0, len(lines)
    while low < high:
        middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        stop = lines.find(b"\n", middle)
        line = lines[middle : stop if stop >= 0 else len(lines)]
        found = line if end == b"\n" else line.partition(end)[0]
        if found == wanted:
            return line
        if found < wanted:
            low = middle + len(line) + 1
        else:
            high = middle
    return None


@dataclass(frozen=True, slots=True)
class English:
    """Sorted lower-case ASCII words, one a line: 0.2 MiB as they are, where a set of them would take 3."""

    lines: Lines

    def __contains__(self, word: object) -> bool:
        """Whether it is one of the words."""
        return isinstance(word, str) and line_of(self.lines, word) is not None


_KEPT = 1024
"""Lines of each list that are kept as they were read."""

Found = TypeVar("Found")


def reader(lines: Lines, read: Callable[..., Found]) -> Callable[[str], Found]:
    """Gives for a word what its line says: `read` of the columns after the word, and of none where it has no line."""

    @lru_cache(_KEPT)
    def of(word: str) -> Found:
        line = line_of(lines, word, b"\t")
        return read(*line.decode("ascii").split("\t")[1:]) if line else read()

    return of


class Relatives(NamedTuple):
    """The roots of other words as they stand to one: a line of related.txt."""

    same: frozenset[str] = frozenset()
    """They mean nearly the same, are derived from it, or one is a kind of the other: weapon and gun."""
    akin: frozenset[str] = frozenset()
    """They have to do with it: loan and borrow."""
    rivals: frozenset[str] = frozenset()
    """They are its antonyms, or other things of the same kind: bread and rice."""


def relatives(*lists: str) -> Relatives:
    """As they stand in the columns of a line."""
    return Relatives(*map(_set, lists))


class Relations(NamedTuple):
    """How a concept stands to others: a line of relations.txt."""

    implied: frozenset[str] = frozenset()
    """What whoever says it says as well, the concept itself among it."""
    opposites: frozenset[str] = frozenset()
    converses: frozenset[str] = frozenset()
    """Those that tell of the same deed from the other side."""
    words: frozenset[str] = frozenset()
    """The words of its entries."""
    transitive: bool = False
    """Whether its verbs have an object."""


_ALONE = Relations()


def relations(*columns: str) -> Relations:
    """As they stand in the columns of a line."""
    if not columns:
        return _ALONE
    *sets, transitive = columns
    implied, opposites, converses, words = map(_set, sets)
    return Relations(implied, opposites, converses, words, bool(transitive))


class Entry(NamedTuple):
    """One word or phrase of a concept."""

    concept: str
    kind: str
    """"verbs", "nouns", "adjectives", "others" or "wordings"."""
    words: tuple[str, ...]


class Listed(NamedTuple):
    """What the lexicon lists of a root: a line of roots.txt."""

    words: Sequence[str] = ()
    """Those that have it, in American spelling."""
    entries: Sequence[Entry] = ()
    """Those of one word."""
    phrases: Mapping[str, Sequence[Entry]] = MappingProxyType({})
    """Those of several of which the first has it, by the root of the last, so that few of them are looked for."""


def listed(irregular: Mapping[str, str], words: str = "", entries: str = "", phrases: str = "") -> Listed:
    """As it stands in the columns of a line; `irregular` has the lemmas of irregular forms."""
    by_last: dict[str, list[Entry]] = {}
    for entry in _entries(phrases):
        by_last.setdefault(root_of(entry.words[-1], irregular), []).append(entry)
    return Listed(words.split(), _entries(entries), by_last)


def _entries(text: str) -> Sequence[Entry]:
    parted = (entry.split() for entry in text.split(", ") if entry)
    return tuple(Entry(intern(concept), intern(kind), tuple(words)) for concept, kind, *words in parted)


def _set(text: str) -> frozenset[str]:
    return frozenset(map(intern, text.split()))
