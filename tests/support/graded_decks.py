"""The decks that the grader is tried on: the shipped one, and those made for the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import shared_work
from judging import question_on

import shipped_deck
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question
from purges_quiz.grading import Grader
from purges_quiz.store.decks import read_deck

FOLDER = Path(__file__).parents[1] / "data" / "decks"
SHIPPED = "shipped"
NAMES = (SHIPPED, "reformation")
"""Those on which every kind of answer is generated; to the others of the folder answers were written by hand."""


@cache
def deck(name: str) -> Deck:
    """The deck of that name."""
    return shipped_deck.deck() if name == SHIPPED else read_deck(FOLDER / name)


def grader(name: str) -> Grader:
    """Its grader."""
    return shared_work.grader_of(deck(name))


@cache
def questions(name: str) -> tuple[Question, ...]:
    """Every wording of every question that is typed with no cue."""
    return tuple(
        question_on(fact, target, variant)
        for fact in deck(name).facts.values()
        for target in fact.targets
        for variant in range(len(target.prompts))
    )
