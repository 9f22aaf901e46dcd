"""Where wrong options come from, which of them stand together, and what each of them really is."""

from purges_quiz.core.distractors.index import Index, option_text
from purges_quiz.core.distractors.sets import option_sets

__all__ = ["Index", "option_sets", "option_text"]
