"""Which facts give one another away.

A fact leaks to another if one of its questions shows the other's answer: in its prompt, in its
right answer, or in the sentence of the card, which is read after every answer. Wrong options do
not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from purges_quiz.bank.across import stand_in
from purges_quiz.bank.bank import Bank
from purges_quiz.bank.shown_answers import Answers, Texts, worded
from purges_quiz.bank.surface import stems
from purges_quiz.deck.gradual import Gradual, Pieces, at_once
from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import ACROSS_CARD
from purges_quiz.deck.model import (
    AcrossQuestion,
    Deck,
    Fact,
    Listing,
)
from purges_quiz.deck.question import Question
from purges_quiz.grading.mentions import Names

COMMON_SHARE, COMMON_LEAST = 1 / 8, 5
"""Words in the prompts of more than this share of the facts, and of more than so many, are common to the whole deck
("purges", "Stalin") and do not count among those."""
PIECE = 100
"""Facts of which the prompts are read at once while a round is prepared: 5 ms."""


def graph(bank: Bank) -> Mapping[str, frozenset[str]]:
    """For the key of each fact, and of each question across cards, the keys of those whose answers it shows."""
    leaks = Leaks(bank.deck)
    return MappingProxyType({key: frozenset(other for other in leaks if leaks.shows(key, other)) for key in leaks})


class Leaks(Mapping[str, Container[str]]):
    """The same graph, each pair computed when it is asked about: a round needs few of the pairs of a deck.

    It is read from what the questions are made of, so that no option set need be made for it. What
    a question about several facts shows beyond its own answers is counted to the first of them. A question across cards
    has a key of its own, "across/KEY", like a fact.
    """

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._across = {f"{ACROSS_CARD}/{question.key}": question for question in deck.across}
        self._index = Index(deck)
        self._common = Gradual(lambda: counting_common_words(deck))
        self.names = Names(deck.entities)
        self._answers: dict[str, Answers] = {}
        self._texts: dict[str, Texts] = {}
        self._arrangements: dict[str, list[tuple[frozenset[str], list[str]]]] = {}
        for first, own, shown in _shared(deck):
            self._arrangements.setdefault(first, []).append((own, shown))
        self._shared: dict[str, list[tuple[frozenset[str], Texts]]] = {}

    def preparing(self) -> Iterator[None]:
        """Find in short pieces what each pair needs of the whole deck."""
        return self._common.preparing()

    def __getitem__(self, key: str) -> Container[str]:
        if key not in self._deck.facts and key not in self._across:
            raise KeyError(key)
        return Shown(self, key)

    def __iter__(self) -> Iterator[str]:
        return chain(self._deck.facts, self._across)

    def __len__(self) -> int:
        return len(self._deck.facts) + len(self._across)

    def shows(self, one: str, other: str) -> bool:
        """Whether questions about one fact show the answer of another. Raises KeyError for an unknown key."""
        return one != other and self._shows(self._fact(one), self._fact(other))

    def _fact(self, key: str) -> Fact:
        return stand_in(self._across[key], self._index) if key in self._across else self._deck.facts[key]

    def _shows(self, one: Fact, other: Fact) -> bool:
        if one.key not in self._texts:
            shown = _across_texts(self._across[one.key]) if one.key in self._across else ()
            self._texts[one.key] = Texts.of((*_own_texts(one), *shown))
        if other.key not in self._answers:
            self._answers[other.key] = Answers.of(other, self._index, self._common.value, self.names)
        if one.key not in self._shared:
            arrangements = self._arrangements.get(one.key, ())
            self._shared[one.key] = [(own, Texts.of(shown)) for own, shown in arrangements]
        answers = self._answers[other.key]
        return (
            one.sentence == other.sentence
            or answers.shown_in(self._texts[one.key])
            or any(other.key not in own and answers.shown_in(texts) for own, texts in self._shared[one.key])
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """The keys whose answers the questions of one key show."""

    leaks: Leaks
    key: str

    def __contains__(self, other: object) -> bool:
        return isinstance(other, str) and self.leaks.shows(self.key, other)


def shown_by(question: Question) -> tuple[str, ...]:
    """What a player reads in a question and in the feedback to it, wrong options and reasons left out."""
    pairs = (side for pair in question.pairs for side in pair)
    return (question.prompt, question.answer, question.source, *question.items, *pairs)


def common_words(deck: Deck) -> frozenset[str]:
    """The words, as `stems` gives them, that stand in so many prompts that they do not show what one of them asks."""
    return at_once(counting_common_words(deck))


def counting_common_words(deck: Deck) -> Pieces[frozenset[str]]:
    """The same in short pieces."""
    uncached = stems.__wrapped__  # each prompt comes once here, so the cache would only be emptied
    counts = Counter[str]()
    for number, fact in enumerate(deck.facts.values(), start=1):
        counts.update(frozenset().union(*(uncached(prompt) for target in fact.targets for prompt in target.prompts)))
        if number % PIECE == 0:
            yield
    return frozenset(
        stem for stem, count in counts.items() if count > max(COMMON_LEAST, COMMON_SHARE * len(deck.facts))
    )


def _own_texts(fact: Fact) -> Iterator[str]:
    """What the questions about this fact alone show."""
    yield fact.sentence
    for target in fact.targets:
        yield from target.prompts
        yield from worded(target)
        yield target.value.shown
        if isinstance(target.value, Listing) and target.value.ordered:
            yield target.about


def _across_texts(question: AcrossQuestion) -> Iterator[str]:
    """What a question across cards shows, but for the answer and the sentences of the facts that stand for it."""
    yield from (*question.prompts, question.because)
    for pair in question.pairs:
        yield from (pair.left, pair.right)


def _shared(deck: Deck) -> Iterator[tuple[str, frozenset[str], list[str]]]:
    """For each question about several facts the first of them, all of them, and what it shows."""
    for arrangement in deck.arrangements:
        shown = [*arrangement.prompts, *(pair.left for pair in arrangement.pairs)]
        if arrangement.kind == "matching":
            shown += [pair.right for pair in arrangement.pairs]
        yield arrangement.pairs[0].fact, frozenset(pair.fact for pair in arrangement.pairs), shown
