"""How far a word is from the right one, how far it may be, and which letters differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from purges_quiz.grading.edits import misspelt
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Difference, Judgement, Reason, Verdict, correct

_FREE = 5
"""Letters of the shortest word in which an edit is forgiven."""
_ROMAN = re.compile(r"[ivx]+")
_LONG = 9
"""Letters of the shortest word in which two are."""


def budget(word: str) -> int:
    """Edits forgiven in a word: none up to 4 letters, in digits and in Roman numerals, 1 up to 8, 2 from 9 on."""
    if len(word) < _FREE or not word.isalpha() or _ROMAN.fullmatch(word):
        return 0
    return 1 if len(word) < _LONG else 2


def differences(typed: str, right: str) -> tuple[Difference, ...]:
    """The right spelling in stretches; where the player had a letter too many, its neighbour is marked."""
    wrong = misspelt(typed.casefold(), right.casefold())
    stretches: list[Difference] = []
    start = 0
    for place in range(1, len(right) + 1):
        if place == len(right) or (place in wrong) != (start in wrong):
            stretches.append(Difference(right[start:place], start not in wrong))
            start = place
    return tuple(stretches)


def spelling(shown: str, slips: Sequence[tuple[str, str]]) -> Verdict:
    """Correct, with the letters that differ if any word was misspelt (each as given, and as it should be)."""
    if not slips:
        return correct()
    typed, right = slips[0]
    words_shown = (word.strip("\"',") for word in re.split(r"[-/\s]+", shown))
    written = next((word for word in words_shown if word.casefold() == right), right)
    return Verdict(Judgement.CORRECT, Slip.SPELLING, Reason.SPELT, written, differences=differences(typed, written))
