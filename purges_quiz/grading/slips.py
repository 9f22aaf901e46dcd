"""Slips of typing: what was meant by a word that is neither English nor of the deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from purges_quiz.grading.joined import Spaces
from purges_quiz.grading.known_words import FactWords
from purges_quiz.grading.nearest import english_word, nearest, respelt
from purges_quiz.grading.number_words import with_number_words
from purges_quiz.grading.typed_numbers import MAGNITUDES
from purges_quiz.grading.vocabulary import CARDINALS, CLOSED, ORDINALS
from purges_quiz.grading.words import Word, spelt, words

_BETWEEN_WORDS = {"2": "to", "4": "for"}
_AFTER_FIGURES = frozenset({*MAGNITUDES, "bc"})
"""Short forms that are no words after a number: "900 tn"."""


@dataclass(eq=False)
class Vocabulary:
    """What typed answers to one fact are read by."""

    own: FactWords
    _found: dict[str, Word | None] = field(default_factory=dict, init=False, repr=False)

    @property
    def counted(self) -> bool:
        """Whether a number is asked for."""
        return self.own.counted

    def read(self, typed: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of a typed text, each slip of typing put right where it can be known what was meant."""
        if all(word.punctuation or self._known(word.text) for word in typed) and not self._spaces.may_join(typed):
            return self._plain(typed)
        typed = with_number_words(typed) if self.own.counted else typed
        return self._plain(self._corrected(self._spaces.rejoined(typed)))

    def _known(self, word: str) -> bool:
        """Whether nothing else can have been meant by a word: "cos" is a lettuce, but not where nobody speaks of it."""
        slang = word in self.own.deck.lexicon.text_speak and word not in self.own.deck.known
        return self.own.deck.knows(word) and not (slang and word.isalpha())

    def _plain(self, typed: Sequence[Word]) -> tuple[Word, ...]:
        """Read "2" and "4" between words as words, where no number is asked for."""
        if self.own.counted:
            return with_number_words(typed)
        if len(typed) > 1 and typed[0].text == "2" and typed[1].text in {"much", "many"}:
            typed = (spelt("too"), *typed[1:])
        return tuple(
            spelt(_BETWEEN_WORDS[word.text])
            if word.text in _BETWEEN_WORDS
            and 0 < place < len(typed) - 1
            and typed[place - 1].text.isalpha()
            and typed[place - 1].text not in CLOSED
            and typed[place + 1].text.isalpha()
            and _between(typed[place - 1].text, typed[place + 1].text)
            and (word.text, typed[place + 1].text) not in self.own.pairs
            else word
            for place, word in enumerate(typed)
        )

    def _corrected(self, typed: Sequence[Word]) -> list[Word]:
        read: list[Word] = []
        for word in typed:
            counted = bool(read) and read[-1].text[-1].isdigit() and word.text in _AFTER_FIGURES
            if word.punctuation or counted or self._known(word.text):
                read.append(word)
            elif (spoken := self.own.deck.lexicon.text_speak.get(word.text)) is not None:
                read.extend(words(spoken))
            else:
                read.extend(self._meant(word))
        return read

    def _meant(self, word: Word) -> tuple[Word, ...]:
        if word.text not in self._found:
            self._found[word.text] = nearest(self.own, word.text)
        near = self._found[word.text]
        if near is not None:
            return (near,)
        return tuple(self._spaces.split(word.text)) or (english_word(self.own, word.text) or word,)

    @cached_property
    def _spaces(self) -> Spaces:
        return Spaces(self.own)

    def respelt(self, typed: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
        """The text with one English word read as the word of the answer that it misses by a letter."""
        return respelt(self.own, typed)


def _between(before: str, after: str) -> bool:
    """Whether "2" between these words can be a "to": no month nor number stands beside it."""
    return (
        after not in CARDINALS
        and after not in {"mark", "marks", "point", "points"}
        and after not in ORDINALS
        and before not in {"category", "number", "no", "war", "ww"}
    )
