"""What is counted: years are no months, people no years."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.typed_numbers import Seen
from purges_quiz.grading.vocabulary import word_set
from purges_quiz.grading.words import Word, words

_MEASURES = word_set(
    "year yr month week day hour minute second decade century ruble rouble dollar pound euro kopek km "
    "kilometer mile meter ton kg inch degree",
)
"""Stems of units that count no people, cases or commanders."""


def foreign_unit(text: Sequence[Word], seen: Seen, units: Sequence[str]) -> str:
    """The unit after a number if it is not one of `units`; nothing if there is none that could be wrong."""
    own = {word.stem for unit in units for word in words(unit)}
    for word in text[seen.end : seen.end + 2]:
        if word.mark and word.text != "-":
            return ""
        if word.stem in _MEASURES:
            return "" if word.stem in own or (word.stem == "yr" and "year" in own) else word.text
        if word.content:
            return ""
    return ""
