"""What the player knows: folds over the answers, and what can be read from them."""

from purges_quiz.progress.fact_state import PROOFS, RIGHT, FactState, Stage
from purges_quiz.progress.fold import RULES_VERSION, Best, Day, Progress, Result, fold

__all__ = ["PROOFS", "RIGHT", "RULES_VERSION", "Best", "Day", "FactState", "Progress", "Result", "Stage", "fold"]
