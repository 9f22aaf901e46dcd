"""The ideas of a statement, and which of them a text says, leaves out or denies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.core.facts import EntityKind, Idea, Statement
from purges_quiz.core.grading.antonyms import antonyms_of
from purges_quiz.core.grading.lexicon import Lexicon
from purges_quiz.core.grading.phrases import Heard, Phrase, compiled
from purges_quiz.core.grading.vocabulary import NEGATORS
from purges_quiz.core.grading.words import Word, words

_CLAUSES = frozenset({",", ";", ".", ":", "(", ")", "but", "though", "although"})
_ALL_BUT = frozenset({"all", "everyone", "everybody", "everything", "nothing", "anything"})
_EARLIER = frozenset({"before", "previously", "ever", "yet", "until", "only", "just", "merely", "far"})
_NOBODY = NEGATORS | {"none", "nobody", "few", "hardly"}
_INSTEAD = frozenset({("rather", "than"), ("instead", "of")})


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
    def ideas(self) -> tuple[tuple[Idea, tuple[Phrase, ...]], ...]:
        """Each idea with its phrases."""
        return tuple((idea, tuple(compiled(phrase) for phrase in idea.said)) for idea in self.value.ideas)

    @cached_property
    def opposites(self) -> tuple[Phrase, ...]:
        """The phrases that make an answer wrong: the deck's, and plain antonyms that no idea is said with."""
        own = tuple(compiled(phrase) for phrase in self.value.opposites)
        if self.negative:
            return own
        said = {pattern for _, phrases in self.ideas for phrase in phrases for pattern in phrase.patterns}
        return own + tuple(phrase for phrase in antonyms_of(self.value.shown) if said.isdisjoint(phrase.patterns))

    @cached_property
    def negative(self) -> bool:
        """Whether the statement is of something that was not so, which "not" does not deny."""
        return any(phrase.negative for _, phrases in self.ideas for phrase in phrases)


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
    negators = [negator for negator in _negators(marked) if negator.place not in used]
    said, missing, denied = list[Idea](), list[Idea](), list[Idea]()
    places: set[int] = set()
    for idea, phrases, spans in found:
        # In a statement of what was not so, a "not" is free to go with anything but the idea that is about it.
        against = negators if not answer.negative or any(phrase.negative for phrase in phrases) else ()
        affirmed = [span for phrase, span in spans if phrase.negative or not _negated(span, against, heard.text)]
        places |= _places(affirmed)
        (said if affirmed else denied if spans else missing).append(idea)
    return Told(tuple(said), tuple(missing), tuple(denied), frozenset(places))


def _places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def heard_of(marked: Sequence[Word], ordinary: frozenset[str]) -> Heard:
    """A text with its marks left out, ready for phrases."""
    return Heard([word for word in marked if not word.mark], ordinary)


def opposed(opposites: Sequence[Phrase], marked: Sequence[Word], ordinary: frozenset[str]) -> bool:
    """Whether a clause of the text holds one of the opposites, and does not deny it."""
    if not opposites:
        return False
    for clause in _clauses(marked):
        denials = _negators(clause)
        heard = heard_of(clause, ordinary)
        for phrase in opposites:
            for span in phrase.spans(heard):
                if phrase.negative or not _negated(span, denials, heard.text):
                    return True
    return False


def _clauses(marked: Sequence[Word]) -> list[list[Word]]:
    """The text cut before its "but" and at its commas; "all but three" is no cut."""
    clauses: list[list[Word]] = [[]]
    for place, word in enumerate(marked):
        if word.text in _CLAUSES and not (place and marked[place - 1].text in _ALL_BUT and word.text == "but"):
            clauses.append([])
        if not word.mark:
            clauses[-1].append(word)
    return [clause for clause in clauses if clause]


@dataclass(frozen=True, slots=True)
class _Negator:
    """A "not", by its place among the words without marks."""

    place: int
    start: int
    """Where what it denies may begin."""
    end: int
    """Where its clause ends."""


def _negators(marked: Sequence[Word]) -> list[_Negator]:
    found: list[_Negator] = []
    place = 0
    for clause in _clauses(marked):
        plain = [word.text for word in clause]
        for number, text in enumerate(plain):
            instead = tuple(plain[number : number + 2]) in _INSTEAD
            if (text in _NOBODY or instead) and _EARLIER.isdisjoint(plain[number:]):
                found.append(_Negator(place + number, place + number + (2 if instead else 1), place + len(plain)))
        place += len(plain)
    return found


def _negated(span: tuple[int, int], negators: Sequence[_Negator], text: Sequence[Word]) -> bool:
    """Whether a "not" stands right before what is said, with small words only between."""
    return any(
        negator.start <= span[0] < negator.end
        and not any(word.content or word.text in {"and", "or"} for word in text[negator.start : span[0]])
        for negator in negators
    )
