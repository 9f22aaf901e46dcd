"""What both front ends play with: the game once opened, and a round being played."""

from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.game import Game, Home
from purges_quiz.session.playing import Session
from purges_quiz.session.wish import Wish

__all__ = ["Clock", "Game", "Home", "Session", "SystemClock", "Wish"]
