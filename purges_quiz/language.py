"""The general language that comes with the program, found in its files once for all decks."""

from __future__ import annotations

import tomllib
from functools import cache, partial
from mmap import ACCESS_READ, mmap
from pathlib import Path

from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.word_lists import English, Lines, listed, reader, relations, relatives
from purges_quiz.grading.words import american

DATA = Path(__file__).parent / "grading" / "data"


@cache
def general_language() -> Lexicon:
    """The lexicon of concepts with the list of English words, as `Grader` takes it."""
    tables = tomllib.loads((DATA / "lexicon.toml").read_text(encoding="utf-8"))
    irregular = {
        american(form): american(lemma) for form, lemma in {**tables["irregular"], **tables["plurals"]}.items()
    }
    return Lexicon(
        listed=reader(lines_of("roots.txt"), partial(listed, irregular)),
        relations=reader(lines_of("relations.txt"), relations),
        related=reader(lines_of("related.txt"), relatives),
        english=English(lines_of("english.txt")),
        irregular=irregular,
        plurals=frozenset(map(american, tables["plurals"])),
        lists={name: frozenset(text.split(", ")) for name, text in tables["lists"].items()},
        text_speak=tables["text_speak"],
        demonyms={form: name for name, forms in tables["demonyms"].items() for form in (name, *forms.split(", "))},
        rivals=[(pair[0], pair[1]) if isinstance(pair, list) else (pair, pair) for pair in tables["rivals"].values()],
    )


def lines_of(name: str) -> Lines:
    """A sorted file, of which only those pages take memory that are searched."""
    with (DATA / name).open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
