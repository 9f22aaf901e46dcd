"""Questions from facts: one module for each kind, one line here for each module."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from purges_quiz.core.distractors import Index
from purges_quiz.core.facts import Fact
from purges_quiz.core.generators import (
    date_recall,
    free_text,
    list_recall,
    matching,
    multiple_choice,
    number_recall,
    ordering,
)
from purges_quiz.core.question import Question

GENERATORS: tuple[Callable[[Fact, Index], Iterator[Question]], ...] = (
    multiple_choice.questions,
    number_recall.questions,
    date_recall.questions,
    free_text.questions,
    list_recall.questions,
    ordering.questions,
    matching.questions,
)
"""Each gives every question of its kind that asks a fact, those that it shares with other facts included."""
