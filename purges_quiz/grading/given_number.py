"""Which of the numbers in a text is its answer: years, labels and the whole of "512 of 767" only go with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from purges_quiz.grading.asked import Asked
from purges_quiz.grading.clauses import said_of_the_question
from purges_quiz.grading.stance import Span, Stance, stances, undecided
from purges_quiz.grading.typed_dates import dates
from purges_quiz.grading.typed_numbers import Seen, numbers
from purges_quiz.grading.verdict import Slip
from purges_quiz.grading.words import Word

_LABELS = frozenset({"category", "categories", "cat", "order", "article", "card", "trial"})
_TIMES = frozenset({"in", "by", "during", "since", "until", "after", "before", "from"})
_TOTALS = frozenset({"total", "altogether", "overall"})
_CENTURY = range(1900, 2000)
_LESS = frozenset(
    {"less than", "fewer than", "no more than", "not more than", "up to", "at most", "under", "below", "<"},
)
_MORE = frozenset(
    {"more than", "at least", "no fewer than", "no less than", "not less than", "upwards of", "over", "above", ">"},
)


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """The one number that an answer gives, or why there is not one."""

    seen: Seen | None
    whole: Fraction | None = None
    """The 767 of "512 of 767"."""
    trouble: Slip | None = None
    """`HEDGED` for more than one number, `NEGATED` for none but a denied one."""

    @property
    def amount(self) -> Fraction:
        """What it comes to; 0 if there is none."""
        return self.seen.amount if self.seen else Fraction(0)

    @property
    def in_digits(self) -> bool:
        """Whether it was written in digits alone, not as "15 million"."""
        return bool(self.seen and self.seen.digits)


def given_number(text: Sequence[Word], asked: Asked, right: Fraction, total: Fraction | None) -> GivenNumber:
    """Find the number that the text gives as its answer; `total` is what the right one is a part of, if anything."""
    every = numbers(text)
    found = _without_dates_and_labels(text, every) if len(every) > 1 else every
    wholes = [seen for seen in found if _is_whole(text, seen, every, {right, total})]
    if len(wholes) < len(found):
        found = tuple(seen for seen in found if seen not in wholes)
    whole = wholes[0].amount if wholes else None
    if len({seen.amount for seen in found}) > 1:
        found = tuple(seen for seen in found if seen.amount == right or seen.amount not in asked.amounts) or found
    starts = [_with_qualifier(text, seen.start) for seen in found]
    stance = stances(text, [(start, seen.end) for start, seen in zip(starts, found, strict=True)], asked.deniable)
    given = [seen for seen, how in zip(found, stance, strict=True) if how is Stance.GIVEN]
    if not given:
        return GivenNumber(None, whole, Slip.NEGATED if Stance.DENIED in stance else None)
    if len({seen.amount for seen in given}) > 1:
        told = said_of_the_question(text, _spans(given), asked)
        given = given if told is None else [given[told]]
    if len({seen.amount for seen in given}) > 1 or undecided(text, _spans(every)):
        return GivenNumber(None, whole, Slip.HEDGED)
    return GivenNumber(given[0], whole)


def bound(text: Sequence[Word], start: int) -> str:
    """Return "more" or "less" where the number is only a bound, else nothing."""
    for length in (3, 2, 1):
        before = " ".join(word.text for word in text[max(start - length, 0) : start])
        if before in _LESS:
            return "less"
        if before in _MORE:
            return "more"
    return ""


def _spans(found: Sequence[Seen]) -> list[Span]:
    return [(seen.start, seen.end) for seen in found]


def _without_dates_and_labels(text: Sequence[Word], found: Sequence[Seen]) -> tuple[Seen, ...]:
    dated_places = dated(text)
    kept = [seen for seen in found if not (seen.start in dated_places or _is_label(text, seen) or seen.bare_one)]
    counted = [seen for seen in kept if not seen.share]
    return tuple(counted or kept or found)


def dated(text: Sequence[Word]) -> frozenset[int]:
    """The places of the numbers that are years of dates: "in 1934", "August 1936", "1937-38"."""
    sure = (
        date for date in dates(text) if date.month or date.until or (date.start and text[date.start - 1].text in _TIMES)
    )
    return frozenset(place for date in sure if date.year in _CENTURY for place in range(date.start, date.end))


def _is_label(text: Sequence[Word], seen: Seen) -> bool:
    before = [word.text for word in text[max(seen.start - 3, 0) : seen.start]]
    if not before:
        return False
    return before[-1] in _LABELS or (before[-1] in {"and", "no", "."} and bool(_LABELS & set(before)))


def _is_whole(text: Sequence[Word], seen: Seen, every: Sequence[Seen], pair: set[Fraction | None]) -> bool:
    """Whether it is the 767 of "512 of the 767", "of 767, 512", "512/767" (`pair`), or the 16 of "16 in total"."""
    if any(word.text in _TOTALS for word in text[seen.end : seen.end + 2]):
        return True
    before = [word.text for word in text[max(seen.start - 2, 0) : seen.start] if word.text != "the"]
    if before[-1:] == ["/"]:
        return any(other.end == seen.start - 1 and {other.amount, seen.amount} == pair for other in every)
    return before[-1:] == ["of"]


def _with_qualifier(text: Sequence[Word], start: int) -> int:
    """Where "no more than 13" begins, which denies nothing."""
    for length in (3, 2):
        if length <= start and " ".join(word.text for word in text[start - length : start]) in _LESS | _MORE:
            return start - length
    return start
