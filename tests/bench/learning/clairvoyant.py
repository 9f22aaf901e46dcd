"""Orders of study that see the learner's true memory: what could be had if nothing had to be found out."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from statistics import fmean

from .learners import Learner
from .orders import Rule

TAKEN_ON = (6, 12, 20, 35, 60)
"""How many facts a rollout takes on; of a smaller deck, all."""
KNOWN = 0.9
"""What a rollout is as likely as this to find recalled tomorrow it leaves alone."""


class TrueGreedy:
    """The most recall gained on exam day for each second, as it will truly be.

    How hard a fact will be that was never met is not known: for those it is what they gain on average.
    """

    def __init__(self, learner: Learner) -> None:
        self._learner = learner
        self._met: set[str] = set()

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:
        """By true gain, tried out on copies of the learner."""
        now = {fact: self._learner.recall(fact, day) for fact in facts}
        known, failed = (self._after(facts, day, exam, recalled=recalled) for recalled in (True, False))
        gains = {
            fact: (share * known[fact] + (1 - share) * failed[fact] - self._learner.recall(fact, exam)) / (2 - share)
            for fact, share in now.items()
        }
        if new := [fact for fact in facts if fact not in self._met]:
            gains.update(dict.fromkeys(new, fmean(gains[fact] for fact in new)))
        return sorted(facts, key=gains.__getitem__, reverse=True)

    def note(self, fact: str, day: int, *, right: bool) -> None:  # noqa: ARG002
        """It was met."""
        self._met.add(fact)

    def _after(self, facts: Sequence[str], day: int, exam: int, *, recalled: bool) -> dict[str, float]:
        tried = copy.deepcopy(self._learner)
        for fact in facts:
            tried.meet(fact, day, recalled=recalled)
        return {fact: tried.recall(fact, exam) for fact in facts}


class Rollout:
    """So many facts and no more are taken on, and of those the least known are asked first."""

    def __init__(self, learner: Learner, facts: int) -> None:
        self._learner = learner
        self._most = facts
        self._taken: list[str] = []

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:  # noqa: ARG002
        """What was taken on and would not be known tomorrow, then what can still be taken on, then the rest of it."""
        self._taken = self._taken or list(facts[: self._most])
        tomorrow = {fact: self._learner.recall(fact, day + 1) for fact in self._taken}
        met = sorted((fact for fact in self._taken if tomorrow[fact] > 0), key=tomorrow.__getitem__)
        weak = [fact for fact in met if tomorrow[fact] < KNOWN]
        new = [fact for fact in self._taken if tomorrow[fact] == 0]
        return [*weak, *new, *met]

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """Nothing has to be noted."""


def rules(facts: int) -> dict[str, Callable[[Learner], Rule]]:
    """What a clairvoyant can try in a deck of so many facts."""

    def rollout(taken: int) -> Callable[[Learner], Rule]:
        return lambda learner: Rollout(learner, taken)

    tried = sorted({min(taken, facts) for taken in TAKEN_ON})
    return {"greedy": TrueGreedy, **{f"rollout of {taken}": rollout(taken) for taken in tried}}
