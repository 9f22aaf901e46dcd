"""Grading numbers that only name a thing, such as an order's: every digit counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from purges_quiz.deck.model import Label
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.candidates import select
from purges_quiz.grading.number_slips import REASONS, digit_slip
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.typed_dates import dates
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.units import foreign_unit, units_of
from purges_quiz.grading.verdict import Reason, Verdict, correct, unlike, wrong
from purges_quiz.grading.vocabulary import CARDINALS
from purges_quiz.grading.words import Word

_NAMED_DIGITS = {"o": "0", "oh": "0", "null": "0", "nil": "0"}
_DOUBLED = {"double": 2, "triple": 3}
_SINGLE_DIGITS = 10


class Digits(NamedTuple):
    """A string of digits in a text."""

    start: int
    end: int
    digits: str


def grade_label(value: Label, asked: Asked, typed: Reading) -> Verdict:
    """Judge the number of a thing: all its digits, leading zeros or none, and nothing near it."""
    text = typed.words
    found = list(_labels(text))
    right = {value.digits, value.digits.lstrip("0") or "0"}
    if len(found) > 1 and any(one.digits in right for one in found):
        prompted = {word.stem for word in asked.words}
        found = [one for one in found if one.digits in right or one.digits not in prompted]
    picked = select(
        text, found, lambda one: (_abbreviated(text, one.start), one.end), lambda one: one.digits.lstrip("0"), asked
    )
    refused = picked.refused(Reason.SEVERAL_NUMBERS, Reason.NO_NUMBER)
    if refused is not None:
        return refused
    one = picked.asserted[0]
    if one.digits in right:
        foreign = units_of(asked, ()).foreign(text, one.end, one.start)
        against = "" if foreign else contradiction(asked, typed, [(one.start, one.end)])
        if foreign:
            return foreign_unit(asked, (), text, one.start, foreign)
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against) if against else correct()
    slip = digit_slip(one.digits, value.digits) or digit_slip(one.digits, value.digits.lstrip("0"))
    return unlike() if slip is None else wrong(slip, REASONS[slip])


def _labels(text: Sequence[Word]) -> Iterator[Digits]:
    """The strings of digits in a text that are no dates, "double zero four four seven" among them."""
    dated_places = {
        place for number in dates(text) if number.month or number.year for place in range(number.start, number.end)
    }
    found: list[Digits] = []
    place = 0
    while place < len(text):
        end, digits = _spelt_out(text, place)
        if len(digits) > 2 and not (end - place == 1 and place in dated_places):  # noqa: PLR2004
            found.append(Digits(place, end, digits))
        place = max(end, place + 1)
    counted = (number for number in numbers(text) if number.amount.denominator == 1)
    read = [Digits(number.start, number.end, number.digits or str(number.amount)) for number in counted]
    ordinals = (place for place, word in enumerate(text) if word.stem.isdecimal() and not word.text.isdecimal())
    yield from (
        found
        or [one for one in read if one.start not in dated_places]
        or (Digits(place, place + 1, text[place].stem) for place in ordinals)
    )


def _spelt_out(text: Sequence[Word], start: int) -> tuple[int, str]:
    """Read digits and digit words as they follow one another."""
    digits, times, end = "", 1, start
    for place in range(start, len(text)):
        word = text[place].text
        if word in _DOUBLED:
            times = _DOUBLED[word]
            continue
        if word == "-" and digits:
            continue
        digit = _digits_of(word)
        if not digit:
            break
        digits += digit * times
        times, end = 1, place + 1
    return end, digits


def _digits_of(word: str) -> str:
    if re.fullmatch(r"[\d,]+", word):
        return word.replace(",", "")
    if CARDINALS.get(word, _SINGLE_DIGITS) < _SINGLE_DIGITS:
        return str(CARDINALS[word])
    return _NAMED_DIGITS.get(word, "")


def _abbreviated(text: Sequence[Word], start: int) -> int:
    """Where "no. 447" begins, in which "no" denies nothing."""
    while start and text[start - 1].text in {".", "no", "nr", "number", "order", "#"}:
        start -= 1
    return start
