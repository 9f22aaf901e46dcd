"""Points and the streak of right answers: what an attempt earns, and the streak after it."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor
from typing import NamedTuple

from purges_quiz.round.records import Outcome

FULL = 100
"""Points of a right answer, before speed and streak."""
HALF = 50
"""Points of a partial answer."""
SPEED, STREAK = 60, 40
"""Points that speed, and that a streak, can add in a whole round: together no more than one right answer earns."""


class Scale(NamedTuple):
    """The most that speed and streak can add to one right answer.

    In a round of n questions speed and streak together never add more than 100 / n to one answer, so all of them
    add less than one more right answer earns: k + 1 right answers always beat k.
    """

    speed: float
    streak: int

    @staticmethod
    def of_length(questions: int) -> Scale:
        """The scale of a round of n questions: `SPEED` / n for speed, floor(`STREAK` / n) for the streak."""
        return Scale(SPEED / questions, STREAK // questions)


class Scorable(NamedTuple):
    """The part of an attempt that its points depend on."""

    outcome: Outcome
    share: float
    """The share of the speed points earned, from `speed_share`."""
    self_graded: bool = False
    practice: bool = False


class Score(NamedTuple):
    """What one attempt earned, and the streak of right answers after it."""

    points: int
    streak: int


def speed_share(seconds: float, limit: float | None, allowance: float) -> float:
    """How much of the speed points an answer after so many seconds earns, from 0 to 1.

    clamp((T - t) / (T - g), 0, 1) with the limit T and the reading allowance g, in seconds; 0 when untimed.
    """
    if limit is None or limit <= allowance:
        return 0.0
    return min(1.0, max(0.0, (limit - seconds) / (limit - allowance)))


def scores(attempts: Iterable[Scorable], scale: Scale) -> tuple[Score, ...]:
    """The score of every attempt of a round, in the order in which they were made."""
    found: list[Score] = []
    streak = 0
    for attempt in attempts:
        found.append(_score(attempt, streak, scale))
        streak = found[-1].streak
    return tuple(found)


def _score(attempt: Scorable, streak: int, scale: Scale) -> Score:
    if attempt.practice:
        return Score(0, streak)
    if attempt.self_graded:
        return Score(FULL, streak)
    match attempt.outcome:
        case Outcome.RIGHT:
            return Score(FULL + floor(scale.speed * attempt.share) + min(streak, scale.streak), streak + 1)
        case Outcome.SLIP:
            return Score(FULL, streak)
        case Outcome.PARTIAL:
            return Score(HALF, streak)
        case Outcome.WRONG | Outcome.DONT_KNOW | Outcome.NO_ANSWER:
            return Score(0, 0)
