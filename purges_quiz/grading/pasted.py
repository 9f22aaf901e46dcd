"""Cards pasted whole, and questions given back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from purges_quiz.deck.model import Deck
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.words import Word, words

LONGEST = 700
"""Characters of the longest text that is read as an answer."""
_FEW = 14
"""Words of the shortest text that could be a card."""
_RUN = 3
_MOST_OF = 0.6
_SENTENCE = 5
_SENTENCES = 2

Run = tuple[str, ...]
Sentence = tuple[str, int]
"""The key of a card, and a place among its sentences."""


class Pages:
    """The sentences of the cards that are long enough, as runs of three words."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck

    @cached_property
    def _holding(self) -> Mapping[Run, Sequence[Sentence]]:
        """The sentences that have each run, read when a text is first long enough to have been pasted."""
        found: dict[Run, list[Sentence]] = defaultdict(list)
        for card in self._deck.cards:
            for place, text in enumerate(card.sentences):
                if len(text.split()) > _SENTENCE:
                    for run in _runs(words(text)):
                        found[run].append((card.key, place))
        return found

    @cached_property
    def _run_counts(self) -> Mapping[Sentence, int]:
        return Counter(sentence for sentences in self._holding.values() for sentence in sentences)

    @cached_property
    def _sentence_counts(self) -> Mapping[str, int]:
        return Counter(card for card, _ in self._run_counts)

    def pasted(self, typed: Reading) -> bool:
        """Whether the text holds most of two sentences of a card, or of all that a card says."""
        if len(typed.plain) < _FEW:
            return False
        given = Counter(sentence for run in _runs(typed.plain) for sentence in self._holding.get(run, ()))
        held = Counter(sentence[0] for sentence, runs in given.items() if runs >= _MOST_OF * self._run_counts[sentence])
        return any(count >= min(_SENTENCES, self._sentence_counts[card]) for card, count in held.items())


def _runs(text: Sequence[Word]) -> frozenset[Run]:
    stems = [word.stem for word in text if not word.punctuation]
    return frozenset(tuple(stems[place : place + _RUN]) for place in range(len(stems) - _RUN + 1))


def echoes(asked: Asked, typed: Reading, least: int = 1) -> bool:
    """Whether the answer is nothing but words of the question, at least so many."""
    said = typed.content
    return len(said) >= least and all(word.stem in asked.stems for word in said)
