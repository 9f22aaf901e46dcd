"""How a word sounds to who has only heard it: "penshun" and "pension", "kwota" and "quota", "poap" and "Pope"."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^wh", "w"),
        (r"mn$", "m"),
        (r"ph", "f"),
        (r"(?<=[aeiou])gh(?=t|$)", ""),
        (r"ough", "o"),
        (r"(?<=[^s])[st]ion|(?<=s)ion|sian|shun|cian|tian", "Sn"),
        (r"[ct]ial|shul", "Sl"),
        (r"tious|cious|shus", "Ss"),
        (r"tch|ch", "C"),
        (r"sch|sh", "S"),
        (r"dge?|j", "j"),
        (r"g(?=[eiy])", "j"),
        (r"qu|kw", "kw"),
        (r"cc(?=[eiy])", "ks"),
        (r"ck|c(?![eiyC])", "k"),
        (r"c", "s"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"th", "T"),
        (r"(?<=.)ed$", "t"),
        (r"(?<=[ksptf])d$", "t"),
        (r"(?<=[aeiou])r?e?$|(?<=[aeiou])re?$", ""),
        (r"(?<=.)[aeiouyhw]+", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])r$", ""),
    )
)


@lru_cache(maxsize=8192)
def heard(word: str) -> str:
    """What a word has in common with those that sound like it: its consonants, and a vowel that it begins with."""
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return re.sub(r"^[aeiou]", "a", word)
