"""Grading statements by their ideas: all said is right, some is half, an opposite is wrong whatever else is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.core.answer import Slip, Verdict
from purges_quiz.core.facts import EntityKind, Idea, Statement
from purges_quiz.core.grading import verdicts
from purges_quiz.core.grading.antonyms import antonyms_of
from purges_quiz.core.grading.asked import Asked, Typed, gist
from purges_quiz.core.grading.elsewhere import Elsewhere, Place
from purges_quiz.core.grading.lexicon import Lexicon
from purges_quiz.core.grading.misspelt import phrase_slips, spelling_verdict
from purges_quiz.core.grading.phrases import Phrase, compiled
from purges_quiz.core.grading.typed_numbers import amounts_of, numbers
from purges_quiz.core.grading.vocabulary import ARTICLES, NEGATORS
from purges_quiz.core.grading.words import Word, words

_CLAUSES = frozenset({",", ";", ".", ":", "(", ")", "but", "though", "although"})
_REVERSING = frozenset({"than", "of"})
_EARLIER = frozenset({"before", "previously", "ever", "yet", "until", "only", "just", "merely", "far"})
_HALF = 0.5
_NOBODY = NEGATORS | {"none", "nobody", "few", "hardly"}
_EXEMPT = frozenset({"or", "not", "nothing"})


@dataclass(frozen=True)
class StatementAnswer:
    """The ideas of a statement, compiled."""

    value: Statement
    lexicon: Lexicon
    elsewhere: Elsewhere

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


def grade_statement(answer: StatementAnswer, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed statement."""
    shown = answer.value.shown
    if opposed(answer.opposites, typed.words, answer.ordinary):
        return verdicts.wrong(Slip.OPPOSITE, f"That is not what happened: the card has \u201c{shown}\u201d.")
    text = typed.plain
    told = tell(answer, typed.words, text)
    if told.denied:
        return verdicts.wrong(
            Slip.OPPOSITE, f"The answer denies {told.denied[0].name}: the card has \u201c{shown}\u201d."
        )
    other = _someone_else(answer, asked, typed)
    if other is not None:
        entity = answer.lexicon.entities[other]
        return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=other)
    if not told.said:
        return _nothing_said(answer, asked, typed)
    number = _foreign_number(answer, asked, typed)
    if number is not None:
        message = verdicts.sentence(f"{number.target.value.shown} is {number.target.about}")
        return verdicts.wrong(Slip.OTHER_FACT, message, rival=number.fact.key)
    elsewhere = _said_elsewhere(answer, asked, typed, told)
    if elsewhere is not None:
        return elsewhere
    if told.missing:
        left_out = verdicts.joined(tuple(idea.name for idea in told.missing))
        missing = tuple(idea.name for idea in told.missing)
        return verdicts.partial(Slip.INCOMPLETE, f"Partly right; you left out {left_out}.", missing=missing)
    if _hedged(answer, typed.words):
        return verdicts.wrong(Slip.HEDGED, f"More than one answer was given: the card has \u201c{shown}\u201d.")
    phrases = (phrase for _, said in answer.ideas for phrase in said)
    return spelling_verdict(shown, phrase_slips(phrases, text, answer.ordinary))


def people(lexicon: Lexicon, text: Sequence[Word]) -> frozenset[str]:
    """The people whom a text names."""
    return frozenset(
        mention.entity
        for mention in lexicon.mentions(text)
        if lexicon.entities[mention.entity].kind is EntityKind.PERSON
    )


def _someone_else(answer: StatementAnswer, asked: Asked, typed: Typed) -> str | None:
    """Someone named in the place of one of the people of the statement."""
    if not answer.people:
        return None
    named = people(answer.lexicon, typed.words)
    strangers = named - answer.people - people(answer.lexicon, asked.words)
    return min(strangers) if strangers and answer.people - named else None


def _said_elsewhere(answer: StatementAnswer, asked: Asked, typed: Typed, told: Told) -> Verdict | None:
    """Judge an answer that is the statement of another fact, or nothing but a name that has no place in this one."""
    content = [word for word in typed.plain if word.content]
    explained = sum(word.content for place, word in enumerate(typed.plain) if place in told.words)
    other = answer.elsewhere.wording(content, asked.target)
    if other is not None and explained < _HALF * len(content):
        message = verdicts.sentence(f"\u201c{other.target.value.shown}\u201d is {other.target.about}")
        return verdicts.wrong(Slip.OTHER_FACT, message, rival=other.fact.key)
    names = answer.lexicon.only_names(typed.words)
    if names and told.missing and answer.names.isdisjoint(names):
        entity = answer.lexicon.entities[names[0]]
        return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=entity.key)
    return None


def _foreign_number(answer: StatementAnswer, asked: Asked, typed: Typed) -> Place | None:
    """A number that belongs to other cards and has no place in this statement."""
    own = asked.amounts | amounts_of(answer.value.shown) | amounts_of(asked.fact.sentence)
    for seen in numbers(typed.words):
        if seen.share or seen.bare_one or seen.amount.denominator != 1 or seen.amount in own:
            continue
        places = answer.elsewhere.amounts.get(int(seen.amount), ())
        if places and all(place.fact.card != asked.fact.card for place in places):
            return places[0]
    return None


def _nothing_said(answer: StatementAnswer, asked: Asked, typed: Typed) -> Verdict:
    shown = answer.value.shown
    said = set(typed.gist)
    for text in asked.target.also_true:
        true = {stem for stem in gist(text) if stem not in asked.stems} or set(gist(text))
        if true <= said:
            return verdicts.partial(Slip.ALSO_TRUE, f"True, but not what the card says: \u201c{shown}\u201d.")
    return verdicts.wrong(None, f"The card has \u201c{shown}\u201d.")


def tell(answer: StatementAnswer, marked: Sequence[Word], text: Sequence[Word]) -> Told:
    """Which ideas a text says, leaves out and denies; `marked` is the same text with its marks."""
    negators = () if answer.negative else _negators(marked)
    said, missing, denied = list[Idea](), list[Idea](), list[Idea]()
    places: set[int] = set()
    for idea, phrases in answer.ideas:
        spans = [(phrase, span) for phrase in phrases for span in phrase.spans(text, answer.ordinary)]
        affirmed = [span for phrase, span in spans if phrase.negative or not _negated(span, negators, text)]
        places.update(place for start, end in affirmed for place in range(start, end))
        (said if affirmed else denied if spans else missing).append(idea)
    return Told(tuple(said), tuple(missing), tuple(denied), frozenset(places))


def opposed(opposites: Sequence[Phrase], marked: Sequence[Word], ordinary: frozenset[str]) -> bool:
    """Whether a clause of the text holds one of the opposites, and does not deny it."""
    if not opposites:
        return False
    for clause in _clauses(marked):
        denials = _negators(clause)
        plain = [word for word in clause if not word.mark]
        for phrase in opposites:
            for span in phrase.spans(plain, ordinary):
                if phrase.negative or not _negated(span, denials, plain):
                    return True
    return False


def _clauses(marked: Sequence[Word]) -> list[list[Word]]:
    clauses: list[list[Word]] = [[]]
    for word in marked:
        if word.text in _CLAUSES:
            clauses.append([])
        else:
            clauses[-1].append(word)
    return [clause for clause in clauses if clause]


def _negators(marked: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Each "not" by its place among the plain words, and where its clause ends."""
    found: list[tuple[int, int]] = []
    place = 0
    ends = [number for number, word in enumerate(marked) if word.text in _CLAUSES]
    plain_before = [0]
    for word in marked:
        plain_before.append(plain_before[-1] + (not word.mark))
    for number, word in enumerate(marked):
        texts = tuple(other.text for other in marked[number : number + 2])
        if word.text in _NOBODY or texts in {("rather", "than"), ("instead", "of")}:
            end = next((plain_before[stop] for stop in ends if stop > number), plain_before[-1])
            reach = place + (2 if word.text in {"rather", "instead"} else 1)
            if not any(other.text in _EARLIER for other in marked[number:]):
                found.append((reach, end))
        place += not word.mark
    return tuple(found)


def _negated(span: tuple[int, int], negators: Sequence[tuple[int, int]], text: Sequence[Word]) -> bool:
    """Whether a "not" stands right before what is said, with small words only between."""
    return any(
        reach <= span[0] < end and not any(word.content or word.text in {"and", "or"} for word in text[reach : span[0]])
        for reach, end in negators
    )


def _hedged(answer: StatementAnswer, marked: Sequence[Word]) -> bool:
    """Whether "or" sets something else beside a whole answer."""
    places = [place for place, word in enumerate(marked) if word.text in {"or", "/"}]
    for place in places:
        for one, other in ((marked[:place], marked[place + 1 :]), (marked[place + 1 :], marked[:place])):
            if _whole(answer, one) and _other_thing(answer, other):
                return True
    return False


def _whole(answer: StatementAnswer, part: Sequence[Word]) -> bool:
    told = tell(answer, part, [word for word in part if not word.mark])
    return not told.missing and not told.denied


def _other_thing(answer: StatementAnswer, part: Sequence[Word]) -> bool:
    plain = [word for word in part if not word.mark]
    told = tell(answer, part, plain)
    said = [word for word in plain if word.content and word.text not in _EXEMPT | ARTICLES]
    return bool(said) and not told.said
