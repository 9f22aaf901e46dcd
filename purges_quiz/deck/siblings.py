"""Wrong options of facts that name none: the values of other facts of the same type and group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from purges_quiz.deck.model import Card, Distractor, Fact, Name, Quote, Statement, Target

MOST = 6
"""Wrong options of a fact: as many as an author would write."""
_WORD = re.compile(r"[^\W_]+")
_SMALL = 3
"""Letters of words that say nothing of what a text is about."""

Sibling = tuple[Fact, Target]


def with_siblings(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards, with distractors for every name, statement and quotation that has none and may be a choice."""
    kin: dict[tuple[str, str], list[Sibling]] = defaultdict(list)
    for fact in (fact for card in cards for fact in card.facts):
        for target in fact.targets:
            if isinstance(target.value, Name | Statement | Quote):
                kin[_kind(fact, target)].append((fact, target))
    return tuple(replace(card, facts=tuple(_completed(fact, kin) for fact in card.facts)) for card in cards)


def _kind(fact: Fact, target: Target) -> tuple[str, str]:
    kind = fact.type if not target.name else type(target.value).__name__
    return kind, target.group


def _completed(fact: Fact, kin: Mapping[tuple[str, str], Sequence[Sibling]]) -> Fact:
    if all(target.distractors or not target.choice for target in fact.targets):
        return fact
    targets = [
        target
        if target.distractors or not target.choice
        else replace(target, distractors=_chosen(fact, target, kin.get(_kind(fact, target), ())))
        for target in fact.targets
    ]
    return replace(fact, targets=tuple(targets))


def _chosen(fact: Fact, target: Target, kin: Sequence[Sibling]) -> tuple[Distractor, ...]:
    """Those most like the value in length; of those alike, by a number drawn from the keys. Never what may be right."""
    excluded = " ".join((*target.prompts, *target.aliases, *target.also_true, *target.never_wrong)).casefold()
    said = _words(target.value.shown)
    found: dict[str, Distractor] = {}
    order: dict[str, tuple[int, int]] = {}
    for other, sibling in kin:
        shown = sibling.value.shown
        text = shown.casefold()
        if text in found or text in excluded or other.sentence == fact.sentence or _same(sibling, target):
            continue
        words = _words(shown)
        if words <= said or said <= words:
            continue
        found[text] = Distractor(shown, sibling.about)
        order[text] = abs(len(shown) - len(target.value.shown)) // 6, crc32(f"{fact.key} {text}".encode())
    return tuple(found[text] for text in sorted(found, key=order.__getitem__)[:MOST])


def _same(one: Target, other: Target) -> bool:
    """Whether both are the same name, however it is worded."""
    return isinstance(one.value, Name) and isinstance(other.value, Name) and one.value.entity == other.value.entity


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if len(word) > _SMALL) or frozenset({text})
