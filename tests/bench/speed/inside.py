"""What the engine takes, measured by the interpreter that has the game installed. Prints JSON, in seconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from statistics import median

from purges_quiz.core import bank
from purges_quiz.core.grading import Grader
from purges_quiz.core.progress import views
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import read_deck

SAMPLE = 200
TYPED = ("1937", "Nikolai Yezhov", "they were arrested and shot for plotting against Stalin")


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Add the seconds that the block takes."""
    begun = time.perf_counter()
    yield
    into.append(time.perf_counter() - begun)


def once(act: Callable[[], object]) -> float:
    """Seconds of one call."""
    took: list[float] = []
    with timed(took):
        act()
    return took[0]


def main(folder: Path, answers: Path) -> None:
    """Measure a deck and a store."""
    deck = read_deck(folder)
    made, graded = bank.build(deck), Grader(deck)
    keys = Random(1).sample(list(deck.facts), min(SAMPLE, len(deck.facts)))
    first = once(lambda: made.of_fact(keys[0]))
    making: list[float] = []
    for key in keys[1:]:
        with timed(making):
            found = made.of_fact(key)
        making[-1] /= max(1, len(found))
    questions = [question for key in keys for question in made.of_fact(key) if question.typed][:SAMPLE]
    first_grade = once(lambda: graded.grade(questions[0], TYPED[0]))
    grading: list[float] = []
    for question in questions:
        for text in (question.answer, *TYPED):
            with timed(grading):
                graded.grade(question, text)
    whole = bank.build(deck)
    report = {
        "facts": len(deck.facts),
        "first_of_fact": first,
        "question": median(making),
        "question_worst": max(making),
        "first_grade": first_grade,
        "grade": median(grading),
        "grade_worst": max(grading),
        "bank": once(lambda: whole.questions) if len(deck.facts) < 1000 else None,
    }
    store = AnswerStore.open(answers)

    def read() -> None:
        progress, today = store.progress(), date.today()  # noqa: DTZ011 -- any day will do
        _ = progress.mistakes
        views.recall_by_card(progress, deck, today)
        views.plan(progress, deck, today)
        views.hardest(progress)
        views.slowest(progress)
        views.confusion_pairs(progress, deck)

    report["progress"] = once(read)
    print(json.dumps(report))  # noqa: T201 -- what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
