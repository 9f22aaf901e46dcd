"""Answers that as a whole deny what they say: "not that they were shot", "14 is wrong"."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.core.grading.vocabulary import HEDGES, word_set
from purges_quiz.core.grading.words import Word

_LEADS = HEDGES | word_set(
    "i know it that this is was were be been can could would will do did has have had me to there"
)
_NOT = frozenset({"not", "never", "except"})
_OPENINGS = frozenset({("no", "way"), ("anything", "but"), ("rather", "than"), ("other", "than")})
_EXEMPT = word_set("only just merely even more less fewer enough many much")
_EARLIER = frozenset({"before", "previously", "ever", "until", "yet"})
_ENDS = frozenset({",", ";", ".", ":", "but", "?", "!"})
_FALSE = frozenset({"wrong", "false", "untrue", "incorrect", "not"})
_TRUE = frozenset({"true", "right", "correct", "so", "it"})


def denied_claim(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    """The words that the text as a whole denies; None if it does not. `own` are the stems of the right answer."""
    return _after_opening_not(text, own) or _before_closing_no(text)


def _after_opening_not(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    start = 0
    while start < len(text) and (text[start].text in _LEADS or text[start].text == '"'):
        start += 1
    if start == len(text):
        return None
    if (text[start].text, text[start + 1].text if start + 1 < len(text) else "") in _OPENINGS:
        start += 2
    elif text[start].text in _NOT:
        start += 1
    else:
        return None
    if start < len(text) and text[start].text in _EXEMPT:
        return None
    if any(word.text in _EARLIER for word in text[start:]):
        return None
    end = next((place for place in range(start, len(text)) if text[place].text in _ENDS), len(text))
    if end < len(text) and text[end].text == "," and _within(text[start:end], own):
        # "not arrested, tortured and ..." denies the whole list; "not exiled, shot" only its first word.
        end = next((place for place in range(end, len(text)) if text[place].text in _ENDS - {","}), len(text))
    return tuple(text[start:end]) or None


def _within(claim: Sequence[Word], own: frozenset[str]) -> bool:
    return all(word.stem in own for word in claim if word.content)


def _before_closing_no(text: Sequence[Word]) -> tuple[Word, ...] | None:
    said = [place for place, word in enumerate(text) if not word.mark]
    if not said:
        return None
    last = said[-1]
    if text[last].text == "no" and last and text[last - 1].mark:
        return tuple(text[: last - 1])
    if text[last].text in _TRUE and last and text[last - 1].text == "not":
        last -= 1
    if text[last].text in _FALSE and last and text[last - 1].text in {"is", "was"}:
        return tuple(text[: last - 1])
    return None
