"""What both front ends play with: the game once opened; `playing` is a round being played, which Home does without."""

from __future__ import annotations

from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.game import Game
from purges_quiz.session.options import RoundOptions
from purges_quiz.session.today import Home

__all__ = ["Clock", "Game", "Home", "RoundOptions", "SystemClock"]
