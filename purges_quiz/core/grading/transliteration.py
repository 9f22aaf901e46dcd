"""One key for all the ways in which a Russian name is written: Yezhov, Ezhov, Jeschow, Yeshoff."""

from __future__ import annotations

import re
from functools import lru_cache

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
