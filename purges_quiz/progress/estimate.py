"""Which way of forgetting is the player's: each of the family weighed by how well it predicted the answers.

The fold is over answers as they come, by Bayes' rule; a way that the answers have ruled out is followed no longer. A
handful of answers moves the weights, and none makes them absurd, since each of the family is possible.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.slip import Slip
from purges_quiz.progress.fact_state import RIGHT
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.round.records import AttemptRecord, Outcome

SLIP = 0.04
"""How often what is recalled is answered wrongly all the same."""
OUT_OF_PLACE = 0.29
"""How often an order counts as wrong for a fact that is recalled, since another of its facts was out of place: of four
facts, the others known with a probability of one half, and put in the places left."""
LUCK = 0.02
"""How often what is not recalled is typed rightly all the same."""
RULED_OUT = 14.0
"""A way whose likelihood has fallen behind the best by this factor's logarithm is given up."""
KNOWN_BEFORE = 3.0
"""What is typed rightly the first time was known before: its half-time is longer by this power of 2."""
DIGITS = 3
"""Half-times are kept to a thousandth, so that a checkpoint of them is short."""
CAUTION = 0.7
"""Answers count for less than independent ones, since facts differ and every way is only near to the truth."""


class Observation(NamedTuple):
    """What one answer shows of the memory of one fact."""

    fact: str
    day: int
    """The number of the study day."""
    right: bool
    guess: float
    """The probability of a right answer by chance."""
    inconclusive: bool = False
    """True: it does not show whether the fact was remembered, but the fact was met."""
    in_order: bool = False
    """Whether it was put in order with others: one of them out of place, and all count as wrong."""


class Trace(NamedTuple):
    """What is left of a fact."""

    day: int
    """The day on which it was met last."""
    half_times: tuple[float, ...]
    """Under each of the ways that are still possible."""


class Tenth(NamedTuple):
    """How predictions between two tenths held."""

    answers: int = 0
    """How many answers were predicted to be right with such a probability."""
    predicted: float = 0.0
    """The sum of the probabilities."""
    right: int = 0
    """How many were right."""

    def with_answer(self, predicted: float, *, right: bool) -> Tenth:
        """The same with an answer more."""
        return Tenth(self.answers + 1, self.predicted + predicted, self.right + right)


@dataclass(frozen=True)
class Estimate:
    """What the answers say of a player's forgetting."""

    ways: tuple[int, ...] = tuple(range(len(FAMILY)))
    """The ways that are still possible, by their places in the family."""
    weights: tuple[float, ...] = tuple(math.log(way.prior) for way in FAMILY)
    """The logarithm of each one's probability, but for what all have in common."""
    traces: Mapping[str, Trace] = field(default_factory=dict)
    """For every fact that was met."""
    tenths: tuple[Tenth, ...] = (Tenth(),) * 10
    """How the predictions held that were made just before each answer on another day than the fact's last, by the
    probability of a right answer: below 0.1, from there below 0.2 and so on."""

    @property
    def shares(self) -> list[float]:
        """The probability of each way."""
        return _shares(self.weights)


def _shares(weights: Sequence[float]) -> list[float]:
    best = max(weights)
    likely = [math.exp(weight - best) for weight in weights]
    total = sum(likely)
    return [share / total for share in likely]


def chance(kind: Kind, *, hinted: bool) -> float:
    """The probability that somebody who knows nothing answers a question of a kind rightly.

    Choices have four options. Matching and ordering get easier with every other fact that is known: here it is one of
    four, the others known with a probability of one half. What is typed can be guessed only from its first letters or
    some of its digits.
    """
    match kind:
        case Kind.MULTIPLE_CHOICE:
            return 0.25
        case Kind.MATCHING:
            return 0.47
        case Kind.ORDERING:
            return 0.38
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return 0.08 if hinted else 0.0
        case _ as unknown:
            assert_never(unknown)


def observations(record: AttemptRecord) -> Iterator[Observation]:
    """What an attempt shows of each fact of which it is evidence.

    No answer in time, and one that is true but not what was asked, do not show whether the fact was remembered;
    still it was met.
    """
    inconclusive = record.outcome is Outcome.NO_ANSWER or record.slip is Slip.ALSO_TRUE
    guess = chance(record.kind, hinted=record.hinted)
    in_order = record.kind is Kind.ORDERING
    for fact in record.evidence:
        right = record.outcome_of(fact) in RIGHT
        yield Observation(fact, record.day.toordinal(), right, guess, inconclusive, in_order)


def after(estimate: Estimate, later: Iterable[Observation]) -> Estimate:
    """The estimate after some more observations, in the order of the answers."""
    ways, weights = list(estimate.ways), list(estimate.weights)
    traces, tenths = dict(estimate.traces), list(estimate.tenths)
    for answer in later:
        trace = traces.get(answer.fact)
        if trace is None:
            traces[answer.fact] = Trace(answer.day, _first_half_times(ways, answer))
        elif answer.day <= trace.day or answer.inconclusive:
            day = max(answer.day, trace.day)
            traces[answer.fact] = Trace(day, _again(ways, trace.half_times))
        else:
            half_times, expected = _reviewed(ways, weights, trace, answer)
            traces[answer.fact] = Trace(answer.day, half_times)
            place = min(int(expected * 10), 9)
            tenths[place] = tenths[place].with_answer(expected, right=answer.right)
            best = max(weights)
            if min(weights) < best - RULED_OUT:
                ways, weights, traces = _without(ways, weights, traces, best - RULED_OUT)
    return Estimate(tuple(ways), tuple(weights), traces, tuple(tenths))


def _first_half_times(ways: Sequence[int], answer: Observation) -> tuple[float, ...]:
    """The half-times after the first answer. A missed question comes back in its round, so the fact is met twice."""
    first = tuple(FAMILY[way].first for way in ways)
    if not answer.right:
        return _again(ways, first)
    known = 0.0 if answer.guess or answer.inconclusive else KNOWN_BEFORE
    return tuple(round(half_time + known, DIGITS) for half_time in first)


def _again(ways: Sequence[int], half_times: Sequence[float]) -> tuple[float, ...]:
    """The half-times after the fact was met once more on the same day."""
    return tuple(round(FAMILY[way].again(half_time), DIGITS) for way, half_time in zip(ways, half_times, strict=True))


def _reviewed(
    ways: Sequence[int], weights: list[float], trace: Trace, answer: Observation
) -> tuple[tuple[float, ...], float]:
    """The half-times after an answer on a later day, and how likely it was to be right; the weights are changed."""
    days = answer.day - trace.day
    guess = max(answer.guess, LUCK)
    slip = OUT_OF_PLACE if answer.in_order else SLIP
    shares, expected = _shares(weights), 0.0
    reviewed = []
    for place, (way, half_time) in enumerate(zip(ways, trace.half_times, strict=True)):
        model = FAMILY[way]
        recall = model.recall(half_time, days)
        by_memory, by_chance = recall * (1 - slip), (1 - recall) * guess
        expected += shares[place] * (by_memory + by_chance)
        if not answer.right:
            by_memory, by_chance = recall * slip, (1 - recall) * (1 - guess)
        likely = by_memory + by_chance
        weights[place] += CAUTION * math.log(max(likely, 1e-3))
        share = by_memory / likely if likely else 0.5
        half = share * model.recalled(half_time, recall)
        reviewed.append(round(half + (1 - share) * model.again(model.failed(half_time)), DIGITS))
    return tuple(reviewed), expected


def _without(
    ways: Sequence[int], weights: Sequence[float], traces: Mapping[str, Trace], least: float
) -> tuple[list[int], list[float], dict[str, Trace]]:
    """The ways whose weight is not below the least."""
    places = [place for place, weight in enumerate(weights) if weight >= least]
    return (
        [ways[place] for place in places],
        [weights[place] for place in places],
        {fact: Trace(it.day, tuple(it.half_times[place] for place in places)) for fact, it in traces.items()},
    )
