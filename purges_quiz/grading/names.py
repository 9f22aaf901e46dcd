"""Grading names and terms: who or what an answer names, denies, or only mentions by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.deck.model import Entity, EntityKind, Name, Target
from purges_quiz.grading import verdicts
from purges_quiz.grading.antonyms import antonyms_of
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.coverage import Coverage, Term, covered, foreign, roots
from purges_quiz.grading.forms import Form, form
from purges_quiz.grading.ideas import opposed
from purges_quiz.grading.lexicon import Lexicon, Mention
from purges_quiz.grading.mentioned import Mentioned, mentioned
from purges_quiz.grading.misspelt import spelling_verdict
from purges_quiz.grading.stance import denied
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.vocabulary import ARTICLES
from purges_quiz.grading.words import Word, words

_OR = frozenset({"or", "/"})
_HISTORIANS = "historians:"
"""Marks the forms of a historians' name that is no entity."""


@dataclass(frozen=True)
class NameAnswer:
    """The right name of one target, with all its forms."""

    value: Name
    target: Target
    lexicon: Lexicon

    @property
    def entity(self) -> Entity:
        """The entity that is the answer."""
        return self.lexicon.entities[self.value.entity]

    @cached_property
    def term(self) -> Term:
        """Every way of naming it."""
        proper = dict.fromkeys((self.entity.name, self.value.shown))
        aliases = dict.fromkeys((*self.entity.aliases, *self.target.aliases))
        forms = [form(self.entity.key, text, proper=True) for text in proper]
        return Term((*forms, *(form(self.entity.key, text) for text in aliases)), self.entity, self.lexicon)

    @cached_property
    def extra_forms(self) -> tuple[Form, ...]:
        """Forms that hold for this target alone: its aliases and what is known to be right or true besides."""
        entities = self.lexicon.entities
        aliases = [form(self.entity.key, text) for text in (self.value.shown, *self.target.aliases)]
        historians = [form(_HISTORIANS, text) for text in self.target.historians if text not in entities]
        true = [form(text, text) for text in self.target.also_true if text not in entities]
        return (*aliases, *historians, *true)

    @cached_property
    def historians(self) -> frozenset[str]:
        """Keys of what historians say."""
        return frozenset((*self.target.historians, _HISTORIANS))

    def rivals(self, key: str) -> bool:
        """Whether an entity could be taken for the answer: of its kind or its group."""
        other = self.lexicon.entities.get(key)
        if other is None:
            return True
        return other.kind is self.entity.kind or bool(other.group and other.group == self.entity.group)


def grade_name(answer: NameAnswer, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed name or term."""
    text = typed.words
    key = answer.entity.key
    found = answer.lexicon.mentions(text, answer.extra_forms)
    told = mentioned([one for one in found if answer.rivals(one.entity)] or found, text, asked, answer.lexicon, key)
    if told.gives(key):
        return _named(answer, asked, text, told)
    if told.denies(key):
        return verdicts.wrong(Slip.NEGATED, f"That denies the right answer, {answer.value.shown}.")
    if any(mention.entity in answer.historians for mention in told.given):
        return verdicts.correct(verdicts.sentence(f"Correct. {asked.fact.note}"))
    if told.names(key):
        return verdicts.wrong(Slip.OTHER, f"That mentions {answer.value.shown} but names something else.")
    return _unnamed(answer, asked, typed, told)


def _named(answer: NameAnswer, asked: Asked, text: Sequence[Word], told: Mentioned) -> Verdict:
    shown, key = answer.value.shown, answer.entity.key
    mine = [mention for mention in told.given if mention.entity == key]
    others = [mention for mention in told.given if mention.entity != key]
    true = {*answer.target.also_true, *answer.historians}
    rival = next((mention.entity for mention in others if mention.entity not in true), None)
    if rival is not None or told.open_choice or (others and any(word.text in _OR for word in text)):
        return verdicts.wrong(Slip.HEDGED, f"More than one answer was given; it is {shown} alone.", rival=rival)
    if any(mention.misnamed for mention in mine):
        return verdicts.wrong(Slip.OTHER, f"The first name is wrong: it is {answer.entity.full_name}.")
    others = [mention for mention in others if not _apposed(text, mention, mine)]
    if any(mention.entity not in answer.historians for mention in others):
        return verdicts.partial(Slip.ALSO_TRUE, f"The card has {shown} alone.", rival=others[0].entity)
    if _other_number(answer, asked, text, told):
        return verdicts.wrong(Slip.OTHER, f"The number is another: it is {shown}.")
    return spelling_verdict(shown, [slip for mention in mine for slip in mention.slips])


def _apposed(text: Sequence[Word], other: Mention, mine: Sequence[Mention]) -> bool:
    """Whether the answer only tells who that is: "Maclean, a British diplomat"."""
    gaps = ([word.text for word in text[other.end : mention.start]] for mention in mine if mention.start > other.end)
    return any(gap[:1] in ([","], ["("]) and gap[1:] and ARTICLES.issuperset(gap[1:]) for gap in gaps)


def _unnamed(answer: NameAnswer, asked: Asked, typed: Typed, told: Mentioned) -> Verdict:
    """Judge an answer that holds no whole form of the name."""
    shown, own = answer.value.shown, roots(answer.term.forms)
    text = typed.words
    others = [mention for mention in told.given if foreign(text[mention.start : mention.end], own)]
    if not others and told.given and not _beside(text, told):
        others = list(told.given)
    whole = bool(answer.entity.first_names)  # a surname has no parts
    contrary = opposed(antonyms_of(shown), text, answer.lexicon.ordinary)
    coverage, slips = (Coverage.NONE, ()) if whole or contrary else covered(answer.term, typed.words, asked)
    either = any(word.text in _OR for word in typed.words)
    if others and not (either and coverage is Coverage.FULL):
        return _other(answer, others)
    if coverage is Coverage.FULL:
        if either:
            return verdicts.wrong(Slip.HEDGED, f"More than one answer was given; it is {shown} alone.")
        return spelling_verdict(shown, slips)
    if coverage is Coverage.PART:
        return verdicts.partial(Slip.INCOMPLETE, f"Only a part of it: it is {shown}.", missing=(shown,))
    if told.given:
        return _other(answer, told.given)
    if answer.entity.kind is EntityKind.PERSON and _only_first_name(answer.entity, typed):
        missing = (answer.entity.name,)
        return verdicts.partial(Slip.INCOMPLETE, f"The surname is missing: it is {shown}.", missing=missing)
    return verdicts.unlike(f"The answer is {shown}.")


def _other(answer: NameAnswer, others: Sequence[Mention]) -> Verdict:
    shown, first = answer.value.shown, others[0].entity
    if {mention.entity for mention in others} <= {*answer.target.also_true}:
        message = f"True, but not what the card says: it has {shown}."
        return verdicts.partial(Slip.ALSO_TRUE, message, rival=first)
    entity = answer.lexicon.entities.get(first)
    if entity is None:
        return verdicts.unlike(f"The answer is {shown}.", slip=Slip.OTHER)
    return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=entity.key)


def _beside(text: Sequence[Word], told: Mentioned) -> bool:
    """Whether the text says anything beside the names in it."""
    return any(word.content for place, word in enumerate(text) if place not in told.places)


def _other_number(answer: NameAnswer, asked: Asked, text: Sequence[Word], told: Mentioned) -> bool:
    """Whether the answer has a number, and gives another: the 1924 Constitution."""
    own = {word.stem for name in answer.term.forms for word in name.words if word.stem.isdecimal()}
    prompted = {word.stem for word in asked.words}
    outside = (place for place, word in enumerate(text) if place not in told.places and word.text[0].isdigit())
    given = {text[place].stem for place in outside if not denied(text[:place])} - prompted
    years = {number[-2:] for number in own if len(number) == len("1936")}
    return bool(own and given - own - years)


def _only_first_name(entity: Entity, typed: Typed) -> bool:
    own = {word.stem for name in entity.first_names for word in words(name)}
    said = {word.stem for word in typed.content}
    return bool(said) and said <= own
