"""Grading numbers: parsed and compared, never matched by likeness."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from purges_quiz.deck.model import Quantity
from purges_quiz.deck.numbers import SIGNS
from purges_quiz.grading.alternatives import choice
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.assertion import corrected
from purges_quiz.grading.candidates import Selection, select
from purges_quiz.grading.elsewhere import Elsewhere
from purges_quiz.grading.number_slips import REASONS, amount_slip
from purges_quiz.grading.predicate import contradiction
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.typed_dates import TypedDate, dates
from purges_quiz.grading.typed_numbers import TypedNumber, amounts_of, numbers
from purges_quiz.grading.units import Units, foreign_unit, units_of
from purges_quiz.grading.verdict import Reason, Verdict, correct, partial, unlike, wrong
from purges_quiz.grading.words import Word, words

_OF_EACH = frozenset({"in", "per", "of"})
"""Within a share: "97 in every 100", after which stands of what."""
_BELOW_ZERO = frozenset({("below", "zero"), ("below", "0"), ("below", "freezing")})
_PERCENT = frozenset({"%", "percent", "pct", "percentage", "cent"})
_MAY = frozenset({"could", "allowed", "limit", "limited", "maximum"})
"""In a question: what is asked for is a bound itself, so that "under 200" says no less."""
_ROUNDED = Fraction(1, 100)
"""How far a percentage may be from the fraction that it stands for."""
_LOOSE = Fraction(10, 100)
"""How far below the figure "over ..." may lie and still be half right."""
_NEAR = Fraction(5, 100)
"""How far off a quantity may be and still be half right; a smaller one than `_MANY` only if it is rounded to tens."""
_MANY = 100
_VAGUELY = Fraction(10, 100)
"""How far a fraction in words may be from the percentage beside it: "just over half, 55%"."""
_WORKED_OUT = frozenset({"=", "so", "ie", "makes", "making", "equals"})
"""Before the result: "23 pairs = 46"."""
LABELS = frozenset({"category", "categories", "cat", "order", "article", "card", "trial"})
_TIMES = frozenset({"in", "by", "during", "since", "until", "after", "before", "from"})
_TOTALS = frozenset({"total", "altogether", "overall"})
_YEARS = range(1000, 2100)
_FIRST_SPAN = 1700
"""Two numbers after it with a hyphen are years, even where numbers are asked for."""
_LESS = frozenset(
    {"less than", "fewer than", "no more than", "not more than", "up to", "at most", "under", "below", "<"},
)
_MORE = frozenset(
    {"more than", "at least", "no fewer than", "no less than", "not less than", "upwards of", "over", "above", ">"},
)
_QUALIFIERS = _LESS | _MORE | {"about", "around", "roughly", "approximately", "nearly", "almost"}
"""What may stand before the number that is meant: its "no" denies nothing, and the first two are bounds."""


def grade_quantity(value: Quantity, elsewhere: Elsewhere, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed quantity."""
    text = typed.words
    right = Fraction(value.amount)
    units = units_of(asked, value.units, value.sign)
    picked, whole = _given(text, asked, value, elsewhere.total(asked.fact))
    if right == 1 and not (picked.asserted or picked.negated) and units.single(text):
        return correct()
    refused = picked.refused(Reason.SEVERAL_NUMBERS, Reason.NO_NUMBER)
    if refused is not None:
        return refused
    number = _as_asked(_signed(picked.asserted[0], text) if right < 0 else picked.asserted[0], value, text)
    if number.share and not value.share:
        return wrong(Slip.UNIT, Reason.SHARE)
    told = {word.text for word in text[number.start : number.end]}
    foreign = "" if number.share and told & _OF_EACH else units.foreign(text, number.end, number.start)
    if picked.asserted[0].share:
        foreign = foreign or units.other_whole(text, number.end, asked.source.root_set)
    if foreign and number.amount == right:
        return foreign_unit(asked, value.units, text, number.start, foreign)
    against = contradiction(asked, typed, [(number.start, number.end)])
    if number.amount == right:
        if against:
            return wrong(Slip.OPPOSITE, Reason.CONTRADICTS_QUESTION, against)
        return _right_amount(value, asked, bound(text, number.start))
    if bound(text, number.start) == "more" and 0 <= right - number.amount <= _LOOSE * abs(right):
        return partial(Slip.CLOSE, Reason.MORE)
    off = _off(value, asked, number, whole, elsewhere)
    return _known(asked, number, off, units, text) or (
        foreign_unit(asked, value.units, text, number.start, foreign) if foreign and off.slip is None else off
    )


def _signed(number: TypedNumber, text: Sequence[Word]) -> TypedNumber:
    """The number with the minus that stands before it, or the "below zero" after it."""
    start = number.start - (number.start > 0 and text[number.start - 1].text in SIGNS)
    before = text[start - 1].text if start else ""
    joined = start > 1 and text[start - 2].text[-1:].isdigit()
    if before in {"minus", "negative"} or (before == "-" and not joined):
        return number._replace(amount=-number.amount)
    after = [word.text for word in text[number.end : number.end + 3]]
    end = next((at for at, pair in enumerate(pairwise(after), start=2) if pair in _BELOW_ZERO), 0)
    return number._replace(amount=-number.amount, end=number.end + end) if end else number


def _as_asked(number: TypedNumber, value: Quantity, text: Sequence[Word]) -> TypedNumber:
    """A fraction for a percentage, and a percentage for a fraction, as the card counts: "a tenth" is 10%."""
    right = Fraction(value.amount)
    if not number.share:
        return number
    parts = right.denominator > 1 and not value.sign
    sign = text[number.end - 1].text in _PERCENT
    percent = sign or abs(number.amount) > 1
    if value.share and not percent:
        return number._replace(amount=number.amount * 100)
    if parts:
        amount = number.amount / 100 if sign else number.amount
        return number._replace(amount=right if abs(amount - right) <= _ROUNDED else amount, share=False)
    return number


_BELOW = frozenset({"below", "under", "less", "fewer"})


def _right_amount(value: Quantity, asked: Asked, only: str) -> Verdict:
    if only == "less" and (_MAY | _BELOW).isdisjoint(word.text for word in asked.words):
        return wrong(Slip.OPPOSITE, Reason.LESS)
    if only == "more" and not value.qualifier:
        return partial(Slip.CLOSE, Reason.MORE)
    return correct()


def _known(asked: Asked, number: TypedNumber, off: Verdict, units: Units, text: Sequence[Word]) -> Verdict | None:
    """Judge a number that the fact's own data tells of; `off` is what would be said of it otherwise."""

    def as_in(known: str) -> bool:
        read = words(known)
        same = (one for one in numbers(read) if one.amount == number.amount)
        return any(units.measured_as(read, one.end, text, number.end) for one in same)

    target = asked.target
    if any(map(as_in, target.historians)):
        return correct(Reason.NOTED, asked.fact.note)
    if any(map(as_in, target.aliases)):
        return correct()
    for remark in target.known_wrong:
        if number.amount in amounts_of(remark.text):
            return wrong(off.slip, Reason.KNOWN, note=remark.reason, confused_with=off.confused_with)
    if any(number.amount in amounts_of(known) for known in target.also_true):
        return partial(Slip.ALSO_TRUE, Reason.ALSO_TRUE_FIGURE)
    return None


def _off(value: Quantity, asked: Asked, number: TypedNumber, whole: Fraction | None, elsewhere: Elsewhere) -> Verdict:
    """Name the slip in a wrong amount; one that is near is half right."""
    amount, right = number.amount, Fraction(value.amount)
    rounded = abs(right) >= _MANY or amount % 10 == 0
    near = rounded and abs(amount - right) <= _NEAR * abs(right)
    verdict = partial if near else wrong
    if whole == right and amount > whole:
        return verdict(Slip.REVERSED, Reason.TWO_NUMBERS_REVERSED)
    other = elsewhere.amount(amount, asked.fact)
    if other is not None:
        return verdict(Slip.OTHER_FACT, Reason.OTHER_FACT, note=other.statement, confused_with=other.fact.key)
    in_digits = bool(number.digits)
    slip = amount_slip(amount, right, in_digits=in_digits) or (Slip.CLOSE if near else None)
    return unlike() if slip is None else verdict(slip, REASONS[slip])


def _given(
    text: Sequence[Word], asked: Asked, value: Quantity, total: Fraction | None
) -> tuple[Selection[TypedNumber], Fraction | None]:
    """The number that the text gives as its answer, and the 767 of "512 of 767"."""
    right = Fraction(value.amount)
    every = _results(text, [number for number in numbers(text) if not _is_decade(text, number)], value)
    if right.denominator > 1 or value.share:
        every = _with_fractions(text, every)
    shares = value.share or right.denominator > 1
    found = _without_dates_and_labels(text, every, right, shares=shares) if len(every) > 1 else every
    wholes = [number for number in found if _is_whole(text, number, every, {right, total})]
    if len(wholes) < len(found):
        found = tuple(number for number in found if number not in wholes)
    whole = wholes[0].amount if wholes else None
    if len({number.amount for number in found}) > 1:
        found = (
            tuple(number for number in found if number.amount == right or number.amount not in asked.amounts) or found
        )
    known = asked.source.root_set | asked.stems | {word.stem for word in asked.source.words}
    picked = select(
        text,
        found,
        lambda number: (_with_qualifier(text, number.start), number.end),
        lambda number: number.amount,
        asked,
        known=frozenset() if "or" in {word.text for word in text} else known,
        every=[(number.start, number.end) for number in every],
    )
    return picked, whole


def _is_decade(text: Sequence[Word], number: TypedNumber) -> bool:
    return [word.text for word in text[number.end : number.end + 1]] == ["s"]


def _results(text: Sequence[Word], found: Sequence[TypedNumber], value: Quantity) -> Sequence[TypedNumber]:
    """Without the numbers from which the right one is worked out, or of which it is the more exact."""
    right = Fraction(value.amount)
    own = next((number for number in found if number.amount == right), None)
    if own is None:
        return found
    between = {number: text[min(number.end, own.end) : max(number.start, own.start)] for number in found}
    return [
        number
        for number in found
        if number.amount == right
        or not (
            _WORKED_OUT.intersection(word.text for word in between[number])
            or (number.share and value.share and not choice(between[number]) and _roughly(text, number, right))
        )
    ]


def _roughly(text: Sequence[Word], number: TypedNumber, right: Fraction) -> bool:
    return text[number.end - 1].text not in _PERCENT and abs(number.amount * 100 - right) <= _VAGUELY * 100


def _with_fractions(text: Sequence[Word], found: Sequence[TypedNumber]) -> tuple[TypedNumber, ...]:
    """Read "1/3" as one number, where a part of something is asked for."""
    read: list[TypedNumber] = []
    for number in found:
        last = read[-1] if read else None
        over = last is not None and [word.text for word in text[last.end : number.start]] == ["/"]
        if last is not None and over and number.amount and not last.share:
            read[-1] = TypedNumber(last.start, number.end, last.amount / number.amount, "", share=True)
        else:
            read.append(number)
    return tuple(read)


def bound(text: Sequence[Word], start: int) -> str:
    """Return "more" or "less" where the number is only a bound, else nothing."""
    for length in (3, 2, 1):
        before = " ".join(word.text for word in text[max(start - length, 0) : start])
        if before in _LESS:
            return "less"
        if before in _MORE:
            return "more"
    return ""


def _without_dates_and_labels(
    text: Sequence[Word], found: Sequence[TypedNumber], right: Fraction, *, shares: bool
) -> tuple[TypedNumber, ...]:
    """Leave out what only stands beside the number; percentages and fractions too, unless `shares` are asked for."""
    dated_places = dated(text)
    kept = [
        number
        for number in found
        if number.amount == right or not (number.start in dated_places or _is_label(text, number) or number.bare_one)
    ]
    gaps = [text[one.end : other.start] for one, other in pairwise(kept)]
    if shares or any(choice(gap) or corrected(gap) for gap in gaps) or "?" in {word.text for word in text}:
        return tuple(kept or found)
    counted = [number for number in kept if not number.share]
    return tuple(counted or kept or found)


def dated(text: Sequence[Word]) -> frozenset[int]:
    """The places of the numbers that are years of dates: "in 1934", "August 1936", "1937-38"."""
    sure = (
        date
        for date in dates(text)
        if (date.month and not (date.figures and date.end - date.start < 3))  # noqa: PLR2004
        or _is_span(date)
        or (date.start and text[date.start - 1].text in _TIMES)
    )
    return frozenset(place for date in sure if date.year in _YEARS for place in range(date.start, date.end))


def _is_span(date: TypedDate) -> bool:
    return date.until is not None and date.joint == "-" and (date.until.year or 0) > (date.year or 0) > _FIRST_SPAN


def _is_label(text: Sequence[Word], number: TypedNumber) -> bool:
    before = [word.text for word in text[max(number.start - 3, 0) : number.start]]
    if not before:
        return False
    return before[-1] in LABELS or (before[-1] in {"and", "no", "."} and bool(LABELS & set(before)))


def _is_whole(
    text: Sequence[Word], number: TypedNumber, every: Sequence[TypedNumber], pair: set[Fraction | None]
) -> bool:
    """Whether it is the 767 of "512 of the 767", "of 767, 512", "512/767" (`pair`), or the 16 of "16 in total"."""
    if any(word.text in _TOTALS for word in text[number.end : number.end + 2]):
        return True
    before = [word.text for word in text[max(number.start - 2, 0) : number.start] if word.text != "the"]
    if before[-1:] == ["/"]:
        return any(other.end == number.start - 1 and {other.amount, number.amount} == pair for other in every)
    return before[-1:] == ["of"]


def _with_qualifier(text: Sequence[Word], start: int) -> int:
    """Where "no more than 13" begins, which denies nothing."""
    for length in (3, 2, 1):
        if length <= start and " ".join(word.text for word in text[start - length : start]) in _QUALIFIERS:
            return start - length
    return start
