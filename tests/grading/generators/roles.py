"""Answers in which doer and done-to have changed places: "Yezhov replaced Beria" where Beria replaced Yezhov."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generators.edits import Edits
from generators.generated import Generated
from generators.right import entity_of, right_answers, value_of
from generators.verbs import FORMS, VERBS, Verb
from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Deck, Name, Statement
from purges_quiz.deck.question import Question

_ONE_WAY = {form: verb for form, verb in FORMS.items() if verb.one_way}
_PASTS = {verb.past: verb for verb in VERBS.values() if verb.one_way}
_PARTICIPLES = {verb.participle: verb for verb in VERBS.values() if verb.one_way}
_BASES = {verb.base: verb for verb in VERBS.values() if verb.one_way}
_DOERS = frozenset({EntityKind.PERSON, EntityKind.BODY})
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "got", "get"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "no", "of", "for", "by", "more", "less"})
_OBJECT_ENDS = frozenset(
    {
        *("from", "in", "for", "with", "at", "by", "to", "so", "because", "which", "who", "that", "as", "after"),
        *("before", "during", "on", "first", "last", "whether", "when", "while", *_BE, "had", "has", "have"),
        *("would", "might", "could"),
    },
)
_NO_OBJECTS = frozenset({"of", "it", "them", "him", "her", "himself", "themselves", "and", "or", "not", *_OBJECT_ENDS})


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what to whom."""

    agent: str
    verb: Verb
    patient: str


def swapped(deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """Each frame of the fact that holds the answer, as it is and turned round."""
    value = value_of(question)
    if isinstance(value, Name):
        for frame in dict.fromkeys(_frames_of_names(deck, question)):
            yield from _as_it_is(frame)
            yield from _turned(frame)
    elif isinstance(value, Statement):
        for verb, patient in _deeds(value.shown):
            yield from _turned(Frame("them", verb, patient), subject="they")
        for text in right_answers(question):
            yield from (Generated(it, right=False, sort="exchanged") for it in _exchanged(deck, text))


def _as_it_is(frame: Frame) -> Iterator[Generated]:
    for text in _said(frame.agent, frame.verb, frame.patient):
        yield Generated(text, right=True, sort="as it is")


def _turned(frame: Frame, subject: str = "") -> Iterator[Generated]:
    for text in _said(frame.patient, frame.verb, frame.agent, subject):
        yield Generated(text, right=False, sort="swapped")


def _said(agent: str, verb: Verb, patient: str, subject: str = "") -> Iterator[str]:
    be = "were" if subject == "they" else "was"
    first, _, particle = verb.past.partition(" ")
    yield f"{agent} {first} {patient} {particle}".rstrip()
    yield f"{subject or patient} {be} {verb.participle} by {agent}"
    if not subject:
        yield f"it was {agent} who {verb.past} {patient}"


def _frames_of_names(deck: Deck, question: Question) -> Iterator[Frame]:
    """The frames between the name asked for and another of the deck, in the prompts and in the card's sentence."""
    asked = entity_of(deck, question)
    if asked is None or asked.kind not in _DOERS:
        return
    for other in deck.entities.values():
        if other.key == asked.key:
            continue
        if _named(question.prompt, other):
            yield from _in_prompt(question.prompt, asked, other)
        if _named(question.source, other) and _named(question.source, asked):
            for agent, patient in ((asked, other), (other, asked)):
                yield from _in_sentence(question.source, agent, patient)


def _named(text: str, entity: Entity) -> bool:
    return any(name in text for name in (entity.name, *entity.aliases))


def _in_prompt(prompt: str, asked: Entity, other: Entity) -> Iterator[Frame]:
    name, who = _pattern(other), r"(?:who|which [\w' -]+?)"
    if found := re.search(rf"\b{who} (?:had |has )?({_any(_PASTS)}) {name}", prompt, re.IGNORECASE):
        yield Frame(asked.name, _PASTS[found[1].lower()], other.name)
    if found := re.search(rf"\bdid {name} ({_any(_BASES)})\b(?! [A-Z])", prompt):
        yield Frame(other.name, _BASES[found[1].lower()], asked.name)
    if found := re.search(rf"\b{who} (?:was|were) ({_any(_PARTICIPLES)}) by {name}", prompt, re.IGNORECASE):
        yield Frame(other.name, _PARTICIPLES[found[1].lower()], asked.name)
    if found := re.search(rf"\bby whom (?:was|were) {name} ({_any(_PARTICIPLES)})\b", prompt, re.IGNORECASE):
        yield Frame(asked.name, _PARTICIPLES[found[1].lower()], other.name)


def _in_sentence(sentence: str, agent: Entity, patient: Entity) -> Iterator[Frame]:
    doer, sufferer = _pattern(agent), _pattern(patient)
    aside = r"(?: \([^)]*\))?(?: had)?"
    if found := re.search(rf"{doer}{aside} ({_any(_PASTS)}) {sufferer}", sentence):
        yield Frame(agent.name, _PASTS[found[1]], patient.name)
    if found := re.search(rf"{sufferer} (?:was|were) ({_any(_PARTICIPLES)})\b[^,.]* by {doer}", sentence):
        yield Frame(agent.name, _PARTICIPLES[found[1]], patient.name)


def _exchanged(deck: Deck, text: str) -> Iterator[str]:
    """A statement with two names exchanged that a verb stands between."""
    doers = [entity for entity in deck.entities.values() if entity.kind in _DOERS]
    names = [(found.start(), found.end(), found[0]) for it in doers for found in re.finditer(_pattern(it), text)]
    for (start, end, first), (other_start, other_end, second) in pairwise(sorted(names)):
        between = text[end:other_start]
        if end <= other_start and set(between.lower().split()) & {*FORMS, "was", "were"}:
            yield f"{text[:start]}{second}{between}{first}{text[other_end:]}"


def _deeds(text: str) -> Iterator[tuple[Verb, str]]:
    """Each verb of a statement that is said of its subject, with its object."""
    words = re.findall(r"[\w'\u2019-]+|,", text)
    for place, word in enumerate(words):
        pair = " ".join(words[place : place + 2]).lower()
        width = 2 if pair in _ONE_WAY else 1
        verb = _ONE_WAY.get(pair if width == 2 else word.lower())
        before = words[place - 1].lower() if place else ""
        if verb is None or (before in _BE | _DETERMINERS and word.lower() != verb.gerund):
            continue
        object_ = _object(words[place + width :])
        if object_:
            yield verb, object_


def _object(words: list[str]) -> str:
    if not words or words[0].lower() in _NO_OBJECTS or words[0] == ",":
        return ""
    end = next((n for n, word in enumerate(words) if word == "," or word.lower() in _OBJECT_ENDS), len(words))
    return " ".join(words[:end])


def _pattern(entity: Entity) -> str:
    names = sorted({entity.name, *entity.aliases}, key=len, reverse=True)
    return rf"(?:the )?(?:{'|'.join(map(re.escape, names))})\b"


def _any(forms: dict[str, Verb]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))
