"""What was asked: the target of a question with the prompt that asks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from purges_quiz.deck.model import Fact, Quote, Statement, Target
from purges_quiz.grading.frames import Frame, frames_of, is_verb
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.parties import Party, Phrases, main_subject
from purges_quiz.grading.reading import Reading, counted_nouns
from purges_quiz.grading.relations import KnownRelations, known_relations
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.words import Word, words

_WH = frozenset({"what", "which", "who", "why", "how", "when", "where"})
_SUBORDINATE = frozenset({"that", "if", "after", "before", "because", "for", "to"})
LOSSES = frozenset({"lose", "give_up", "take_away", "ban", "abolish", "confiscate"})
"""Concepts of what leaves somebody without something."""


@dataclass
class Asked:
    """A question's target with its prompt."""

    fact: Fact
    target: Target
    prompt: str
    lexicon: Lexicon
    proper: frozenset[str] = frozenset()
    """Words that the deck writes with a capital letter."""

    @property
    def shown(self) -> str:
        """The right answer as messages give it, a statement in quotation marks."""
        value = self.target.value
        return quoted(value.shown) if isinstance(value, Statement | Quote) else value.shown

    @cached_property
    def question(self) -> Reading:
        """The prompt, read."""
        return Reading(words(self.prompt), self.lexicon)

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
    def withholds(self) -> bool:
        """Whether it asks what was lost, given up or forbidden, so that "they could not any more" says it."""
        texts = [word.text for word in self.question.words]
        start = next((place for place, text in enumerate(texts) if text in _WH), len(texts))
        if self.negative or texts[start : start + 1] not in (["what"], ["which"]):
            return False
        lost = (
            one.places[0]
            for one in self.question.meanings
            if one.concept in LOSSES and is_verb(self.question, one.places[0])
        )
        return any(place > start and _WH.union(_SUBORDINATE).isdisjoint(texts[start + 1 : place]) for place in lost)

    @cached_property
    def deniable(self) -> frozenset[str]:
        """What "Yezhov was not ..." may go on with and still deny Yezhov."""
        return frozenset() if self.negative else self.stems

    @cached_property
    def amounts(self) -> frozenset[Fraction]:
        """The numbers that the prompt itself gives."""
        return frozenset(number.amount for number in numbers(self.words))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The roots of the nouns that the prompts count: "how many delegates", "the number of suicides"."""
        return frozenset(root for reading in self.questions for root in counted_nouns(reading))

    @cached_property
    def printed(self) -> frozenset[str]:
        """The roots and marks of the value as it is printed."""
        shown = words(self.target.value.shown)
        return frozenset(
            {self.lexicon.root(word) for word in shown} | {word.text for word in shown if word.punctuation}
        )

    @cached_property
    def source(self) -> Reading:
        """The sentence of the card, what the value is, and every prompt."""
        return Reading(words(" . ".join((self.fact.sentence, self.target.about, *self.target.prompts))), self.lexicon)

    @cached_property
    def questions(self) -> tuple[Reading, ...]:
        """Every prompt of the target, the one that was asked first, and what the value is."""
        texts = dict.fromkeys((self.prompt, *self.target.prompts, self.target.about))
        return tuple(Reading(words(text), self.lexicon) for text in texts)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The concepts that the prompts name and do not deny."""
        every = ((one, meaning) for one in self.questions for meaning in one.meanings)
        return frozenset(meaning.concept for one, meaning in every if not one.negated[meaning.places[0]])

    @cached_property
    def denied(self) -> frozenset[str]:
        """The concepts that the prompts deny wherever they name them: monks who did not resist."""
        every = ((one, meaning) for one in self.questions for meaning in one.meanings)
        return frozenset(meaning.concept for one, meaning in every if one.negated[meaning.places[0]]) - self.wanted

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Those that a verb names."""
        every = ((one, meaning) for one in self.questions for meaning in one.meanings if meaning.verb)
        return frozenset(meaning.concept for one, meaning in every if is_verb(one, meaning.places[0]))

    @cached_property
    def contrary(self) -> frozenset[str]:
        """Their opposites."""
        return self.lexicon.contrary(self.wanted)

    @cached_property
    def relations(self) -> tuple[KnownRelations, ...]:
        """What is said of whom in each wording of the question, and in the sentence of the card."""
        readings = (*self.questions[:-1], Reading(words(self.fact.sentence), self.lexicon))
        return tuple(known_relations(Phrases(reading, {}, self.proper)) for reading in readings)

    @cached_property
    def main_subject(self) -> Party | None:
        """Of whom the question is asked."""
        return main_subject(Phrases(self.question, {}, self.proper))

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Who does what to whom in the question, however it is put, and in the sentence of the card."""
        asked = [frame for reading in self.questions[:-1] for frame in frames_of(reading, question=True)]
        return (*asked, *frames_of(Reading(words(self.fact.sentence), self.lexicon)))


def quoted(text: str) -> str:
    """The text in quotation marks, those within it single."""
    return "\u201c" + re.sub(r'"([^"]*)"', "\u2018\\1\u2019", text) + "\u201d"
