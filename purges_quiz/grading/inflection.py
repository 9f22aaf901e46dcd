"""What the forms of a word have in common: execute, executed, executing and execution are all "execut"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_SHORTEST = 4
"""Letters of the shortest word that has an ending."""
_PLURALS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=..)(sh|ch|ss|x|zz)es$"), r"\1"),
    (re.compile(r"(?<=..[^su])s$"), ""),
)
_ENDINGS = (
    (re.compile(r"(?<=..)(?:is|iz)ation$"), "iz"),
    (re.compile(r"(?<=....)ations?$"), ""),
    (re.compile(r"(?<=....)ators?$"), ""),
    (re.compile(r"(?<=...)(?<=[tsc])ion$"), ""),
    (re.compile(r"(?<=....)ment$"), ""),
    (re.compile(r"(?<=...)ied$"), "y"),
    (re.compile(r"(?<=...[aeiouyl])lly$"), "l"),
    (re.compile(r"(?<=....)ly$"), ""),
    (re.compile(r"(?<=....)ness$"), ""),
    (re.compile(r"(?<=^fr)eed$|(?<=....)eed$"), "ee"),
    (re.compile(r"(?<=...)(?<!e)ed$"), ""),
    (re.compile(r"(?<=...)ing$"), ""),
)
_ATE = re.compile(r"(?<=.....)ate$")
_AT = re.compile(r"(?<=.....)at$")
_DOUBLED = re.compile(r"(?<=..)([bdfgklmnprtv])\1$")
_VOWEL = re.compile("[aeiouy]")


def root_of(word: str, irregular: Mapping[str, str]) -> str:
    """The root of a folded word, American spelling; `irregular` has the forms that no rule reaches (shot: shoot)."""
    return _root(irregular.get(word, word))


@lru_cache(maxsize=2048)
def _root(word: str) -> str:
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for pattern, short in _PLURALS:
        word, found = pattern.subn(short, word)
        if found:
            break
    for pattern, short in _ENDINGS:
        shorter, found = pattern.subn(short, word)
        if found and _VOWEL.search(shorter):
            word = shorter
            break
    word = _AT.sub("", _ATE.sub("", word))
    word = _DOUBLED.sub(r"\1", word)
    word = word.removesuffix("e") if len(word) > 3 else word  # noqa: PLR2004
    return word[:-1] + "y" if word.endswith("i") and len(word) > 3 else word  # noqa: PLR2004


def inflected(lemma: str) -> Iterator[str]:
    """The regular forms of a word, by which a misspelt one is known: no matter if some of them are no English."""
    yield lemma
    if not lemma.isalpha() or len(lemma) < 3:  # noqa: PLR2004
        return
    if lemma.endswith(("s", "ed", "ing", "ly")) and len(lemma) > 4:  # noqa: PLR2004
        if lemma[-2:] != "ss":
            yield lemma.removesuffix("s")
        return
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + ending for ending in ("ies", "ied"))
        yield lemma + "ing"
        return
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma.removesuffix("e")
    if len(stem) < 6 and re.search(r"[^aeiou][aeiou][bdgklmnprt]$", stem) and stem == lemma:  # noqa: PLR2004
        yield from (stem + stem[-1] + ending for ending in ("ed", "ing"))
    yield from (stem + ending for ending in ("ed", "ing"))
