"""Which questions make a round: from what the player knows, a deck, and dice that are passed in."""

from purges_quiz.selection.choice import card, exam, full, mistakes, quick, sprint
from purges_quiz.selection.pool import Pool

__all__ = ["Pool", "card", "exam", "full", "mistakes", "quick", "sprint"]
