"""How a typed word is like the one that can have been meant by it, in its letters and in its sound."""

from __future__ import annotations

import re
from functools import lru_cache

from purges_quiz.grading.edits import edits

TURNING = ("un", "in", "im", "il", "ir", "dis", "de", "non", "anti", "mis", "an")
"""Prefixes that turn the sense: never added nor taken away by a correction."""
_FACING = (("hyper", "hypo"), ("endo", "exo"), ("macro", "micro"), ("mono", "poly"), ("over", "under"), ("pre", "post"))
"""Beginnings that name opposites."""
_SUBSTANCES = ("ose", "ase", "ate", "ite", "ide")
"""Endings by which chemists tell substances apart: cellulose, cellulase, cellulite."""
_STEM = 3
"""Letters that words with these endings have in common at least."""
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
    """Whether two words that are nearly alike mean different things: "unloyal" is no "loyal", nor lactose lactate."""
    if typed != meant and (_faces(typed, meant) or _other_substance(typed, meant)):
        return True
    for longer, shorter in ((typed, meant), (meant, typed)):
        for prefix in TURNING:
            if longer.startswith(prefix) and not shorter.startswith(prefix) and len(longer) > len(prefix) + 2:
                rest = longer[len(prefix) :]
                if rest == shorter or edits(rest, shorter, 1) <= 1 < edits(longer, shorter, 1):
                    return True
    return False


def _faces(typed: str, meant: str) -> bool:
    pairs = ((one, other) for pair in _FACING for one, other in (pair, pair[::-1]))
    return any(typed.startswith(one) and meant.startswith(other) for one, other in pairs)


def _other_substance(typed: str, meant: str) -> bool:
    one, other = typed.removesuffix("s"), meant.removesuffix("s")
    told_apart = one.endswith(_SUBSTANCES) and other.endswith(_SUBSTANCES) and one[-3:] != other[-3:]
    return told_apart and one[:_STEM] == other[:_STEM]


def anagrams(typed: str, word: str) -> bool:
    """Whether both have the same letters."""
    return sorted(typed) == sorted(word)


def same_ends(typed: str, word: str) -> bool:
    """Whether both begin and end alike."""
    return typed[0] == word[0] and typed[-1] == word[-1]


def same_beginning(typed: str, word: str) -> bool:
    """Whether both begin alike."""
    return typed[0] == word[0]


@lru_cache(maxsize=2048)
def heard(word: str) -> str:
    """What a word has in common with those that sound like it: its consonants, and a vowel that it begins with.

    "penshun" and "pension", "kwota" and "quota", "poap" and "Pope".
    """
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return re.sub(r"^[aeiou]", "a", word)
