"""How a wrong number comes from the right one."""

from __future__ import annotations

from fractions import Fraction

from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Reason


def digit_slip(typed: str, right: str) -> Slip | None:
    """The slip between two strings of digits: two swapped, one missing, one too many, one other."""
    if len(typed) == len(right):
        apart = [place for place, (one, other) in enumerate(zip(typed, right, strict=True)) if one != other]
        if len(apart) == 2:  # noqa: PLR2004
            first, last = apart
            if (typed[first], typed[last]) == (right[last], right[first]):
                return Slip.SWAPPED
        return Slip.DIGIT if len(apart) == 1 else None
    if len(typed) + 1 == len(right) and _one_dropped(right, typed):
        return Slip.MISSING_DIGIT
    if len(typed) == len(right) + 1 and _one_dropped(typed, right):
        return Slip.EXTRA_DIGIT
    return None


def amount_slip(typed: Fraction, right: Fraction, *, in_digits: bool = True) -> Slip | None:
    """The first slip that explains a wrong amount, in the order in which teachers would name them.

    A zero too many is a digit too many; in words ("15 million") there are no digits, only a wrong magnitude.
    """
    if (typed < 0) != (right < 0):
        return None  # a sign is no digit
    whole = typed.denominator == 1 == right.denominator
    by_digits = digit_slip(str(abs(int(typed))), str(abs(int(right)))) if whole else None
    if by_digits is Slip.SWAPPED or (in_digits and by_digits in {Slip.MISSING_DIGIT, Slip.EXTRA_DIGIT}):
        return by_digits
    return Slip.MAGNITUDE if _power_of_ten(typed, right) else by_digits


def _one_dropped(longer: str, shorter: str) -> bool:
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _power_of_ten(typed: Fraction, right: Fraction) -> bool:
    if typed <= 0 or right <= 0:
        return False
    ratio = typed / right
    times = str(int(max(ratio, 1 / ratio)))
    return ratio != 1 and max(ratio, 1 / ratio).denominator == 1 and times.strip("0") == "1"


REASONS = {
    Slip.SWAPPED: Reason.SWAPPED,
    Slip.MISSING_DIGIT: Reason.MISSING_DIGIT,
    Slip.EXTRA_DIGIT: Reason.EXTRA_DIGIT,
    Slip.MAGNITUDE: Reason.MAGNITUDE,
    Slip.DIGIT: Reason.DIGIT,
    Slip.CLOSE: Reason.CLOSE,
}
"""What there is to say of each slip."""
