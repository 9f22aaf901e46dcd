"""What is planned for the study day, and how much of it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from purges_quiz.progress.views import due, seconds_per_answer

if TYPE_CHECKING:
    from purges_quiz.progress import Progress
    from purges_quiz.session.game import Game

LONG_PAUSE = 14
"""Days without study after which a day's plan is one round, however much is due: a heap of debts invites nobody."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The questions of a study day."""

    done: int
    left: int
    minutes: float
    """How long those that are left take."""

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self.done / (self.done + self.left) if self.left else 1.0


def day_plan(game: Game, progress: Progress) -> DayPlan:
    """The plan of today: what is due, so many new facts that all are met by the exam, and at least a round.

    The one place that says what a day holds; screens and lines take it from here.
    """
    today, facts = game.today, game.outline.facts
    done = progress.days[today].answers if today in progress.days else 0
    new = sum(key not in progress.facts for key in facts)
    days_left = (game.exam - today).days if game.exam else 0
    left = len(due(progress, game.outline, today, game.exam)) + (-(-new // days_left) if days_left > 0 else 0)
    before = [day for day in progress.days if day < today]
    a_round = max(0, game.questions - done)
    if before and (today - max(before)).days >= LONG_PAUSE:
        left = min(left, a_round) if left else a_round
    elif new:
        left = max(left, a_round)
    return DayPlan(done, left, left * seconds_per_answer(progress) / 60)
