"""The plan of a study day: how the time that is left is best used, by the answers from before the day.

Three of the ways of forgetting stand for all that are possible, each for a third of the probability, from those that
forget fast to those that forget slowly. The worth of a question is its gain in recall on exam day for each second that
it takes, the mean of the three, weighed anew by the day's answers. Where a second is worth little, since much is
forgotten, so is every gain; were gains simply added up, whoever might forget fast would be asked as if he did not.
Each way's gains count the more, therefore, the less a second is worth in it.

Often gains nearly tie, since a plan makes up later for what it leaves today. What is least known then comes first: it
would be lost if days are skipped or the player forgets otherwise than was thought, and every fact gets its turn.
Where only few facts can be brought to the exam gains do not tie, and the rest is rightly given up.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import mul
from typing import NamedTuple

from purges_quiz.deck.gradual import Pieces, at_once
from purges_quiz.deck.model import Date, Fact, Label, Name, Quantity, Range
from purges_quiz.progress import Progress
from purges_quiz.progress.estimate import Estimate, Trace
from purges_quiz.progress.forgetting import FAMILY
from purges_quiz.progress.pace import Pace, pace_of
from purges_quiz.progress.prediction import committee
from purges_quiz.progress.workload import StudyTime, basis, study_time
from purges_quiz.selection.prices import Group, Prices, attainable, for_slow_facts, settling_prices

SHORT = Date | Quantity | Range | Label | Name
"""Values that are typed about as fast as they are chosen."""
IN_WORDS = 1.8
"""How long it takes to type a statement, a quotation or a list, compared with other answers."""
SINCE = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60, 100, 200, 400, 800)
"""Days since facts were met that a plan distinguishes."""
INFORMATION_VALUE = 0.01
"""What a unit of information (a nat) on the player's forgetting is worth for each minute left, in facts recalled."""
EVENNESS = 0.5
"""How far the gains of ways in which a second is worth little are made up for: 0 not at all, 1 altogether."""
UNKNOWN_FIRST = 4.0
"""How much more the gain of a fact counts that is not recalled today than that of one that surely is: so many times the
square of the share of all facts that can be brought to the exam, since of few facts most are rightly given up."""
FINENESS = 4
"""Gains are looked up by half-times rounded to a quarter of a power of 2."""


class Worth(NamedTuple):
    """What asking a fact now is worth."""

    gain: float
    """The recall gained on exam day, over asking it later or never, the ways weighed by what a second is worth; with
    what is added for facts little known and for what the answer tells of the player's forgetting."""
    seconds: float
    """What it takes, feedback and practice included."""
    expected: float
    """The recall gained alone, the ways weighed by their probabilities."""


class Member(NamedTuple):
    """A way of forgetting that stands for others like it."""

    way: int
    """Its place in the family."""
    weight: float
    """The logarithm of its probability when the plan was made."""
    fast: Prices
    """For facts that are typed as fast as chosen."""
    slow: Prices
    """For facts that are answered in words."""
    attainable: float
    """The share of the facts that can be brought to the exam in it."""

    @property
    def price(self) -> float:
        """What a second of today is worth in it, in recall."""
        return self.fast.price[-1]


@dataclass(frozen=True)
class StudyPlan:
    """What a study day is best used for."""

    time: StudyTime
    members: tuple[Member, ...]
    """They had the same probability each when the day began."""
    slow: frozenset[str]
    """The facts that are answered in words."""
    _gains: dict[tuple[int, bool, int, int], tuple[float, float, float]] = field(default_factory=dict, repr=False)

    def worths(self, estimate: Estimate, facts: Iterable[str]) -> dict[str, Worth]:
        """For each fact what asking it now is worth.

        What is least known gains more, so that ties fall to it, and a little more what tells the members apart, since
        that makes the rest of the plan better.
        """
        places = {way: place for place, way in enumerate(estimate.ways)}
        members = [(member, places[member.way]) for member in self.members if member.way in places]
        grown = [estimate.weights[place] - member.weight for member, place in members]
        likely = [math.exp(weight - max(grown)) for weight in grown]
        shares = [share / sum(likely) for share in likely]
        evened = [share * math.pow(member.price, -EVENNESS) for share, (member, _) in zip(shares, members, strict=True)]
        counts = [count / sum(evened) for count in evened]
        preference = UNKNOWN_FIRST * _mean(shares, [member.attainable for member, _ in members]) ** 2
        weighed = shares, counts
        return {fact: self._worth(fact, estimate.traces.get(fact), members, weighed, preference) for fact in facts}

    def _worth(
        self,
        fact: str,
        trace: Trace | None,
        members: Sequence[tuple[Member, int]],
        weighed: tuple[Sequence[float], Sequence[float]],
        preference: float,
    ) -> Worth:
        shares, counts = weighed
        gained = seconds = expected = 0.0
        recalls = []
        for (member, place), share, count in zip(members, shares, counts, strict=True):
            gain, needed, recall = self._gain(member, trace, place, slow=fact in self.slow)
            gained += count * gain
            expected += share * gain
            seconds += count * needed
            recalls.append(recall)
        gained *= 1 + preference * (1 - _mean(counts, recalls))
        gained += INFORMATION_VALUE * (self.time.days - 1) * self.time.minutes * information(counts, recalls)
        return Worth(gained, seconds or 1.0, expected)

    def _gain(self, member: Member, trace: Trace | None, place: int, *, slow: bool) -> tuple[float, float, float]:
        if trace is None:
            half_time, since = FAMILY[member.way].first, -1
        else:
            half_time, since = trace.half_times[place], max(self.time.today - trace.day, 0)
        key = (member.way, slow, round(half_time * FINENESS), since)
        if key not in self._gains:
            recall = FAMILY[member.way].recall(half_time, since) if trace else 0.0
            self._gains[key] = (*(member.slow if slow else member.fast).gain(key[2] / FINENESS, since), recall)
        return self._gains[key]


def information(shares: Sequence[float], recalls: Sequence[float]) -> float:
    """How much an answer tells of which of some ways is true that predict these recalls: the mutual information."""
    if not recalls or max(recalls) == min(recalls):
        return 0.0
    return _entropy(_mean(shares, recalls)) - _mean(shares, [_entropy(recall) for recall in recalls])


def _mean(shares: Sequence[float], values: Sequence[float]) -> float:
    return math.fsum(map(mul, shares, values))


def _entropy(probability: float) -> float:
    if not 0 < probability < 1:
        return 0.0
    return -probability * math.log(probability) - (1 - probability) * math.log(1 - probability)


def plan_of(
    progress: Progress, facts: Collection[Fact], today: date, exam: date | None = None, minutes: float | None = None
) -> StudyPlan:
    """The plan of a study day, by the answers before it; `minutes` are those that the player means to study a day."""
    return at_once(planning(progress, facts, today, exam, minutes))


def planning(
    progress: Progress, facts: Collection[Fact], today: date, exam: date | None = None, minutes: float | None = None
) -> Pieces[StudyPlan]:
    """The same in short pieces."""
    known = basis(progress, today)
    time = study_time(known, exam, minutes)
    slow = frozenset(fact.key for fact in facts if in_words(fact))
    yield
    return (yield from making_plan(known.forgetting, [fact.key for fact in facts], time, pace_of(known.days), slow))


def in_words(fact: Fact) -> bool:
    """Whether it is answered with a statement, a quotation or a list."""
    return not all(isinstance(target.value, SHORT) for target in fact.targets)


def make_plan(
    estimate: Estimate, facts: Collection[str], time: StudyTime, pace: Pace, slow: frozenset[str] = frozenset()
) -> StudyPlan:
    """The plan of a day, by the estimate as it stood when the day began."""
    return at_once(making_plan(estimate, facts, time, pace, slow))


def making_plan(
    estimate: Estimate, facts: Collection[str], time: StudyTime, pace: Pace, slow: frozenset[str]
) -> Pieces[StudyPlan]:
    """The same in short pieces."""
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
            fast = yield from settling_prices(FAMILY[way], pace, groups, minutes)
            slowly, most = for_slow_facts(fast, IN_WORDS), attainable(fast, groups, minutes)
            members[place] = Member(way, estimate.weights[place], fast, slowly, most)
    return StudyPlan(time, tuple(members[place] for place in places), slow)


def _groups(met: Iterable[Trace], place: int, today: int) -> list[Group]:
    """The facts that were met, those together of which about the same is left."""
    alike = Counter(
        (round(trace.half_times[place]), SINCE[bisect(SINCE, max(today - trace.day, 0)) - 1]) for trace in met
    )
    return [Group(facts, half_time, since) for (half_time, since), facts in alike.items()]
