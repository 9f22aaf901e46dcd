"""Grading lists: each element by itself, in any order and with any separators; sequences in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.model import Element, Listing, Target
from purges_quiz.grading.alternatives import Span, alternatives
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.assertion import Assertion, assertions, denied
from purges_quiz.grading.ideas import IdeaMatch, Said
from purges_quiz.grading.mentions import Form, Mention, Names, form
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase, phrase_of
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import spelling
from purges_quiz.grading.terms import Coverage, Term, covered
from purges_quiz.grading.verdict import Reason, Verdict, partial, unlike, wrong
from purges_quiz.grading.words import Word

_SEPARATORS = frozenset({"and", "or", "then", "plus"})


@dataclass(frozen=True)
class ListAnswer:
    """The elements of a list, ready to be looked for."""

    value: Listing
    target: Target
    names: Names
    asked: Asked

    @cached_property
    def phrases(self) -> tuple[tuple[Phrase | Pattern, ...], ...]:
        """For each element what says it."""
        lexicon = self.asked.lexicon
        read = [
            [
                phrase_of(text, lexicon, self.names)
                for text in (*element.said, *(() if element.entity else (element.shown,)))
            ]
            for element in self.value.elements
        ]
        concepts = [
            {concept for one in phrases if isinstance(one, Phrase) for slot in one.slots for concept in slot.concepts}
            for phrases in read
        ]
        shared = {concept for concept, times in Counter(chain.from_iterable(concepts)).items() if times > 1}
        return tuple(tuple(_told_apart(one, shared) for one in phrases) for phrases in read)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """For each element its names."""
        return tuple(self._term(element) for element in self.value.elements)

    @cached_property
    def kinds(self) -> frozenset[EntityKind]:
        """The kinds of the entities among the elements."""
        entities = self.names.entities
        return frozenset(entities[element.entity].kind for element in self.value.elements if element.entity)

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """For each element the entity that it is, with those that have the same name in full or in short."""
        return tuple(frozenset(self._same(element.entity)) for element in self.value.elements)

    def _same(self, key: str) -> Iterator[str]:
        entities = self.names.entities
        own = frozenset(entities[key].name.split()) if key in entities else frozenset()
        yield from [key] if own else []
        if own and entities[key].kind is EntityKind.PERSON:
            named = ((other, frozenset(entity.name.split())) for other, entity in entities.items())
            yield from (other for other, name in named if min(len(own), len(name)) > 1 and (own < name or name < own))

    @cached_property
    def right_names(self) -> frozenset[str]:
        """The entities among the elements, and the historians' names for them."""
        return frozenset(self.target.historians).union(*self.keys)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The names of the elements, of whoever else has them, and what is also true and no entity."""
        entities = self.names.entities
        own = [entities[element.entity] for element in self.value.elements if element.entity]
        true = (form(text, text) for text in self.target.also_true if text not in entities)
        return (*(form(one.key, text) for one in own for text in (one.name, *one.aliases)), *true)

    def _term(self, element: Element) -> Term:
        entity = self.names.entities.get(element.entity)
        names = [form(element.shown, element.shown, proper=True)]
        if entity is not None:
            names += [form(entity.key, text) for text in (entity.name, *entity.aliases)]
        return Term(tuple(names), entity, self.names, self.asked.lexicon)


def _told_apart(phrase: Phrase | Pattern, shared: set[str]) -> Phrase | Pattern:
    """A phrase without the concepts that another element has as well: a region is no district."""
    if isinstance(phrase, Pattern):
        return phrase
    return replace(phrase, slots=tuple(slot._replace(concepts=slot.concepts - shared) for slot in phrase.slots))


class Located(NamedTuple):
    """Where an element was named."""

    place: int
    slips: tuple[tuple[str, str], ...] = ()


class Tally(NamedTuple):
    """What an answer has of a list, and what it has besides."""

    found: dict[int, Located]
    refused: bool
    """Whether an element was denied."""
    rivals: tuple[Mention, ...]
    mostly_true: bool
    """Whether most of its parts are true, though the card has others."""


def grade_list(answer: ListAnswer, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed list."""
    text = typed.words
    tally = _tallied(answer, asked, typed)
    elements = answer.value.elements
    missing = tuple(element.shown for number, element in enumerate(elements) if number not in tally.found)
    if not tally.found:
        return _none_found(answer, tally, missing)
    if tally.rivals:
        return _with_rivals(answer, tally, text, missing)
    if tally.refused:
        return partial(Slip.NEGATED, Reason.DENIED_IN_PART, missing=missing)
    against = contradiction(asked, typed, [(where.place, where.place + 1) for where in tally.found.values()])
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against, missing=missing)
    if not missing and _open(answer, typed, tally):
        return wrong(Slip.HEDGED, Reason.SEVERAL, missing=missing)
    names = answer.names.only(text)
    if missing and names and answer.right_names.isdisjoint(names):
        entity = answer.names.entities[names[0]]
        return wrong(Slip.OTHER, Reason.OTHER_ENTITY, note=f"{entity.name}: {entity.about}", confused_with=entity.key)
    if missing:
        tallied = (len(tally.found), len(elements))
        return partial(Slip.INCOMPLETE, Reason.ELEMENTS_MISSING, missing=missing, tally=tallied)
    places = [tally.found[number].place for number in range(len(elements))]
    if answer.value.ordered and places != sorted(places):
        return partial(Slip.REVERSED, Reason.ORDER)
    shown = answer.value.shown
    return spelling(shown, [slip for where in tally.found.values() for slip in where.slips])


def _none_found(answer: ListAnswer, tally: Tally, missing: tuple[str, ...]) -> Verdict:
    if tally.rivals:
        return _with_rivals(answer, tally, (), missing)
    if tally.refused:
        return wrong(Slip.NEGATED, Reason.DENIED, missing=missing)
    if tally.mostly_true:
        return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE, missing=missing)
    return unlike(missing=missing)


def _with_rivals(answer: ListAnswer, tally: Tally, text: Sequence[Word], missing: tuple[str, ...]) -> Verdict:
    entity = answer.names.entities[tally.rivals[0].entity]
    named = f"{entity.name}: {entity.about}"
    if not tally.found:
        return wrong(Slip.OTHER, Reason.OTHER_ENTITY, note=named, confused_with=entity.key, missing=missing)
    either = not missing and any(word.text == "or" for word in text)
    if either or len(tally.rivals) > len(tally.found):
        return wrong(Slip.HEDGED, Reason.TOO_MANY, confused_with=entity.key, missing=missing)
    return partial(Slip.OTHER, Reason.OTHER_ENTITY, note=named, confused_with=entity.key, missing=missing)


def _open(answer: ListAnswer, typed: Reading, tally: Tally) -> bool:
    """Whether another list is offered beside the right one: "regional and district or all-union and factory"."""
    stretches = alternatives(typed.words)
    if len(stretches) < 2:  # noqa: PLR2004
        return False
    lexicon = typed.lexicon
    own = {lexicon.root(word) for term in answer.terms for name in term.forms for word in name.words}
    own |= {root for element in answer.value.elements for text in element.said for root in lexicon.roots(text)}
    own |= answer.asked.source.root_set
    places = {where.place for where in tally.found.values()}
    return any(
        any(typed.words[at].content and typed.roots[at] not in own and at not in places for at in range(start, end))
        and sum(start <= place < end for place in places) < len(places)
        for start, end in stretches
    )


def _tallied(answer: ListAnswer, asked: Asked, typed: Reading) -> Tally:
    text = typed.words
    mentions = answer.names.mentions(text, answer.forms)
    how = dict(zip(mentions, assertions(text, [mention.span for mention in mentions], asked.deniable), strict=True))
    asserted = [mention for mention in mentions if how[mention] is Assertion.ASSERTED]
    said = Said(typed, answer.names, asked.source.root_set)
    found: dict[int, Located] = {}
    refused = False
    met = [one for phrases in answer.phrases for one in map(said.says, phrases) if one.match is IdeaMatch.MET]
    another = any(one.negative for one in met)  # of "may not marry, and confession" the "not" belongs to the first
    for number in range(len(answer.value.elements)):
        own = [mention for mention in mentions if mention.entity in answer.keys[number]]
        where = _find(answer, number, said, own)
        if where is None:
            refused = refused or any(said.says(phrase).match is IdeaMatch.DENIED for phrase in answer.phrases[number])
        elif (
            any(how[mention] is Assertion.NEGATED for mention in own)
            or denied(text[: where.place])
            or (said.negated[where.place] and not another)
        ):
            refused = True
        else:
            found[number] = where
    _credit_historians(answer, asserted, found)
    true = sum(mention.entity in answer.target.also_true for mention in asserted)
    return Tally(found, refused, _rivals(answer, asked, asserted), 2 * true > len(_parts(text)))


def _find(answer: ListAnswer, number: int, said: Said, mentions: Sequence[Mention]) -> Located | None:
    text = said.typed.words
    element = answer.value.elements[number]
    for mention in mentions:
        if not mention.misnamed:
            return Located(mention.start, mention.slips)
    found = [one for one in map(said.says, answer.phrases[number]) if one.match is IdeaMatch.MET]
    if found:
        first = min(found, key=lambda one: one.places)
        return Located(first.places[0], tuple((text[at].typed, text[at].text) for at in first.places if text[at].typed))
    entity = answer.names.entities.get(element.entity)
    if entity is not None and entity.kind is EntityKind.PERSON:
        return None
    for start, end in _parts(text):
        how, slips = covered(answer.terms[number], text[start:end], answer.asked)
        if how is Coverage.FULL:
            return Located(start, slips)
    return None


def _parts(text: Sequence[Word]) -> list[Span]:
    """The stretches between commas, "and" and other separators."""
    cuts = [
        place for place, word in enumerate(text) if (word.punctuation and word.text != "-") or word.text in _SEPARATORS
    ]
    return [(one + 1, other) for one, other in pairwise([-1, *cuts, len(text)]) if other > one + 1]


def _rivals(answer: ListAnswer, asked: Asked, asserted: Sequence[Mention]) -> tuple[Mention, ...]:
    """The entities given that are none of the elements, nor true, nor named by the question."""
    target, entities = answer.target, answer.names.entities
    fine = {*answer.right_names, *target.also_true, *target.never_wrong}
    fine.update(mention.entity for mention in answer.names.mentions(asked.words))
    return tuple(
        mention
        for mention in asserted
        if mention.entity not in fine and mention.entity in entities and entities[mention.entity].kind in answer.kinds
    )


def _credit_historians(answer: ListAnswer, asserted: Sequence[Mention], found: dict[int, Located]) -> None:
    """A historians' name stands for the first missing element of its kind."""
    entities = answer.names.entities
    for mention in asserted:
        if mention.entity not in answer.target.historians:
            continue
        kind = entities[mention.entity].kind
        for number, element in enumerate(answer.value.elements):
            if number not in found and element.entity and entities[element.entity].kind is kind:
                found[number] = Located(mention.start)
                break
