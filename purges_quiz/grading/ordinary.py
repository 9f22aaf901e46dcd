"""The words that the deck itself uses, which are therefore no misspellings of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from purges_quiz.deck.folding import fold
from purges_quiz.deck.model import Deck, Statement
from purges_quiz.grading.vocabulary import CARDINALS, ORDINALS, STOP_WORDS
from purges_quiz.grading.words import american

_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = re.compile(r"[^\s|]*\*(?=[\s|]|$)")
"""In a phrase; it is no word."""
_DOUBLE = re.compile(r"(.)\1")


def ordinary_words(deck: Deck) -> frozenset[str]:
    """Every word of the cards, prompts, options and remarks of a deck, names included."""
    told = _words(frozenset(_texts(deck)))
    # A phrase may hold a slip such as "pollitburo": no word of its own beside "politburo".
    doubled = {_undoubled(word) for word in told}
    whole = (_BEGINNING.sub("", phrase) for phrase in frozenset(_phrases(deck)))
    told |= {word for word in _words(whole) if _undoubled(word) not in doubled}
    return frozenset({*STOP_WORDS, *CARDINALS, *ORDINALS, *map(american, told)})


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(fold(text))}


def _undoubled(word: str) -> str:
    return _DOUBLE.sub(r"\1", word)


def _texts(deck: Deck) -> Iterator[str]:
    for card in deck.cards:
        yield from card.sentences
    for fact in deck.facts.values():
        for target in fact.targets:
            yield from target.prompts
            yield target.about
            yield from (text for distractor in target.distractors for text in (distractor.text, distractor.reason))
            yield from (text for remark in target.known_wrong for text in (remark.text, remark.reason))
    for entity in deck.entities.values():
        yield entity.about


def _phrases(deck: Deck) -> Iterator[str]:
    for fact in deck.facts.values():
        for target in fact.targets:
            if isinstance(target.value, Statement):
                yield from (text for idea in target.value.ideas for text in idea.said)
                yield from target.value.opposites
