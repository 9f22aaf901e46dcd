"""How long does it take to judge an answer? `.venv/bin/python -m tests.bench.grading`, from the root of the checkout.

Times are of the processor, so that other programs do not matter. Half a minute.
"""

from __future__ import annotations

import csv
import json
import resource
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from purges_quiz import bank
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question
from purges_quiz.grading import Grader
from purges_quiz.language import general_language
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck
from tests.bench.speed.large import write_deck

FACTS = 5_000
LABELLED = Path(__file__).parents[2] / "data" / "answers" / "development.tsv"
LONG = 100_000
EVERY = 40
"""Of a large deck every so manieth fact is asked."""


def main() -> None:
    """Measure, and print."""
    before = _memory()
    language = _seconds(general_language)
    _say("General language read", language, 0.06)
    _say_memory("Memory of the general language", _memory() - before)
    deck = read_deck(questions_folder())
    grader = Grader(deck, general_language())
    prepared = _seconds(lambda: [None for _ in grader.preparing()])
    _say("Deck prepared", prepared, 0.06 - language)
    asked = list(_labelled(deck))
    took = [_graded(grader, question, text) for question, text in asked]
    _say("One grade, median", median(took), 0.0003)
    _say("One grade, 9 of 10", quantiles(took, n=10)[-1])
    _say("One grade, worst", max(took))
    book = max(_seconds(partial(grader.grade, it, "word " * (LONG // 5))) for it, _ in asked[:EVERY])
    _say(f"A text of {LONG:,} characters", book, 0.05)
    _say_memory("Memory after all of them", _memory() - before)
    with TemporaryDirectory() as name:
        write_deck(questions_folder(), Path(name) / "deck", FACTS)
        large = read_deck(Path(name) / "deck")
    grader = Grader(large, general_language())
    _say(f"A deck of {FACTS:,} facts prepared", _seconds(lambda: [None for _ in grader.preparing()]))
    took = [_graded(grader, question, question.answer) for question in _some(large)]
    _say(f"One grade of {FACTS:,} facts, median", median(took), 0.005)


def _labelled(deck: Deck) -> Iterator[tuple[Question, str]]:
    """The answers labelled by hand, question after question."""
    questions = bank.build(deck)
    with LABELLED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        for question in questions.of_fact(row["fact"]):
            target = question.target
            if question.typed and question.hint is None and target is not None and target.name == row["end"]:
                yield question, json.loads(row["response"])
                break


def _some(deck: Deck) -> Iterator[Question]:
    questions = bank.build(deck)
    for key in list(deck.facts)[::EVERY]:
        yield from [it for it in questions.of_fact(key) if it.typed and it.hint is None][:1]


def _graded(grader: Grader, question: Question, text: str) -> float:
    """The time of a grade; what judges answers to a question is made while it is read."""
    grader.grade(question, "any other text")
    return _seconds(lambda: grader.grade(question, text))


def _seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _memory() -> float:
    """The most memory used so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(what: str, took: float, most: float | None = None) -> None:
    bound = f"   at most {most * 1000:.2f} ms" if most is not None else ""
    print(f"{what:<40}{took * 1000:>10.3f} ms{bound}")  # noqa: T201 -- what it is for


def _say_memory(what: str, mebibytes: float) -> None:
    print(f"{what:<40}{mebibytes:>10.1f} MiB")  # noqa: T201 -- what it is for


if __name__ == "__main__":
    main()
