"""Answers that as a whole deny what they say: "not that they were shot", "14 is wrong", "Yezhov was not involved"."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.core.grading.vocabulary import HEDGES, STOP_WORDS, word_set
from purges_quiz.core.grading.words import Word

_LEADS = HEDGES | word_set(
    "i know it that this is was were be been can could would will do did has have had me to there nope nah",
)
_SOMEONE = frozenset({"he", "she", "they", "there", "we", "you", "because"})
_NOT = frozenset({"not", "never", "except", "doubt", "neither", "without"})
_OPENINGS = word_set(
    "no-way anything-but everything-but everyone-but rather-than other-than none-of false-that untrue-that"
)
_EXEMPT = word_set("only just merely even more less fewer enough many much")
_EARLIER = frozenset({"before", "previously", "ever", "until", "yet"})
_ENDS = frozenset({",", ";", ".", ":", "but", "?", "!"})
_RELATIVE = frozenset({"that", "which", "who"})
_BE = word_set("is was are were did does do had has")
_FALSE = frozenset({"wrong", "false", "untrue", "incorrect", "nonsense", "rubbish"})
_IDLE = STOP_WORDS | word_set("involved blame happen happened true answer case responsible")
"""After "was not": nothing that an answer could be made of."""


def denied_claim(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    """The words that the text as a whole denies; None if it does not. `own` are the stems of the right answer."""
    return _after_opening_not(text, own) or _before_closing_no(text)


def _after_opening_not(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    start, someone = 0, False
    while start < len(text) and (text[start].text in _LEADS | _SOMEONE or text[start].mark):
        someone = someone or text[start].text in _SOMEONE
        if _opens(text, start):
            break
        start += 1
    if start == len(text):
        return None
    if _opens(text, start):
        start += 2
    elif text[start].text in _NOT or (
        text[start].text == "no"
        and start + 1 < len(text)
        and text[start + 1].text.isalpha()
        and text[start + 1].content
    ):
        start += 1
    else:
        return None
    if (start < len(text) and text[start].text in _EXEMPT) or any(word.text in _EARLIER for word in text[start:]):
        return None
    first = next((word.stem for word in text[start:] if word.content), "")
    if someone and first not in own:
        return None  # "they were not spared and were shot"
    end = next((place for place in range(start, len(text)) if text[place].text in _ENDS), len(text))
    if end < len(text) and text[end].text == "," and _within(text[start:end], own):
        # "not arrested, tortured and ..." denies the whole list; "not exiled, shot" only its first word.
        end = next((place for place in range(end, len(text)) if text[place].text in _ENDS - {","}), len(text))
    return tuple(text[start:end]) or None


def _opens(text: Sequence[Word], start: int) -> bool:
    return "-".join(word.text for word in text[start : start + 2]) in _OPENINGS


def _within(claim: Sequence[Word], own: frozenset[str]) -> bool:
    return all(word.stem in own for word in claim if word.content)


def _before_closing_no(text: Sequence[Word]) -> tuple[Word, ...] | None:
    said = [place for place, word in enumerate(text) if not word.mark]
    if not said:
        return None
    last = said[-1]
    if text[last].text in {"no", "not"} and last and (text[last - 1].mark or text[last].text == "not"):
        return tuple(text[:last])
    for place in reversed(said):
        if text[place].text in _FALSE and place == last and place and text[place - 1].text in _BE:
            return tuple(text[: place - 1])
        if text[place].text in {"not", "nothing"} and place and text[place - 1].text in _BE:
            inner = place > 1 and text[place - 2].text in _RELATIVE  # "confessions that were not true"
            return None if inner else tuple(text[: place - 1]) or None
        if text[place].text not in _IDLE:
            return None
    return None
