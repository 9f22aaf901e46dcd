"""The drafted questions as they were judged one by one: could I answer this?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from purges_quiz.authoring.draft import Drafted

FINE = "fine"


@dataclass(frozen=True, slots=True)
class Review:
    """The verdicts on the questions of one set: each "fine", or what is wrong with it."""

    fine: int
    wrong: tuple[tuple[str, str], ...]
    """Questions with what is wrong with them."""
    unjudged: tuple[str, ...]
    """Questions without a verdict."""


def questions(drafted: Drafted) -> Iterator[str]:
    """Each question of a draft with its answer."""
    for card in drafted.cards:
        for fact in card.facts:
            yield f"{fact.prompt} = {fact.value}"


def verdicts(path: Path) -> dict[str, str]:
    """The verdict on each question, by the question with its answer."""
    rows = (line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {question: verdict for verdict, question in rows}


def review(drafted: Drafted, known: dict[str, str]) -> Review:
    """How the questions of a draft were judged."""
    asked = list(questions(drafted))
    return Review(
        sum(known.get(question) == FINE for question in asked),
        tuple((question, known[question]) for question in asked if known.get(question, FINE) != FINE),
        tuple(question for question in asked if question not in known),
    )
