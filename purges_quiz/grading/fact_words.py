"""The words of one fact, to the nearest of which a slip of typing goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from purges_quiz.grading.deck_words import DeckWords, word_set_of
from purges_quiz.grading.inflection import inflected
from purges_quiz.grading.vocabulary import CLOSED, FUNCTION_WORDS
from purges_quiz.grading.words import spelt, words

SHORT = 4
"""Letters of the shortest word in which an edit is forgiven."""


@dataclass(eq=False)
class FactWords:
    """What its answers may be made of, in every form."""

    deck: DeckWords
    texts: Callable[[], tuple[Iterable[str], Iterable[str]]]
    """What its answer and the ideas of it say, and what its prompts and its sentence do; read when first needed."""
    concepts_of: Callable[[], frozenset[str]]
    """What answers may say, as concepts."""
    counted: bool = False
    """Whether a number is asked for, so that "2" is no "to"."""

    @cached_property
    def answer(self) -> frozenset[str]:
        """The words of its answer and the ideas of it."""
        return word_set_of(self.texts()[0])

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of its prompts and its sentence."""
        return word_set_of(self.texts()[1])

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What answers may say, as concepts."""
        return self.concepts_of()

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two words beside one another in the answer's own wordings."""
        texts = ([word.text for word in words(text)] for text in self.texts()[0])
        return frozenset(pair for text in texts for pair in pairwise(text))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form in which its words and their synonyms may be typed."""
        lexicon = self.deck.general.lexicon
        lemmas = lexicon.listed_words(self.concepts)
        own = {*self.answer, *self.around, *lemmas}
        return frozenset(form for lemma in own if len(lemma) >= SHORT for form in inflected(lemma)) | lexicon.forms_of(
            lemmas
        )

    @cached_property
    def pool(self) -> tuple[str, ...]:
        """What a word that is not known may have been meant for."""
        return tuple(sorted((self.forms | CLOSED | FUNCTION_WORDS | self.deck.names) - self.deck.acronyms))

    @cached_property
    def answering(self) -> frozenset[str]:
        """Every form of the words of its answer."""
        return frozenset(form for word in self.answer for form in inflected(word))

    def same(self, near: Iterable[str]) -> bool:
        """Whether words are forms of one."""
        root = self.deck.general.lexicon.root
        return len({root(spelt(word)) for word in near}) == 1
