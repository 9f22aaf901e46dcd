"""The plain text in which the concepts of the lexicon are written, read into tables."""

from __future__ import annotations

KEYS = ("verbs", "nouns", "adjectives", "others", "wordings", "transitive", "opposites", "converses", "implies")
"""What may stand below a concept's name; `transitive` stands alone."""


def concepts_of(text: str) -> dict[str, dict[str, str]]:
    """The concepts by name, each with its keys and what stands behind them; data/concepts.txt explains both.

    Raises ValueError, with the number of the line, for a concept named twice, for a key that is unknown, said twice or
    stands below no name, and for one with nothing behind it.
    """
    found: dict[str, dict[str, str]] = {}
    concept: dict[str, str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if line in found:
                raise ValueError(f"line {number}: {line} stands there twice; join the two")
            concept = found[line] = {}
            continue
        key, _, listed = line.strip().partition(" ")
        if concept is None or key not in KEYS or key in concept:
            raise ValueError(f"line {number}: {key} is not expected here; a concept has each of {', '.join(KEYS)} once")
        if not listed and key != "transitive":
            raise ValueError(f"line {number}: {key} has nothing behind it")
        concept[key] = listed
    return found
