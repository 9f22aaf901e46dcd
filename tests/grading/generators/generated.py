"""What a generator makes, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generators.edits import Edits
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question


@dataclass(frozen=True, slots=True)
class Generated:
    """An answer made by rule, with its label."""

    text: str
    right: bool
    """Whether a fair teacher marks it right; whoever marks a right one less, or a wrong one right, is mistaken."""
    sort: str
    """The sort of it within the kind: the connective, the remark, the edit."""
    apart: bool = False
    """True: it can be read in more than one way, so it is counted apart from the kind's rate."""


Generator = Callable[[Deck, Question, Edits], Iterator[Generated]]
"""Makes every answer of its kind to a question; `edits` says which misspellings of a word are tried, where some are."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of generated answers, with the share of them that a grader may get wrong."""

    name: str
    generate: Generator
    at_most: float
    by_prompt: bool = False
    """Whether the wording of the question makes a difference, so that each has to be tried."""
    tried: int = 2
    """Misspellings of a word that a sample tries."""
