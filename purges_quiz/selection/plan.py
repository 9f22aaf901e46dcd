"""The plan of a study day: how the time that is left is best used, by the answers given before the day began.

Three of the ways of forgetting stand for all that are possible, each for a third of the probability, from those that
forget fast to those that forget slowly. The worth of a question is its gain in recall on exam day for each second that
it takes, the mean of the three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from purges_quiz.progress.estimate import Estimate, Trace
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.selection.prices import Group, Pace, Prices, settled

COMMITTEE = 3
HORIZON = 28
"""Days that a plan looks ahead without an exam, and the most with one."""
FINENESS = 4
"""Half-times are told apart to a quarter of a power of 2 where gains are looked up."""


@dataclass(frozen=True, slots=True)
class Time:
    """The time that is left."""

    today: int
    """The number of the study day."""
    exam: int | None
    """That of the exam; None: none is ahead."""
    minutes: float
    """What a day of study has."""
    regularity: float
    """On which share of the days is studied."""

    @property
    def days(self) -> int:
        """Days until recall counts."""
        return HORIZON if self.exam is None else min(max(self.exam - self.today, 1), HORIZON)


@dataclass(frozen=True)
class Plan:
    """What a study day is best used for."""

    time: Time
    members: tuple[tuple[int, Prices], ...]
    """Ways of forgetting, by their places in the family, that have the same probability each."""
    _gains: dict[tuple[int, int, int], tuple[float, float]] = field(default_factory=dict, repr=False)

    def worth(self, estimate: Estimate, fact: str) -> float:
        """The recall on exam day that asking a fact now gains for each second."""
        trace = estimate.traces.get(fact)
        gained = seconds = 0.0
        for way, prices in self.members:
            gain, needed = self._gain(way, prices, trace, estimate)
            gained += gain
            seconds += needed
        return gained / seconds if seconds else 0.0

    def _gain(self, way: int, prices: Prices, trace: Trace | None, estimate: Estimate) -> tuple[float, float]:
        if trace is None:
            half_time, since = FAMILY[way].first, -1
        elif way in estimate.ways:
            half_time = trace.half_times[estimate.ways.index(way)]
            since = max(self.time.today - trace.day, 0)
        else:
            return 0.0, 0.0
        key = (way, round(half_time * FINENESS), since)
        if key not in self._gains:
            self._gains[key] = prices.gain(key[1] / FINENESS, since)
        return self._gains[key]


def planned(estimate: Estimate, facts: Collection[str], time: Time, pace: Pace) -> Plan:
    """The plan of a day, by the estimate as it stood when the day began."""
    days = time.days
    minutes = [0.0, *[time.minutes * time.regularity] * (days - 1), time.minutes]
    met = [trace for fact in facts if (trace := estimate.traces.get(fact))]
    members = []
    for place in committee(estimate):
        way = estimate.ways[place]
        groups = Counter(
            (round(trace.half_times[place] * 2) / 2, max(time.today - trace.day, 0)) for trace in met
        )
        found = [Group(count, half_time, since) for (half_time, since), count in groups.items()]
        if len(met) < len(facts):
            found.append(Group(len(facts) - len(met), FAMILY[way].first, -1))
        members.append((way, settled(FAMILY[way], pace, found, minutes)))
    return Plan(time, tuple(members))


def committee(estimate: Estimate) -> list[int]:
    """Ways that stand for all, by their places among those possible: the middles of thirds of the probability."""
    order = sorted(range(len(estimate.ways)), key=lambda place: FAMILY[estimate.ways[place]].told)
    shares = estimate.shares
    found, passed, wanted = [], 0.0, [(third + 0.5) / COMMITTEE for third in range(COMMITTEE)]
    for place in order:
        passed += shares[place]
        while wanted and passed >= wanted[0] - 1e-9:
            found.append(place)
            wanted.pop(0)
    return found


def predicted(estimate: Estimate, facts: Collection[str], day: int) -> Mapping[str, float]:
    """The predicted recall of each fact on a later day: the mean of all ways that are possible; 0 if never met."""
    shares = [(place, share) for place, share in enumerate(estimate.shares) if share > 0.005]
    total = sum(share for _, share in shares)
    recalls = dict.fromkeys(facts, 0.0)
    for fact in facts:
        if trace := estimate.traces.get(fact):
            recalls[fact] = sum(
                share * FAMILY[estimate.ways[place]].recall(trace.half_times[place], day - trace.day)
                for place, share in shares
            ) / total
    return recalls
