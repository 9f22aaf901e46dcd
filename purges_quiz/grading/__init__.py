"""Judging answers as a fair teacher would: typed text, choices, orders and pairings to a `Verdict`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purges_quiz.grading.grader import Grader

__all__ = ["Grader"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load the grader, and rapidfuzz with it, when it is first asked for: the deck loader needs neither."""
    if name == "Grader":
        from purges_quiz.grading.grader import Grader

        return Grader
    raise AttributeError(name)
