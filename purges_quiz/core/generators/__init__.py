"""Questions from facts: one module for each kind, one line here for each module."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

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
from purges_quiz.core.question import Kind, Question

GENERATORS: Mapping[str, Callable[[Fact, Index], Iterator[Question]]] = MappingProxyType(
    {
        Kind.MULTIPLE_CHOICE: multiple_choice.questions,
        Kind.NUMBER_RECALL: number_recall.questions,
        Kind.DATE_RECALL: date_recall.questions,
        Kind.FREE_TEXT: free_text.questions,
        Kind.LIST_RECALL: list_recall.questions,
        Kind.ORDERING: ordering.questions,
        Kind.MATCHING: matching.questions,
    }
)
"""Each gives every question of its kind that asks a fact, those that it shares with other facts included."""
