"""Sentences when a round is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purges_quiz.round.modes import RULES
from purges_quiz.wording.figures import MODE_NAMES, counted, duration

if TYPE_CHECKING:
    from purges_quiz.round import Round
    from purges_quiz.session import Home, Session


def heading(current: Round) -> str:
    """The mode and the score."""
    return f"{MODE_NAMES[current.mode]}: {counted(current.score, 'point')}"


def figures(session: Session, before: int | None, now: int | None) -> tuple[tuple[str, str], ...]:
    """What the round came to, each figure with its label.

    `before` and `now` are the personal best of the mode before the round and after it; None: there is none.
    """
    current = session.round
    asked = len(current.counted)
    share = f" ({current.right / asked:.0%})" if asked else ""
    return (
        ("Right", f"{current.right} of {asked}{share}"),
        ("Best streak", str(current.best_streak)),
        ("Time", duration(current.seconds)),
        ("Personal best", _best(session, before, now)),
        *(
            (("To come", "the round goes on from Home where you left it"),)
            if session.stopped and session.resumable
            else ()
        ),
    )


def mistakes(current: Round) -> str:
    """How many mistakes there were."""
    if not current.counted:
        return "Nothing was answered."
    return counted(len(current.mistakes), "mistake") if current.mistakes else "No mistakes."


def to_do(summary: Home) -> str:
    """What remains to be done today."""
    if summary.due:
        return f"{counted(summary.due, 'fact')} {'is' if summary.due == 1 else 'are'} due today."
    new = f"; {counted(summary.new, 'fact')} can be met" if summary.new else ""
    return f"Nothing more is due today{new}."


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
        return "an answer was graded by yourself"
    if session.usual:
        return ""
    usual = RULES[current.mode].length in {None, current.planned}
    return "not of the usual questions" if usual else "not of the usual length"
