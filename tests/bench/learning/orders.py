"""The orders of study that are compared with the game's own: who decides which facts make the next round.

All of them play the same game: rounds of ten, every fact in the form that its stage asks for, practice repeats.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from fsrs.scheduler import DEFAULT_PARAMETERS

from purges_quiz.deck.question import Question
from purges_quiz.progress import Stage

from .answering import Response
from .learners.fsrs import AGAIN, GOOD, Trace, retrievability, reviewed
from .material import ROUND, Material
from .study import Course

BOXES = 5
LADDER = (1, 3, 7, 14, 28)
"""Days from one review of Memrise's to the next; a failure goes back to the first."""
RETENTION = 0.9
RETENTIONS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""The grid of fixed retentions."""
SECONDS = {Stage.RECOGNITION: 13.0, Stage.HINT: 15.0, Stage.RECALL: 15.0}
"""What a question takes at each stage, about."""


class Rule(Protocol):
    """Which facts to ask, from the answers. Only a day's first answer to a fact is passed on."""

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:
        """The facts, shuffled when passed in, those to be asked first in front; the rest can be left out."""
        ...

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """Take note of an answer."""
        ...


class Followed:
    """An order of study that follows a rule, with the stages of the game."""

    def __init__(self, material: Material, course: Course, rule: Rule) -> None:
        self._material = material
        self._exam = course.days
        self._rule = rule
        self._rungs: dict[str, Stage] = {}
        self._seen: dict[str, int] = {}

    def pick(self, day: int, rng: random.Random) -> Sequence[Question]:
        """The questions of the next round; after the rule's facts come those that were seen longest ago."""
        facts = rng.sample(self._material.facts, len(self._material.facts))
        ranked = list(dict.fromkeys(self._rule.ranked(facts, day, exam=self._exam)))
        if len(ranked) < ROUND:
            first = set(ranked)
            ranked += sorted((fact for fact in facts if fact not in first), key=lambda fact: self._seen.get(fact, day))
        return self._material.round_of(ranked, self._rungs, rng)

    def note(self, day: int, response: Response, *, practice: bool) -> None:
        """Pass on the day's first answers; answers for practice count for nothing."""
        if practice:
            return
        for fact in response.question.facts:
            right = fact not in response.missed
            rung = self._rungs.get(fact, Stage.RECOGNITION)
            self._rungs[fact] = Stage(min(rung + 1, Stage.RECALL) if right else max(rung - 1, Stage.RECOGNITION))
            if self._seen.get(fact) != day:
                self._rule.note(fact, day, right=right)
            self._seen[fact] = day


class Shuffled:
    """Random order: the whole pile is gone through, and shuffled again."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._turn = 0

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:  # noqa: ARG002
        """Those asked least often first."""
        return sorted(facts, key=lambda fact: self._seen.get(fact, 0))

    def note(self, fact: str, day: int, *, right: bool) -> None:  # noqa: ARG002
        """Count it."""
        self._seen[fact] = self._seen.get(fact, 0) + 1


class Leitner:
    """Five boxes, of which the n-th is gone through every 2^(n-1) days.

    Right: one box on; wrong: back to the first. First what is due, lower boxes before higher ones, then new facts,
    then what is due next.
    """

    def __init__(self) -> None:
        self._boxes: dict[str, int] = {}
        self._due: dict[str, int] = {}

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:  # noqa: ARG002
        """Due, new, due later."""
        waiting = sorted((it for it in facts if self._due.get(it, day + 1) <= day), key=self._boxes.__getitem__)
        new = [fact for fact in facts if fact not in self._boxes]
        later = sorted((it for it in facts if self._due.get(it, day) > day), key=self._due.__getitem__)
        return [*waiting, *new, *later]

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """Move it."""
        self._boxes[fact] = min(self._boxes.get(fact, 1) + 1, BOXES) if right else 1
        self._due[fact] = day + 2 ** (self._boxes[fact] - 1)


class Memrise:
    """A ladder of intervals: due facts, those overdue longest first; then new ones; then what is due next."""

    def __init__(self) -> None:
        self._rungs: dict[str, int] = {}
        self._due: dict[str, int] = {}

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:  # noqa: ARG002
        """Due, new, due later."""
        later = sorted((fact for fact in facts if fact in self._due), key=self._due.__getitem__)
        waiting = [fact for fact in later if self._due[fact] <= day]
        new = [fact for fact in facts if fact not in self._due]
        return [*waiting, *new, *later]

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """One rung up, or back to the first."""
        self._rungs[fact] = min(self._rungs.get(fact, -1) + 1, len(LADDER) - 1) if right else 0
        self._due[fact] = day + LADDER[self._rungs[fact]]


class Remembering:
    """What all rules have in common that go by FSRS with its default parameters."""

    def __init__(self) -> None:
        self._traces: dict[str, Trace] = {}

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """A review."""
        self._traces[fact] = reviewed(DEFAULT_PARAMETERS, self._traces.get(fact), day, GOOD if right else AGAIN)

    def recall(self, fact: str, day: int) -> float:
        """The predicted recall, 0 of a fact never met."""
        trace = self._traces.get(fact)
        return retrievability(DEFAULT_PARAMETERS, trace.stability, day - trace.day) if trace else 0.0


class Fsrs(Remembering):
    """FSRS as schedulers use it: due facts, the least likely to be recalled first; then new ones; then the rest."""

    def __init__(self, retention: float = RETENTION) -> None:
        super().__init__()
        self._retention = retention

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:  # noqa: ARG002
        """Due, new, the rest by recall."""
        new = [fact for fact in facts if fact not in self._traces]
        recalls = {fact: self.recall(fact, day) for fact in facts if fact in self._traces}
        met = sorted(recalls, key=recalls.__getitem__)
        due = [it for it in met if recalls[it] < self._retention and self._traces[it].day < day]
        return [*due, *new, *met]


class Greedy(Remembering):
    """The most expected recall gained on exam day per expected second, by FSRS with its default parameters."""

    def __init__(self) -> None:
        super().__init__()
        self._rungs: dict[str, Stage] = {}

    def ranked(self, facts: Sequence[str], day: int, *, exam: int) -> Sequence[str]:
        """By gain per second."""
        return sorted(facts, key=lambda fact: self._gain(fact, day, exam), reverse=True)

    def _gain(self, fact: str, day: int, exam: int) -> float:
        trace, now = self._traces.get(fact), self.recall(fact, day)
        after = {
            rating: self._later(reviewed(DEFAULT_PARAMETERS, trace, day, rating), exam) for rating in (AGAIN, GOOD)
        }
        seconds = SECONDS[self._rungs.get(fact, Stage.RECOGNITION)]
        gained = now * after[GOOD] + (1 - now) * after[AGAIN] - (self._later(trace, exam) if trace else 0)
        return gained / (seconds + (1 - now) * seconds)

    def note(self, fact: str, day: int, *, right: bool) -> None:
        """A review, and a step of its stage."""
        super().note(fact, day, right=right)
        rung = self._rungs.get(fact, Stage.RECOGNITION)
        self._rungs[fact] = Stage(min(rung + 1, Stage.RECALL) if right else max(rung - 1, Stage.RECOGNITION))

    @staticmethod
    def _later(trace: Trace, day: int) -> float:
        return retrievability(DEFAULT_PARAMETERS, trace.stability, day - trace.day)


RULES: Mapping[str, Callable[[], Rule]] = {
    "plain-fsrs": Fsrs,
    "leitner": Leitner,
    "memrise": Memrise,
    "random": Shuffled,
    "greedy": Greedy,
}
