"""Which facts of a list the draft has found."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from purges_quiz.authoring.draft import DraftCard, DraftFact
from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.numbers import parse_quantity, parse_range

ALIKE = 0.6
"""Of the content words of two statements, the share that both have (F1) from which they are the same."""
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "that",
        "which",
        "who",
        "it",
        "its",
        "they",
        "them",
        "he",
        "him",
        "his",
        "was",
        "were",
        "be",
    ]
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One fact of the list."""

    key: str
    type: str
    value: str


def listed(path: Path) -> list[list[Listed]]:
    """The facts of each card, in the order of the cards."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        [Listed(f"{card}/{row['fact']}", row["type"], row["value"]) for row in facts]
        for card, facts in groupby(rows, key=lambda row: row["card"])
    ]


def found(facts: Sequence[Listed], card: DraftCard) -> Iterator[tuple[Listed, DraftFact | None]]:
    """Each listed fact with the drafted one that asks it; each drafted one serves once."""
    left = list(card.facts)
    for fact in facts:
        match = next((drafted for drafted in left if same(fact, drafted)), None)
        if match is not None:
            left.remove(match)
        yield fact, match


def same(fact: Listed, drafted: DraftFact) -> bool:
    """Whether a drafted fact has the type and the value of a listed one."""
    match fact.type:
        case "date":
            return drafted.type == "date" and _span(drafted.value) == _span(fact.value)
        case "quantity":
            return (
                drafted.type == "quantity" and parse_quantity(drafted.value).amount == parse_quantity(fact.value).amount
            )
        case "range":
            return drafted.type == "range" and _bounds(drafted.value) == _bounds(fact.value)
        case "number":
            return drafted.type == "number" and drafted.value in fact.value
        case "person" | "people" | "term" | "quote" | "list" | "sequence":
            return drafted.type in _KIN[fact.type] and _named(fact.value) == _named(drafted.value)
    return drafted.type in {"statement", "term", "quote", "list"} and _overlap(fact.value, drafted.value) >= ALIKE


_KIN = {
    "person": {"person"},
    "people": {"people"},
    "term": {"term"},
    "quote": {"quote"},
    "list": {"list", "people"},
    "sequence": {"list", "sequence"},
}


def _span(text: str) -> object:
    date = parse_date(text)
    return date.first, date.last


def _bounds(text: str) -> object:
    read = parse_range(text)
    return read.low, read.high


def _named(text: str) -> frozenset[str]:
    """The words of a name or list, without small ones and the word that says what it is: "quota system"."""
    return frozenset(word for word in _words(text) if word not in SMALL | {"system", "level"})


def _overlap(one: str, other: str) -> float:
    first, second = _stems(one), _stems(other)
    both = len(first & second)
    return 2 * both / (len(first) + len(second)) if both else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _words(text) if word not in SMALL)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.lower())
