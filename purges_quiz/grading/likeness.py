"""How a typed word is like the one that can have been meant by it, in its letters and in its sound."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

TURNING = ("un", "in", "im", "il", "ir", "dis", "de", "non", "anti", "mis")
"""Prefixes that turn the sense: never added nor taken away by a correction."""
_SOUNDS = tuple(
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


def turns(typed: str, meant: str) -> bool:
    """Whether one is the other with a prefix that turns the sense: "unloyal" is no "loyal"."""
    for longer, shorter in ((typed, meant), (meant, typed)):
        for prefix in TURNING:
            if longer.startswith(prefix) and not shorter.startswith(prefix) and len(longer) > len(prefix) + 2:
                rest = longer[len(prefix) :]
                if rest == shorter or OSA.distance(rest, shorter, score_cutoff=1) <= 1 < OSA.distance(longer, shorter):
                    return True
    return False


def anagrams(typed: str, word: str) -> bool:
    """Whether both have the same letters."""
    return sorted(typed) == sorted(word)


def same_ends(typed: str, word: str) -> bool:
    """Whether both begin and end alike."""
    return typed[0] == word[0] and typed[-1] == word[-1]


def same_beginning(typed: str, word: str) -> bool:
    """Whether both begin alike."""
    return typed[0] == word[0]


@lru_cache(maxsize=8192)
def heard(word: str) -> str:
    """What a word has in common with those that sound like it: its consonants, and a vowel that it begins with.

    "penshun" and "pension", "kwota" and "quota", "poap" and "Pope".
    """
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return re.sub(r"^[aeiou]", "a", word)
