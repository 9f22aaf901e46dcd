"""Numbers to be typed: quantities, ranges, and numbers that name a thing."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.core.distractors import Index
from purges_quiz.core.facts import Fact, Label, Quantity, Range
from purges_quiz.core.generators.parts import typed
from purges_quiz.core.question import Kind, Question


def questions(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt of each value, without and with its cue."""
    return typed(Kind.NUMBER_RECALL, fact, index, Quantity, Label, Range)
