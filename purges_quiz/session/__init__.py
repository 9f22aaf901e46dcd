"""What both front ends play with: the game once opened, and a round being played."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.game import Game, Home
from purges_quiz.session.options import RoundOptions

if TYPE_CHECKING:
    from purges_quiz.session.playing import Session

__all__ = ["Clock", "Game", "Home", "RoundOptions", "Session", "SystemClock"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load what plays a round when it is first asked for: the home screen does without it."""
    if name == "Session":
        from purges_quiz.session.playing import Session

        return Session
    raise AttributeError(name)
