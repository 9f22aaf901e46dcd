"""Grading quantities: parsed and compared, never matched by likeness."""

from __future__ import annotations

from fractions import Fraction

from purges_quiz.deck.model import Quantity
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.given_number import GivenNumber, bound, given_number
from purges_quiz.grading.number_slips import MESSAGES, amount_slip
from purges_quiz.grading.typed_numbers import amounts_of
from purges_quiz.grading.units import foreign_unit
from purges_quiz.grading.verdict import Slip, Verdict

_NEAR = Fraction(5, 100)
"""How far off a quantity may be and still be half right."""


def grade_quantity(value: Quantity, elsewhere: Elsewhere, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed quantity."""
    text = typed.words
    given = given_number(text, asked, Fraction(value.amount), elsewhere.total(asked.fact))
    seen = given.seen
    if seen is None:
        return _none_given(value, given)
    if seen.share:
        return verdicts.wrong(Slip.UNIT, f"A share was given where a number is asked: it is {value.shown}.")
    unit = foreign_unit(text, seen, value.units)
    if unit:
        return verdicts.wrong(Slip.UNIT, f"The unit is wrong: {value.shown} does not count {unit}.")
    if seen.amount == value.amount:
        return _right_amount(value, bound(text, seen.start))
    off = _off(value, asked, given, elsewhere)
    return _told_of(value, asked, seen.amount, off) or off


def _none_given(value: Quantity, given: GivenNumber) -> Verdict:
    if given.trouble is Slip.HEDGED:
        return verdicts.wrong(Slip.HEDGED, f"More than one number was given; the card has {value.shown}.")
    if given.trouble is Slip.NEGATED:
        return verdicts.wrong(Slip.NEGATED, f"The answer denies a number and gives none; it is {value.shown}.")
    return verdicts.wrong(None, f"The answer holds no number; it is {value.shown}.")


def _right_amount(value: Quantity, only: str) -> Verdict:
    if only == "less":
        return verdicts.wrong(Slip.OPPOSITE, f"It was not less: the figure is {value.shown}.")
    if only == "more" and not value.qualifier:
        return verdicts.partial(Slip.CLOSE, f"The card gives the number exactly: {value.shown}.")
    return verdicts.correct()


def _told_of(value: Quantity, asked: Asked, given: Fraction, off: Verdict) -> Verdict | None:
    """Judge an amount that the fact's own data tells of; `off` is what would be said of it otherwise."""
    target = asked.target
    if any(given in amounts_of(text) for text in target.historians):
        return verdicts.correct(verdicts.sentence(f"Correct. {asked.fact.note}"))
    if any(given in amounts_of(text) for text in target.aliases):
        return verdicts.correct()
    for remark in target.known_wrong:
        if given in amounts_of(remark.text):
            return verdicts.wrong(off.slip, verdicts.sentence(remark.reason), rival=off.confused_with)
    if any(given in amounts_of(text) for text in target.also_true):
        return verdicts.partial(Slip.ALSO_TRUE, f"That figure is known to historians, but the card has {value.shown}.")
    return None


def _off(value: Quantity, asked: Asked, number: GivenNumber, elsewhere: Elsewhere) -> Verdict:
    """Name the slip in a wrong amount; one that is near is half right."""
    given, whole = number.amount, number.whole
    near = abs(given - value.amount) <= _NEAR * value.amount
    verdict = verdicts.partial if near else verdicts.wrong
    if whole == value.amount and given > whole:
        return verdict(Slip.REVERSED, f"The two numbers are the wrong way round: it is {value.shown}.")
    other = elsewhere.amount(int(given), asked.fact) if given.denominator == 1 else None
    if other is not None:
        shown = other.target.value.shown
        message = verdicts.sentence(f"{shown} is {other.target.about}; here it is {value.shown}")
        return verdict(Slip.OTHER_FACT, message, rival=other.fact.key)
    slip = amount_slip(given, value.amount, in_digits=number.in_digits) or (Slip.CLOSE if near else None)
    if slip is None:
        return verdicts.unlike(f"The figure is {value.shown}.")
    return verdict(slip, MESSAGES[slip].format(value.shown))
