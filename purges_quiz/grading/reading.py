"""A text with what it means, read as far as needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from purges_quiz.grading.lexicon import Lexicon, Meaning
from purges_quiz.grading.polarity import Clause, clauses, negated_places
from purges_quiz.grading.remarks import without_remarks
from purges_quiz.grading.retractions import without_retracted
from purges_quiz.grading.vocabulary import ARTICLES, HEDGES, NEGATORS, word_set
from purges_quiz.grading.words import Word, words

if TYPE_CHECKING:
    from purges_quiz.grading.frames import Frame

_QUANTITIES = frozenset({"none", "almost_none", "few", "never"})
"""Concepts of phrases that deny what they are said of: "hardly any were shot"."""
_LEAD_INS = word_set(
    "it its was is were are be been they he she that because to there so",
)


@dataclass
class Reading:
    """A text with what it means: typed, or of the deck."""

    all_words: tuple[Word, ...]
    """Every word and mark."""
    lexicon: Lexicon
    frames: tuple[Frame, ...] | None = None
    """Who does what to whom, once `frames` has found it out."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Without "I don't know, maybe" and its kin, and without what it takes back."""
        return without_retracted(without_remarks(self.all_words))

    @cached_property
    def plain(self) -> tuple[Word, ...]:
        """The words without marks."""
        return tuple(word for word in self.words if not word.punctuation)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that say something."""
        return tuple(word for word in self.words if word.content)

    @cached_property
    def gist(self) -> tuple[str, ...]:
        """What two wordings of one answer have in common: no case, article, punctuation or "it was"."""
        return gist_of(self.words)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """For each of the words its root."""
        return tuple(self.lexicon.root(word) for word in self.words)

    @cached_property
    def root_set(self) -> frozenset[str]:
        """The roots of the words that say something."""
        return frozenset(root for word, root in zip(self.words, self.roots, strict=True) if word.content)

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The concepts that its words say."""
        return self.lexicon.meanings(self.words, self.roots)

    @cached_property
    def single_meanings(self) -> tuple[Meaning, ...]:
        """The concepts that its words say one by one, where several words of a set phrase say something alone."""
        phrases = (meaning for meaning in self.meanings if len(meaning.places) > 1 and not meaning.loose)
        if not any(sum(self.words[at].content for at in meaning.places) > 1 for meaning in phrases):
            return self.meanings
        return tuple(
            Meaning(entry, (place,))
            for place, root in enumerate(self.roots)
            for entry in self.lexicon.listed(root).entries
        )

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The names of these concepts."""
        return frozenset(meaning.concept for meaning in self.meanings)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses."""
        return clauses(self.words)

    @cached_property
    def negated(self) -> tuple[bool, ...]:
        """For each word whether it is denied."""
        phrases = (
            meaning
            for meaning in self.meanings
            if len(meaning.places) > 1 and not meaning.loose and meaning.concept not in _QUANTITIES
        )
        spoken = {
            place
            for meaning in phrases
            if not (meaning.verb and self.words[meaning.places[0]].text in NEGATORS)
            and any(self.words[at].text in NEGATORS for at in meaning.places)
            and any(self.words[at].content for at in meaning.places)  # "would not" is a "not" like others
            for place in meaning.places
        }
        return negated_places(self.words, spoken, self.clauses)

    def clause_of(self, place: int) -> Clause:
        """The clause in which a word stands."""
        return next(clause for clause in self.clauses if clause.start <= place < clause.end)


def gist_of(text: Sequence[Word]) -> tuple[str, ...]:
    """The stems of a text without articles, hedges and "it was"."""
    return tuple(
        word.stem
        for word in text
        if not word.punctuation and word.text not in ARTICLES and word.text not in HEDGES and word.text not in _LEAD_INS
    )


def gist(text: str) -> tuple[str, ...]:
    """`gist_of` of any text, or its words themselves if they carry nothing else."""
    read = words(text)
    return gist_of(read) or tuple(word.stem for word in read if not word.punctuation)


def counted_nouns(reading: Reading) -> Iterator[str]:
    """The root of the noun after "how many" and "the number of"."""
    return (reading.roots[place] for place in _counted(reading))


def counted_words(reading: Reading) -> Iterator[str]:
    """That noun itself."""
    return (reading.words[place].text for place in _counted(reading))


def _counted(reading: Reading) -> Iterator[int]:
    texts = [word.text for word in reading.words]
    for place, pair in enumerate(pairwise(texts)):
        if pair not in {("how", "many"), ("number", "of"), ("many", "of"), ("how", "much")}:
            continue
        start, head = place + 2, None
        for at in range(start, len(texts)):
            word = reading.words[at]
            if not word.content and word.text not in {"the", "other", "people", "one"}:
                break
            if reading.words[at].text.endswith("ed") and head is not None:
                break
            head = at if word.text not in {"the", "other"} else head
        if head is not None:
            yield head
