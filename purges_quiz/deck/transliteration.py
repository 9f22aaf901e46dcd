"""One key for all the ways in which a Russian name is written: Yezhov, Ezhov, Jeschow, Yeshoff."""

from __future__ import annotations

import re
from functools import lru_cache

from purges_quiz.deck.folding import fold

_SHORTEST = 4
"""Letters of the shortest word that is known by its sound."""
_ROMAN = re.compile(r"[ivx]+")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})

# In this order. Capitals stand for one Russian letter and are not touched again.
_RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"shch|schtsch|chtch|szcz|sc?hch", "Q"),
        (r"tsch|tch|cz", "C"),
        (r"sch|zh", "X"),
        (r"sh", "S"),
        (r"kh|ch", "C"),
        (r"tz|ts", "T"),
        (r"ou", "u"),
        (r"w|ff", "v"),
        (r"f$", "v"),
        (r"(?<=[aeo]v)a$", "a"),
        (r"(?<=[iy]n)e$", ""),
        (r"(?<=[a-zA-Z]k)(y|i|ii|iy|yi|ij|yj|ie)$", "i"),
        (r"(?<=i)[yj]?a$", "a"),
        (r"(?<=[a-zA-Z])[yij](?=[aeou])", "j"),
        (r"^[yij](?=[eaou])", "j"),
        (r"^je", "e"),
        (r"(?<=[rv])j(?=[ea])", "i"),
        (r"iy$|ij$|ii$|y$", "i"),
    )
)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The key of a folded word; words with one key are one name in different systems of transliteration."""
    for pattern, letter in _RULES:
        word = pattern.sub(letter, word)
    return word


def sound(name: str) -> tuple[str, ...]:
    """What a name has in common with its other spellings and transliterations; two entities may not share it."""
    return tuple(sound_of_word(word) for word in _WORD.findall(fold(name)) if word not in _ARTICLES)


def sound_of_word(word: str) -> str:
    """The key of a folded word; a short word, or a Roman number, stands for itself."""
    return word if len(word) < _SHORTEST or _ROMAN.fullmatch(word) else key(word)
