"""Which words are near one another in sense, beyond the concepts of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from purges_quiz.grading.sorted_lines import Lines, line_of


@dataclass(frozen=True, slots=True)
class Relatives:
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
