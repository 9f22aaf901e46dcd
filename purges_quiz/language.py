"""The general language that comes with the program, read from its files once for all decks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.lexicon_files import concepts_of, lexicon_of
from purges_quiz.grading.word_lists import English, Lines, Related

DATA = Path(__file__).parent / "grading" / "data"


@cache
def general_language() -> Lexicon:
    """The lexicon of concepts with the list of English words, as `Grader` takes it."""
    tables = _tables()
    _tables.cache_clear()  # its texts are in the lexicon by then
    return lexicon_of(tables, english_words(), related_words())


def reading() -> Iterator[None]:
    """Read the general language now, in short pieces."""
    _tables()
    yield
    general_language()


@cache
def _tables() -> Mapping[str, Any]:
    tables = tomllib.loads((DATA / "lexicon.toml").read_text(encoding="utf-8"))
    with (DATA / "concepts.txt").open(encoding="utf-8") as lines:
        return {**tables, "concept": concepts_of(lines)}


def english_words() -> English:
    """Some 20,000 common English words."""
    return English(_lines("english.txt"))


def related_words() -> Related:
    """Words that are near one another in sense."""
    return Related(_lines("related.txt"))


def _lines(name: str) -> Lines:
    """A sorted file, of which only those pages take memory that are searched."""
    with (DATA / name).open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)
