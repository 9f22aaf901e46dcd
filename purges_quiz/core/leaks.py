"""Which facts give one another away.

A fact leaks to another if one of its questions shows the other's answer: in its prompt, in its
right answer, or in the sentence of the card, which is read after every answer. Wrong options do
not count. Names and figures are looked for as they are printed, statements by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from purges_quiz.core.bank import Bank
from purges_quiz.core.cues import stems
from purges_quiz.core.distractors import Index
from purges_quiz.core.facts import Date, Deck, Fact, Label, Listing, Name, Quantity, Range, Statement, Target
from purges_quiz.core.generators.parts import accepted
from purges_quiz.core.grading.vocabulary import ARTICLES, CARDINALS
from purges_quiz.core.question import Question

TELLING = 2
"""Words by which a statement is known again; one word alone says too little."""
LONG = 4
"""Letters of the shortest word that makes another name of an answer: "2nd" is shown everywhere."""

_WORD = re.compile(r"\d+(?:st|nd|rd|th)|\d+(?:[.,]\d+)*|[^\W\d_]+")


def graph(bank: Bank) -> Mapping[str, frozenset[str]]:
    """For the key of each fact the keys of those whose answers its questions show.

    It is read from what the questions are made of, so that no option set need be made for it. What
    a question about several facts shows beyond its own answers is counted to the first of them.
    """
    deck = bank.deck
    index = Index(deck)
    known = {key: Answers.of(fact, index) for key, fact in deck.facts.items()}
    found: dict[str, set[str]] = {key: set() for key in deck.facts}
    for key, fact in deck.facts.items():
        texts = Texts.of(_own_texts(fact))
        found[key].update(
            other
            for other, answers in known.items()
            if fact.sentence == deck.facts[other].sentence or answers.in_(texts)
        )
    for first, own, shown in _shared(deck):
        texts = Texts.of(shown)
        found[first].update(other for other, answers in known.items() if other not in own and answers.in_(texts))
    return MappingProxyType({key: frozenset(others - {key}) for key, others in found.items()})


def shown_by(question: Question) -> tuple[str, ...]:
    """What a player reads in a question and in the feedback to it, wrong options and reasons left out."""
    pairs = (side for pair in question.pairs for side in pair)
    return (question.prompt, question.answer, question.source, *question.items, *pairs)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is shown, ready to be searched."""

    spaced: str
    """All words of all texts, each with a space around it."""
    stems: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """These texts."""
        texts = tuple(dict.fromkeys(texts))
        return cls("|".join(map(spaced, texts)), tuple(map(stems, texts)))


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a fact, in the forms in which a text can show them."""

    lists: tuple[tuple[tuple[str, ...], ...], ...]
    """For each answer its parts (one, but for lists), each with the ways in which it may be printed."""
    ideas: tuple[frozenset[str], ...]
    """The words of statements."""

    @classmethod
    def of(cls, fact: Fact, index: Index) -> Answers:
        """The answers of every target of a fact."""
        lists = tuple(tuple(_parts(target, index)) for target in fact.targets)
        words = (stems(text) for target in fact.targets for text in _worded(target))
        return cls(lists, tuple(found for found in words if len(found) >= TELLING))

    def in_(self, texts: Texts) -> bool:
        """Whether the texts show one of the answers; of a list half is as good as the whole."""
        for parts in self.lists:
            shown = sum(any(way in texts.spaced for way in ways) for ways in parts)
            if shown and 2 * shown >= len(parts):
                return True
        return any(idea <= shown for idea in self.ideas for shown in texts.stems)


def spaced(text: str) -> str:
    """The words of a text between spaces: small, number words as digits, no articles."""
    found = (word.replace(",", "") for word in _WORD.findall(text.casefold()) if word not in ARTICLES)
    return f" {' '.join(str(CARDINALS.get(word, word)) for word in found)} "


def _own_texts(fact: Fact) -> Iterator[str]:
    """What the questions about this fact alone show."""
    yield fact.sentence
    for target in fact.targets:
        yield from target.prompts
        yield from _worded(target)
        yield target.value.shown
        if isinstance(target.value, Listing) and target.value.ordered:
            yield target.about


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
    figure = isinstance(value, Date | Quantity | Range | Label)
    texts = (text for text in accepted(target, index) if figure or text == value.shown or _long(text))
    yield tuple(dict.fromkeys(map(spaced, texts)))


def _worded(target: Target) -> tuple[str, ...]:
    """The wordings of a statement or quote; no name, figure or list is taken apart."""
    value = target.value
    if isinstance(value, Date | Quantity | Range | Label | Name | Listing):
        return ()
    option = value.option if isinstance(value, Statement) else ""
    return tuple(filter(None, (value.shown, option)))


def _long(text: str) -> bool:
    return any(len(word) >= LONG for word in re.findall(r"[^\W\d_]+", text))
