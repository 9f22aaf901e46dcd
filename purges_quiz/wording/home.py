"""Sentences before a round: what the day holds, what there is to play, and when a clock runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from purges_quiz.progress.days import DayStreak
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.session import Home
from purges_quiz.wording.figures import counted

if TYPE_CHECKING:
    from purges_quiz.session.today import DayPlan

STRIP = 14
"""Days shown on Home."""
NOTHING_ADDED, A_FACT = 0.1, 0.75
"""Fewer facts than these are next to nothing, and less than one."""
NOTHING_TO_ASK: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.MISTAKES: "No mistakes are open. A quick round asks what is due and what is new.",
        Mode.FULL: "Every fact has been asked.",
    }
)
NOTHING_AT_ALL = "There is nothing to ask."


CLOCK_USE: Mapping[bool | None, str] = MappingProxyType(
    {None: "Clock on, except for mistakes", True: "Clock on, for mistakes too", False: "Clock off"}
)
"""When questions have a time limit, by what `RoundOptions.clock` says."""


def next_clock(clock: bool | None) -> bool | None:  # noqa: FBT001 -- as in `RoundOptions`
    """What follows when the player changes it."""
    uses = list(CLOCK_USE)
    return uses[(uses.index(clock) + 1) % len(uses)]


def offer(mode: Mode, summary: Home) -> str:
    """What a kind of round holds for the player now."""
    match mode:
        case Mode.QUICK:
            return f"{counted(summary.wanted or summary.questions, 'question')}, a few minutes"
        case Mode.SPRINT:
            return "all you can in two minutes"
        case Mode.FULL if summary.wanted:
            return f"{counted(summary.wanted, 'question')}, no fact twice"
        case Mode.FULL if summary.left is not None:
            return f"go on where you left it: {summary.left} of {summary.facts} done"
        case Mode.FULL:
            return "every fact once; can be resumed"
        case Mode.MISTAKES:
            return f"{summary.mistakes:,} open" if summary.mistakes else "none open"
        case Mode.CARD:
            return "a card of your choice"
        case Mode.EXAM:
            length = summary.wanted or RULES[mode].length or 0
            return f"{counted(length, 'question')}, judged at the end"


def exam(day: date, today: date) -> str:
    """When the exam is."""
    match (day - today).days:
        case 0:
            return "Exam today"
        case 1:
            return "Exam tomorrow"
        case days:
            return f"Exam in {days:,} days"


def today(made: DayPlan, more: float | None = None) -> str:
    """The day in a sentence: "Today: 26 questions, about 7 minutes", then "Done for today"; `more` as in `left`."""
    return f"Today: {left(made)}" if made.left else f"{_done(made)}{_more(made, more)}"


def left(made: DayPlan, more: float | None = None) -> str:
    """The same beside the label "Today".

    `more`: how many facts one more round adds, once that is known; told on a day that is done.
    """
    if not made.left:
        return f"{'done' if made.planned else 'nothing has to be asked'}{_more(made, more)}"
    minutes = counted(max(1, round(made.minutes)), "minute")
    return f"{counted(made.left, 'more question' if made.done else 'question')}, about {minutes}"


def _done(made: DayPlan) -> str:
    return "Done for today" if made.planned else "Nothing has to be asked today"


def _more(made: DayPlan, more: float | None) -> str:
    if made.left or more is None:
        return ""
    if more < NOTHING_ADDED:
        return "; another round would add next to nothing"
    if more < A_FACT:
        return "; another round would add less than a fact"
    return f"; another round would add about {counted(max(1, round(more)), 'fact')}"


def expected(share: float) -> str:
    """What is predicted for the day of the exam."""
    return f"{share:.0%} of all facts recalled then, as things stand"


def standing(summary: Home) -> tuple[str, str]:
    """How many facts are new, and how many mistakes open."""
    return f"{summary.new:,} new", f"{counted(summary.mistakes, 'mistake')} open"


def welcome(summary: Home) -> str:
    """What this is, for a player who has answered nothing yet."""
    return (
        f"A revision game about the {counted(summary.facts, 'fact')} in your notes. "
        f"Press Enter for a round of {counted(summary.wanted or summary.questions, 'question')}; "
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
