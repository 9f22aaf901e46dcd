"""How a typed word is like the one that can have been meant by it."""

from __future__ import annotations

from rapidfuzz.distance import OSA

TURNING = ("un", "in", "im", "il", "ir", "dis", "de", "non", "anti", "mis")
"""Prefixes that turn the sense: never added nor taken away by a correction."""


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
