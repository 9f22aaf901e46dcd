"""Two weeks of study: rounds as the game plays them, answered by a made-up learner."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from purges_quiz.bank.bank import Bank
from purges_quiz.progress import Progress, fold
from purges_quiz.round import Attempt, Mode, events, pose
from purges_quiz.round.records import AttemptRecord
from purges_quiz.selection import SelectionContext

from .answering import answered
from .learner import Learner, noisy_weights
from .orders import Order

DAYS = 14
SECONDS_A_DAY = 12 * 60.0
FIRST_DAY = date(2027, 5, 6)
EXAM = FIRST_DAY + timedelta(days=DAYS)


@dataclass(frozen=True)
class Material:
    """What is studied."""

    bank: Bank
    leaks: Mapping[str, frozenset[str]]


def recalled_at_exam(material: Material, order: Order, seed: int) -> float:
    """How many facts the learner of that seed can be expected to recall on the day after two weeks of study."""
    learner = Learner(noisy_weights(random.Random(f"weights {seed}")))
    rng = random.Random(f"study {seed}")
    progress = Progress()
    for day in range(DAYS):
        progress = _studied(material, order, learner, progress, day, rng)
    return sum(learner.recall(fact, DAYS) for fact in material.bank.deck.facts)


def _studied(  # noqa: PLR0917 -- all that a day of study takes
    material: Material, order: Order, learner: Learner, progress: Progress, day: int, rng: random.Random
) -> Progress:
    """The progress after a day's minutes; the question during which they run out is the last."""
    today = FIRST_DAY + timedelta(days=day)
    left = SECONDS_A_DAY
    while left > 0:
        facts = tuple(material.bank.deck.facts)
        pool = SelectionContext(material.bank, progress, today, 0, facts, exam=EXAM, leaks=material.leaks)
        asks = tuple(pose(question, rng, clock=False) for question in order.pick(pool, rng))
        current = events.start(Mode.QUICK, asks, 0, seed=rng.getrandbits(32))
        while current.asking and left > 0:
            verdict, seconds = answered(learner, current.asking.question, day, rng)
            left -= seconds
            current = events.proceed(events.answer(current, None, verdict, 0), 0)
        answers = [kept(given, today) for given in current.attempts if not given.posed.practice]
        order.note(answers)
        progress = fold(progress, answers)
    return progress


def kept(given: Attempt, day: date) -> AttemptRecord:
    """An answer as the game would keep it; its time and points matter to no order."""
    question = given.posed.question
    return AttemptRecord(
        id=0,
        round=0,
        mode=Mode.QUICK,
        question=question.id,
        facts=question.facts,
        kind=question.kind,
        hinted=question.hint is not None,
        response_text=given.text,
        outcome=given.outcome,
        slip=given.slip,
        confused_with=None,
        missed=given.missed,
        self_graded=False,
        practice=given.posed.practice,
        points=0,
        seconds=0,
        at=datetime.combine(day, time(12), UTC),
        offset_minutes=0,
        day=day,
    )
