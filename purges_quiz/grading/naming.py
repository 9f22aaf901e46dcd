"""Which of the names in an answer it gives as the answer, denies, or only mentions by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Name, Target
from purges_quiz.grading.alternatives import choice, undecided
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.assertion import Assertion, assertions
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.mentions import Form, Mention, Names, form
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.terms import GLUE, Term
from purges_quiz.grading.vocabulary import ARTICLES, FILLERS
from purges_quiz.grading.words import Word

_HISTORIANS = "historians:"
"""Marks the forms of a historians' name that is no entity."""
_OWNED_BY = frozenset({"of", "to", "after", "before", "behind", "against", "under"})
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "man", "one", "person", "guy"})
_ACTING_FOR = frozenset({"government", "cabinet", "administration", "ministry", "regime", "army", "troops", "forces"})
"""What does something in somebody's name: "it was Peel's government"."""
_NAMING = frozenset({"is", "was", "called", "named", "be", "been", "as"})
_GENERIC = frozenset({"man", "one", "person", "guy", "men", "people"})


@dataclass(frozen=True)
class NameAnswer:
    """The right name of one target, with all its forms."""

    value: Name
    target: Target
    names: Names
    lexicon: Lexicon

    @property
    def entity(self) -> Entity:
        """The entity that is the answer."""
        return self.names.entities[self.value.entity]

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every way of naming it."""
        proper = dict.fromkeys((self.entity.name, self.value.shown))
        aliases = dict.fromkeys((*self.entity.aliases, *self.target.aliases))
        named = [form(self.entity.key, text, proper=True) for text in proper]
        return (*named, *(form(self.entity.key, text) for text in aliases))

    @cached_property
    def term(self) -> Term:
        """The same, to be looked for word by word."""
        return Term(self.forms, self.entity, self.names, self.lexicon)

    @cached_property
    def descriptive(self) -> bool:
        """Whether it is described in common words ("a British diplomat") rather than named."""
        shown = self.value.shown.split()
        return '"' not in self.value.shown and any(word.islower() and word not in ARTICLES | GLUE for word in shown)

    @cached_property
    def extra_forms(self) -> tuple[Form, ...]:
        """Forms that hold for this target alone: its aliases and what is known to be right or true besides."""
        entities = self.names.entities
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
        other = self.names.entities.get(key)
        if other is None:
            return True
        return other.kind is self.entity.kind or bool(other.group and other.group == self.entity.group)


class Mentioned(NamedTuple):
    """The names of an answer by what it does with them."""

    asserted: tuple[Mention, ...]
    negated: tuple[Mention, ...]
    incidental: tuple[Mention, ...]
    open: bool
    """Whether something else is offered beside a name."""

    @property
    def places(self) -> frozenset[int]:
        """The places of the words that name something."""
        every = (*self.asserted, *self.negated, *self.incidental)
        return frozenset(place for mention in every for place in range(mention.start, mention.end))


def sort_out(answer: NameAnswer, found: Sequence[Mention], asked: Asked, typed: Reading) -> Mentioned:
    """The names found in an answer by what it does with them."""
    text, right = typed.words, answer.entity.key
    spans = [mention.span for mention in found]
    how = dict(zip(found, assertions(text, spans, asked.deniable), strict=True))
    for mention, use in how.items():
        if use is Assertion.ASSERTED and _owner(answer, text, mention, asked):
            how[mention] = Assertion.INCIDENTAL
    if any(mention.entity == right and use is not Assertion.NEGATED for mention, use in how.items()):
        # A name that the question itself holds is no second answer.
        prompted = {mention.entity for mention in answer.names.mentions(asked.words)} - {right}
        apart = [mention for place, mention in enumerate(found) if not _listed(text, found, place)]
        asides = [m for m in apart if m.entity in prompted and how[m] is Assertion.ASSERTED]
        how.update(dict.fromkeys(asides, Assertion.INCIDENTAL))
        asserted = [mention for mention in found if how[mention] is Assertion.ASSERTED]
        mine = [mention for mention in found if mention.entity == right and not _owner(answer, text, mention, asked)]
        if mine and (not asserted or (asserted == [found[0]] and _subject(text, found[0]))):
            how.update(dict.fromkeys(asserted, Assertion.INCIDENTAL))
            how[mine[0]] = Assertion.ASSERTED
    sorted_out = {use: tuple(mention for mention in found if how[mention] is use) for use in Assertion}
    known = {word.stem for name in answer.forms for word in name.words} | _REMARKS
    return Mentioned(
        sorted_out[Assertion.ASSERTED],
        sorted_out[Assertion.NEGATED],
        sorted_out[Assertion.INCIDENTAL],
        undecided(text, spans, known),
    )


_REMARKS = frozenset(FILLERS)


def _listed(text: Sequence[Word], found: Sequence[Mention], place: int) -> bool:
    """Whether nothing but "or", "and" or a comma joins a name to a neighbour, so that both are offered."""
    pairs = [(found[place - 1], found[place])] if place else []
    pairs += [(found[place], found[place + 1])] if place + 1 < len(found) else []
    gaps = (text[one.end : other.start] for one, other in pairs)
    return any(choice(gap) or not any(word.content for word in gap) for gap in gaps)


def _subject(text: Sequence[Word], mention: Mention) -> bool:
    """Whether a name begins a sentence that says what its bearer did: "Stalin replaced him with Beria"."""
    after = text[mention.end] if mention.end < len(text) else None
    begins = not any(word.content for word in text[: mention.start])
    return begins and after is not None and after.content


def _owner(answer: NameAnswer, text: Sequence[Word], mention: Mention, asked: Asked) -> bool:
    """Whether the name only owns what is meant: "Kirov's killer", "the deputy of Yezhov"."""
    last, after = text[mention.end - 1], text[mention.end : mention.end + 4]
    if after and after[0].text == "'s":
        after = after[1:]
    elif not (last.text == last.stem + "s" and mention.person and after and after[0].content):
        after = ()
    owned = next((word for word in after if word.content), None)
    if owned is not None and owned.stem not in asked.stems and owned.text not in _ACTING_FOR:
        return True
    if _only_tells_who(text[: mention.start]):
        return True
    before = [word for word in text[max(mention.start - 4, 0) : mention.start] if word.text not in {"the", "a"}]
    if len(before) < 2 or before[-1].text not in _OWNED_BY:  # noqa: PLR2004
        return False
    noun = before[-2]
    if before[-1].text == "of" and noun.text in answer.lexicon.lists["titles"]:
        return False  # "the Earl of Shaftesbury"
    entity = answer.names.entities.get(mention.entity)
    if before[-1].text == "of" and entity is not None and entity.kind is not EntityKind.PERSON:
        return False  # "a copy of the Great Bible"
    if noun.text in _GENERIC:
        return before[-1].text != "of"
    return before[-1].text == "of" and noun.content and noun.stem not in asked.stems


def _only_tells_who(before: Sequence[Word]) -> bool:
    """Whether the name only tells who is meant: "someone who hated Trotsky", not "the one who led it was Trotsky"."""
    start = len(before)
    while start and not before[start - 1].punctuation and before[start - 1].text not in {"who", "and"}:
        start -= 1
    if start < 2 or before[start - 1].text != "who" or before[start - 2].text not in _SOMEBODY:  # noqa: PLR2004
        return False
    between = before[start:]
    return any(word.content for word in between) and between[-1].text not in _NAMING
