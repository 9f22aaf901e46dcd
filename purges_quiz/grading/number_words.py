"""Words typed among number words, read as the ones that they nearly are."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.edits import edits
from purges_quiz.grading.likeness import anagrams, same_beginning, same_ends
from purges_quiz.grading.vocabulary import (
    AUXILIARIES,
    CARDINALS,
    FUNCTION_WORDS,
    STOP_WORDS,
)
from purges_quiz.grading.words import Word, spelt

_COUNTED = frozenset({"men", "man"})
"""What is counted: "three hundred thousand men" ends in no "ten"."""
_SCALES = frozenset({"hundred", "thousand", "million", "billion"})


def with_number_words(typed: Sequence[Word]) -> tuple[Word, ...]:
    """Read a word that stands among number words as the one it nearly is: "hundred ad twelve", "fur hundred"."""
    read = list(typed)
    for place, word in enumerate(typed):
        if (
            word.punctuation
            or word.text in _COUNTED
            or word.text in CARDINALS
            or word.text in _SCALES
            or not word.text.isalpha()
        ):
            continue
        before = read[place - 1].text if place else ""
        before = read[place - 2].text if before == "-" and place > 1 else before
        after = typed[place + 1].text if place + 1 < len(typed) else ""
        meant = "" if _introduces(word.text, after) else _number_word(word.text, before, after)
        if meant:
            read[place] = spelt(meant, word.text)
    return tuple(read)


def _introduces(word: str, after: str) -> bool:
    """Whether a word begins a clause: the "there" of "£1.3 million and there was nothing ..." is no "three"."""
    return word in FUNCTION_WORDS | STOP_WORDS and after in AUXILIARIES


def _number_word(typed: str, before: str, after: str) -> str:
    """What can be meant between two words of which one is of a number: "fort-eight" is forty-eight; else nothing."""
    tens = CARDINALS.get(before, 0)
    if before in _SCALES and (after in CARDINALS or after[:1].isdigit()):
        able = ["and"]
        if typed == "n":
            return "and"
    elif 20 <= tens < 100:  # noqa: PLR2004
        able = [word for word, amount in CARDINALS.items() if 0 < amount < 10]  # noqa: PLR2004
    elif after == "hundred":
        able = [word for word, amount in CARDINALS.items() if 0 < amount < 20]  # noqa: PLR2004
    elif after in _SCALES or before in _SCALES or before == "and":
        able = [*CARDINALS, *_SCALES]
    elif after == "-" and typed not in FUNCTION_WORDS:
        able = [word for word, amount in CARDINALS.items() if amount >= 20]  # noqa: PLR2004
    else:
        return ""
    near = [word for word in able if edits(typed, word, 1) <= 1]
    for alike in (anagrams, same_ends, same_beginning):
        if len(near) > 1:
            near = [word for word in near if alike(typed, word)] or near
    return near[0] if len(near) == 1 else ""
