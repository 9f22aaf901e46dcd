"""The lexicon read from its files: the concepts, which are written in plain text, and the other tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import Any

from purges_quiz.grading.entries import Line, indexed, listed
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.word_lists import Related
from purges_quiz.grading.words import american

_KINDS = ("verbs", "nouns", "adjectives", "others", "wordings")
KEYS = (*_KINDS, "transitive", "opposites", "converses", "implies")
"""What may stand below a concept's name; `transitive` stands alone."""


def concepts_of(lines: Iterable[str]) -> dict[str, dict[str, str]]:
    """The concepts by name, each with its keys and what stands behind them; data/concepts.txt explains both.

    From the lines of the file one by one: all of them at once take half a megabyte more.

    Raises ValueError, with the number of the line, for a concept named twice, for a key that is unknown, said twice or
    stands below no name, and for one with nothing behind it.
    """
    found: dict[str, dict[str, str]] = {}
    concept: dict[str, str] | None = None
    for number, read in enumerate(lines, start=1):
        line = read.rstrip("\n")
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


def lexicon_of(
    tables: Mapping[str, Any], english: Container[str] = frozenset(), related: Related | None = None
) -> Lexicon:
    """The lexicon of its tables, as data/lexicon.toml has them and explains them."""
    irregular = {
        american(form): american(lemma)
        for name in ("irregular", "plurals")
        for form, lemma in tables.get(name, {}).items()
    }
    opposites: dict[str, set[str]] = defaultdict(set)
    converses: dict[str, set[str]] = defaultdict(set)
    implied: dict[str, tuple[str, ...]] = {}
    concepts: Mapping[str, Mapping[str, Any]] = tables.get("concept", {})
    lines = {
        concept: tuple(Line(concept, kind, table[kind]) for kind in _KINDS if kind in table)
        for concept, table in concepts.items()
    }
    for concept, table in concepts.items():
        for other in listed(table.get("opposites", "")):
            opposites[concept].add(other)
            opposites[other].add(concept)
        for other in listed(table.get("converses", "")):
            converses[concept].add(other)
            converses[other].add(concept)
        implied[concept] = tuple(listed(table.get("implies", "")))
    names = {
        country: (Line(country, "nouns", f"{country}, {forms}"),)
        for country, forms in tables.get("demonyms", {}).items()
    }
    implied.update(dict.fromkeys(names, ()))
    entries, phrases, every = indexed(
        (line for own in lines.values() for line in own), (line for own in names.values() for line in own), irregular
    )
    return Lexicon(
        entries,
        phrases,
        every,
        {concept: frozenset(others) for concept, others in opposites.items()},
        {concept: frozenset(others) for concept, others in converses.items()},
        {concept: _closed(concept, implied) for concept in implied},
        frozenset(concept for concept, table in concepts.items() if "transitive" in table),
        irregular,
        frozenset(map(american, tables.get("plurals", {}))),
        {name: frozenset(listed(text)) for name, text in tables.get("lists", {}).items() if isinstance(text, str)},
        tables.get("text_speak", {}),
        {form: country for country, forms in tables.get("demonyms", {}).items() for form in (country, *listed(forms))},
        {**lines, **names},
        english,
        [(pair[0], pair[1]) if isinstance(pair, list) else (pair, pair) for pair in tables.get("rivals", {}).values()],
        related or Related(),
    )


def _closed(concept: str, implied: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found, left = {concept}, [concept]
    while left:
        for other in implied.get(left.pop(), ()):
            if other not in found:
                found.add(other)
                left.append(other)
    return frozenset(found)
