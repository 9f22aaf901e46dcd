"""How many letters lie between two words, and which: by rapidfuzz, loaded with the first word that may be misspelt.

The library takes 4 MiB of the 50 that a round may take and 12 ms to load. So words that cannot be near are first told
apart by their letters, and most answers need no edit to be counted.
"""

from __future__ import annotations

from collections.abc import Iterable


def edits(typed: str, right: str, limit: int) -> int:
    """Letters inserted, left out, replaced or swapped with their neighbour; `limit + 1` if there are more."""
    if typed == right:
        return 0
    if not limit or not _may_be_near(typed, frozenset(typed), right, limit):
        return limit + 1
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, right, score_cutoff=limit)


def within(typed: str, words: Iterable[str], limit: int) -> dict[str, int]:
    """Those of some words that are at most so many edits from what was typed, with the edits, the nearest first."""
    letters = frozenset(typed)
    able = [word for word in words if _may_be_near(typed, letters, word, limit)]
    if not able:
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(typed, able, scorer=OSA.distance, score_cutoff=limit, limit=None)
    return {word: int(distance) for word, distance, _ in found}


def misspelt(typed: str, right: str) -> set[int]:
    """Where letters of the right word were not typed as they are, by the fewest insertions, omissions and changes.

    Where a letter was typed too many, that is the letter before it.
    """
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.editops(typed, right)
    return {max(step.dest_pos - 1, 0) if step.tag == "delete" else step.dest_pos for step in steps}


def _may_be_near(typed: str, letters: frozenset[str], word: str, limit: int) -> bool:
    """Whether so many edits may lead from one word to the other: each brings in one letter and takes away one."""
    return (
        -limit <= len(word) - len(typed) <= limit
        and len(letters.difference(word)) <= limit
        and len(set(word) - letters) <= limit
    )
