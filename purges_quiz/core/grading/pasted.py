"""Cards pasted whole, and questions given back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.core.facts import Deck
from purges_quiz.core.grading.asked import Asked, Typed
from purges_quiz.core.grading.words import Word, words

LONGEST = 700
"""Characters of the longest text that is read as an answer."""
_FEW = 14
"""Words of the shortest text that could be a card."""
_RUN = 3
_MOST_OF = 0.6
_SENTENCE = 5
_SENTENCES = 2


@dataclass(frozen=True)
class Pages:
    """The sentences of the cards, as runs of three words."""

    deck: Deck

    @cached_property
    def cards(self) -> Mapping[str, tuple[frozenset[tuple[str, ...]], ...]]:
        """For each card the runs of its sentences."""
        return {
            card.key: tuple(_runs(words(text)) for text in card.sentences if len(text.split()) > _SENTENCE)
            for card in self.deck.cards
        }

    def pasted(self, typed: Typed) -> bool:
        """Whether the text holds most of two sentences of a card, or of all that a card says."""
        if len(typed.plain) < _FEW:
            return False
        given = _runs(typed.plain)
        for sentences in self.cards.values():
            held = sum(len(runs & given) >= _MOST_OF * len(runs) for runs in sentences if runs)
            if held >= min(_SENTENCES, len(sentences)) > 0:
                return True
        return False


def _runs(text: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    stems = [word.stem for word in text if not word.mark]
    return frozenset(tuple(stems[place : place + _RUN]) for place in range(len(stems) - _RUN + 1))


def echoes(asked: Asked, typed: Typed, least: int = 1) -> bool:
    """Whether the answer is nothing but words of the question, at least so many."""
    said = typed.content
    return len(said) >= least and all(word.stem in asked.stems for word in said)
