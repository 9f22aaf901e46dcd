"""Grading lists: each element by itself, in any order and with any separators; sequences in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from purges_quiz.deck.model import Element, EntityKind, Listing, Target
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.coverage import Coverage, Term, covered
from purges_quiz.grading.forms import Form, form
from purges_quiz.grading.lexicon import Lexicon, Mention
from purges_quiz.grading.misspelt import phrase_slips, spelling_verdict
from purges_quiz.grading.phrases import Heard, Phrase, compiled
from purges_quiz.grading.stance import Span, Stance, denied, stances
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.words import Word

_SEPARATORS = frozenset({"and", "or", "then", "plus"})


@dataclass(frozen=True)
class ListAnswer:
    """The elements of a list, ready to be looked for."""

    value: Listing
    target: Target
    lexicon: Lexicon

    @cached_property
    def phrases(self) -> tuple[tuple[Phrase, ...], ...]:
        """For each element what says it."""
        return tuple(tuple(compiled(text) for text in element.said) for element in self.value.elements)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """For each element its names."""
        return tuple(self._term(element) for element in self.value.elements)

    @cached_property
    def kinds(self) -> frozenset[EntityKind]:
        """The kinds of the entities among the elements."""
        entities = self.lexicon.entities
        return frozenset(entities[element.entity].kind for element in self.value.elements if element.entity)

    @cached_property
    def right_names(self) -> frozenset[str]:
        """The entities among the elements, and the historians' names for them."""
        return frozenset((*(element.entity for element in self.value.elements), *self.target.historians))

    @cached_property
    def true_forms(self) -> tuple[Form, ...]:
        """What is also true and no entity."""
        return tuple(form(text, text) for text in self.target.also_true if text not in self.lexicon.entities)

    @cached_property
    def shown(self) -> str:
        """The whole list, in words."""
        return verdicts.joined(tuple(element.shown for element in self.value.elements))

    def _term(self, element: Element) -> Term:
        entity = self.lexicon.entities.get(element.entity)
        names = [form(element.shown, element.shown, proper=True)]
        if entity is not None:
            names += [form(entity.key, text) for text in (entity.name, *entity.aliases)]
        return Term(tuple(names), entity, self.lexicon)


@dataclass(frozen=True, slots=True)
class Found:
    """Where an element was named."""

    place: int
    slips: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What an answer has of a list, and what it has besides."""

    found: dict[int, Found]
    refused: bool
    """Whether an element was denied."""
    rivals: tuple[Mention, ...]
    mostly_true: bool
    """Whether most of its parts are true, though the card has others."""


def grade_list(answer: ListAnswer, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed list."""
    text = typed.words
    tally = _tallied(answer, asked, text)
    elements = answer.value.elements
    missing = tuple(element.shown for number, element in enumerate(elements) if number not in tally.found)
    if not tally.found:
        return _none_found(answer, tally, missing)
    if tally.rivals:
        return _with_rivals(answer, tally, text, missing)
    if tally.refused:
        return verdicts.partial(Slip.NEGATED, f"Some of it was denied; the answer is {answer.shown}.", missing=missing)
    names = answer.lexicon.only_names(text)
    if missing and names and answer.right_names.isdisjoint(names):
        entity = answer.lexicon.entities[names[0]]
        return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=entity.key)
    if missing:
        message = f"{len(tally.found)} of {len(elements)}; you left out {verdicts.joined(missing)}."
        return verdicts.partial(Slip.INCOMPLETE, message, missing=missing)
    places = [tally.found[number].place for number in range(len(elements))]
    if answer.value.ordered and places != sorted(places):
        return verdicts.partial(Slip.REVERSED, f"The order is wrong: it is {answer.shown}.")
    slips = [slip for where in tally.found.values() for slip in where.slips]
    if not slips:
        slips.extend(phrase_slips(chain.from_iterable(answer.phrases), typed.plain, answer.lexicon.ordinary))
    return spelling_verdict(answer.shown, slips)


def _none_found(answer: ListAnswer, tally: Tally, missing: tuple[str, ...]) -> Verdict:
    if tally.rivals:
        return _with_rivals(answer, tally, (), missing)
    if tally.refused:
        return verdicts.wrong(Slip.NEGATED, f"That denies the right answer, {answer.shown}.", missing=missing)
    if tally.mostly_true:
        return verdicts.partial(Slip.ALSO_TRUE, f"True, but the card has {answer.shown}.", missing=missing)
    return verdicts.unlike(f"The answer is {answer.shown}.", missing=missing)


def _with_rivals(answer: ListAnswer, tally: Tally, text: Sequence[Word], missing: tuple[str, ...]) -> Verdict:
    entity = answer.lexicon.entities[tally.rivals[0].entity]
    named = verdicts.sentence(f"{entity.name}: {entity.about}")
    if not tally.found:
        return verdicts.wrong(Slip.OTHER, named, rival=entity.key, missing=missing)
    either = not missing and any(word.text == "or" for word in text)
    if either or len(tally.rivals) > len(tally.found):
        message = f"More was named than is right; the answer is {answer.shown}."
        return verdicts.wrong(Slip.HEDGED, message, rival=entity.key, missing=missing)
    return verdicts.partial(Slip.OTHER, named, rival=entity.key, missing=missing)


def _tallied(answer: ListAnswer, asked: Asked, text: Sequence[Word]) -> Tally:
    mentions = answer.lexicon.mentions(text, answer.true_forms)
    spans = [(mention.start, mention.end) for mention in mentions]
    how = dict(zip(mentions, stances(text, spans, asked.deniable), strict=True))
    given = [mention for mention in mentions if how[mention] is Stance.GIVEN]
    found: dict[int, Found] = {}
    refused = False
    for number, element in enumerate(answer.value.elements):
        own = [mention for mention in mentions if element.entity and mention.entity == element.entity]
        where = _find(answer, number, asked, text, own)
        if where is None:
            continue
        if any(how[mention] is Stance.DENIED for mention in own) or denied(text[: where.place]):
            refused = True
        else:
            found[number] = where
    _credit_historians(answer, given, found)
    true = sum(mention.entity in answer.target.also_true for mention in given)
    return Tally(found, refused, _rivals(answer, asked, given), 2 * true > len(_parts(text)))


def _find(
    answer: ListAnswer,
    number: int,
    asked: Asked,
    text: Sequence[Word],
    mentions: Sequence[Mention],
) -> Found | None:
    element = answer.value.elements[number]
    for mention in mentions:
        if not mention.misnamed:
            return Found(mention.start, mention.slips)
    plain = [place for place, word in enumerate(text) if not word.mark]
    heard = Heard([text[place] for place in plain], answer.lexicon.ordinary)
    spans = [span for phrase in answer.phrases[number] for span in phrase.spans(heard)]
    if spans:
        return Found(plain[min(spans)[0]])
    entity = answer.lexicon.entities.get(element.entity)
    if entity is not None and entity.kind is EntityKind.PERSON:
        return None
    for start, end in _parts(text):
        how, slips = covered(answer.terms[number], text[start:end], asked)
        if how is Coverage.FULL:
            return Found(start, slips)
    return None


def _parts(text: Sequence[Word]) -> list[Span]:
    """The stretches between commas, "and" and other separators."""
    cuts = [place for place, word in enumerate(text) if (word.mark and word.text != "-") or word.text in _SEPARATORS]
    return [(one + 1, other) for one, other in pairwise([-1, *cuts, len(text)]) if other > one + 1]


def _rivals(answer: ListAnswer, asked: Asked, given: Sequence[Mention]) -> tuple[Mention, ...]:
    """The entities given that are none of the elements, nor true, nor named by the question."""
    target, entities = answer.target, answer.lexicon.entities
    fine = {element.entity for element in answer.value.elements}
    fine.update(target.also_true, target.never_wrong, target.historians)
    fine.update(mention.entity for mention in answer.lexicon.mentions(asked.words))
    return tuple(
        mention
        for mention in given
        if mention.entity not in fine and mention.entity in entities and entities[mention.entity].kind in answer.kinds
    )


def _credit_historians(answer: ListAnswer, given: Sequence[Mention], found: dict[int, Found]) -> None:
    """A historians' name stands for the first missing element of its kind."""
    entities = answer.lexicon.entities
    for mention in given:
        if mention.entity not in answer.target.historians:
            continue
        kind = entities[mention.entity].kind
        for number, element in enumerate(answer.value.elements):
            if number not in found and element.entity and entities[element.entity].kind is kind:
                found[number] = Found(mention.start)
                break
