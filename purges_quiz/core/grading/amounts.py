"""Grading quantities: parsed and compared, never matched by likeness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from purges_quiz.core.answer import Slip, Verdict
from purges_quiz.core.facts import Quantity
from purges_quiz.core.grading import verdicts
from purges_quiz.core.grading.asked import Asked, Typed
from purges_quiz.core.grading.elsewhere import Elsewhere
from purges_quiz.core.grading.number_slips import MESSAGES, amount_slip
from purges_quiz.core.grading.stance import Stance, stances, undecided
from purges_quiz.core.grading.typed_dates import month_of
from purges_quiz.core.grading.typed_numbers import Seen, amounts_of, numbers
from purges_quiz.core.grading.units import foreign_unit
from purges_quiz.core.grading.words import Word

_NEAR = Fraction(5, 100)
"""How far off a quantity may be and still be half right."""
_LABELS = frozenset({"category", "categories", "cat", "order", "article", "card", "trial"})
_TIMES = frozenset({"in", "by", "during", "since", "until", "after", "before", "from", "january", "august"})
_CENTURY = range(1900, 2000)
_LESS = frozenset(
    {"less than", "fewer than", "no more than", "not more than", "up to", "at most", "under", "below", "<"},
)
_MORE = frozenset(
    {"more than", "at least", "no fewer than", "no less than", "not less than", "upwards of", "over", "above", ">"},
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The one number that an answer gives, or why there is not one."""

    seen: Seen | None
    whole: Fraction | None = None
    """The 767 of "512 of 767"."""
    trouble: Slip | None = None
    denied: Fraction | None = None


def grade_quantity(value: Quantity, elsewhere: Elsewhere, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed quantity."""
    text = typed.words
    reading = read_amount(text, asked, Fraction(value.amount))
    seen = reading.seen
    if reading.trouble is Slip.HEDGED:
        return verdicts.wrong(Slip.HEDGED, f"More than one number was given; the card has {value.shown}.")
    if reading.trouble is Slip.NEGATED:
        return verdicts.wrong(Slip.NEGATED, f"The answer denies a number instead of giving one; it is {value.shown}.")
    if seen is None:
        return verdicts.wrong(None, f"The answer holds no number; it is {value.shown}.")
    if seen.share:
        return verdicts.wrong(Slip.UNIT, f"A share was given where a number is asked: it is {value.shown}.")
    unit = foreign_unit(text, seen, value.units)
    if unit:
        return verdicts.wrong(Slip.UNIT, f"The unit is wrong: {value.shown} does not count {unit}.")
    if seen.amount == value.amount:
        return _right_amount(value, qualifier(text, seen.start))
    off = _off(value, asked, seen.amount, reading.whole, elsewhere)
    return _told_of(value, asked, seen.amount, off) or off


def read_amount(text: Sequence[Word], asked: Asked, right: Fraction) -> Reading:
    """Find the number that the text gives as its answer among those that it mentions."""
    found = list(numbers(text))
    if len(found) > 1:
        found = _without_dates_and_labels(text, found)
    whole: Fraction | None = None
    if len(found) > 1:
        wholes = [seen for seen in found if _is_whole(text, seen)]
        if wholes and len(wholes) < len(found):
            whole = wholes[0].amount
            found = [seen for seen in found if seen not in wholes]
    if len({seen.amount for seen in found}) > 1:
        unasked = [seen for seen in found if seen.amount == right or seen.amount not in asked.amounts]
        found = unasked or found
    spans = [(seen.start, seen.end) for seen in found]
    stance = stances(text, [(_with_qualifier(text, start), end) for start, end in spans], asked.deniable)
    given = [seen for seen, how in zip(found, stance, strict=True) if how is Stance.GIVEN]
    if len({seen.amount for seen in given}) > 1 or (given and undecided(text, spans)):
        return Reading(None, whole, Slip.HEDGED)
    if not given:
        return Reading(None, whole, Slip.NEGATED if Stance.DENIED in stance else None)
    return Reading(given[0], whole)


def qualifier(text: Sequence[Word], start: int) -> str:
    """Return "more" or "less" where the number is only a bound, else nothing."""
    for length in (3, 2, 1):
        before = " ".join(word.text for word in text[max(start - length, 0) : start])
        if before in _LESS:
            return "less"
        if before in _MORE:
            return "more"
    return ""


def _right_amount(value: Quantity, bound: str) -> Verdict:
    if bound == "less":
        return verdicts.wrong(Slip.OPPOSITE, f"It was not less: the figure is {value.shown}.")
    if bound == "more" and not value.qualifier:
        return verdicts.partial(Slip.CLOSE, f"The card gives the number exactly: {value.shown}.")
    return verdicts.correct()


def _told_of(value: Quantity, asked: Asked, given: Fraction, off: Verdict) -> Verdict | None:
    """Judge an amount that the fact's own data tells of; `off` is what would be said of it otherwise."""
    target = asked.target
    for text in target.historians:
        if given in amounts_of(text):
            return verdicts.correct(verdicts.sentence(f"Correct. {asked.fact.note}"))
    for text in target.aliases:
        if given in amounts_of(text):
            return verdicts.correct()
    for remark in target.known_wrong:
        if given in amounts_of(remark.text):
            return verdicts.wrong(off.slip, verdicts.sentence(remark.reason), rival=off.rival)
    if any(given in amounts_of(text) for text in target.also_true):
        return verdicts.partial(Slip.ALSO_TRUE, f"That figure is known to historians, but the card has {value.shown}.")
    return None


def _off(value: Quantity, asked: Asked, given: Fraction, whole: Fraction | None, elsewhere: Elsewhere) -> Verdict:
    """Name the slip in a wrong amount; one that is near is half right."""
    near = abs(given - value.amount) <= _NEAR * value.amount
    verdict = verdicts.partial if near else verdicts.wrong
    if whole == value.amount and given > whole:
        return verdict(Slip.REVERSED, f"The two numbers are the wrong way round: it is {value.shown}.")
    other = elsewhere.amount(int(given), asked.fact) if given.denominator == 1 else None
    if other is not None:
        shown = other.target.value.shown
        message = verdicts.sentence(f"{shown} is {other.target.about}; here it is {value.shown}")
        return verdict(Slip.OTHER_FACT, message, rival=other.fact.key)
    slip = amount_slip(given, value.amount) or (Slip.CLOSE if near else None)
    if slip is None:
        return verdicts.wrong(None, f"The figure is {value.shown}.")
    return verdict(slip, MESSAGES[slip].format(value.shown))


def _without_dates_and_labels(text: Sequence[Word], found: list[Seen]) -> list[Seen]:
    kept = [seen for seen in found if not (_is_year(text, seen) or _is_label(text, seen) or seen.bare_one)]
    shares = [seen for seen in kept if seen.share]
    counted = [seen for seen in kept if not seen.share]
    return counted or shares or found


def _is_year(text: Sequence[Word], seen: Seen) -> bool:
    if seen.amount not in _CENTURY or "," in text[seen.start].text or not seen.start:
        return False
    before = text[seen.start - 1].text
    return before in _TIMES or bool(month_of(before))


def _is_label(text: Sequence[Word], seen: Seen) -> bool:
    before = [word.text for word in text[max(seen.start - 3, 0) : seen.start]]
    return bool(before) and (
        before[-1] in _LABELS or (before[-1] in {"and", "no", "."} and bool(_LABELS & set(before)))
    )


def _is_whole(text: Sequence[Word], seen: Seen) -> bool:
    """Whether it is the 767 of "512 of the 767", "512/767", "of 767, 512"."""
    before = [word.text for word in text[max(seen.start - 2, 0) : seen.start] if word.text != "the"]
    return bool(before) and (
        before[-1] == "of" or (before[-1] == "/" and seen.start > 1 and text[seen.start - 2].text[0].isdigit())
    )


def _with_qualifier(text: Sequence[Word], start: int) -> int:
    """Where "no more than 13" begins, which denies nothing."""
    for length in (3, 2):
        if length <= start and " ".join(word.text for word in text[start - length : start]) in _LESS | _MORE:
            return start - length
    return start
