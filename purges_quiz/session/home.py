"""What the first screen shows of a player's answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from purges_quiz.progress.days import DayStreak
from purges_quiz.session.today import DayPlan

if TYPE_CHECKING:
    from purges_quiz.progress import Best, Day
    from purges_quiz.round.state import Round


class Left(NamedTuple):
    """A full round that was left and can be resumed."""

    answered: int
    """Facts asked so far."""
    facts: int
    """Facts of the deck."""


class Home(NamedTuple):
    """What the home screen shows."""

    mistakes: int
    """Facts with an open entry in the mistakes book."""
    new: int
    """Facts never asked."""
    facts: int
    """Facts of the deck."""
    streak: DayStreak
    longest: int
    """Days of the longest streak there ever was."""
    days: Mapping[date, Day]
    """Every day with an answer, in whatever deck."""
    plan: DayPlan
    """What today holds."""
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
    """What the player must know about the keeping of answers."""

    def best_score(self, current: Round) -> int | None:
        """The personal best among rounds of the same mode, timed or untimed as this one is; None: there is none yet."""
        best = self.bests.get((current.mode, current.timed))
        return best.result.score if best else None
