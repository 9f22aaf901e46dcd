"""Is it fast? `.venv/bin/python -m tests.bench.speed [--pairs N]`, from the root of the checkout, on Linux.

Installs the wheel in a virtual environment of its own, and prints, as Markdown, what it takes beside a bare Textual
app in the same pseudo-terminal. Lines with a dash before them are nobody's promise. Seven minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from purges_quiz import bank
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck

from . import measures
from .installed import install
from .large import fill_store, write_deck
from .measures import Bench
from .report import Row, table

ANSWERS = 100_000
FACTS = 5_000
MEASURES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "starts": measures.starts,
    "commands": measures.commands,
    "keys": measures.keys,
    "memory": measures.memory,
    "idle": measures.idle,
    "first": measures.first_question,
    "book": measures.book,
    "engine": lambda bench: measures.engine(bench, questions_folder()),
}


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speed", description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="how often each is measured")
    parser.add_argument("--programs", type=Path, metavar="BIN", help="the game is installed here already")
    parser.add_argument("measures", nargs="*", choices=[*MEASURES, []], metavar="MEASURE", help=", ".join(MEASURES))
    given = parser.parse_args()
    rows: list[Row] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(
            programs=given.programs or install(folder),
            pairs=given.pairs,
            players=folder,
            full=folder / "full",
            large=folder / "deck",
            full_large=folder / "full-large",
        )
        write_deck(questions_folder(), bench.large, FACTS)
        fill_store(bench.full / "answers.sqlite3", bank.build(read_deck(questions_folder())), ANSWERS)
        if "engine" in (given.measures or MEASURES):
            fill_store(bench.full_large / "answers.sqlite3", bank.build(read_deck(bench.large)), ANSWERS)
        for measure in given.measures or MEASURES:
            print(f"{measure} ...", file=sys.stderr)  # noqa: T201 -- so that nobody thinks it hangs
            rows += MEASURES[measure](bench)
    print(table(rows))  # noqa: T201 -- what it is for


if __name__ == "__main__":
    main()
