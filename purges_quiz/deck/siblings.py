"""Wrong options of facts that name none: the values of other facts of the same type and group."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from zlib import crc32

from purges_quiz.deck.gradual import Pieces
from purges_quiz.deck.model import Card, Distractor, Fact, Name, Quote, Statement, Target

MOST = 6
"""Wrong options of a fact: as many as an author would write."""
_WORD = re.compile(r"[^\W_]+")
PIECE = 50
"""Facts that are completed at once: 5 ms."""
BAND = 6
"""Characters by which texts may differ in length that count as equally long."""
_SMALL = 3
"""Letters of words that say nothing of what a text is about."""

Sibling = tuple[Fact, Target]


class Kin:
    """The answers of one kind: each text with the facts that it answers, and the texts by their length."""

    def __init__(self, siblings: Iterable[Sibling]) -> None:
        self.siblings: dict[str, list[Sibling]] = defaultdict(list)
        """Those with each text, in lower case."""
        for fact, target in siblings:
            self.siblings[target.value.shown.casefold()].append((fact, target))
        self.words = {text: _words(found[0][1].value.shown) for text, found in self.siblings.items()}
        self._bands: dict[int, list[tuple[int, str]]] = defaultdict(list)
        """The texts of about one length, each with a number of its own, by those numbers."""
        for text in self.siblings:
            self._bands[len(text) // BAND].append((crc32(text.encode()), text))
        for band in self._bands.values():
            band.sort()

    def alike(self, text: str, seed: str) -> Iterator[str]:
        """The texts, those first that are about as long as this one; of those alike in the order that a seed draws."""
        own = len(text) // BAND
        for band in sorted(self._bands, key=lambda band: (abs(band - own), band)):
            yield from _drawn(self._bands[band], seed)


def _drawn(texts: Sequence[tuple[int, str]], seed: str) -> Iterator[str]:
    """Numbered texts in an order drawn by a seed, which others that are added hardly change.

    To draw a few takes no longer where there are many: a number is drawn, and the text taken that is next to it.
    """
    taken: set[int] = set()
    for draw in range(len(texts)):
        place = bisect(texts, (crc32(f"{seed} {draw}".encode()), "")) % len(texts)
        while place in taken:
            place = (place + 1) % len(texts)
        taken.add(place)
        yield texts[place][1]


def with_siblings(cards: Sequence[Card]) -> Pieces[tuple[Card, ...]]:
    """The cards, with distractors for every name, statement and quotation that has none and may be a choice."""
    siblings: dict[tuple[str, str], list[Sibling]] = defaultdict(list)
    for fact in (fact for card in cards for fact in card.facts):
        for target in fact.targets:
            if isinstance(target.value, Name | Statement | Quote):
                siblings[_kind(fact, target)].append((fact, target))
    kin = {}
    for kind, found in siblings.items():
        kin[kind] = Kin(found)
        yield
    completed = []
    for card in cards:
        facts = []
        for number, fact in enumerate(card.facts):
            facts.append(_completed(fact, kin))
            if number % PIECE == 0:
                yield
        completed.append(card._replace(facts=tuple(facts)))
    return tuple(completed)


def _kind(fact: Fact, target: Target) -> tuple[str, str]:
    kind = fact.type if not target.name else type(target.value).__name__
    return kind, target.group


def _completed(fact: Fact, kin: Mapping[tuple[str, str], Kin]) -> Fact:
    if all(target.distractors or not target.choice for target in fact.targets):
        return fact
    targets = [
        target
        if target.distractors or not target.choice
        else target._replace(distractors=_chosen(fact, target, kin.get(_kind(fact, target))))
        for target in fact.targets
    ]
    return fact._replace(targets=tuple(targets))


def _chosen(fact: Fact, target: Target, kin: Kin | None) -> tuple[Distractor, ...]:
    """Those most like the value in length, of those alike some by chance. Never what may be right."""
    found = () if kin is None else _possible(fact, target, kin)
    return tuple(islice(found, MOST))


def _possible(fact: Fact, target: Target, kin: Kin) -> Iterator[Distractor]:
    excluded = " ".join((*target.prompts, *target.aliases, *target.also_true, *target.never_wrong)).casefold()
    said = _words(target.value.shown)
    for text in kin.alike(target.value.shown, fact.key):
        words = kin.words[text]
        if text in excluded or words <= said or said <= words:
            continue
        for other, sibling in kin.siblings[text]:
            if other.sentence != fact.sentence and not _same(sibling, target):
                yield Distractor(sibling.value.shown, sibling.about)
                break


def _same(one: Target, other: Target) -> bool:
    """Whether both are the same name, however it is worded."""
    return isinstance(one.value, Name) and isinstance(other.value, Name) and one.value.entity == other.value.entity


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if len(word) > _SMALL) or frozenset({text})
