"""Sentences before a round: what is due, what there is to play, and when a clock runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from purges_quiz.progress.days import DayStreak
from purges_quiz.round.modes import Mode
from purges_quiz.session import Home
from purges_quiz.wording.figures import counted

if TYPE_CHECKING:
    from purges_quiz.progress.views import Plan
    from purges_quiz.session.today import DayPlan

STRIP = 14
"""Days shown on Home."""
NOTHING_TO_ASK: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.MISTAKES: "No mistakes are open. A quick round asks what is due and what is new.",
        Mode.FULL: "Every fact has been asked.",
    }
)
NOTHING_AT_ALL = "There is nothing to ask."


class ClockUse(Enum):
    """When questions have a time limit."""

    USUAL = "Clock on, except for mistakes"
    ALWAYS = "Clock on, for mistakes too"
    NEVER = "Clock off"

    @staticmethod
    def of(clock: bool | None) -> ClockUse:  # noqa: FBT001 -- as in `RoundOptions`
        """What `RoundOptions.clock` says."""
        return {None: ClockUse.USUAL, True: ClockUse.ALWAYS, False: ClockUse.NEVER}[clock]

    @property
    def as_option(self) -> bool | None:
        """The same as `RoundOptions.clock` says it."""
        return {ClockUse.USUAL: None, ClockUse.ALWAYS: True, ClockUse.NEVER: False}[self]

    @property
    def next(self) -> ClockUse:
        """The one that follows when the player changes it."""
        uses = list(ClockUse)
        return uses[(uses.index(self) + 1) % len(uses)]


def offer(mode: Mode, summary: Home) -> str:
    """What a kind of round holds for the player now."""
    match mode:
        case Mode.QUICK:
            return f"{counted(summary.questions, 'question')}, a few minutes"
        case Mode.SPRINT:
            return "all you can in two minutes"
        case Mode.FULL if summary.left is not None:
            return f"go on where you left it: {summary.left.answered} of {summary.left.facts} done"
        case Mode.FULL:
            return "every fact once; can be resumed"
        case Mode.MISTAKES:
            return f"{summary.mistakes:,} open" if summary.mistakes else "none open"
        case Mode.CARD:
            return "a card of your choice"
        case Mode.EXAM:
            return "20 questions, judged at the end"


def exam(day: date, today: date) -> str:
    """When the exam is."""
    match (day - today).days:
        case 0:
            return "Exam today"
        case 1:
            return "Exam tomorrow"
        case days:
            return f"Exam in {days:,} days"


def plan(made: Plan, mistakes: int) -> str:
    """What to do today; `mistakes` are those that are open."""
    waiting = [f"{len(made.due)} to review"] if made.due else []
    if made.new_today:
        waiting.append(f"{made.new_today} new")
    if not waiting and mistakes:
        return f"nothing is due; {counted(mistakes, 'mistake')} open"
    if not waiting:
        return "nothing is due today"
    return f"today {' and '.join(waiting)}, about {counted(max(1, round(made.minutes)), 'minute')}"


def today(made: DayPlan) -> str:
    """How much of today's plan is left."""
    if not made.left:
        return "done"
    minutes = counted(max(1, round(made.minutes)), "minute")
    return f"{counted(made.left, 'more question' if made.done else 'question')}, about {minutes}"


def expected(made: Plan) -> str:
    """What memory predicts for the day of the exam."""
    return f"{made.overall:.0%} of all facts recalled then, as things stand"


def standing(summary: Home) -> str:
    """What is due, new and open."""
    mistakes = counted(summary.mistakes, "mistake")
    return f"{summary.due:,} due    {summary.new:,} new    {mistakes} open"


def welcome(facts: int, questions: int) -> str:
    """What this is, for a player who has answered nothing yet."""
    return (
        f"A revision game about the {counted(facts, 'fact')} in your notes. "
        f"Press Enter for a round of {counted(questions, 'question')}; "
        "what you miss comes back until you know it."
    )


def day_streak(streak: DayStreak, longest: int = 0) -> str:
    """The streak of study days, its freezes, and the longest there ever was where that was another."""
    parts = [f"{counted(streak.length, 'day')} in a row"] if streak.length else ["No days in a row yet"]
    if longest > streak.length:
        parts.append(f"longest {longest:,}")
    if streak.frozen:
        parts.append(f"{counted(len(streak.frozen), 'missed day')} covered by a freeze")
    if streak.freezes:
        parts.append(f"{counted(streak.freezes, 'freeze')} left")
    return ", ".join(parts)
