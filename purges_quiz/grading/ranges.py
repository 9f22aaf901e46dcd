"""Grading ranges: both bounds, one alone is half."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from purges_quiz.deck.model import Range
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.candidates import select
from purges_quiz.grading.number_slips import REASONS, amount_slip
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.quantities import LABELS, bound
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.typed_numbers import TypedNumber, numbers
from purges_quiz.grading.units import foreign_unit, units_of
from purges_quiz.grading.verdict import Reason, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.vocabulary import word_set
from purges_quiz.grading.words import Word

_JOINTS = word_set(
    "- / -- ~ to and or until till through thru years year yrs between up min minimum max maximum at of a most",
)
_UP_TO = word_set(", and at most max maximum up to years year yrs")


def grade_range(value: Range, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed range; one bound alone is half of it."""
    text = typed.words
    found = [number for number in numbers(text) if not (number.start and text[number.start - 1].text in LABELS)]
    picked = select(
        text,
        _pairs(text, found),
        lambda run: (run[0].start, run[-1].end),
        lambda run: tuple(s.amount for s in run),
        asked,
    )
    refused = picked.refused(Reason.SEVERAL_NUMBERS, Reason.NO_NUMBER)
    if refused is not None:
        return refused
    run = picked.asserted[0]
    foreign = units_of(asked, value.units).foreign(text, run[-1].end)
    if foreign or any(number.share for number in run):
        return foreign_unit(asked, value.units, text, run[0].start, foreign or "per cent")
    if len(run) == 1 and bound(text, run[0].start) == "less" and run[0].amount != value.high:
        return wrong(Slip.OPPOSITE, Reason.LESS)
    against = contradiction(asked, typed, [(run[0].start, run[-1].end)])
    if against:
        return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
    return _in_range(value, [number.amount for number in run])


def _in_range(value: Range, amounts: Sequence[Fraction]) -> Verdict:
    bounds = (value.low, value.high)
    if len(amounts) == 1:
        if amounts[0] in bounds:
            other = bounds[1 - bounds.index(int(amounts[0]))]
            return partial(Slip.INCOMPLETE, Reason.ONE_BOUND, missing=(str(other),))
        if value.low < amounts[0] < value.high:
            return partial(Slip.CLOSE, Reason.WITHIN)
    if sorted(amounts) == list(bounds):
        return correct()
    for typed, right in zip(amounts, bounds, strict=False):
        slip = amount_slip(typed, Fraction(right)) if typed != right else None
        if slip is not None:
            return wrong(slip, REASONS[slip])
    return unlike()


def _pairs(text: Sequence[Word], found: Sequence[TypedNumber]) -> list[tuple[TypedNumber, ...]]:
    """Numbers joined by "-", "to" and the like, two by two."""
    runs: list[tuple[TypedNumber, ...]] = []
    for number in found:
        between = {word.text for word in text[runs[-1][-1].end : number.start]} if runs else set()
        if runs and len(runs[-1]) == 1 and (between <= _JOINTS or between <= _UP_TO):
            runs[-1] = (*runs[-1], number)
        else:
            runs.append((number,))
    return runs
