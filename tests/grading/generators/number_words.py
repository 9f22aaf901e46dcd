"""Numbers and dates written out, with one slip of the keys in a number word, a month or a season."""

from __future__ import annotations

from collections.abc import Iterator

from generators.edits import Edits, misspelt
from generators.generated import Generated
from generators.right import value_of
from purges_quiz.deck.model import Date, Deck, Quantity, Range
from purges_quiz.deck.question import Question

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"),
    "hundredth",
)
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *(word for _, word in _SCALES), "and"})
MONTHS = frozenset(
    {
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "winter", "spring", "summer", "autumn"),
    },
)
"""And seasons."""
_CLOSED_CLASS = NUMBER_WORDS | {*_ORDINALS, *MONTHS}
_LARGEST = 10**12


def in_words(amount: int) -> str:
    """A number in English words, as in Britain: "one thousand one hundred and eight".

    Raises ValueError for less than 0 or from a trillion on.
    """
    if not 0 <= amount < _LARGEST:
        raise ValueError(f"{amount} is not between 0 and {_LARGEST}")
    if amount < len(_SMALL):
        return _SMALL[amount]
    if amount < 100:
        tens, ones = divmod(amount, 10)
        return f"{_TENS[tens - 2]}-{_SMALL[ones]}" if ones else _TENS[tens - 2]
    size, name = next(scale for scale in _SCALES if amount >= scale[0])
    count, rest = divmod(amount, size)
    joint = " and " if size == 100 or rest < 100 else " "
    return f"{in_words(count)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")


def misspelt_numbers(_deck: Deck, question: Question, edits: Edits) -> Iterator[Generated]:
    """The right number in words, one of them misspelt."""
    written = _written(question)
    if written:
        for (sort, _), text, apart in misspelt(written, edits, NUMBER_WORDS.__contains__, _CLOSED_CLASS):
            yield Generated(text, right=True, sort=sort, apart=apart)


def misspelt_months(_deck: Deck, question: Question, edits: Edits) -> Iterator[Generated]:
    """The right date, its month or season misspelt."""
    value = value_of(question)
    if isinstance(value, Date):
        for (sort, _), text, apart in misspelt(value.shown, edits, MONTHS.__contains__, _CLOSED_CLASS):
            yield Generated(text, right=True, sort=sort, apart=apart)


def _written(question: Question) -> str:
    """The number asked for in words; nothing for an amount that has no plain ones."""
    value = value_of(question)
    if isinstance(value, Quantity) and whole(value):
        per_cent = " per cent" if "%" in value.shown else ""
        pounds = " pounds" if "£" in value.shown else ""
        return in_words(int(value.amount)) + per_cent + pounds
    if isinstance(value, Range):
        return f"{in_words(value.low)} to {in_words(value.high)} {next(iter(value.units), '')}".strip()
    return ""


def whole(value: Quantity) -> bool:
    """Whether its amount is a plain number of things."""
    return value.amount >= 0 and value.amount == int(value.amount)
