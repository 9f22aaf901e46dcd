"""Answers that as a whole deny what they say: "not that they were shot", "14 is wrong", "Yezhov was not involved"."""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.grading.negation import outdone
from purges_quiz.grading.vocabulary import HEDGES, STOP_WORDS, word_set
from purges_quiz.grading.words import Word

_SOMEONE = frozenset({"he", "she", "they", "there", "we", "you", "because"})
_AUXILIARIES = word_set("is was were be been can could would will do did has have had")
_LEADS = HEDGES | _SOMEONE | _AUXILIARIES | word_set("i know it that this me to nope nah anything")
_NOT = frozenset({"not", "never", "nothing", "except", "doubt", "neither", "without"})
_OPENINGS = word_set(
    "no-way anything-but everything-but everyone-but rather-than other-than none-of false-that untrue-that"
)
_EXEMPT = word_set("only just merely more less fewer enough many much")
_EARLIER = frozenset({"before", "previously", "ever", "until", "yet"})
_ENDS = frozenset({",", ";", ".", ":", "but", "?", "!"})
_RELATIVE = frozenset({"that", "which", "who"})
_MATTERS = word_set("thing things stuff crime crimes what deeds acts offences")
_BE = word_set("is was are were did does do had has")
_FALSE = frozenset({"wrong", "false", "untrue", "incorrect", "nonsense", "rubbish"})
_IDLE = STOP_WORDS | word_set("involved blame happen happened true answer case responsible")
"""After "was not": nothing that an answer could be made of."""


def denied_claim(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    """The words that the text as a whole denies; None if it does not. `own` are the stems of the right answer."""
    return _after_opening_not(text, own) or _before_closing_no(text)


def _after_opening_not(text: Sequence[Word], own: frozenset[str]) -> tuple[Word, ...] | None:
    start = _start_of_claim(text)
    if start is None or any(word.text in _EARLIER for word in text[start:]):
        return None
    if any(outdone([word.text for word in text[place:]]) for place in range(max(start - 2, 0), start)):
        return None
    said = [word.stem for word in text[start:] if word.content]
    if said and said[0] not in own and any(word.text in _SOMEONE for word in text[:start]):
        return None  # "they were not spared and were shot"
    end = next((place for place in range(start, len(text)) if text[place].text in _ENDS), len(text))
    if end < len(text) and text[end].text == "," and _within(text[start:end], own):
        # "not arrested, tortured and ..." denies the whole list; "not exiled, shot" only its first word.
        end = next((place for place in range(end, len(text)) if text[place].text in _ENDS - {","}), len(text))
    return tuple(text[start:end]) or None


def _start_of_claim(text: Sequence[Word]) -> int | None:
    """Where the words begin that an opening "not" denies; None if there is no such opening."""
    start = 0
    while start < len(text) and not _opens(text, start) and _leads(text, start):
        start += 1
    after = text[start + 1] if start + 1 < len(text) else None
    if after is None:
        return None
    if _opens(text, start):
        return start + 2
    no = text[start].text == "no" and after.content and after.text.isalpha()
    if not (no or text[start].text in _NOT) or after.text in _EXEMPT:
        return None
    return start + (2 if after.text == "ever" else 1)


def _leads(text: Sequence[Word], place: int) -> bool:
    word = text[place]
    interjected = word.text == "no" and place + 1 < len(text) and text[place + 1].mark
    return interjected or word.mark or word.text in _LEADS


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
            # "things they had not done"
            inner = inner or (place > 2 and text[place - 2].text in _SOMEONE and text[place - 3].text in _MATTERS)  # noqa: PLR2004
            return None if inner else tuple(text[: place - 1]) or None
        if text[place].text not in _IDLE:
            return None
    return None
