"""Right answers that are misspelt: which word, and which of its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from purges_quiz.grading import verdicts
from purges_quiz.grading.phrases import Pattern, Phrase, fits
from purges_quiz.grading.spelling import differences, edits
from purges_quiz.grading.verdict import Verdict
from purges_quiz.grading.words import Word

Slips = tuple[tuple[str, str], ...]
"""Words misspelt: as given, and as they should be."""
_FAR = 3
"""Edits that are too many for a slip."""


def spelling_verdict(shown: str, slips: Sequence[tuple[str, str]]) -> Verdict:
    """Correct, with the letters that differ if any word was misspelt."""
    if not slips:
        return verdicts.correct()
    given, right = slips[0]
    words_shown = (word.strip("\"',") for word in shown.replace("-", " ").split())
    written = next((word for word in words_shown if word.casefold() == right), right)
    return verdicts.misspelt(written, differences(given, written))


def phrase_slips(phrases: Iterable[Phrase], text: Sequence[Word], ordinary: frozenset[str]) -> Slips:
    """The words of a text that fit these phrases only by being taken for another."""
    unknown = [word for word in text if word.text not in ordinary and word.text.isalpha()]
    if not unknown:
        return ()
    patterns = frozenset[Pattern]().union(*(phrase.patterns for phrase in phrases))
    found: list[tuple[str, str]] = []
    for word in unknown:
        if any(fits(pattern, word, frozenset({word.text})) for pattern in patterns):
            continue
        meant = [pattern for pattern in patterns if fits(pattern, word, ordinary)]
        right = {known for pattern in meant for known in ordinary if pattern.begins(known)}
        nearest = min(right, key=lambda known: (edits(word.text, known, _FAR), known), default="")
        if nearest and edits(word.text, nearest, _FAR) < _FAR:
            found.append((word.text, nearest))
    return tuple(found)
