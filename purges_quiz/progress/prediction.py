"""What is predicted of a player's recall, from what the answers say of their forgetting.

Every way of forgetting that is still possible predicts; the mean counts, each weighed by its probability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from purges_quiz.progress.estimate import Estimate, Trace
from purges_quiz.progress.forgetting import FAMILY, Forgetting

UNLIKELY = 0.005
"""Ways of no more probability than this are left out of predictions."""
COMMITTEE = 3
"""Ways that stand for all where there is no time to ask every one."""
DUE_BELOW = 0.9
"""A fact comes back when its predicted recall has fallen below this."""
LONGEST = 3650
"""Days ahead beyond which no fact is said to come back."""

Ways = list[tuple[int, float, Forgetting]]
"""Places in an estimate, each with its probability and its way of forgetting."""


def predicted(estimate: Estimate, facts: Iterable[str], day: int) -> dict[str, float]:
    """The predicted recall of each fact on the study day of that number, from 0 (also: never met) to 1."""
    ways = _likely(estimate)
    return {
        fact: _recall(ways, trace, day - trace.day) if (trace := estimate.traces.get(fact)) else 0.0 for fact in facts
    }


def predicted_roughly(estimate: Estimate, facts: Iterable[str], day: int, horizon: int) -> dict[str, float]:
    """The same by a few ways that stand for all, thirty times as fast; for the first screen."""
    if not estimate.traces:
        return dict.fromkeys(facts, 0.0)
    standing = Counter(committee(estimate, horizon))
    ways = [(place, third / COMMITTEE, FAMILY[estimate.ways[place]]) for place, third in standing.items()]
    return {
        fact: _recall(ways, trace, day - trace.day) if (trace := estimate.traces.get(fact)) else 0.0 for fact in facts
    }


def comes_back(estimate: Estimate, facts: Iterable[str], today: date, exam: date | None = None) -> dict[str, date]:
    """For each fact that was met the study day on which it is to be asked again: today at the earliest.

    It is the first one on which its predicted recall is below 90 %, though no later than the day before an exam. A
    fact that seems to have been met more than a day ahead was met by a wrong clock: when is unknown, so it comes back
    today.
    """
    ways, now = _likely(estimate), today.toordinal()
    eve = exam.toordinal() - 1 if exam is not None and exam > today else None
    found = {}
    for fact in facts:
        if trace := estimate.traces.get(fact):
            day = now if trace.day - now > 1 else max(now, trace.day + _days_known(ways, trace))
            day = day if eve is None or trace.day >= eve else min(day, eve)
            found[fact] = date.fromordinal(min(day, date.max.toordinal()))
    return found


def due(estimate: Estimate, facts: Iterable[str], today: date, exam: date | None = None) -> list[str]:
    """Those of the facts that come back today, the least likely to be recalled first."""
    ways, now = _likely(estimate), today.toordinal()
    eve = exam is not None and exam.toordinal() - 1 == now
    recalls = {}
    for fact in facts:
        if trace := estimate.traces.get(fact):
            recall = _recall(ways, trace, now - trace.day)
            if recall < DUE_BELOW or trace.day - now > 1 or (eve and trace.day < now):
                recalls[fact] = recall
    return sorted(recalls, key=recalls.__getitem__)


def committee(estimate: Estimate, days: int) -> list[int]:
    """Ways that stand for all, by their places among those possible: the middles of thirds of the probability.

    They are in the order of what they leave of a fact after a day and after so many days.
    """
    order = sorted(range(len(estimate.ways)), key=lambda place: FAMILY[estimate.ways[place]].lasting(days))
    shares = estimate.shares
    found, passed, wanted = [], 0.0, [(third + 0.5) / COMMITTEE for third in range(COMMITTEE)]
    for place in order:
        passed += shares[place]
        while wanted and passed >= wanted[0] - 1e-9:
            found.append(place)
            wanted.pop(0)
    return found


def _likely(estimate: Estimate) -> Ways:
    shares = [(place, share) for place, share in enumerate(estimate.shares) if share > UNLIKELY]
    total = sum(share for _, share in shares)
    return [(place, share / total, FAMILY[estimate.ways[place]]) for place, share in shares]


def _recall(ways: Ways, trace: Trace, days: int) -> float:
    return min(sum(share * way.recall(trace.half_times[place], days) for place, share, way in ways), 1.0)


def _days_known(ways: Ways, trace: Trace) -> int:
    """Days from the meeting until recall is below the limit, found by bisection, since recall only falls."""
    low, high = 0, 1
    while high < LONGEST and _recall(ways, trace, high) >= DUE_BELOW:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _recall(ways, trace, middle) >= DUE_BELOW else (low, middle)
    return high
