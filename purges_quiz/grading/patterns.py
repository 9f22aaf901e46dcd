"""Phrases of decks of the first edition: words in order, few others between; ``word*`` a beginning, ``a|b`` either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from purges_quiz.grading.vocabulary import ARTICLES, NEGATORS, PREFIXES
from purges_quiz.grading.words import Word, american, words

_GAP = 2
"""Other words between two words of a phrase, at most."""
_UNCOUNTED = ARTICLES | {"to", "have", "been"}


class Piece(NamedTuple):
    """One word of a phrase, or the beginning of one."""

    text: str
    stem: str
    prefix: bool = False

    def fits(self, word: Word) -> bool:
        """Whether a word is spelt so."""
        if self.prefix:
            return word.text.startswith((self.text, american(self.text))) or word.stem.startswith(self.text)
        return word.text == self.text or word.stem == self.stem


class Pattern(NamedTuple):
    """A phrase: for each place the sequences of words that fit there."""

    text: str
    slots: tuple[tuple[tuple[Piece, ...], ...], ...]

    @property
    def negative(self) -> bool:
        """Whether a "not" is part of what the phrase says."""
        return any(piece.text in NEGATORS for slot in self.slots for sequence in slot for piece in sequence)

    def spans(self, text: Sequence[Word]) -> list[tuple[int, ...]]:
        """The places of its words wherever it stands in a text."""
        plain = [place for place, word in enumerate(text) if not word.punctuation]
        found = (self._at([text[place] for place in plain], start, 0) for start in range(len(plain)))
        return [tuple(plain[place] for place in places) for places in found if places]

    def _at(self, text: Sequence[Word], start: int, number: int) -> tuple[int, ...]:
        for sequence in self.slots[number]:
            end = start + len(sequence)
            if end > len(text) or not all(piece.fits(text[start + ahead]) for ahead, piece in enumerate(sequence)):
                continue
            if number + 1 == len(self.slots):
                return tuple(range(start, end))
            gap = 0
            for following in range(end, len(text)):
                if tail := self._at(text, following, number + 1):
                    return (*range(start, end), *tail)
                gap += text[following].text not in _UNCOUNTED
                if gap > _GAP:
                    break
        return ()


def is_pattern(text: str) -> bool:
    """Whether a phrase is written in the language of the first edition."""
    return "*" in text or "|" in text or "n't" in text.split()


@lru_cache(maxsize=1024)
def pattern_of(text: str) -> Pattern:
    """Read a phrase of the first edition.

    Raises ValueError for one that holds no word.
    """
    slots = tuple(tuple(sequence for part in slot if (sequence := _sequence(part))) for slot in _written(text))
    if not slots or not all(slots):
        raise ValueError(f'"{text}" is no phrase; expected plain words, such as "deaths of leaders"')
    return Pattern(text, slots)


def _written(text: str) -> list[list[str]]:
    joined: list[list[str]] = []
    for slot in (part.split("|") for part in text.split()):
        if joined and len(joined[-1]) == 1 and joined[-1][0] in PREFIXES:
            prefix = joined.pop()[0]
            joined.append([prefix + alternative for alternative in slot])
        else:
            joined.append(slot)
    return joined


def _sequence(alternative: str) -> tuple[Piece, ...]:
    if alternative == "n't":
        return (Piece("not", "not"),)
    found = [Piece(word.text, word.stem) for word in words(alternative.replace("*", "")) if not word.punctuation]
    if found and re.search(r"[^\W_]\*$", alternative):
        found[-1] = Piece(found[-1].text, found[-1].text, prefix=True)
    return tuple(found)
