"""Whether a text shows an answer.

Names, numbers and dates are looked for as they are printed; statements and quotes by
their words; statements also by their ideas, in texts about the same matter, whatever name is used for whom.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, assert_never

from purges_quiz.bank.surface import stems
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Date, Fact, Figure, Label, Listing, Name, Quantity, Quote, Range, Statement, Target
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import is_pattern, pattern_of
from purges_quiz.grading.vocabulary import ARTICLES, CARDINALS
from purges_quiz.grading.words import Word, words

LEAST_WORDS = 2
"""Words that a statement or quote must have to be looked for by its words; one word alone stands everywhere."""
SAME_MATTER = 3
"""Words that a text shares with a prompt if it is about what the prompt asks: that Yezhov was shot does not say what
became of the commanders."""
LONG = 4
"""Letters of the longest word of an alias, at least, for the alias to be looked for: "2nd" is shown everywhere."""

_WORD = re.compile(r"\d+(?:st|nd|rd|th)|\d+(?:[.,]\d+)*|[^\W\d_]+")


class Texts(NamedTuple):
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


class Answers(NamedTuple):
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
        every = (stems(text) for target in fact.targets for text in worded(target))
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
    return " ".join(word.text for word in _named_alike(phrase, names) if not word.punctuation)


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


def worded(target: Target) -> tuple[str, ...]:
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
