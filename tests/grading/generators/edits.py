"""Slips of the keys: words with one letter more, less, or another, and with two letters exchanged."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA

Edit = tuple[str, str]
"""The sort of an edit ("insert", "delete", "substitute", "swap") and the word that it leaves."""
Edits = Callable[[str], Iterable[Edit]]
"""Misspellings of a word."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_ABBREVIATIONS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ad", "bc"}
)
_ROMAN = re.compile(r"(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def all_edits(word: str) -> Iterator[Edit]:
    """Every word that is one edit away, once each."""
    seen = {word}
    for sort, edited in _edits(word):
        if edited and edited not in seen:
            seen.add(edited)
            yield sort, edited


def some_edits(dice: random.Random, count: int) -> Edits:
    """So many edits of each word, of all sorts in turn."""

    def chosen(word: str) -> list[Edit]:
        by_sort: dict[str, list[Edit]] = {}
        for edit in all_edits(word):
            by_sort.setdefault(edit[0], []).append(edit)
        sorts = dice.sample(list(by_sort.values()), k=len(by_sort))
        return [dice.choice(sorts[turn % len(sorts)]) for turn in range(count)]

    return chosen


def _edits(word: str) -> Iterator[Edit]:
    for place in range(len(word) + 1):
        for letter in ascii_lowercase:
            yield "insert", word[:place] + letter + word[place:]
    for place in range(len(word)):
        yield "delete", word[:place] + word[place + 1 :]
        for letter in ascii_lowercase:
            yield "substitute", word[:place] + letter + word[place + 1 :]
    for place in range(len(word) - 1):
        yield "swap", word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def misspelt(
    text: str,
    edits: Edits,
    meant: Callable[[str], bool],
    others: Iterable[str],
) -> Iterator[tuple[Edit, str, bool]]:
    """The text with one of the words that are `meant` misspelt; and whether the slip cannot be known for one.

    It cannot where it makes an English word or a Roman number, or one as near to another of the words that the answer
    may be about, `others`.
    """
    rivals = sorted(set(others))
    for found in _WORD.finditer(text):
        word = found[0].lower()
        if not meant(word):
            continue
        for sort, edited in edits(word):
            yield (
                (sort, edited),
                f"{text[: found.start()]}{edited}{text[found.end() :]}",
                is_english(edited) or _ROMAN.fullmatch(edited) is not None or _near_a_rival(word, edited, rivals),
            )


def _near_a_rival(word: str, edited: str, rivals: Collection[str]) -> bool:
    near = process.extract_iter(edited, rivals, scorer=OSA.distance, score_cutoff=1)
    return any(confused_with != word for confused_with, _, _ in near)


def words_of(*texts: str) -> Iterator[str]:
    """Their words, in lower case."""
    for text in texts:
        for found in _WORD.finditer(text):
            yield found[0].lower()


def is_english(word: str) -> bool:
    """Whether it is one of the common English words, or an abbreviation as well known."""
    return word.removesuffix("'s") in _english() or word in _ABBREVIATIONS


@cache
def _english() -> frozenset[str]:
    listing = files("purges_quiz").joinpath("grading", "data", "english.txt")
    return frozenset(listing.read_text(encoding="ascii").split())
