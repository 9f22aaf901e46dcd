"""Answers that wish for what the right one fears: "they wanted to make him king" for fearing that he would be."""

from __future__ import annotations

from collections.abc import Iterable

from purges_quiz.grading.reading import Reading
from purges_quiz.grading.vocabulary import word_set

_WISHING, _FEARING = "want", "fear"
"""Concepts."""
_SUBJECTS = word_set("he she they it we who")


def feared(texts: Iterable[Reading]) -> frozenset[str]:
    """The roots of what texts tell to be feared."""
    return frozenset(root for text in texts for root in _after(text, _FEARING))


def wished(said: Reading) -> frozenset[str]:
    """The roots of what a text tells its subject to wish for; nothing of a wish that is denied, feared or another's."""
    pronouns = sum(word.text in _SUBJECTS for word in said.words[: _start(said, _WISHING)])
    if pronouns > 1 or any(said.negated) or _FEARING in said.concepts:
        return frozenset()
    return _after(said, _WISHING)


def _start(text: Reading, concept: str) -> int:
    """Where begins what is said after a concept."""
    return min((one.places[-1] + 1 for one in text.meanings if one.concept == concept), default=len(text.words))


def _after(text: Reading, concept: str) -> frozenset[str]:
    """The roots of what is said after a concept."""
    start = _start(text, concept)
    slight = text.lexicon.slight
    return frozenset(
        text.roots[at]
        for at in range(start, len(text.words))
        if text.words[at].content and text.roots[at] not in slight
    )
