"""What a cued form shows of its answer: some digits of a number, the first letters of words."""

from __future__ import annotations

import re

from purges_quiz.deck.model import Date, Label, Listing, Precision, Quantity, Range, Value

HIDDEN = 2
"""Digits that a mask hides at least; a shorter number has no cue."""
GAP = "_"

_NUMBER = re.compile(r"(?P<shown>\D*)(?P<digits>\d[\d,.\-]*?)(?P<zeros>(?:,000)*)(?P<rest>(?: \D*)?)")
_WORD = re.compile(r"[^\W\d_]+")


def mask(value: Value) -> str | None:
    """The cue for this answer, or None where it would say too much or nothing."""
    match value:
        case Quantity() | Label() | Range():
            return _digits(value.shown)
        case Date():
            return None if value.precision in {Precision.YEAR, Precision.YEARS} else _month(value.shown)
        case Listing():
            masked = [_letters(element.shown) for element in value.elements]
            known = [text for text in masked if text is not None]
            return "; ".join(known) if len(known) == len(masked) else None
    return _letters(value.shown)


def _digits(shown: str) -> str | None:
    """All digits but the last two that count: "1,1__", "1__,000"."""
    match = _NUMBER.fullmatch(shown)
    if match is None:
        return None
    count = sum(letter.isdigit() for letter in match["digits"])
    says_more = count > HIDDEN or match["zeros"] or "illion" in match["rest"]
    if count < HIDDEN or not says_more:
        return None
    start, masked = count - HIDDEN, ""
    for letter in match["digits"]:
        if letter.isdigit():
            masked += letter if start > 0 else GAP
            start -= 1
        else:
            masked += letter
    return match["shown"] + masked + match["zeros"] + match["rest"]


def _month(shown: str) -> str:
    """The first letter of the month or season, and the century: "A_____ 19__"."""
    return re.sub(r"\d\d$", 2 * GAP, _WORD.sub(_first, shown))


def _letters(shown: str) -> str | None:
    """The first letter of each word, no digit: "T__ D____", "__th P____ C_______"."""
    if sum(letter.isdigit() for letter in shown) == 1:
        return None
    return _WORD.sub(_first, re.sub(r"\d", GAP, shown))


def _first(word: re.Match[str]) -> str:
    return word[0][0] + GAP * (len(word[0]) - 1)
