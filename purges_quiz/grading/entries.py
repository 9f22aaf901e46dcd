"""The words and phrases of the lexicon, found by the root of their first word.

Some 9,000 are listed. To find the root of all of them takes 60 ms, so that of a word is found when a text first has one
with the same beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.vocabulary import CARDINALS
from purges_quiz.grading.words import american

_BEGINNING = 2
"""Letters that no ending and no spelling touches, but that of "gaol"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a concept."""

    concept: str
    kind: str
    """"verbs", "nouns", "adjectives" or "others"."""
    words: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Entries:
    """Entries of one sort, single words or phrases, by the root of the first word."""

    irregular: Mapping[str, str]
    _unread: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    """As they are listed, so that of thousands no more is held than their texts, which `Lexicon.lemmas` holds too."""
    _read: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)
    _beginnings: dict[str, str] = field(default_factory=dict)

    def add(self, concept: str, kind: str, text: str) -> None:
        """Add one as it is listed; before any is looked for."""
        first = parts_of(text)[0]
        beginning = self._beginnings.get(first)
        if beginning is None:
            beginning = self._beginnings[first] = _beginning(first, self.irregular)
        self._unread[beginning].append((concept, kind, text))

    def get(self, root: str, default: Sequence[Entry] = ()) -> Sequence[Entry]:
        """Those whose first word has this root."""
        beginning = root[:_BEGINNING]
        found = self._read.get(beginning)
        if found is None:
            found = self._read[beginning] = {}
            for concept, kind, text in self._unread.pop(beginning, ()):
                spelt = tuple(map(american, parts_of(text)))
                found.setdefault(root_of(spelt[0], self.irregular), []).append(Entry(concept, kind, spelt))
        return found.get(root, default)


@dataclass(eq=False, slots=True)
class ListedWords:
    """Every word of every entry."""

    irregular: Mapping[str, str]
    _unread: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _roots: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, part: str) -> None:
        """Add one as it is listed; before any is looked for."""
        as_typed, as_lemma = part[:_BEGINNING], _beginning(part, self.irregular)
        self._unread[as_typed].add(part)
        if as_lemma != as_typed:
            self._unread[as_lemma].add(part)

    def beginning_like(self, word: str) -> frozenset[str]:
        """Those that begin as a word does, in American spelling."""
        beginning = word[:_BEGINNING]
        if beginning not in self._words:
            self._words[beginning] = frozenset(map(american, self._unread.get(beginning, ())))
        return self._words[beginning]

    def has_root(self, root: str) -> bool:
        """Whether one of them has this root."""
        beginning = root[:_BEGINNING]
        if beginning not in self._roots:
            every = self.beginning_like(beginning)
            self._roots[beginning] = frozenset(root_of(word, self.irregular) for word in every)
        return root in self._roots[beginning]


def parts_of(text: str) -> list[str]:
    """The words of an entry, numbers as they are read in an answer: "one of the two" has "1" and "2"."""
    parts = text.replace("-", " ").split()
    if CARDINALS.keys().isdisjoint(parts):
        return parts
    return [str(CARDINALS.get(part, part)) for part in parts]


def _beginning(part: str, irregular: Mapping[str, str]) -> str:
    if part in irregular:
        return irregular[part][:_BEGINNING]
    return "ja" if part.startswith("gaol") else part[:_BEGINNING]
