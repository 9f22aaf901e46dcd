"""The words that a deck uses anywhere, and those of one fact, to the nearest of which a slip of typing goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from purges_quiz.deck.folding import key
from purges_quiz.grading.inflection import inflected
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.vocabulary import CLOSED, FUNCTION_WORDS, SHORT_MONTHS, STOP_WORDS
from purges_quiz.grading.words import spelt, words, words_in

SHORT = 4
"""Letters of the shortest word in which an edit is forgiven, and of the shortest name that is known by its sound."""


@dataclass(frozen=True)
class DeckWords:
    """The words that a deck uses anywhere, with its names."""

    lexicon: Lexicon
    known: frozenset[str]
    names: frozenset[str]
    """The words of its names, as `fold` leaves them."""
    acronyms: frozenset[str] = frozenset()
    """Those of them that are no words, so that one letter makes another: NKVD and NKID."""

    @cached_property
    def keys(self) -> dict[str, str]:
        """The names by what is the same in every transliteration."""
        return {key(name): name for name in sorted(self.names) if len(name) >= SHORT}

    def knows(self, word: str) -> bool:
        """Whether a word is English or of the deck, so that nothing else can have been meant by it."""
        if word in STOP_WORDS or word in CLOSED or word in SHORT_MONTHS or word in self.known or not word.isalpha():
            return True
        if any(word in self.lexicon.lists[name] for name in ("people", "titles")):
            return True
        return word in self.lexicon.english or word in self.lexicon.irregular or self.lexicon.lists_form(word)


def word_set_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of several texts of the deck."""
    return words_in(text.replace("*", "").replace("|", " ") for text in texts)


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
        lexicon = self.deck.lexicon
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
        root = self.deck.lexicon.root
        return len({root(spelt(word)) for word in near}) == 1
