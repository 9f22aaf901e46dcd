"""Which questions make a round: from what the player knows, a deck, and dice that are passed in."""

from purges_quiz.selection.choice import card, exam, full, mistakes, quick, sprint
from purges_quiz.selection.context import SelectionContext

__all__ = ["SelectionContext", "card", "exam", "full", "mistakes", "quick", "sprint"]
