"""The general language that answers in any deck are read with."""

from __future__ import annotations

from dataclasses import dataclass

from purges_quiz.grading.english import English
from purges_quiz.grading.lexicon import Lexicon


@dataclass(frozen=True)
class General:
    """Data of the program, handed to the grader by whoever opens the game."""

    english: English
    lexicon: Lexicon
