"""What the player knows of one fact: its stage, its entry in the mistakes book, its memory.

An attempt that its player has overruled changes memory alone, not stage or proofs; one for practice changes nothing.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from purges_quiz.grading.slip import Slip
from purges_quiz.progress import memory
from purges_quiz.progress.memory import Memory
from purges_quiz.round.records import AttemptRecord, Outcome

PROOFS = 2
"""Study days on which a fact must be typed right to close its mistake, and to be secure: recall on two different days
shows more than any number of answers on one."""

RIGHT = frozenset({Outcome.RIGHT, Outcome.SLIP})
FORGOTTEN = frozenset({Outcome.WRONG, Outcome.DONT_KNOW})


class Stage(IntEnum):
    """The form in which a fact is asked next."""

    RECOGNITION = 0
    """Multiple choice."""
    HINT = 1
    """Typed, with first letters or a digit mask as a hint."""
    RECALL = 2
    """Typed."""


class FactState(NamedTuple):
    """What is known of one fact from all attempts so far."""

    asked: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for all its answers."""
    stage: Stage = Stage.RECOGNITION
    memory: Memory | None = None
    last: date | None = None
    """The study day of its latest answer."""
    put_right: date | None = None
    """The latest study day on which it was typed right without a hint."""
    mended: tuple[date, ...] = ()
    """The study days, two at most, on which it was typed right since its latest miss, except the day of the miss."""
    proofs: tuple[date, ...] = ()
    """Likewise, but only attempts when its stage was recall already, not those that led it there."""
    misses: int = 0
    """How many answers opened, or kept open, its entry in the mistakes book."""
    missed: date | None = None
    """The study day of the latest miss."""
    last_response: str = ""
    """The response of the latest miss."""
    question: str = ""
    """The id of the question missed last."""
    late: bool = False
    """Whether no answer came in time at the latest miss."""

    @property
    def secure(self) -> bool:
        """Whether it was typed right on two different study days at the stage of recall, with no miss since."""
        return len(self.proofs) == PROOFS

    @property
    def is_open(self) -> bool:
        """Whether the mistakes book has it."""
        return self.missed is not None and len(self.mended) < PROOFS

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 for a fact never asked."""
        return self.right / self.asked if self.asked else 0.0


def after(state: FactState, record: AttemptRecord, fact: str) -> FactState:
    """The state of a fact after one of its attempts, which was not for practice."""
    outcome = record.outcome_of(fact)
    right = outcome in RIGHT
    proven = right and record.recalled and not record.self_graded
    at_recall = proven and state.stage is Stage.RECALL
    missed = not right and record.slip is not Slip.ALSO_TRUE
    return FactState(
        asked=state.asked + 1,
        right=state.right + right,
        seconds=state.seconds + record.seconds,
        stage=state.stage if record.self_graded else _stage_after(state.stage, outcome),
        memory=memory.after(state.memory, outcome, record.day, recalled=record.recalled),
        last=record.day,
        put_right=record.day if proven else state.put_right,
        mended=() if missed else _with(state.mended, record.day, state) if proven else state.mended,
        proofs=() if missed else _with(state.proofs, record.day, state) if at_recall else state.proofs,
        misses=state.misses + missed,
        missed=record.day if missed else state.missed,
        last_response=record.response_text if missed else state.last_response,
        question=record.question if missed else state.question,
        late=outcome is Outcome.NO_ANSWER if missed else state.late,
    )


def _stage_after(stage: Stage, outcome: Outcome) -> Stage:
    if outcome in RIGHT:
        return Stage(min(stage + 1, Stage.RECALL))
    if outcome in FORGOTTEN:
        return Stage(max(stage - 1, Stage.RECOGNITION))
    return stage


def _with(days: tuple[date, ...], day: date, state: FactState) -> tuple[date, ...]:
    # Days are only compared for equality: the order of the attempts says which came later, even if the clock was set
    # back between them.
    if len(days) == PROOFS or day in {*days, state.missed}:
        return days
    return (*days, day)
