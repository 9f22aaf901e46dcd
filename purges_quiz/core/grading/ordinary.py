"""The words that the deck itself uses, which are therefore no misspellings of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.core.facts import Deck, Statement
from purges_quiz.core.grading.folding import fold
from purges_quiz.core.grading.vocabulary import CARDINALS, ORDINALS, STOP_WORDS
from purges_quiz.core.grading.words import american

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLE = re.compile(r"(.)\1")


def ordinary_words(deck: Deck) -> frozenset[str]:
    """Every word of the cards, prompts, options and remarks of a deck, names included."""
    told = _words(_texts(deck))
    # A phrase may hold a slip such as "pollitburo": no word of its own beside "politburo".
    doubled = {_undoubled(word) for word in told}
    told |= {word for word in _words(_phrases(deck)) if _undoubled(word) not in doubled}
    return frozenset({*STOP_WORDS, *CARDINALS, *ORDINALS, *map(american, told)})


def _words(texts: Iterator[str]) -> set[str]:
    return set(_WORD.findall(fold(" ".join(texts))))


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
                yield from (_bare(text) for idea in target.value.ideas for text in idea.said)
                yield from (_bare(text) for text in target.value.opposites)


def _bare(phrase: str) -> str:
    """The whole words of a phrase: beginnings are no words."""
    return " ".join(word for word in phrase.replace("|", " ").split() if not word.endswith("*"))
