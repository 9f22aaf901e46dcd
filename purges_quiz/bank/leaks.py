"""Which facts give one another away.

A fact leaks to another if one of its questions shows the other's answer: in its prompt, in its
right answer, or in the sentence of the card, which is read after every answer. Wrong options do
not count. Names, numbers and dates are looked for as they are printed; statements and quotes by
their words; statements also by their ideas, in texts about the same matter, whatever name is used for whom.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import assert_never

from purges_quiz.bank.across import stand_in
from purges_quiz.bank.bank import Bank
from purges_quiz.bank.surface import stems
from purges_quiz.deck.gradual import Gradual, Pieces, at_once
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import (
    AcrossQuestion,
    Date,
    Deck,
    Fact,
    Figure,
    Label,
    Listing,
    Name,
    Quantity,
    Quote,
    Range,
    Statement,
    Target,
)
from purges_quiz.deck.question import ACROSS_CARD, Question
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import is_pattern, pattern_of
from purges_quiz.grading.vocabulary import ARTICLES, CARDINALS
from purges_quiz.grading.words import Word, words

LEAST_WORDS = 2
"""Words that a statement or quote must have to be looked for by its words; one word alone stands everywhere."""
SAME_MATTER = 3
"""Words that a text shares with a prompt if it is about what the prompt asks: that Yezhov was shot does not say what
became of the commanders."""
COMMON_SHARE, COMMON_LEAST = 1 / 8, 5
"""Words in the prompts of more than this share of the facts, and of more than so many, are common to the whole deck
("purges", "Stalin") and do not count among those."""
PIECE = 100
"""Facts of which the prompts are read at once while a round is prepared: 5 ms."""
LONG = 4
"""Letters of the longest word of an alias, at least, for the alias to be looked for: "2nd" is shown everywhere."""

_WORD = re.compile(r"\d+(?:st|nd|rd|th)|\d+(?:[.,]\d+)*|[^\W\d_]+")


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
        self._names = Names(deck.entities)
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
            self._answers[other.key] = Answers.of(other, self._index, self._common.value, self._names)
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


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts that a player reads, ready to be searched."""

    spaced: str
    """All words of all texts, each with a space around it."""
    each: tuple[str, ...]
    """The texts themselves, none of them twice."""
    every: frozenset[str]
    """All words of all texts, and their `stems`."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Prepare these texts."""
        found = tuple(dict.fromkeys(texts))
        all_words = "|".join(map(spaced, found))
        return cls(all_words, found, frozenset(map(sys.intern, all_words.split())).union(*map(stems, found)))


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a fact, in the forms in which a text can show them."""

    lists: tuple[tuple[tuple[str, ...], ...], ...]
    """For each answer its parts (one, but for lists), each with the ways in which it may be printed."""
    wordings: tuple[frozenset[str], ...]
    """The words of statements and quotes."""
    statements: tuple[tuple[Statement, tuple[frozenset[str], ...]], ...]
    """Statements with the words of the prompts that ask for them, common words left out."""
    names: Names
    """All names of the deck, since an idea may name somebody otherwise than a text does."""
    required: frozenset[str]
    """A word of each printed form; a text that has none of them cannot show the answer, and is not searched for it."""

    @classmethod
    def of(cls, fact: Fact, index: Index, common: frozenset[str] = frozenset(), names: Names | None = None) -> Answers:
        """The answers of every target of a fact; `names` are those of the whole deck, if they are at hand."""
        lists = tuple(tuple(_parts(target, index)) for target in fact.targets)
        every = (stems(text) for target in fact.targets for text in _worded(target))
        wordings = tuple(found for found in every if len(found) >= LEAST_WORDS)
        statements = (
            (target.value, tuple(stems(prompt) - common for prompt in target.prompts))
            for target in fact.targets
            if isinstance(target.value, Statement)
        )
        printed = (way.split() for parts in lists for ways in parts for way in ways)
        required = (max(found, key=len) for found in (*printed, *map(sorted, wordings)) if found)
        names = names or Names(index.deck.entities)
        return cls(lists, wordings, tuple(statements), names, frozenset(required))

    def shown_in(self, texts: Texts) -> bool:
        """Whether the texts show one of the answers; of a list half is as good as the whole."""
        return (not self.required.isdisjoint(texts.every) and self._printed(texts)) or self._stated(texts)

    def _printed(self, texts: Texts) -> bool:
        for parts in self.lists:
            shown = sum(any(way in texts.spaced for way in ways) for ways in parts)
            if shown and 2 * shown >= len(parts):
                return True
        return any(wording <= stems(text) for text in texts.each for wording in self.wordings)

    def _stated(self, texts: Texts) -> bool:
        for statement, prompts in self.statements:
            near = [prompt for prompt in prompts if len(texts.every & prompt) >= SAME_MATTER]
            for text in texts.each if near else ():
                if any(len(stems(text) & prompt) >= SAME_MATTER for prompt in near) and _has_every_idea(
                    statement, text, self.names
                ):
                    return True
        return False


def spaced(text: str) -> str:
    """The words of a text between spaces: small, number words as digits, no articles."""
    found = (word.replace(",", "") for word in _WORD.findall(text.casefold()) if word not in ARTICLES)
    return f" {' '.join(str(CARDINALS.get(word, word)) for word in found)} "


def _has_every_idea(statement: Statement, text: str, names: Names) -> bool:
    """Whether a text has every idea of a statement."""
    read = _named_alike(text, names)
    return all(
        any(pattern_of(phrase).spans(read) for said in idea.said for phrase in {said, _phrase_named_alike(said, names)})
        for idea in statement.ideas
    )


@lru_cache(maxsize=1024)
def _named_alike(text: str, names: Names) -> tuple[Word, ...]:
    """The words of a text, with whoever it names called by the one name of the deck: the Dwarf is Yezhov."""
    read = words(text)
    found: list[Word] = []
    place = 0
    for mention in names.mentions(read):
        found += (*read[place : mention.start], *words(names.entities[mention.entity].name))
        place = mention.end
    return (*found, *read[place:])


def _phrase_named_alike(phrase: str, names: Names) -> str:
    if is_pattern(phrase):
        return phrase
    return " ".join(word.text for word in _named_alike(phrase, names) if not word.mark)


def _own_texts(fact: Fact) -> Iterator[str]:
    """What the questions about this fact alone show."""
    yield fact.sentence
    for target in fact.targets:
        yield from target.prompts
        yield from _worded(target)
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


def _parts(target: Target, index: Index) -> Iterator[tuple[str, ...]]:
    value = target.value
    if isinstance(value, Listing):
        for element in value.elements:
            entity = index.deck.entities.get(element.entity)
            names = (entity.name, *entity.aliases) if entity else ()
            yield tuple(spaced(text) for text in (element.shown, *names))
        return
    texts = (text for text in index.accepted(target) if isinstance(value, Figure) or text == value.shown or _long(text))
    yield tuple(dict.fromkeys(map(spaced, texts)))


def _worded(target: Target) -> tuple[str, ...]:
    """The wordings of a statement or quote; a name, number, date or list is never looked for by its words."""
    value = target.value
    match value:
        case Statement(shown=shown, option=option):
            return tuple(filter(None, (shown, option)))
        case Quote(shown=shown):
            return tuple(filter(None, (shown,)))
        case Date() | Quantity() | Range() | Label() | Name() | Listing():
            return ()
        case _ as unknown:
            assert_never(unknown)


def _long(text: str) -> bool:
    return any(len(word) >= LONG for word in re.findall(r"[^\W\d_]+", text))
