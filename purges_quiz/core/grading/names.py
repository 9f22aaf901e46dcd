"""Grading names and terms: who or what an answer names, denies, or only mentions by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.core.answer import Slip, Verdict
from purges_quiz.core.facts import Entity, EntityKind, Name, Target
from purges_quiz.core.grading import verdicts
from purges_quiz.core.grading.asked import Asked, Typed
from purges_quiz.core.grading.coverage import Coverage, covered
from purges_quiz.core.grading.lexicon import Form, Lexicon, Mention, form
from purges_quiz.core.grading.spelling import differences
from purges_quiz.core.grading.stance import Stance, stances, undecided
from purges_quiz.core.grading.words import Word, words

_OWNED_BY = frozenset({"of", "to", "after", "before", "behind", "against", "under"})
_GENERIC = frozenset({"man", "one", "person", "guy", "men", "people"})
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
    def forms(self) -> tuple[Form, ...]:
        """Every way of naming it."""
        texts = (self.entity.name, self.value.shown, *self.entity.aliases, *self.target.aliases)
        return tuple(form(self.entity.key, text) for text in dict.fromkeys(texts))

    @cached_property
    def extra_forms(self) -> tuple[Form, ...]:
        """Forms that hold for this target alone: its aliases and what is known to be right or true besides."""
        aliases = [form(self.entity.key, text) for text in (self.value.shown, *self.target.aliases)]
        historians = [form(_HISTORIANS, text) for text in self.target.historians if text not in self.lexicon.entities]
        true = [form(f"true:{text}", text) for text in self.target.also_true if text not in self.lexicon.entities]
        return (*aliases, *historians, *true)

    @cached_property
    def also_true(self) -> frozenset[str]:
        """Keys of what is true besides."""
        return frozenset((*self.target.also_true, *(f"true:{text}" for text in self.target.also_true)))

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
    lexicon = answer.lexicon
    found = lexicon.mentions(text, answer.extra_forms)
    relevant = [mention for mention in found if answer.rivals(mention.entity)] or list(found)
    spans = [(mention.start, mention.end) for mention in relevant]
    how = dict(zip(relevant, stances(text, spans, asked.deniable), strict=True))
    for mention in relevant:
        if how[mention] is Stance.GIVEN and _owner(text, mention, asked):
            how[mention] = Stance.ASIDE
    if any(mention.entity == answer.entity.key for mention in relevant):
        _set_aside_what_was_asked(how, answer, asked, lexicon)
    given = [mention for mention in relevant if how[mention] is Stance.GIVEN]
    if any(mention.entity == answer.entity.key for mention in given):
        return _named(answer, asked, text, given, open_choice=undecided(text, spans))
    if any(mention.entity == answer.entity.key and how[mention] is Stance.DENIED for mention in relevant):
        return verdicts.wrong(Slip.NEGATED, f"The answer denies what is right: it is {answer.value.shown}.")
    return _unnamed(answer, asked, typed, given)


def _named(
    answer: NameAnswer,
    asked: Asked,
    text: Sequence[Word],
    given: Sequence[Mention],
    *,
    open_choice: bool,
) -> Verdict:
    shown = answer.value.shown
    mine = [mention for mention in given if mention.entity == answer.entity.key]
    others = [mention for mention in given if mention.entity != answer.entity.key]
    rivals = [mention for mention in others if mention.entity not in answer.also_true | answer.historians]
    if rivals or (open_choice and not others):
        rival = rivals[0].entity if rivals else None
        return verdicts.wrong(Slip.HEDGED, f"More than one answer was given; it is {shown} alone.", rival=rival)
    misnamed = next((mention.misnamed for mention in mine if mention.misnamed), "")
    if misnamed:
        names = " ".join(answer.entity.first_names[:1])
        return verdicts.wrong(Slip.OTHER, f"The first name is wrong: it is {names} {answer.entity.name}.")
    if others:
        if open_choice or any(word.text in {"or", "/"} for word in text):
            return verdicts.wrong(Slip.HEDGED, f"More than one answer was given; it is {shown} alone.")
        return verdicts.partial(Slip.ALSO_TRUE, f"The card has {shown} alone.", rival=others[0].entity)
    if _other_number(answer, asked, text):
        return verdicts.wrong(Slip.OTHER, f"The number is another: it is {shown}.")
    slips = [slip for mention in mine for slip in mention.slips]
    return spelling_verdict(shown, slips)


def spelling_verdict(shown: str, slips: Sequence[tuple[str, str]]) -> Verdict:
    """Correct, with the letters that differ if any word was misspelt."""
    if not slips:
        return verdicts.correct()
    given, right = slips[0]
    written = next((word for word in shown.replace("-", " ").split() if word.casefold().strip("\"'") == right), right)
    return verdicts.misspelt(shown, differences(given, written.strip("\"'")))


def _unnamed(answer: NameAnswer, asked: Asked, typed: Typed, others: Sequence[Mention]) -> Verdict:
    shown, lexicon = answer.value.shown, answer.lexicon
    if any(mention.entity in answer.historians for mention in others):
        return verdicts.correct(verdicts.sentence(f"Correct. {asked.fact.note}"))
    kin = [mention for mention in others if answer.rivals(mention.entity)]
    coverage = Coverage.NONE
    if not kin:
        coverage, slips = covered(answer.forms, typed.words, asked, lexicon, answer.entity)
        if coverage is Coverage.FULL:
            if any(word.text in {"or", "/"} for word in typed.words):
                return verdicts.wrong(Slip.HEDGED, f"More than one answer was given; it is {shown} alone.")
            return spelling_verdict(shown, slips)
    if others and coverage is Coverage.NONE:
        return _other(answer, others[0], [mention.entity for mention in others])
    if coverage is Coverage.PART:
        return verdicts.partial(Slip.INCOMPLETE, f"Only a part of it: it is {shown}.", missing=(shown,))
    if answer.entity.kind is EntityKind.PERSON and _only_first_name(answer.entity, typed):
        return verdicts.partial(
            Slip.INCOMPLETE, f"The surname is missing: it is {shown}.", missing=(answer.entity.name,)
        )
    return verdicts.wrong(None, f"The answer is {shown}.")


def _other(answer: NameAnswer, mention: Mention, keys: Sequence[str]) -> Verdict:
    shown = answer.value.shown
    if set(keys) <= answer.also_true:
        return verdicts.partial(
            Slip.ALSO_TRUE, f"True, but not what the card says: it has {shown}.", rival=mention.entity
        )
    entity = answer.lexicon.entities.get(mention.entity)
    if entity is None:
        return verdicts.wrong(Slip.OTHER, f"The answer is {shown}.")
    return verdicts.wrong(Slip.OTHER, verdicts.sentence(f"{entity.name}: {entity.about}"), rival=entity.key)


def _owner(text: Sequence[Word], mention: Mention, asked: Asked) -> bool:
    """Whether the name only owns what is meant: "Kirov's killer", "the deputy of Yezhov"."""
    after = text[mention.end : mention.end + 4]
    owned: Word | None = None
    if after and after[0].text == "'s":
        owned = next((word for word in after[1:] if word.content), None)
    elif text[mention.end - 1].text.endswith("s") and text[mention.end - 1].stem != text[mention.end - 1].text:
        owned = next((word for word in after[:1] if word.content), None)
    if owned is not None and owned.stem not in asked.stems:
        return True
    before = [word for word in text[max(mention.start - 4, 0) : mention.start] if word.text not in {"the", "a"}]
    if len(before) > 1 and before[-1].text in _OWNED_BY:
        noun = before[-2]
        generic = before[-1].text != "of" and noun.text in _GENERIC
        return generic or (before[-1].text == "of" and noun.content and noun.stem not in asked.stems and not noun.mark)
    return False


def _set_aside_what_was_asked(how: dict[Mention, Stance], answer: NameAnswer, asked: Asked, lexicon: Lexicon) -> None:
    """A name that the question itself holds is no second answer, unless an "or" makes it one."""
    prompted = {mention.entity for mention in lexicon.mentions(asked.words)} - {answer.entity.key}
    if not prompted:
        return
    mine = [mention for mention in how if mention.entity == answer.entity.key]
    if not any(how[mention] in {Stance.GIVEN, Stance.ASIDE} for mention in mine):
        return
    for mention, stance in how.items():
        if mention.entity in prompted and stance is Stance.GIVEN:
            how[mention] = Stance.ASIDE


def _other_number(answer: NameAnswer, asked: Asked, text: Sequence[Word]) -> bool:
    """Whether the answer has a number, and gives another: the 1924 Constitution."""
    own = {word.stem for name in answer.forms for word in name.words if word.stem.isdecimal()}
    if not own:
        return False
    prompted = {word.stem for word in asked.words}
    given = {word.stem for word in text if word.stem.isdecimal() and word.text[0].isdigit()} - prompted
    return bool(given) and not given & own


def _only_first_name(entity: Entity, typed: Typed) -> bool:
    own = {word.stem for name in entity.first_names for word in words(name)}
    said = {word.stem for word in typed.content}
    return bool(said) and said <= own
