"""Names and terms as the words that matter in them, and what two that sound alike have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

from purges_quiz.deck.folding import key
from purges_quiz.grading.vocabulary import ARTICLES
from purges_quiz.grading.words import Word, words

_SHORTEST = 4
"""Letters of the shortest word that is known by its sound."""
_ROMAN = re.compile(r"[ivx]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of naming an entity."""

    entity: str
    words: tuple[Word, ...]
    proper: bool = False
    """The name itself, of which an answer may leave out what the question holds ("Which congress?" "The 17th")."""


def form(entity: str, text: str, *, proper: bool = False) -> Form:
    """Read a name or alias; articles and punctuation do not matter."""
    read = tuple(word for word in words(text) if not word.mark and word.text not in ARTICLES)
    return Form(entity, read, proper)


def sound(name: str) -> tuple[str, ...]:
    """What a name has in common with its other spellings and transliterations; two entities may not share it."""
    return tuple(_sound(word.stem) for word in form("", name).words)


def sound_alike(typed: str, wanted: str) -> bool:
    """Whether two words, long enough to have a sound, are one name in two transliterations."""
    return len(typed) >= _SHORTEST and _sound(typed) == _sound(wanted)


def _sound(word: str) -> str:
    return word if len(word) < _SHORTEST or _ROMAN.fullmatch(word) else key(word)
