"""The plan of a study day: how the time that is left is best used, by the answers given before the day began.

Three of the ways of forgetting stand for all that are possible, each for a third of the probability, from those that
forget fast to those that forget slowly. The worth of a question is its gain in recall on exam day for each second that
it takes, the mean of the three, weighed anew by the day's answers.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from purges_quiz.progress.estimate import Estimate, Trace
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.progress.pace import Pace
from purges_quiz.selection.prices import Group, Prices, settled, slowed

COMMITTEE = 3
HORIZON = 28
"""Days that a plan looks ahead without an exam, and the most with one."""
IN_WORDS = 1.8
"""How long it takes to type a statement, a quotation or a list, compared with other answers."""
SINCE = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 100, 200, 400, 800)
"""Days since facts were met that a plan tells apart."""
UNLIKELY = 0.005
"""Ways of no more probability than this are left out of predictions."""
CURIOSITY = 0.02
"""What a unit of information (a nat) on the player's forgetting is worth for each minute left, in facts recalled."""
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


@dataclass(frozen=True, slots=True)
class Worth:
    """What asking a fact now is worth."""

    gain: float
    """The recall gained on exam day, over asking it later or never."""
    seconds: float
    """What it takes, feedback and practice included."""


@dataclass(frozen=True, slots=True)
class Member:
    """A way of forgetting that stands for others like it."""

    way: int
    """Its place in the family."""
    weight: float
    """The logarithm of its probability when the plan was made."""
    swift: Prices
    """For facts that are typed as fast as chosen."""
    slow: Prices
    """For facts that are answered in words."""


@dataclass(frozen=True)
class Plan:
    """What a study day is best used for."""

    time: Time
    members: tuple[Member, ...]
    """They had the same probability each when the day began."""
    slow: frozenset[str]
    """The facts that are answered in words."""
    _gains: dict[tuple[int, bool, int, int], tuple[float, float, float]] = field(default_factory=dict, repr=False)

    def worths(self, estimate: Estimate, facts: Iterable[str]) -> dict[str, Worth]:
        """For each fact what asking it now is worth.

        What tells the members apart gains a little more, since it makes the rest of the plan better.
        """
        places = {way: place for place, way in enumerate(estimate.ways)}
        members = [(member, places[member.way]) for member in self.members if member.way in places]
        grown = [estimate.weights[place] - member.weight for member, place in members]
        likely = [math.exp(weight - max(grown)) for weight in grown]
        shares = [share / sum(likely) for share in likely]
        return {fact: self._worth(fact, estimate.traces.get(fact), members, shares) for fact in facts}

    def _worth(
        self, fact: str, trace: Trace | None, members: Sequence[tuple[Member, int]], shares: Sequence[float]
    ) -> Worth:
        gained = seconds = 0.0
        recalls = []
        for (member, place), share in zip(members, shares, strict=True):
            gain, needed, recall = self._gain(member, trace, place, slow=fact in self.slow)
            gained += share * gain
            seconds += share * needed
            recalls.append(recall)
        if trace is not None and trace.day < self.time.today:
            gained += CURIOSITY * (self.time.days - 1) * self.time.minutes * told_apart(shares, recalls)
        return Worth(gained, seconds or 1.0)

    def _gain(self, member: Member, trace: Trace | None, place: int, *, slow: bool) -> tuple[float, float, float]:
        if trace is None:
            half_time, since = FAMILY[member.way].first, -1
        else:
            half_time, since = trace.half_times[place], max(self.time.today - trace.day, 0)
        key = (member.way, slow, round(half_time * FINENESS), since)
        if key not in self._gains:
            recall = FAMILY[member.way].recall(half_time, since) if since > 0 else 0.0
            self._gains[key] = (*(member.slow if slow else member.swift).gain(key[2] / FINENESS, since), recall)
        return self._gains[key]


def told_apart(shares: Sequence[float], recalls: Sequence[float]) -> float:
    """How much an answer tells of which of some ways is true that predict these recalls: the mutual information."""
    mean = sum(share * recall for share, recall in zip(shares, recalls, strict=True))
    return _entropy(mean) - sum(share * _entropy(recall) for share, recall in zip(shares, recalls, strict=True))


def _entropy(probability: float) -> float:
    if not 0 < probability < 1:
        return 0.0
    return -probability * math.log(probability) - (1 - probability) * math.log(1 - probability)


def planned(
    estimate: Estimate, facts: Collection[str], time: Time, pace: Pace, slow: frozenset[str] = frozenset()
) -> Plan:
    """The plan of a day, by the estimate as it stood when the day began."""
    days = time.days
    minutes = [0.0, *[time.minutes * time.regularity] * (days - 1), time.minutes]
    met = [trace for fact in facts if (trace := estimate.traces.get(fact))]
    members: dict[int, Member] = {}
    places = committee(estimate, days)
    for place in places:
        if place not in members:
            way = estimate.ways[place]
            groups = _groups(met, place, time.today)
            if len(met) < len(facts):
                groups.append(Group(len(facts) - len(met), FAMILY[way].first, -1))
            swift = settled(FAMILY[way], pace, groups, minutes)
            members[place] = Member(way, estimate.weights[place], swift, slowed(swift, IN_WORDS))
    return Plan(time, tuple(members[place] for place in places), slow)


def _groups(met: Iterable[Trace], place: int, today: int) -> list[Group]:
    """The facts that were met, those together of which about the same is left."""
    alike = Counter(
        (round(trace.half_times[place]), SINCE[bisect(SINCE, max(today - trace.day, 0)) - 1]) for trace in met
    )
    return [Group(facts, half_time, since) for (half_time, since), facts in alike.items()]


@dataclass(frozen=True, slots=True)
class Today:
    """What a study day has to be done."""

    questions: int
    minutes: float


def todays(plan: Plan, before: Estimate, facts: Collection[str]) -> Today:
    """What there is to do on the day of a plan: what is worth most, as much as the day's minutes have room for.

    `before` is the estimate by which the day was planned. Questions that gain nothing are left out.
    """
    worths = plan.worths(before, facts).values()
    left, questions = plan.time.minutes * 60, 0
    for worth in sorted(worths, key=lambda worth: worth.gain / worth.seconds, reverse=True):
        if worth.gain <= 0 or left < worth.seconds / 2:
            break
        left -= worth.seconds
        questions += 1
    return Today(questions, plan.time.minutes - max(left, 0) / 60)


def committee(estimate: Estimate, days: int) -> list[int]:
    """Ways that stand for all, by their places among those possible: the middles of thirds of the probability."""
    order = sorted(range(len(estimate.ways)), key=lambda place: FAMILY[estimate.ways[place]].lasts(days))
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
    shares = [(place, share) for place, share in enumerate(estimate.shares) if share > UNLIKELY]
    total = sum(share for _, share in shares)
    recalls = dict.fromkeys(facts, 0.0)
    for fact in facts:
        if trace := estimate.traces.get(fact):
            recalls[fact] = (
                sum(
                    share * FAMILY[estimate.ways[place]].recall(trace.half_times[place], day - trace.day)
                    for place, share in shares
                )
                / total
            )
    return recalls
