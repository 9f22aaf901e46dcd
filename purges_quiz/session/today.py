"""What is planned for the study day, how much of it is done, and what the first screen shows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from purges_quiz.progress.days import DayStreak
from purges_quiz.progress.workload import basis, workload

if TYPE_CHECKING:
    from purges_quiz.progress import Best, Day, Progress
    from purges_quiz.round.state import Round
    from purges_quiz.session.game import Game


class DayPlan(NamedTuple):
    """The questions of a study day: mistakes, due and new facts in one."""

    done: int
    """Answers of today, those for practice left out."""
    planned: int
    """Questions of the day, fixed before its first answer; 0: nothing has to be asked."""
    planned_minutes: float
    """How long they take."""

    @property
    def left(self) -> int:
        """Questions still to be answered."""
        return max(self.planned - self.done, 0)

    @property
    def minutes(self) -> float:
        """How long those that are left take."""
        return self.planned_minutes * self.left / self.planned if self.planned else 0.0

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return 1 - self.left / self.planned if self.planned else 1.0


def day_plan(game: Game, progress: Progress) -> DayPlan:
    """The plan of today.

    The one place that says what a day holds; screens and lines take it from here.
    """
    today = game.today
    done = progress.days[today].answers if today in progress.days else 0
    known = basis(progress, today)
    held = workload(known, game.outline.facts, game.questions, game.exam, game.minutes_today)
    return DayPlan(done, held.questions, held.minutes)


def expected(game: Game) -> float:
    """The share of all facts that is predicted to be recalled on the day of the exam, or tomorrow if none is ahead."""
    from purges_quiz.progress.views import mean, recalled_then

    return mean(recalled_then(game.store.progress(), game.outline, game.today, game.exam).values())


def another(game: Game) -> float | None:
    """How many facts more are recalled on the day that counts if one more round is played today.

    All else is studied as planned. None while the plan of the day is not done: what is left of it comes first. The
    first call of a day makes the study plan, which takes a moment.
    """
    progress = game.store.progress()
    if day_plan(game, progress).left:
        return None
    worths = game.study_plan().worths(progress.forgetting, game.outline.facts).values()
    best = sorted(worths, key=lambda worth: worth.gain / worth.seconds, reverse=True)[: game.questions]
    return sum(max(worth.expected, 0.0) for worth in best)


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
    left: int | None
    """Facts asked so far in the full round that can be resumed; None: there is none."""
    questions: int
    """Questions of a quick round, if no other number is wanted."""
    today: date
    """The study day."""
    exam: date | None
    """The day of the exam; None: none is set, or it is over."""
    notice: str | None
    """What the player must know about the keeping of answers."""
    wanted: int | None = None
    """Questions that the player wants of every kind of round; None: as many as each has."""

    def best_score(self, current: Round) -> int | None:
        """The personal best among rounds of the same mode, timed or untimed as this one is; None: there is none yet."""
        best = self.bests.get((current.mode, current.timed))
        return best.result.score if best else None
