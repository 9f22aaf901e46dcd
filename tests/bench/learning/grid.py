"""The cells of the grid, in each of which made-up learners study in every order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import read_deck

from . import clairvoyant
from .learners import MODELS, Make, from_file
from .material import Material
from .orders import RETENTIONS, RULES, Followed, Fsrs
from .quick import Quick
from .study import Course, Order, recalled_at_exam, study

QUICK, FIXED, CLAIRVOYANT = "quick", "fixed-retention", "clairvoyant"
ORDERS = (QUICK, *RULES, FIXED, CLAIRVOYANT)
MINUTES = (2.0, 4.0, 8.0, 12.0)
DAYS = (7, 14, 28)


@dataclass(frozen=True, slots=True)
class Cell:
    """Learners of one kind, and how long they study."""

    learners: str
    """The name of a model of memory, or the path of a file."""
    course: Course

    @property
    def name(self) -> str:
        """Their name in a table."""
        return self.learners if self.learners in MODELS else Path(self.learners).stem


@dataclass(frozen=True, slots=True)
class Studied:
    """What came of one learner."""

    recalled: Mapping[str, float]
    """By order of study the facts that the learner can be expected to recall on exam day."""
    predicted: Sequence[tuple[float, float]] = ()
    """For every fact what Quick rounds predicted of exam day, and the truth."""


@cache
def material() -> Material:
    """The shipped deck."""
    return Material(read_deck(questions_folder()))


@cache
def maker(name: str) -> Make:
    """Who makes the learners of that name or file."""
    return MODELS.get(name) or from_file(Path(name))


def studied(cell: Cell, seed: int, orders: Sequence[str]) -> Studied:
    """What comes of the learner of that seed in each of these orders."""
    found = dict[str, float]()
    deck, make, course = material(), maker(cell.learners), cell.course
    predicted: Sequence[tuple[float, float]] = ()

    def taught(order: Order) -> float:
        learner = make(seed)
        study(deck, order, learner, course, seed)
        return recalled_at_exam(deck, learner, course)

    wanted = set(orders)
    if wanted & {QUICK, CLAIRVOYANT}:
        learner, quick = make(seed), Quick(deck, course, seed)
        study(deck, quick, learner, course, seed)
        found[QUICK] = recalled_at_exam(deck, learner, course)
        guesses = quick.predicted()
        predicted = [(guesses[fact], learner.recall(fact, course.days)) for fact in deck.facts]
    for name, rule in RULES.items():
        if wanted & {name, CLAIRVOYANT}:
            found[name] = taught(Followed(deck, course, rule()))
    if wanted & {FIXED, CLAIRVOYANT}:
        for retention in RETENTIONS:
            found[f"{FIXED} {retention}"] = taught(Followed(deck, course, Fsrs(retention)))
    if CLAIRVOYANT in wanted:
        best = max(found.values())
        for seeing in clairvoyant.rules(len(deck.facts)).values():
            learner = make(seed)
            study(deck, Followed(deck, course, seeing(learner)), learner, course, seed)
            best = max(best, recalled_at_exam(deck, learner, course))
        found[CLAIRVOYANT] = best
    return Studied(found, predicted)


def run(
    cells: Sequence[Cell], seeds: Iterable[int], orders: Sequence[str], workers: int = 0
) -> Iterator[list[Studied]]:
    """For each cell, in turn, what came of its learners."""
    seeds = list(seeds)
    tasks = [(cell, seed) for cell in cells for seed in seeds]
    one = partial(_one, orders=orders)
    with ProcessPoolExecutor(workers or os.cpu_count() or 1) as pool:
        outcomes = pool.map(one, tasks)
        for _ in cells:
            yield [next(outcomes) for _ in seeds]


def _one(task: tuple[Cell, int], orders: Sequence[str]) -> Studied:
    return studied(*task, orders)


def by_order(outcomes: Sequence[Studied], orders: Sequence[str]) -> dict[str, list[float]]:
    """For each order what its learners recall; the fixed retention is the one that is best in this cell."""
    names = outcomes[0].recalled
    every = {name: [outcome.recalled[name] for outcome in outcomes] for name in names}
    fixed = [values for name, values in every.items() if name.startswith(FIXED)]
    if fixed:
        every[FIXED] = max(fixed, key=sum)
    return {name: every[name] for name in orders}
