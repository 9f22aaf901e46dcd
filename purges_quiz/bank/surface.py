"""What can be seen of a text, or of two beside one another, by who knows nothing: words, amounts, shapes."""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.numbers import parse_quantity, parse_range

_STEM = 5
"""Letters by which words are compared, so that "executed" is seen in "execution"."""
_LONGEST_SPAN = 1000
"""Above it, two numbers with a hyphen are years."""
_SEEN_TOGETHER = 64
"""Texts, or pairs of them, remembered: the options of a question are looked at again and again while it is made."""


def words(text: str) -> list[str]:
    """The words of a text, small."""
    return re.findall(r"[^\W_]+", text.casefold())


_HEDGES = frozenset(words("about almost around mostly most nearly often only over perhaps some up usually"))
_COMMON = frozenset(
    words(
        "a an and as at be been by for from had has have he her him his how in into it its not of on or out she that "
        "the their them they this to was were what when where which who whom whose why with"
    )
)
"""Words that any two texts may share."""


@lru_cache(maxsize=_SEEN_TOGETHER)
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that are not common ones; each is held once, however many texts have it."""
    return frozenset(sys.intern(word[:_STEM]) for word in words(text) if word not in _COMMON)


def amount(text: str) -> float | None:
    """A printed number, or a date in months; None for other texts. A span counts by its middle."""
    try:
        return parse_quantity(text).amount
    except ValueError:
        pass
    try:
        span = parse_range(text)
    except ValueError:
        pass
    else:
        if span.high < _LONGEST_SPAN:
            return (span.low + span.high) / 2
    try:
        date = parse_date(text)
    except ValueError:
        return None
    return sum(12 * year + month for year, month in (date.first, date.last)) / 2


@lru_cache(maxsize=_SEEN_TOGETHER)
def hedges(text: str) -> int:
    """How many words of a text hedge what it says."""
    return sum(word in _HEDGES for word in words(text))


@lru_cache(maxsize=_SEEN_TOGETHER)
def exactness(text: str) -> int:
    """How many figures and capitals a text has, its first letter apart."""
    return sum(letter in "123456789" or letter.isupper() for letter in text[1:])


@lru_cache(maxsize=_SEEN_TOGETHER)
def shared(one: str, other: str) -> int:
    """How many words, as `stems` has them, two texts share."""
    return len(stems(one) & stems(other))


@lru_cache(maxsize=_SEEN_TOGETHER)
def differences(one: str, other: str) -> int:
    """In how much the shapes of two texts differ."""
    return sum(mine != its for mine, its in zip(_shape(one), _shape(other), strict=True))


@lru_cache(maxsize=_SEEN_TOGETHER)
def _shape(text: str) -> tuple[object, ...]:
    """What the eye sees before it reads."""
    return (
        amount(text) is not None,
        any(letter.isdigit() for letter in text),
        text[:1].isupper(),
        "".join(words(text)[:1]),
        '"' in text,
        "-" in text,
        any(mark in text for mark in ",;:"),
        text.endswith("."),
        len(text.split()) == 1,
    )
