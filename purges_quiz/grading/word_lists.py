"""Lists of words too long to be read into memory, searched where they lie: common English, and words near in sense."""

from __future__ import annotations

from dataclasses import dataclass, field
from mmap import mmap
from typing import NamedTuple

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


class Relatives(NamedTuple):
    """The roots of other words as they stand to one."""

    same: frozenset[str] = frozenset()
    """They mean nearly the same, are derived from it, or one is a kind of the other: weapon and gun."""
    akin: frozenset[str] = frozenset()
    """They have to do with it: loan and borrow."""
    rivals: frozenset[str] = frozenset()
    """They are its antonyms, or other things of the same kind: bread and rice."""


_NONE = Relatives()


@dataclass(frozen=True, slots=True)
class Related:
    """The relatives of some 12,000 words, as data/related.txt has them: read when one is first asked for."""

    lines: Lines = b""
    _read: dict[str, Relatives] = field(default_factory=dict, init=False, compare=False)

    def of(self, root: str) -> Relatives:
        """Those of a root."""
        found = self._read.get(root)
        if found is None:
            line = line_of(self.lines, root, b"\t")
            if line is None:
                return _NONE
            _, *lists = line.decode("ascii").split("\t")
            found = self._read[root] = Relatives(*(frozenset(listed.split(" ")) - {""} for listed in lists))
        return found
