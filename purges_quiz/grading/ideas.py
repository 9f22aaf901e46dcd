"""The ideas of a statement, and which of them a text says, leaves out or denies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.deck.model import EntityKind, Idea, Statement
from purges_quiz.grading.antonyms import antonyms_of
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.negation import Negator, clauses, negators
from purges_quiz.grading.phrases import Heard, Pattern, Phrase, compiled
from purges_quiz.grading.vocabulary import NEGATORS
from purges_quiz.grading.words import Word, words

_JOINED = 2
"""Words at most from the end of what is denied to what goes on with it: "family or friends"."""


@dataclass(frozen=True)
class StatementAnswer:
    """The ideas of a statement, compiled."""

    value: Statement
    lexicon: Lexicon

    @property
    def ordinary(self) -> frozenset[str]:
        """Words that are no misspellings."""
        return self.lexicon.ordinary

    @cached_property
    def names(self) -> frozenset[str]:
        """The entities that the statement names."""
        return frozenset(mention.entity for mention in self.lexicon.mentions(words(self.value.shown)))

    @cached_property
    def people(self) -> frozenset[str]:
        """The people among them."""
        return frozenset(name for name in self.names if self.lexicon.entities[name].kind is EntityKind.PERSON)

    @cached_property
    def objects(self) -> frozenset[str]:
        """Those of whom it does not begin to speak: to whom something is done."""
        first = self.lexicon.mentions(words(self.value.shown))[:1]
        return self.people - {mention.entity for mention in first if mention.start == 0}

    @cached_property
    def ideas(self) -> tuple[tuple[Idea, tuple[Phrase, ...]], ...]:
        """Each idea with its phrases."""
        return tuple((idea, tuple(compiled(phrase) for phrase in idea.said)) for idea in self.value.ideas)

    @property
    def patterns(self) -> Iterator[Pattern]:
        """Every word that an idea is said with, some more than once."""
        return (pattern for _, phrases in self.ideas for phrase in phrases for pattern in phrase.patterns)

    @cached_property
    def opposites(self) -> tuple[Phrase, ...]:
        """The phrases that make an answer wrong: the deck's, and plain antonyms that no idea is said with."""
        own = tuple(compiled(phrase) for phrase in self.value.opposites)
        if self.negative:
            return own
        said = frozenset(self.patterns)
        return own + tuple(phrase for phrase in antonyms_of(self.value.shown) if said.isdisjoint(phrase.patterns))

    @cached_property
    def contrary(self) -> Mapping[Idea, tuple[Phrase, ...]]:
        """For each idea of what was not so, the phrases without their "not"."""
        turned = {idea: [phrase.affirmative for phrase in phrases] for idea, phrases in self.ideas}
        return {idea: tuple(filter(None, phrases)) for idea, phrases in turned.items()}

    @cached_property
    def negative(self) -> bool:
        """Whether the statement is of something that was not so, which "not" does not deny."""
        return any(word.text in NEGATORS for word in words(self.value.shown))


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of the ideas."""

    said: tuple[Idea, ...]
    missing: tuple[Idea, ...]
    denied: tuple[Idea, ...]
    words: frozenset[int]
    """The places of the words that say it."""


def tell(answer: StatementAnswer, marked: Sequence[Word], heard: Heard | None = None) -> Told:
    """Which ideas a text says, leaves out and denies; `heard` is the same text without its marks."""
    heard = heard or heard_of(marked, answer.ordinary)
    found = [
        (idea, phrases, [(phrase, span) for phrase in phrases for span in phrase.spans(heard)])
        for idea, phrases in answer.ideas
    ]
    used = _places(span for _, _, spans in found for phrase, span in spans if phrase.negative)
    denials = [
        denial
        for denial in negators(marked)
        if not (
            any(denial.place in heard.places(word) for word in answer.patterns)
            if denial.whole
            else denial.place in used
        )
    ]
    said, missing, denied = list[Idea](), list[Idea](), list[Idea]()
    places: set[int] = set()
    for idea, phrases, spans in found:
        # In a statement of what was not so, a "not" is free to go with anything but the idea that is about it.
        against = denials if not answer.negative or any(phrase.negative for phrase in phrases) else ()
        affirmed = _affirmed(spans, against, heard.text)
        places |= _places(affirmed)
        contrary = not spans and not denials and any(phrase.spans(heard) for phrase in answer.contrary[idea])
        (said if affirmed else denied if spans or contrary else missing).append(idea)
    return Told(tuple(said), tuple(missing), tuple(denied), frozenset(places))


def _affirmed(
    spans: Sequence[tuple[Phrase, tuple[int, int]]], denials: Sequence[Negator], text: Sequence[Word]
) -> list[tuple[int, int]]:
    """The spans that are not denied, nor go on with one that is: "not support an invader", "not family or friends"."""
    denied = [
        (denial.place, span)
        for phrase, span in spans
        for denial in denials
        if not phrase.negative and denial.denies(span, text)
    ]
    gone = {span for _, span in denied}
    return [
        span
        for phrase, span in spans
        if phrase.negative or not (span in gone or any(place < span[0] < until[1] + _JOINED for place, until in denied))
    ]


def _places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def heard_of(marked: Sequence[Word], ordinary: frozenset[str]) -> Heard:
    """A text with its marks left out, ready for phrases."""
    return Heard([word for word in marked if not word.mark], ordinary)


def opposed(opposites: Sequence[Phrase], marked: Sequence[Word], ordinary: frozenset[str]) -> bool:
    """Whether a clause of the text holds one of the opposites, and does not deny it."""
    if not opposites:
        return False
    for clause in clauses(marked):
        denials = negators(clause, spoiling=True)
        heard = heard_of(clause, ordinary)
        for phrase in opposites:
            for span in phrase.spans(heard):
                inside = any(span[0] < denial.place < span[1] for denial in denials)
                if phrase.negative or not (inside or any(denial.denies(span, heard.text) for denial in denials)):
                    return True
    return False
