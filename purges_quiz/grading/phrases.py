"""The language of ideas: words in order, few others between; ``word*`` for a beginning, ``a|b`` for either."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from purges_quiz.deck.folding import fold
from purges_quiz.grading.spelling import budget, edits
from purges_quiz.grading.vocabulary import ARTICLES, CARDINALS, NEGATORS, ORDINALS, PREFIXES
from purges_quiz.grading.words import Word, american, words

_BEGINNING = re.compile(r"([^\W_]+)\*$")
_GAP = 2
"""Other words between two words of a phrase, at most."""
_COMPARING = frozenset({"longer", "more", "any", "enough", "be", "ever"})
"""Words that say nothing without the "not" before them."""
_UNCOUNTED = ARTICLES | {"to", "have", "been"}
"""Words that are not counted among them."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word of a phrase, or the beginning of one."""

    text: str
    stem: str
    """What words are compared by; of a beginning, its American spelling."""
    prefix: bool = False

    def begins(self, word: str) -> bool:
        """Whether a word is spelt as the pattern says."""
        return word.startswith((self.text, self.stem)) if self.prefix else word == self.text

    @property
    def negator(self) -> bool:
        """Whether it is itself a "not"."""
        return self.text in NEGATORS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase: for each place the sequences of words that fit there."""

    slots: tuple[tuple[tuple[Pattern, ...], ...], ...]

    @property
    def patterns(self) -> frozenset[Pattern]:
        """Every word that may stand anywhere in it."""
        return frozenset(pattern for slot in self.slots for sequence in slot for pattern in sequence)

    @property
    def negative(self) -> bool:
        """Whether a "not" is part of what the phrase says."""
        return any(pattern.negator for pattern in self.patterns)

    @property
    def affirmative(self) -> Phrase | None:
        """The phrase of what was so, without its "not"; None if it is not negative, or nothing telling is left."""
        slots = tuple(slot for slot in self.slots if not any(p.negator for sequence in slot for p in sequence))
        telling = any(p.prefix or p.text not in _COMPARING for slot in slots for sequence in slot for p in sequence)
        return Phrase(slots) if telling and slots != self.slots else None

    def spans(self, heard: Heard) -> list[tuple[int, int]]:
        """Where the phrase stands in a text."""
        slots = []
        for slot in self.slots:
            slots.append([sequence for sequence in slot if all(map(heard.places, sequence))])
            if not slots[-1]:
                return []
        starts = {start for sequence in slots[0] for start in heard.places(sequence[0])}
        spans = ((start, _end(slots, heard, start, 0)) for start in sorted(starts))
        return [(start, end) for start, end in spans if end]


@dataclass(frozen=True)
class Heard:
    """A text without marks, in which phrases are looked for."""

    text: Sequence[Word]
    ordinary: frozenset[str]
    """Words that are no misspellings of others."""
    _places: dict[Pattern, frozenset[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def places(self, pattern: Pattern) -> frozenset[int]:
        """Where one word of a phrase stands."""
        found = self._places.get(pattern)
        if found is None:
            near = {place for known in (pattern.text, pattern.stem) for place in self._by_letter.get(known[0], ())}
            found = frozenset(place for place in near if fits(pattern, self.text[place], self.ordinary))
            self._places[pattern] = found
        return found

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[int]]:
        """Where the words stand that begin with a letter, which they have in common with any pattern that fits."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.text):
            for letter in {word.text[0], word.stem[0]}:
                found[letter].append(place)
        return found


def _end(slots: Sequence[Sequence[tuple[Pattern, ...]]], heard: Heard, start: int, number: int) -> int:
    """Where the slots from `number` on end if the first of them stands at `start`; 0 where it does not."""
    for sequence in slots[number]:
        if not all(start + ahead in heard.places(pattern) for ahead, pattern in enumerate(sequence)):
            continue
        end = start + len(sequence)
        if number + 1 == len(slots):
            return end
        gap = 0
        for following in range(end, len(heard.text)):
            if tail := _end(slots, heard, following, number + 1):
                return tail
            gap += heard.text[following].text not in _UNCOUNTED
            if gap > _GAP:
                break
    return 0


@lru_cache(maxsize=1024)
def compiled(phrase: str) -> Phrase:
    """Read a phrase.

    Raises ValueError for one that holds no word.
    """
    patterns = tuple(map(_sequences, _slots(phrase)))
    if not patterns or not all(patterns):
        raise ValueError(f'"{phrase}" is no phrase; expected words, such as "death|deaths of" or "murder* stalin"')
    return Phrase(patterns)


def openings(phrase: str) -> frozenset[Pattern]:
    """The words with which a phrase may begin; it need not be compiled for them."""
    return frozenset(sequence[0] for sequence in _sequences(_slots(phrase)[0]))


def _slots(phrase: str) -> list[list[str]]:
    """For each place of a phrase what may stand there, as it is written."""
    joined: list[list[str]] = []
    for slot in (part.split("|") for part in phrase.split()):
        if joined and len(joined[-1]) == 1 and joined[-1][0] in PREFIXES:
            prefix = joined.pop()[0]
            joined.append([prefix + alternative for alternative in slot])
        else:
            joined.append(slot)
    return joined


def _sequences(slot: Sequence[str]) -> tuple[tuple[Pattern, ...], ...]:
    return tuple(sequence for alternative in slot if (sequence := _sequence(alternative)))


@cache
def _sequence(alternative: str) -> tuple[Pattern, ...]:
    if alternative == "n't":
        return (Pattern("not", "not"),)
    found = [Pattern(word.text, word.stem) for word in words(alternative, once=True) if not word.mark]
    if alternative.endswith("*"):
        # A beginning is no whole word: it has no ending to level.
        beginning = _BEGINNING.search(fold(alternative))
        if beginning is not None:
            found[-1:] = [Pattern(beginning[1], american(beginning[1]), prefix=True)]
    return tuple(found)


@lru_cache(maxsize=2048)
def _misspelt(pattern: Pattern, word: str) -> bool:
    allowed = budget(pattern.text)
    if not allowed or word[0] != pattern.text[0]:
        return False
    if not pattern.prefix:
        return edits(word, pattern.text, allowed) <= allowed
    length = len(pattern.text)
    return any(
        edits(word[:end], pattern.text, allowed) <= allowed for end in range(length - 1, length + 2) if end <= len(word)
    )


def _counts_otherwise(word: Word, pattern: Pattern) -> bool:
    """Whether one is "one" and the other "first"."""
    pair = {word.text, pattern.text}
    return not CARDINALS.keys().isdisjoint(pair) and not ORDINALS.keys().isdisjoint(pair)


def fits(pattern: Pattern, word: Word, ordinary: frozenset[str]) -> bool:
    """Whether a word is the pattern's, with a slip of spelling if it is long and no word of its own."""
    if pattern.prefix:
        if word.text.startswith((pattern.text, pattern.stem)) or word.stem.startswith(pattern.text):
            return True
    elif word.text == pattern.text or (word.stem == pattern.stem and not _counts_otherwise(word, pattern)):
        return True
    return word.text not in ordinary and word.text.isalpha() and _misspelt(pattern, word.text)
