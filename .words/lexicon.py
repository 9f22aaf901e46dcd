"""Make `roots.txt` and `relations.txt` of purges_quiz/grading/data, in which the grader looks up words and concepts.

From `concepts.txt` and `lexicon.toml` beside them, whenever either or `grading/inflection.py` has changed. Run from the
root of the project, in a second:

    .venv/bin/python .words/lexicon.py

Both are sorted, and only what a text needs is read of them: to find the roots of all 12,000 words and phrases when the
game starts would take 35 ms, and to hold them 3 MiB.

- A line of `roots.txt` has a root, its words in American spelling, the entries of one word that have it, and the
  phrases of which the first word has it. Each entry is a concept, a kind, and the words, "die verbs pass away".
- A line of `relations.txt` has a concept, all that is said as well by whoever says it, its opposites, its converses,
  the words of its entries, and "transitive" if its verbs have an object.

Tabs part these, ", " parts entries.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.vocabulary import CARDINALS
from purges_quiz.grading.words import american

DATA = Path(__file__).parents[1] / "purges_quiz" / "grading" / "data"
KINDS = ("verbs", "nouns", "adjectives", "others", "wordings")
KEYS = (*KINDS, "transitive", "opposites", "converses", "implies")
"""What may stand below a concept's name; `transitive` stands alone."""

Concepts = Mapping[str, Mapping[str, str]]
"""Each concept's keys, and what stands behind them."""


def concepts_of(lines: Iterable[str]) -> dict[str, dict[str, str]]:
    """The concepts by name, each with its keys and what stands behind them; concepts.txt explains both.

    Raises ValueError, with the number of the line, for a concept named twice, for a key that is unknown, said twice or
    stands below no name, and for one with nothing behind it.
    """
    found: dict[str, dict[str, str]] = {}
    concept: dict[str, str] | None = None
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if line in found:
                raise ValueError(f"line {number}: {line} stands there twice; join the two")
            concept = found[line] = {}
            continue
        key, _, text = line.strip().partition(" ")
        if concept is None or key not in KEYS or key in concept:
            raise ValueError(f"line {number}: {key} is not expected here; a concept has each of {', '.join(KEYS)} once")
        if not text and key != "transitive":
            raise ValueError(f"line {number}: {key} has nothing behind it")
        concept[key] = text
    return found


def listed(text: str) -> list[str]:
    """The entries of a list."""
    return [entry for entry in text.split(", ") if entry]


def roots(concepts: Concepts, names: Concepts, irregular: Mapping[str, str]) -> Iterator[str]:
    """The lines of roots.txt; `names` are concepts of which the words are none of the language's own."""
    words: dict[str, dict[str, None]] = defaultdict(dict)
    singles: dict[str, list[str]] = defaultdict(list)
    phrases: dict[str, list[str]] = defaultdict(list)
    for concept, kind, text in entries({**concepts, **names}):
        parts = text.replace("-", " ").split()
        spelt = [american(str(CARDINALS.get(part, part))) for part in parts]  # as they are read in an answer
        of_first = singles if len(spelt) == 1 else phrases
        of_first[root_of(spelt[0], irregular)].append(f"{concept} {kind} {' '.join(spelt)}")
        if concept in concepts:
            for word in map(american, parts):
                words[root_of(word, irregular)][word] = None
    for root in words.keys() | singles.keys() | phrases.keys():
        columns = root, " ".join(words[root]), ", ".join(singles[root]), ", ".join(phrases[root])
        yield "\t".join(columns)


def relations(concepts: Concepts, names: Concepts) -> Iterator[str]:
    """The lines of relations.txt."""
    every = {**concepts, **names}
    both: dict[str, dict[str, set[str]]] = {key: defaultdict(set) for key in ("opposites", "converses")}
    for concept, table in concepts.items():
        for key, found in both.items():
            for other in listed(table.get(key, "")):
                found[concept].add(other)
                found[other].add(concept)
    words: dict[str, set[str]] = defaultdict(set)
    for concept, _, text in entries(every):
        words[concept].update(text.split())
    for concept, table in every.items():
        said = implied(concept, concepts), both["opposites"][concept], both["converses"][concept], words[concept]
        yield "\t".join((concept, *(" ".join(sorted(one)) for one in said), "transitive" * ("transitive" in table)))


def entries(concepts: Concepts) -> Iterator[tuple[str, str, str]]:
    """Concept, kind and text of each entry."""
    for concept, table in concepts.items():
        for kind in KINDS:
            for text in listed(table.get(kind, "")):
                yield concept, kind, text


def implied(concept: str, concepts: Concepts) -> set[str]:
    """What whoever says a concept says as well, the concept itself among it."""
    found, left = {concept}, [concept]
    while left:
        for other in listed(concepts.get(left.pop(), {}).get("implies", "")):
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def made() -> dict[str, str]:
    """The two files, by name."""
    tables = tomllib.loads((DATA / "lexicon.toml").read_text(encoding="utf-8"))
    concepts = concepts_of((DATA / "concepts.txt").read_text(encoding="utf-8").splitlines())
    names = {country: {"nouns": f"{country}, {forms}"} for country, forms in tables["demonyms"].items()}
    irregular = {
        american(form): american(lemma) for form, lemma in {**tables["irregular"], **tables["plurals"]}.items()
    }
    files = {"roots.txt": roots(concepts, names, irregular), "relations.txt": relations(concepts, names)}
    return {name: "".join(f"{line}\n" for line in sorted(lines)) for name, lines in files.items()}


if __name__ == "__main__":
    for name, text in made().items():
        (DATA / name).write_text(text, encoding="ascii")
