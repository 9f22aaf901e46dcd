"""What was asked and what was typed, each read once and as far as needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from purges_quiz.deck.model import Fact, Quote, Statement, Target
from purges_quiz.grading import verdicts
from purges_quiz.grading.disclaimers import without_disclaimers
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.vocabulary import ARTICLES, HEDGES, word_set
from purges_quiz.grading.words import Word, words

_LEAD_INS = word_set(
    "it its was is were are be been they he she that because to there so",
)


@dataclass
class Typed:
    """A typed answer."""

    all_words: tuple[Word, ...]
    """Every word and mark."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Without "I don't know, maybe" and its kin."""
        return without_disclaimers(self.all_words)

    @cached_property
    def plain(self) -> tuple[Word, ...]:
        """The words without marks."""
        return tuple(word for word in self.words if not word.mark)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that say something."""
        return tuple(word for word in self.words if word.content)

    @cached_property
    def gist(self) -> tuple[str, ...]:
        """What two wordings of one answer have in common: no case, article, punctuation or "it was"."""
        return gist_of(self.words)


def gist_of(text: Sequence[Word]) -> tuple[str, ...]:
    """The stems of a text without articles, hedges and "it was"."""
    return tuple(
        word.stem
        for word in text
        if not word.mark and word.text not in ARTICLES and word.text not in HEDGES and word.text not in _LEAD_INS
    )


def gist(text: str) -> tuple[str, ...]:
    """`gist_of` of any text, or its words themselves if they carry nothing else."""
    read = words(text)
    return gist_of(read) or tuple(word.stem for word in read if not word.mark)


@dataclass
class Asked:
    """A question's target with its prompt."""

    fact: Fact
    target: Target
    prompt: str

    @property
    def shown(self) -> str:
        """The right answer as messages give it, a statement in quotation marks."""
        value = self.target.value
        return verdicts.quoted(value.shown) if isinstance(value, Statement | Quote) else value.shown

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The prompt's words."""
        return words(self.prompt)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the prompt's words that say something."""
        return frozenset(word.stem for word in self.words if word.content)

    @cached_property
    def negative(self) -> bool:
        """Whether the prompt itself says "not"."""
        return any(word.text in {"not", "never", "no"} for word in self.words)

    @cached_property
    def deniable(self) -> frozenset[str]:
        """What "Yezhov was not ..." may go on with and still deny Yezhov."""
        return frozenset() if self.negative else self.stems

    @cached_property
    def amounts(self) -> frozenset[Fraction]:
        """The numbers that the prompt itself gives."""
        return frozenset(seen.amount for seen in numbers(self.words))
