"""Which of several numbers or dates in a text is said of what was asked: "1,108 were arrested and 848 were shot"."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.asked import Asked
from purges_quiz.grading.stance import Span
from purges_quiz.grading.vocabulary import AUXILIARIES
from purges_quiz.grading.words import Word

_BREAKS = frozenset({",", ";", ".", "(", ")", "and", "but", "while", "whereas"})
_CHOICES = frozenset({"or", "/", "maybe", "perhaps", "either"})

_APART = frozenset({",", ";", "(", "-", "."})
_RESTATING = frozenset({"it", "there", "they", "that", "i", "no", "not", "actually", "sorry", "wait"})
_DID = frozenset({"got", "went", "came", "died", "survived", "stayed"})
_OTHERS = frozenset({"other", "others", "rest", "first", "second", "third"})


def said_of_the_question(text: Sequence[Word], spans: Sequence[Span], asked: Asked) -> int | None:
    """The place of the one span whose clause speaks of what was asked, the clauses of all others of something else."""
    if any(word.text in _CHOICES for word in text):
        return None
    about = [_said_beside(text, span, spans) for span in spans]
    tied = [place for place, stems in enumerate(about) if stems & asked.stems]
    others = [stems for place, stems in enumerate(about) if place not in tied]
    if len(tied) == 1 and all(others):
        return tied[0]
    return 0 if not about[0] and not tied and _remark(text[spans[0][1] :]) else None


def _remark(rest: Sequence[Word]) -> bool:
    """Whether an answer goes on with a remark on something else: "14 (16 is with those two included)"."""
    said = [word for word in rest if not word.mark]
    if not rest or rest[0].text not in _APART or not said or said[0].text in _RESTATING:
        return False
    others = any(word.text in _OTHERS or (word.content and not word.stem.isdecimal()) for word in said)
    return others and (rest[0].text == "(" or any(word.text in AUXILIARIES or word.text in _DID for word in said))


def _said_beside(text: Sequence[Word], span: Span, spans: Sequence[Span]) -> frozenset[str]:
    """The stems of what else the clause of a span says."""
    inside = {place for start, end in spans for place in range(start, end)}
    breaks = [place for place, word in enumerate(text) if word.text in _BREAKS and place not in inside]
    start = max((place for place in breaks if place < span[0]), default=-1)
    end = min((place for place in breaks if place >= span[1]), default=len(text))
    clause = (text[place] for place in range(start + 1, end) if place not in inside)
    return frozenset(word.stem for word in clause if word.content and not word.text[0].isdigit())
