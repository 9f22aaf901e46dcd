"""What the player knows: folds over the answers, and what can be read from them."""

from purges_quiz.progress.fold import RULES, Best, Day, Progress, Result, fold
from purges_quiz.progress.standing import PROOFS, RIGHT, Rung, Standing

__all__ = ["PROOFS", "RIGHT", "RULES", "Best", "Day", "Progress", "Result", "Rung", "Standing", "fold"]
