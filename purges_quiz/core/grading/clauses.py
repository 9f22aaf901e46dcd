"""Which of several numbers or dates in a text is said of what was asked: "1,108 were arrested and 848 were shot"."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.core.grading.asked import Asked
from purges_quiz.core.grading.stance import Span
from purges_quiz.core.grading.words import Word

_BREAKS = frozenset({",", ";", ".", "(", ")", "and", "but", "while", "whereas"})
_CHOICES = frozenset({"or", "/", "maybe", "perhaps", "either"})


def said_of_the_question(text: Sequence[Word], spans: Sequence[Span], asked: Asked) -> int | None:
    """The place of the one span whose clause speaks of what was asked, the clauses of all others of something else."""
    if any(word.text in _CHOICES for word in text):
        return None
    about = [_said_beside(text, span, spans) for span in spans]
    tied = [place for place, stems in enumerate(about) if stems & asked.stems]
    others = [stems for place, stems in enumerate(about) if place not in tied]
    return tied[0] if len(tied) == 1 and all(others) else None


def _said_beside(text: Sequence[Word], span: Span, spans: Sequence[Span]) -> frozenset[str]:
    """The stems of what else the clause of a span says."""
    inside = {place for start, end in spans for place in range(start, end)}
    breaks = [place for place, word in enumerate(text) if word.text in _BREAKS and place not in inside]
    start = max((place for place in breaks if place < span[0]), default=-1)
    end = min((place for place in breaks if place >= span[1]), default=len(text))
    clause = (text[place] for place in range(start + 1, end) if place not in inside)
    return frozenset(word.stem for word in clause if word.content and not word.text[0].isdigit())
