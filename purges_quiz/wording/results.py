"""What is said when a round is over: first what was gained, then what it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from purges_quiz.round.modes import RULES, Mode
from purges_quiz.wording.figures import MODE_NAMES, counted, duration, when
from purges_quiz.wording.home import left

if TYPE_CHECKING:
    from purges_quiz.progress.views import Gains
    from purges_quiz.round.state import Round
    from purges_quiz.session.playing import Session
    from purges_quiz.session.today import DayPlan

MOST_DAYS = 3
"""Days named on which facts come back; later ones are told together."""


def heading(current: Round, name: str = "") -> str:
    """The name of the round, by default its mode's, and how it went."""
    name, asked = name or MODE_NAMES[current.mode], len(current.counted)
    if not asked:
        return f"{name}: {'answered for practice only' if current.attempts else 'nothing was answered'}"
    if current.mode is Mode.EXAM:
        return f"{name}: {current.right / asked:.0%}"
    if current.right == asked and asked == current.planned and not current.mistakes:
        return f"{name}: every answer right"
    return f"{name}: {current.right} of {asked} right"


def gained(gains: Gains, plan: DayPlan, day: date, more: float | None = None) -> tuple[tuple[str, str], ...]:
    """What the round achieved, what stays open and what would close it, when all comes back, what today still holds.

    `day` is today; `more` is how many facts another round adds, where that is known.
    """
    rows = [
        ("Gained", _gained(gains)),
        ("Mistakes", _open(gains.to_go)),
        ("Back", _back(gains.due, day)),
        ("Today", left(plan, more)),
    ]
    return tuple((label, text) for label, text in rows if text)


def figures(session: Session, before: int | None, now: int | None) -> tuple[tuple[str, str], ...]:
    """What the round came to, each figure with its label; none where nothing was answered.

    `before` and `now` are the personal best of the mode before the round and after it; None: there is none.
    """
    current = session.round
    asked = len(current.counted)
    resumed = (("To come", "a full round from Home goes on where you left this one"),)
    to_come = resumed if session.stopped and session.resumable else ()
    if not asked:
        return to_come
    return (
        ("Score", counted(current.score, "point")),
        ("Right", f"{current.right} of {asked} ({current.right / asked:.0%}) in {duration(current.seconds)}"),
        ("Best streak", str(current.best_streak)),
        *((("Personal best", _best(session, before, now)),) if RULES[current.mode].comparable else ()),
        *to_come,
    )


def mistakes(current: Round) -> str:
    """How many mistakes there were; empty if there were none."""
    return f"{counted(len(current.mistakes), 'mistake')} in this round" if current.mistakes else ""


def _gained(gains: Gains) -> str:
    parts = [
        (gains.secure, f"{counted(len(gains.secure), 'fact')} newly secure"),
        (gains.put_right, f"{counted(len(gains.put_right), 'mistake')} put right"),
        (gains.met, f"{counted(len(gains.met), 'fact')} met for the first time"),
    ]
    return ", ".join(text for keys, text in parts if keys)


def _open(to_go: Mapping[int, int]) -> str:
    """How many of the mistakes stay open, and what closes them: answers typed right, not chosen, on other days."""
    total = sum(to_go.values())
    if not total:
        return ""
    opened = f"{total:,} still open"
    match [(days, to_go[days]) for days in sorted(to_go) if to_go[days]]:
        case [(days, _)]:
            return f"{opened} until typed right on {_days(days)}"
        case many:
            each = ", ".join(f"{number:,} on {_days(days)}" for days, number in many)
            return f"{opened} until typed right, {each}"


def _days(days: int) -> str:
    return "one more day" if days == 1 else "two more days"


def _back(due: Mapping[date, int], day: date) -> str:
    days = list(due.items())
    told = [f"{number:,} {when(each, day)}" for each, number in days[:MOST_DAYS]]
    if days:
        told[0] = f"{counted(days[0][1], 'fact')} {when(days[0][0], day)}"
    if later := sum(number for _, number in days[MOST_DAYS:]):
        told.append(f"{later:,} later")
    return ", ".join(told)


def _best(session: Session, before: int | None, now: int | None) -> str:
    score = session.round.score
    if why := _uncounted(session):
        return f"not counted: {why}" if now is None else f"{now:,}; this round is not counted: {why}"
    if now is None:
        return "none yet"
    if now != before and now == score:
        return f"{now:,}, a new one" + ("" if before is None else f" (before: {before:,})")
    return f"{now:,}"


def _uncounted(session: Session) -> str:
    """Why the round counts for no personal best; empty if it does."""
    current = session.round
    if not current.counted:
        return "nothing was answered"
    if session.stopped:
        return "not played to its end" + (" yet" if session.resumable else "")
    if any(attempt.self_graded for attempt in current.counted):
        return "you graded an answer yourself"
    if session.usual:
        return ""
    usual = RULES[current.mode].length in {None, current.planned}
    return "not of the usual questions" if usual else "not of the usual length"


def saved(questions: int, folder: Path, names: Sequence[str]) -> str:
    """That questions were written into files of a folder: a paper and a table."""
    paper, table = names
    return f"{counted(questions, 'question')} saved in {folder}: to print, {paper}; as a table, {table}."


def not_saved(folder: Path, reason: str) -> str:
    """That they could not be written."""
    return f"Nothing was saved: {folder} cannot be written ({reason})."
