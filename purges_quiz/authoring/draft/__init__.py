"""Facts drafted from flashcards by rules: what can be asked, its value, and a prompt that stands alone."""

from purges_quiz.authoring.draft.drafting import Drafted, draft
from purges_quiz.authoring.draft.fact import DraftCard, DraftFact

__all__ = ["DraftCard", "DraftFact", "Drafted", "draft"]
