"""Where the player stands, before a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from purges_quiz.progress import Best
from purges_quiz.progress.days import DayStreak

if TYPE_CHECKING:
    from purges_quiz.round import Round


@dataclass(frozen=True, slots=True)
class Left:
    """A full round that was left and can be resumed."""

    answered: int
    """Facts asked so far."""
    facts: int
    """Facts of the deck."""


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen says."""

    mistakes: int
    """Facts with an open entry in the mistakes book."""
    due: int
    """Facts to be reviewed today."""
    new: int
    """Facts never asked."""
    facts: int
    """Facts of the deck."""
    streak: DayStreak
    answered_today: int
    bests: Mapping[tuple[str, bool], Best]
    """The personal bests, by mode, and whether timed."""
    left: Left | None
    """The full round to be resumed, if there is one."""
    questions: int
    """Questions of a quick round."""
    today: date
    """The study day."""
    exam: date | None
    """The day of the exam; None: none is set, or it is over."""
    notice: str | None
    """What must be said about the keeping of answers."""

    def best_score(self, current: Round) -> int | None:
        """The personal best among rounds of the same mode, timed or untimed as this one is; None: there is none yet."""
        best = self.bests.get((current.mode, current.timed))
        return best.result.score if best else None
