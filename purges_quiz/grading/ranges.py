"""Grading ranges, of which both bounds are needed, and numbers that only name a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from purges_quiz.deck.model import Label, Range
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.given_number import bound
from purges_quiz.grading.number_slips import MESSAGES, amount_slip, digit_slip
from purges_quiz.grading.stance import Stance, stances, undecided
from purges_quiz.grading.typed_dates import dates
from purges_quiz.grading.typed_numbers import Seen, numbers
from purges_quiz.grading.units import foreign_unit
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.vocabulary import CARDINALS, word_set
from purges_quiz.grading.words import Word

_JOINTS = word_set(
    "- / to and or until till through years year yrs between up min minimum max maximum at of a most",
)
_UP_TO = word_set(", and at most max maximum up to years year yrs")
_LABELS = frozenset({"category", "cat", "order"})
_NAMED_DIGITS = {"o": "0", "oh": "0", "nought": "0", "naught": "0", "null": "0"}
_DOUBLED = {"double": 2, "triple": 3}


def grade_range(value: Range, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed range; one bound alone is half of it."""
    text = typed.words
    found = [seen for seen in numbers(text) if not (seen.start and text[seen.start - 1].text in _LABELS)]
    pairs = _pairs(text, found)
    spans = [(run[0].start, run[-1].end) for run in pairs]
    stance = stances(text, spans, asked.deniable)
    given = [run for run, how in zip(pairs, stance, strict=True) if how is Stance.GIVEN]
    if not given:
        if Stance.DENIED in stance:
            return verdicts.wrong(
                Slip.NEGATED, f"The answer denies a range instead of giving one; it is {value.shown}."
            )
        return verdicts.wrong(None, f"The answer holds no number; it is {value.shown}.")
    bounds = {tuple(seen.amount for seen in run) for run in given}
    if len(bounds) > 1 or undecided(text, spans):
        return verdicts.wrong(Slip.HEDGED, f"More than one range was given; the card has {value.shown}.")
    run = given[0]
    unit = foreign_unit(text, run[-1], value.units)
    if unit or any(seen.share for seen in run):
        return verdicts.wrong(Slip.UNIT, f"The unit is wrong: it is {value.shown}.")
    if len(run) == 1 and bound(text, run[0].start) == "less":
        return verdicts.wrong(Slip.OPPOSITE, f"It was not less: the range is {value.shown}.")
    return _judged(value, [seen.amount for seen in run])


def _judged(value: Range, amounts: Sequence[Fraction]) -> Verdict:
    bounds = (value.low, value.high)
    if len(amounts) == 1:
        if amounts[0] in bounds:
            other = bounds[1 - bounds.index(int(amounts[0]))]
            return verdicts.partial(Slip.INCOMPLETE, f"Only one bound: it is {value.shown}.", missing=(str(other),))
        if value.low < amounts[0] < value.high:
            return verdicts.partial(Slip.CLOSE, f"That lies within it; the range is {value.shown}.")
    if sorted(amounts) == list(bounds):
        return verdicts.correct()
    for given, right in zip(amounts, bounds, strict=False):
        slip = amount_slip(given, right) if given != right else None
        if slip is not None:
            return verdicts.wrong(slip, MESSAGES[slip].format(value.shown))
    return verdicts.unlike(f"The range is {value.shown}.")


def _pairs(text: Sequence[Word], found: Sequence[Seen]) -> list[list[Seen]]:
    """Numbers joined by "-", "to" and the like, two by two."""
    runs: list[list[Seen]] = []
    for seen in found:
        between = {word.text for word in text[runs[-1][-1].end : seen.start]} if runs else set()
        if runs and len(runs[-1]) == 1 and (between <= _JOINTS or between <= _UP_TO):
            runs[-1].append(seen)
        else:
            runs.append([seen])
    return runs


def grade_label(value: Label, asked: Asked, typed: Typed) -> Verdict:
    """Judge the number of a thing: all its digits, leading zeros or none, and nothing near it."""
    text = typed.words
    found = _labels(text)
    spans = [(start, end) for start, end, _ in found]
    stance = stances(text, [(_abbreviated(text, start), end) for start, end in spans], asked.deniable)
    given = {digits for (_, _, digits), how in zip(found, stance, strict=True) if how is Stance.GIVEN}
    if len(given) > 1 or (given and undecided(text, spans)):
        return verdicts.wrong(Slip.HEDGED, f"More than one number was given; it is {value.shown}.")
    if not given:
        if Stance.DENIED in stance:
            return verdicts.wrong(
                Slip.NEGATED, f"The answer denies a number instead of giving one; it is {value.shown}."
            )
        return verdicts.wrong(None, f"The answer holds no number; it is {value.shown}.")
    digits = given.pop()
    if digits in {value.digits, value.digits.lstrip("0")}:
        return verdicts.correct()
    slip = digit_slip(digits, value.digits) or digit_slip(digits, value.digits.lstrip("0"))
    if slip is None:
        return verdicts.unlike(f"The number is {value.shown}.")
    return verdicts.wrong(slip, MESSAGES[slip].format(value.shown))


def _labels(text: Sequence[Word]) -> list[tuple[int, int, str]]:
    """The strings of digits in a text that are no dates, "double zero four four seven" among them."""
    dated = {place for seen in dates(text) if seen.month or seen.year for place in range(seen.start, seen.end)}
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(text):
        end, digits = _spelt_out(text, place)
        if len(digits) > 2 and not (end - place == 1 and place in dated):  # noqa: PLR2004
            found.append((place, end, digits))
        place = max(end, place + 1)
    if found:
        return found
    counted = [seen for seen in numbers(text) if seen.start not in dated and seen.amount.denominator == 1]
    return [(seen.start, seen.end, seen.digits or str(seen.amount)) for seen in counted]


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
    if CARDINALS.get(word, 10) < 10:  # noqa: PLR2004
        return str(CARDINALS[word])
    return _NAMED_DIGITS.get(word, "")


def _abbreviated(text: Sequence[Word], start: int) -> int:
    """Where "no. 447" begins, in which "no" denies nothing."""
    while start and text[start - 1].text in {".", "no", "nr", "number", "order", "#"}:
        start -= 1
    return start
