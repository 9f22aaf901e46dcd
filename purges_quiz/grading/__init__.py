"""Judging answers as a fair teacher would: typed text, choices, orders and pairings to a `Verdict`.

The way of a typed answer is that of `Grader` in `grader`, from top to bottom. Its text becomes words (`words`), slips
of typing are put right by the words of the fact (`slips`), and a `Reading` leaves out what is no answer (`remarks`) and
finds meanings (`lexicon`), clauses and denials (`polarity`). If the deck has it word for word (`literal`), that is the
verdict; else the judge of its type gives it: `quantities`, `ranges`, `labels`, `moments` for dates, `names`, `quotes`,
`lists`, which choose among `candidates`, or `statements`, which looks for `ideas`, then for a `paraphrase`, then for
`faults`. Whether the claim contradicts the question is asked of `predicate` by all of them.
"""

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
