"""The orders of study that are compared: who decides which ten facts make the next round.

All of them play the same game: rounds of ten, every fact in the form that its rung asks for, practice repeats.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol

from purges_quiz import selection
from purges_quiz.deck.question import Question
from purges_quiz.progress import RIGHT
from purges_quiz.progress.views import due
from purges_quiz.round.records import AttemptRecord
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.choose_question import choose_question

ROUND = 10
BOXES = 5


class Order(Protocol):
    """One learner's way of going through the facts."""

    def pick(self, pool: SelectionContext, rng: random.Random) -> Sequence[Question]:
        """The questions of the next round."""
        ...

    def note(self, answers: Sequence[AttemptRecord]) -> None:
        """Take note of what was answered in it."""
        ...


class Quick:
    """The game's own: Quick rounds."""

    def pick(self, pool: SelectionContext, rng: random.Random) -> Sequence[Question]:
        return selection.quick(pool, rng, ROUND)

    def note(self, answers: Sequence[AttemptRecord]) -> None: ...


class Shuffled:
    """Random order: the whole pile is shuffled, gone through, and shuffled again."""

    def __init__(self) -> None:
        self._pile: list[str] = []

    def pick(self, pool: SelectionContext, rng: random.Random) -> Sequence[Question]:
        if len(self._pile) < ROUND:
            self._pile += [fact for fact in rng.sample(pool.facts, len(pool.facts)) if fact not in self._pile]
        return asked(pool, self._pile, rng)

    def note(self, answers: Sequence[AttemptRecord]) -> None:
        seen = {fact for answer in answers for fact in answer.facts}
        self._pile = [fact for fact in self._pile if fact not in seen]


class Leitner:
    """Five boxes, of which the n-th is gone through every 2^(n-1) days.

    Right: one box on; wrong: back to the first. Only a day's first answer moves a fact. First what is due, lower
    boxes before higher ones, then new facts, then what is due next.
    """

    def __init__(self) -> None:
        self._boxes: dict[str, int] = {}
        self._seen: dict[str, int] = {}

    def pick(self, pool: SelectionContext, rng: random.Random) -> Sequence[Question]:
        today = pool.today.toordinal()
        facts = rng.sample(pool.facts, len(pool.facts))
        waits = {fact: self._seen[fact] + 2 ** (box - 1) - today for fact, box in self._boxes.items()}
        waiting = sorted((fact for fact in facts if waits.get(fact, 1) <= 0), key=self._boxes.__getitem__)
        new = [fact for fact in facts if fact not in waits]
        rest = sorted((fact for fact in facts if waits.get(fact, 0) > 0), key=waits.__getitem__)
        return asked(pool, [*waiting, *new, *rest], rng)

    def note(self, answers: Sequence[AttemptRecord]) -> None:
        for answer in answers:
            today = answer.day.toordinal()
            for fact in answer.facts:
                if self._seen.get(fact) != today:
                    right = answer.outcome_of(fact) in RIGHT
                    self._boxes[fact] = min(self._boxes.get(fact, 1) + 1, BOXES) if right else 1
                    self._seen[fact] = today


class PlainFsrs:
    """FSRS as schedulers use it: due facts, the least likely to be recalled first; then new ones; then the rest."""

    def pick(self, pool: SelectionContext, rng: random.Random) -> Sequence[Question]:
        facts = rng.sample(pool.facts, len(pool.facts))
        waiting = sorted(due(pool.progress, pool.bank.deck, pool.today), key=pool.recall)
        new = [fact for fact in facts if not pool.state(fact).asked]
        return asked(pool, list(dict.fromkeys([*waiting, *new, *sorted(facts, key=pool.recall)])), rng)

    def note(self, answers: Sequence[AttemptRecord]) -> None: ...


def asked(pool: SelectionContext, facts: Sequence[str], rng: random.Random) -> list[Question]:
    """Questions for the first of these facts, at most one of them for several facts at once, as in a Quick round."""
    found: list[Question] = []
    keys: set[str] = set()
    for fact in facts:
        if len(found) == ROUND:
            break
        if fact in keys:
            continue
        question = choose_question(pool, fact, rng, alone=len(keys) > len(found))
        if question and keys.intersection(question.facts):
            question = choose_question(pool, fact, rng, alone=True)
        if question and not keys.intersection(question.facts):
            found.append(question)
            keys.update(question.facts)
    return rng.sample(found, len(found))
