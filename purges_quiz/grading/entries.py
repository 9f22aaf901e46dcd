"""The words and phrases of the lexicon, found by the root of their first word.

Some 12,000 are listed. To find the root of all of them takes 60 ms, and an object for each 3 MiB; so they stay in the
lines in which they are listed, and what begins like a word is read when a text first has such a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.vocabulary import CARDINALS
from purges_quiz.grading.words import american

_BEGINNING = 2
"""Letters that no ending and no spelling touches, but that of "gaol"."""


class Line(NamedTuple):
    """The words and phrases of one kind of a concept, as they are listed: "kill, put to death"."""

    concept: str
    kind: str
    """"verbs", "nouns", "adjectives", "others" or "wordings"."""
    text: str

    @property
    def spaced(self) -> str:
        """The text with each word apart."""
        return self.text.replace("-", " ")

    def words(self) -> Iterator[list[str]]:
        """The words of each."""
        for text in listed(self.spaced):
            yield text.split()


class Entry(NamedTuple):
    """One word or phrase of a concept."""

    concept: str
    kind: str
    words: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Entries:
    """Entries of one sort, single words or phrases, by the root of the first word."""

    irregular: Mapping[str, str]
    phrases: bool
    _lines: Mapping[str, Sequence[Line]]
    """Those that have an entry with this beginning."""
    _read: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)

    def get(self, root: str, default: Sequence[Entry] = ()) -> Sequence[Entry]:
        """Those whose first word has this root."""
        beginning = root[:_BEGINNING]
        found = self._read.get(beginning)
        if found is None:
            found = self._read[beginning] = {}
            for line in self._lines.get(beginning, ()):
                for parts in line.words():
                    first = _as_read(parts[0])
                    if (len(parts) > 1) == self.phrases and _beginning(first, self.irregular) == beginning:
                        spelt = tuple(american(_as_read(part)) for part in parts)
                        entry = Entry(line.concept, line.kind, spelt)
                        found.setdefault(root_of(spelt[0], self.irregular), []).append(entry)
        return found.get(root, default)


@dataclass(eq=False, slots=True)
class ListedWords:
    """Every word of every entry."""

    irregular: Mapping[str, str]
    _lines: Mapping[str, Sequence[Line]]
    """Those that have a word with this beginning, as it is typed or as its lemma has it."""
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _roots: dict[str, frozenset[str]] = field(default_factory=dict)

    def beginning_like(self, word: str) -> frozenset[str]:
        """Those that begin as a word does, in American spelling."""
        beginning = word[:_BEGINNING]
        if beginning not in self._words:
            parts = {part for line in self._lines.get(beginning, ()) for words in line.words() for part in words}
            self._words[beginning] = frozenset(
                american(part) for part in parts if beginning in _beginnings(part, self.irregular)
            )
        return self._words[beginning]

    def has_root(self, root: str) -> bool:
        """Whether one of them has this root."""
        beginning = root[:_BEGINNING]
        if beginning not in self._roots:
            every = self.beginning_like(beginning)
            self._roots[beginning] = frozenset(root_of(word, self.irregular) for word in every)
        return root in self._roots[beginning]


def indexed(
    lines: Iterable[Line], names: Iterable[Line], irregular: Mapping[str, str]
) -> tuple[Entries, Entries, ListedWords]:
    """The single words of all these lines, the phrases, and every word of `lines`, whose `names` are words as well."""
    single: dict[str, list[Line]] = defaultdict(list)
    phrases: dict[str, list[Line]] = defaultdict(list)
    every: dict[str, list[Line]] = defaultdict(list)
    apart = {
        word: _beginning(_as_read(word), irregular) for word in (*irregular, *CARDINALS, "gaol", "gaols", "gaoler")
    }
    for line in (own := tuple(lines)):
        for beginning in _may_begin(set(line.spaced.replace(",", " ").split()), apart):
            every[beginning].append(line)
    for line in (*own, *names):
        firsts = [entry.partition(" ") for entry in listed(line.spaced)]
        for beginning in _may_begin({first for first, more, _ in firsts if not more}, apart):
            single[beginning].append(line)
        for beginning in _may_begin({first for first, more, _ in firsts if more}, apart):
            phrases[beginning].append(line)
    return (
        Entries(irregular, phrases=False, _lines=single),
        Entries(irregular, phrases=True, _lines=phrases),
        ListedWords(irregular, every),
    )


def listed(text: str) -> list[str]:
    """The entries of a list that is written as one text."""
    return [entry for entry in text.split(", ") if entry]


def _may_begin(words: set[str], apart: Mapping[str, str]) -> set[str]:
    """The beginnings of words as they are typed, and as the lemmas of those `apart` have them."""
    return {word[:_BEGINNING] for word in words}.union(apart[word] for word in words & apart.keys())


def _as_read(part: str) -> str:
    """A word as it is read in an answer, where a number is its figures."""
    return str(CARDINALS.get(part, part))


def _beginnings(part: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """How a word begins as it is typed, and last as its lemma does."""
    as_typed, as_lemma = part[:_BEGINNING], _beginning(part, irregular)
    return (as_typed,) if as_lemma == as_typed else (as_typed, as_lemma)


def _beginning(part: str, irregular: Mapping[str, str]) -> str:
    if part in irregular:
        return irregular[part][:_BEGINNING]
    return "ja" if part.startswith("gaol") else part[:_BEGINNING]
