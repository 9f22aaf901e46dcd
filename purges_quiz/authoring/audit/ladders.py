"""Whether the wrong numbers and dates around a right one are alike, wrong beyond doubt and within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject, name_of
from purges_quiz.authoring.ladders.amounts import SAME_LENGTH, lengths
from purges_quiz.authoring.ladders.calendar import years_of
from purges_quiz.authoring.ladders.search import rivals
from purges_quiz.deck.figures import NEAR_PERCENT, first, last, near, overlap, read_like
from purges_quiz.deck.model import Date, Fact, Figure, Label, Precision, Quantity, Target, Value

RUNGS = 7


def rungs(subject: Subject) -> Iterator[Look]:
    """A ladder has seven rungs in ascending order, the truth in the middle, each of the truth's type."""
    for fact, target in _ladders(subject):
        found = _figures(target)
        fault = "" if len(target.rungs) == RUNGS else f"has {len(target.rungs)} rungs"
        if target.rungs[len(target.rungs) // 2] != target.value.shown:
            fault = f"has not {target.value.shown} in its middle"
        elif len(found) < len(target.rungs):
            fault = f"has rungs that are no {target.value.__class__.__name__.casefold()}"
        elif any(first(low) >= first(high) for low, high in pairwise(found)):
            fault = "does not ascend"
        yield Look(name_of(fact, target), fault)


def rungs_like_the_truth(subject: Subject) -> Iterator[Look]:
    """Every rung is printed as the truth is: as round, from 100 on about as long, a date as exact.

    A figure that the deck knows may have fewer digits, or more.
    """
    for fact, target in _ladders(subject):
        known = {rival.shown for rival in rivals(subject.deck, target)}
        odd = [
            figure.shown
            for figure in _figures(target)
            if _shape(figure) != _shape(target.value)
            or (figure.shown not in known and not _as_long(figure, target.value))
        ]
        yield Look(name_of(fact, target), f"{', '.join(odd)} differ in kind from {target.value.shown}" if odd else "")


def rungs_are_wrong(subject: Subject) -> Iterator[Look]:
    """Every rung but the truth is wrong beyond doubt, and could be right for all that a guesser knows.

    It is more than 5 % away from the truth, none of what is accepted or true as well, within the bounds of its fact
    and its whole; a date lies in the years of the deck, or close to them, and overlaps no other.
    """
    dates = [target.value for _, target in subject.targets if isinstance(target.value, Date)]
    years = years_of(dates) if dates else range(0)
    for fact, target in _ladders(subject):
        found = _figures(target)
        wrong = [figure for figure in found if figure.shown != target.value.shown]
        fault = next(filter(None, (_not_wrong(figure, target, _whole(fact, subject), years) for figure in wrong)), "")
        if any(overlap(one, other) for one, other in combinations(found, 2)):
            fault = "has rungs that overlap"
        if isinstance(target.value, Quantity | Label):
            nearest = min((_distance(figure, target) for figure in wrong), default=1.0)
            yield Look(name_of(fact, target), fault, -nearest, f"{nearest:.1%} away")
        else:
            yield Look(name_of(fact, target), fault)


def _ladders(subject: Subject) -> Iterator[tuple[Fact, Target]]:
    return ((fact, it) for fact, it in subject.targets if it.rungs and it.choice and isinstance(it.value, Figure))


def _figures(target: Target) -> list[Figure]:
    return [figure for text in target.rungs if (figure := read_like(text, target.value)) is not None]


def _shape(figure: Value) -> tuple[object, ...]:
    """Of a date the precision; of a number roundness and words, of a label how many digits."""
    match figure:
        case Date():
            return (figure.precision,)
        case Quantity():
            digits, magnitude = str(figure.amount), figure.shown.rpartition(" ")[2]
            return len(digits) - len(digits.rstrip("0")), figure.qualifier, magnitude.isalpha() and magnitude
        case Label():
            return (len(figure.digits),)
        case _:
            return ()  # ranges that follow one another without a gap cannot be alike in more


def _as_long(figure: Figure, truth: Value) -> bool:
    """Whether a number has as many digits as the truth may have."""
    if not (isinstance(figure, Quantity) and isinstance(truth, Quantity)) or truth.amount < SAME_LENGTH:
        return True
    return len(str(int(figure.amount))) in lengths(int(truth.amount))


def _not_wrong(figure: Figure, target: Target, whole: int | Fraction | None, years: range) -> str:
    """Why a rung may not be offered as wrong; "" if it may."""
    true = {*target.aliases, *target.historians, *target.also_true, *target.never_wrong}
    if figure.shown in true:
        return f"{figure.shown} must never be offered as wrong"
    if isinstance(figure, Date):
        others = [other for text in true if (other := read_like(text, figure)) is not None]
        if any(overlap(figure, other) for other in others):
            return f"{figure.shown} overlaps what is true as well"
        # Periods of years need more room than a few years on each side give.
        inside = figure.precision is Precision.YEARS or (figure.first[0] in years and figure.last[0] in years)
        return "" if inside else f"{figure.shown} is outside the years {years[0]} to {years[-1]}"
    if isinstance(figure, Quantity | Label) and _is_near(figure, target):
        return f"{figure.shown} is within {NEAR_PERCENT} % of {target.value.shown}"
    low, high = target.bounds or (1, None)
    most = min((limit for limit in (high, whole) if limit is not None), default=None)
    out = first(figure)[0] < low or (most is not None and last(figure)[0] > most)
    return f"{figure.shown} is out of bounds" if out else ""


def _whole(fact: Fact, subject: Subject) -> int | Fraction | None:
    """The amount of which the fact is a part."""
    value = subject.deck.facts[fact.part_of].targets[0].value if fact.part_of else None
    return value.amount if isinstance(value, Quantity) else None


def _distance(figure: Figure, target: Target) -> float:
    """How far a number is from the truth, in proportion."""
    truth = read_like(target.value.shown, figure)
    return float(abs(Fraction(first(figure)[0]) / first(truth)[0] - 1)) if truth and first(truth)[0] else 1.0


def _is_near(figure: Figure, target: Target) -> bool:
    truth = read_like(target.value.shown, figure)
    return truth is not None and near(first(figure)[0], first(truth)[0])
