"""How long a grade takes, on the answers of the labelled set and on the longest of texts."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from judging import grader, question_on, targets

import shipped
from purges_quiz.core.grading import Grader

MEDIAN = 0.0002
"""Seconds that a grade may take."""
PASTE = 0.05
"""Seconds that 100,000 characters may take."""


def seconds(asked_and_texts: list[tuple[object, str]]) -> list[float]:
    from purges_quiz.core.question import Question

    taken = []
    for asked, text in asked_and_texts:
        assert isinstance(asked, Question)
        began = time.perf_counter()
        grader().grade(asked, text)
        taken.append(time.perf_counter() - began)
    return taken


def test_a_grade_takes_a_fifth_of_a_millisecond() -> None:
    work: list[tuple[object, str]] = []
    for fact, target in targets():
        asked = question_on(fact, target)
        work += [
            (asked, text) for text in (target.value.shown, f"i think {target.value.shown}", "something quite else")
        ]
        work += [(asked, it.text) for it in target.distractors if it.text]
    seconds(work)  # the first round reads the deck
    assert statistics.median(seconds(work)) < MEDIAN


def test_a_pasted_book_is_put_away_at_once() -> None:
    book = "Yezhov or Yagoda, 1,108 of 1,996 in August 1936. " * 2050
    assert len(book) > 100_000
    assert max(seconds([(question_on(fact, target), book) for fact, target in targets()])) < PASTE


def test_a_grader_reads_nothing_until_it_is_asked() -> None:
    began = time.perf_counter()
    Grader(shipped.deck())
    assert time.perf_counter() - began < 0.005


def test_the_deck_loads_without_the_grader_and_without_rapidfuzz() -> None:
    program = (
        "import sys; import purges_quiz.core.decks, purges_quiz.core.grading.numbers, purges_quiz.core.grading.dates; "
        "sys.exit('rapidfuzz' in sys.modules or 'purges_quiz.core.grading.grader' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
