"""The words that a deck uses anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.deck.folding import key
from purges_quiz.grading.general import General
from purges_quiz.grading.vocabulary import CLOSED, SHORT_MONTHS, STOP_WORDS
from purges_quiz.grading.words import words_in

_SHORTEST = 4
"""Letters of the shortest name that is known by its sound."""


@dataclass(frozen=True)
class DeckWords:
    """The words that a deck uses anywhere, with its names."""

    general: General
    known: frozenset[str]
    names: frozenset[str]
    """The words of its names, as `fold` leaves them."""
    acronyms: frozenset[str] = frozenset()
    """Those of them that are no words, so that one letter makes another: NKVD and NKID."""

    @cached_property
    def keys(self) -> dict[str, str]:
        """The names by what is the same in every transliteration."""
        return {key(name): name for name in self.names if len(name) >= _SHORTEST}

    def knows(self, word: str) -> bool:
        """Whether a word is English or of the deck, so that nothing else can have been meant by it."""
        if word in STOP_WORDS or word in CLOSED or word in SHORT_MONTHS or word in self.known or not word.isalpha():
            return True
        lexicon = self.general.lexicon
        return word in self.general.english or word in lexicon.irregular or lexicon.lists_form(word)


def word_set_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of several texts of the deck."""
    return frozenset().union(*(words_in(text.replace("*", "").replace("|", " ")) for text in texts))
