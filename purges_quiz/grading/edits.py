"""How many letters lie between two words, and which: by rapidfuzz, loaded with the first word that is misspelt.

The library takes 4 MiB of the 50 that a round may take and 12 ms to load, and most answers need no edit to be counted.
"""

from __future__ import annotations

from collections.abc import Iterable


def edits(typed: str, right: str, limit: int) -> int:
    """Letters inserted, left out, replaced or swapped with their neighbour; `limit + 1` if there are more."""
    if typed == right:
        return 0
    if not limit or abs(len(typed) - len(right)) > limit:
        return limit + 1
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, right, score_cutoff=limit)


def within(typed: str, words: Iterable[str], limit: int) -> dict[str, int]:
    """Those of some words that are at most so many edits from what was typed, with the edits, the nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(typed, tuple(words), scorer=OSA.distance, score_cutoff=limit, limit=None)
    return {word: int(distance) for word, distance, _ in found}


def misspelt(typed: str, right: str) -> set[int]:
    """Where letters of the right word were not typed as they are, by the fewest insertions, omissions and changes.

    Where a letter was typed too many, that is the letter before it.
    """
    from rapidfuzz.distance import Levenshtein

    steps = Levenshtein.editops(typed, right)
    return {max(step.dest_pos - 1, 0) if step.tag == "delete" else step.dest_pos for step in steps}
