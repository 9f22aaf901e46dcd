"""Whether a wrong option could be right for all that a student half knows: its time, its basis, its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject, name_of
from purges_quiz.bank.surface import words
from purges_quiz.deck.dates import MONTHS, SEASONS, parse_date
from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Basis, Date, Listing, Name, Target

GROWN_UP = 16
"""Years of age from which somebody could be meant."""
LONGEST_REASON = 20
"""Words; a longer one is not read beside an option against a clock."""
TEMPTING = 0.1
"""The share of all wrong texts that may only tempt: a text true of something else teaches more."""
DATE = re.compile(
    rf"\b(?:(?:(?:{'|'.join(MONTHS)})/?)+|{'|'.join(SEASONS)})? ?[12]\d{{3}}(?:-\d\d)?\b",
    re.IGNORECASE,
)
IN_COURT = frozenset(
    words(
        "tried trial trials accused defendant defendants convicted condemned arrest arrested plot conspiring shot "
        "executed assassinated assassination"
    )
)
"""Words of a prompt about people who need not have been free."""
BARE = re.compile(
    r"\bno (?:card|figure of|event of|such)\b"
    r"|\b(?:cards?|notes) (?:says?|have|has|speaks?|names?) (?:nothing|no|none)\b"
    r"|\bnot (?:on|in) (?:the|any|your) (?:cards?|notes)\b|\bmade up\b|^(?:this|that|it) is (?:wrong|false|not so)\b",
    re.IGNORECASE,
)
"""Reasons that say only that the option is wrong."""
ALIVE_THEN = {EntityKind.BODY, EntityKind.EVENT}
"""Kinds that are no option once they are gone; a law or a word outlives its day."""


def possible_at_the_time(subject: Subject) -> Iterator[Look]:
    """Whoever or whatever is offered was there at the latest date that the fact's prompts name.

    A person was alive, grown up and, unless the prompt is about a court, not under arrest; a body or event was there;
    a document or word had come up.
    """
    for fact, target in subject.targets:
        moment = _latest(target) if target.choice else None
        if moment is None:
            continue
        in_court = any(IN_COURT & set(words(prompt)) for prompt in target.prompts)
        for entity in _offered(target, subject):
            fault = _impossible(entity, moment, in_court=in_court)
            yield Look(name_of(fact, target), f"{entity.name} {fault} in {moment.shown}" if fault else "")


def wrong_texts_have_a_basis(subject: Subject) -> Iterator[Look]:
    """Of every wrong text the deck says what it is true of, what is mistaken in it, or why it tempts.

    The last of at most one in ten.
    """
    texts = [(fact, target, it) for fact, target in subject.targets for it in target.distractors if it.text]
    texts = [(fact, target, it) for fact, target, it in texts if not it.entity and not it.fact]
    for fact, target, it in texts:
        fault = "" if it.basis else f'"{it.text}" has no true_of, misconception or tempts'
        yield Look(name_of(fact, target), fault)
    tempting = [(fact, target, it) for fact, target, it in texts if it.basis is Basis.TEMPTS]
    share = len(tempting) / max(1, len(texts))
    if tempting:
        fact, target, it = tempting[0]
        fault = f"{share:.0%} of the wrong texts only tempt" if share > TEMPTING else ""
        yield Look(name_of(fact, target), fault, share, f"{share:.0%} only tempt")


def reasons_teach(subject: Subject) -> Iterator[Look]:
    """A reason says in at most twenty words what the option is, and never only that it is wrong."""
    for question in subject.choices:
        fault, longest = "", 0
        for option in question.options:
            count = len(option.reason.split())
            longest = max(longest, count)
            if BARE.search(option.reason):
                fault = f'"{option.text}" has the bare reason "{option.reason}"'
            elif count > LONGEST_REASON:
                fault = f'the reason of "{option.text}" has {count} words'
        yield Look(question.id, fault, longest, f"{longest} words")


def _latest(target: Target) -> Date | None:
    """The latest date that its prompts name."""
    found = []
    for prompt in target.prompts:
        for text in DATE.findall(prompt):
            try:
                found.append(parse_date(text.strip()))
            except ValueError:
                continue
    return max(found, key=lambda date: (date.first, date.last), default=None)


def _offered(target: Target, subject: Subject) -> Iterator[Entity]:
    """The entities among the wrong options; in lists of people those whose names stand in the words."""
    entities = subject.deck.entities
    for distractor in target.distractors:
        if distractor.entity in entities and isinstance(target.value, Name):
            yield entities[distractor.entity]
        elif isinstance(target.value, Listing) and all(it.entity for it in target.value.elements):
            named = set(re.findall(r"[^\W\d_]+", distractor.text))
            yield from (it for it in entities.values() if it.kind is EntityKind.PERSON and it.name in named)


def _impossible(entity: Entity, moment: Date, *, in_court: bool) -> str:
    times = entity.times
    if entity.kind is EntityKind.PERSON:
        if times.died and times.died[1] < moment.first:
            return "was dead"
        if times.born and times.born[0][0] + GROWN_UP > moment.last[0]:
            return "was a child"
        arrested = times.arrested and times.arrested[1] < moment.first
        return "was under arrest" if arrested and not in_court else ""
    if times.since and times.since[0] > moment.last:
        return "was still to come"
    gone = entity.kind in ALIVE_THEN and times.until and times.until[1] < moment.first
    return "was gone" if gone else ""
