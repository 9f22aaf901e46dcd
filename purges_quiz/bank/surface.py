"""What a reader who knows nothing of the subject can compare in texts: words, amounts, shapes."""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.numbers import parse_quantity, parse_range

_STEM = 5
"""Letters by which words are compared, so that "executed" and "execution" count as one word."""
_FIRST_YEAR = 1000
"""From here on two numbers with a hyphen are years, not a range of amounts."""
_CACHED = 64
"""Texts, or pairs of them, whose results are kept: the options of one question are compared many times over."""


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"[^\W_]+", text.casefold())


_HEDGES = frozenset(words("about almost around mostly most nearly often only over perhaps some up usually"))
_COMMON = frozenset(
    words(
        "a an and as at be been by for from had has have he her him his how in into it its not of on or out she that "
        "the their them they this to was were what when where which who whom whose why with"
    )
)
"""Words that two texts can share without being alike."""


@lru_cache(maxsize=_CACHED)
def stems(text: str) -> frozenset[str]:
    """The first letters of each word of a text, common words left out.

    The strings are interned, so that memory holds each once, however many texts have it.
    """
    return frozenset(sys.intern(word[:_STEM]) for word in words(text) if word not in _COMMON)


def amount(text: str) -> float | None:
    """A printed number, or a date in months since year 0; of a range or period its middle. None for other texts."""
    try:
        return float(parse_quantity(text).amount)
    except ValueError:
        pass
    try:
        span = parse_range(text)
    except ValueError:
        pass
    else:
        if span.high < _FIRST_YEAR:
            return (span.low + span.high) / 2
    try:
        date = parse_date(text)
    except ValueError:
        return None
    return sum(12 * year + month for year, month in (date.first, date.last)) / 2


@lru_cache(maxsize=_CACHED)
def hedges(text: str) -> int:
    """How many words of a text hedge what it says."""
    return sum(word in _HEDGES for word in words(text))


@lru_cache(maxsize=_CACHED)
def exactness(text: str) -> int:
    """How many figures and capitals a text has, its first letter apart."""
    return sum(letter in "123456789" or letter.isupper() for letter in text[1:])


@lru_cache(maxsize=_CACHED)
def shared(one: str, other: str) -> int:
    """How many words, as `stems` has them, two texts share."""
    return len(stems(one) & stems(other))


@lru_cache(maxsize=_CACHED)
def differences(one: str, other: str) -> int:
    """In how much the shapes of two texts differ."""
    return sum(mine != its for mine, its in zip(_shape(one), _shape(other), strict=True))


@lru_cache(maxsize=_CACHED)
def _shape(text: str) -> tuple[object, ...]:
    """Type, case, first word, punctuation and length of a text."""
    return (
        amount(text) is not None,
        any(letter.isdigit() for letter in text),
        text[:1].isupper(),
        "".join(words(text)[:1]),
        '"' in text,
        "-" in text,
        any(sign in text for sign in ",;:"),
        text.endswith("."),
        len(text.split()) == 1,
    )
