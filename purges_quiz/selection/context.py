"""What a round is chosen from, and the order in which facts need to be asked."""

from __future__ import annotations

import random
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from purges_quiz.bank.bank import KINDS, Bank
from purges_quiz.deck.kinds import Kind, asks_several
from purges_quiz.deck.question import Question
from purges_quiz.progress import FactState, Progress, memory
from purges_quiz.progress.views import due
from purges_quiz.progress.workload import minutes_studied
from purges_quiz.selection.study_plan import StudyPlan, Worth, plan_of

WEAK_BELOW = 0.95
"""A fact whose predicted recall has fallen below this is weak: about half-way to being due, which is at 0.9."""
NEVER_ASKED = FactState()


@dataclass(frozen=True)
class SelectionContext:
    """The facts that may be asked, and what decides among them and their questions."""

    bank: Bank
    progress: Progress
    today: date
    """The study day."""
    profile: int
    """The player's own seed: the option set of a fact is always the same for one player."""
    facts: tuple[str, ...]
    """The keys of the facts that may be asked."""
    kinds: frozenset[Kind] = frozenset()
    """The kinds wanted; empty: all."""
    exam: date | None = None
    leaks: Mapping[str, Container[str]] = field(default_factory=dict)
    """For the key of a fact those whose answers its questions give away."""
    plan: StudyPlan | None = None
    """The plan of the study day; None: it is made when it is needed."""
    left_out: frozenset[str] = frozenset()
    """The keys of the facts of which no question may be asked, also not together with others."""

    def state(self, fact: str) -> FactState:
        """What the player knows of a fact."""
        return self.progress.facts.get(fact, NEVER_ASKED)

    def recall(self, fact: str) -> float:
        """The predicted recall today, from 0 (also: never asked) to 1."""
        return memory.recall(self.state(fact).memory, self.today)

    def questions(self, fact: str, kinds: frozenset[Kind] = KINDS) -> Sequence[Question]:
        """Every question of these kinds that asks a fact, except those of kinds that are not wanted."""
        found = self.bank.of_fact(fact, kinds & self.kinds if self.kinds else kinds)
        return [each for each in found if self.left_out.isdisjoint(each.facts)] if self.left_out else found

    def wants(self, kinds: frozenset[Kind]) -> bool:
        """Whether any of these kinds is wanted."""
        return not self.kinds or bool(self.kinds & kinds)

    @property
    def wants_shared(self) -> bool:
        """Whether nothing is wanted but questions that ask several facts at once."""
        return bool(self.kinds) and all(map(asks_several, self.kinds))

    def leaks_between(self, one: Question, other: Question) -> bool:
        """Whether one of two questions gives the other away."""
        return any(self.gives_away(a, b) for a in one.facts for b in other.facts)

    def gives_away(self, one: str, other: str) -> bool:
        """Whether the questions of one of two facts give the answer of the other away."""
        nothing: frozenset[str] = frozenset()
        return other in self.leaks.get(one, nothing) or one in self.leaks.get(other, nothing)

    def open_mistakes(self, rng: random.Random) -> list[str]:
        """The facts with an open entry in the mistakes book, the weakest first."""
        states = {fact: self.state(fact) for fact in shuffled(self.facts, rng)}
        found = [fact for fact, state in states.items() if state.is_open]
        return sorted(found, key=lambda fact: (self.recall(fact), -states[fact].misses))

    def ranked(self, rng: random.Random, mistakes: int) -> list[str]:
        """Every fact, in the order in which it needs asking.

        First so many open mistakes of those not put right today, then the facts that are due, weak, new, then the
        rest, further mistakes among them. Before an exam the day's share of the new facts comes before the due ones.
        Facts asked today are still remembered and gain nothing by another question, so all but the mistakes among
        them come last.
        """
        waiting = [fact for fact in self.open_mistakes(rng) if self.state(fact).put_right != self.today]
        facts = sorted(shuffled(self.facts, rng), key=self.recall)
        fresh = [fact for fact in facts if self.state(fact).last != self.today]
        closed = [fact for fact in fresh if not self.state(fact).is_open]
        now_due = frozenset(due(self.progress, self.bank.deck, self.today, self.exam))
        overdue = [fact for fact in closed if fact in now_due]
        weak = [fact for fact in closed if self.state(fact).asked and self.recall(fact) < WEAK_BELOW]
        new = [fact for fact in closed if not self.state(fact).asked]
        pressing = new[: self._new_a_day(len(new))]
        return list(dict.fromkeys([*waiting[:mistakes], *pressing, *overdue, *weak, *new, *fresh, *waiting, *facts]))

    def worths(self) -> Mapping[str, Worth]:
        """For each fact what asking it now is worth by the plan of the day."""
        return self._day_plan.worths(self.progress.forgetting, self.facts)

    def minutes_left(self) -> float:
        """What is left of the minutes of the day by its plan, from 0."""
        return max(self._day_plan.time.minutes - minutes_studied(self.progress, self.today), 0.0)

    @property
    def _day_plan(self) -> StudyPlan:
        return self.plan or self._own_plan

    @cached_property
    def _own_plan(self) -> StudyPlan:
        facts = [self.bank.deck.facts[fact] for fact in self.facts]
        return plan_of(self.progress, facts, self.today, self.exam)

    def _new_a_day(self, new: int) -> int:
        """How many of the new facts to meet a day, so that all are met by the exam; 0 if none lies ahead."""
        days_left = (self.exam - self.today).days if self.exam else 0
        return -(-new // days_left) if days_left > 0 else 0


def shuffled(facts: tuple[str, ...], rng: random.Random) -> list[str]:
    """The facts in an order that the dice decide."""
    return rng.sample(facts, len(facts))
