"""What is said when a round is over."""

from __future__ import annotations

from purges_quiz.core.round import Round
from purges_quiz.wording.figures import MODE_NAMES, counted, duration


def heading(current: Round) -> str:
    """The mode and the score."""
    return f"{MODE_NAMES[current.mode]}: {counted(current.score, 'point')}"


def figures(current: Round, before: int | None, now: int | None) -> tuple[tuple[str, str], ...]:
    """What the round came to, each figure with its label.

    `before` and `now` are the personal best of the mode before the round and after it; None: there is none.
    """
    asked = len(current.counted)
    share = f" ({current.right / asked:.0%})" if asked else ""
    return (
        ("Right", f"{current.right} of {asked}{share}"),
        ("Best streak", str(current.best_streak)),
        ("Time", duration(current.seconds)),
        ("Personal best", _best(current, before, now)),
    )


def mistakes(current: Round) -> str:
    """How many mistakes there were."""
    if not current.counted:
        return "Nothing was answered."
    return counted(len(current.mistakes), "mistake") if current.mistakes else "No mistakes."


def _best(current: Round, before: int | None, now: int | None) -> str:
    if now is None:
        return "none yet: only whole rounds count"
    if now != before and now == current.score:
        return f"{now:,}, a new one" + ("" if before is None else f" (before: {before:,})")
    return f"{now:,}"
