"""What the player knows of one fact: its rung, its entry in the mistakes book, its memory.

The rules are those of the table of outcomes. An answer overruled by its player speaks for memory
alone, and one given for practice for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from purges_quiz.grading.verdict import Slip
from purges_quiz.progress import memory
from purges_quiz.progress.memory import Memory
from purges_quiz.round.records import AttemptRecord, Outcome

PROOFS = 2
"""On so many different study days a fact must be typed right to close its mistake, and to be secure."""

RIGHT = frozenset({Outcome.RIGHT, Outcome.SLIP})
FORGOTTEN = frozenset({Outcome.WRONG, Outcome.DONT_KNOW})


class Stage(IntEnum):
    """The form in which a fact is asked next."""

    RECOGNITION = 0
    """Multiple choice."""
    CUE = 1
    """Typed, with first letters or a digit mask."""
    RECALL = 2
    """Typed."""


@dataclass(frozen=True, slots=True)
class FactState:
    """What the answers say of one fact so far."""

    asked: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for all its answers."""
    stage: Stage = Stage.RECOGNITION
    memory: Memory | None = None
    last: date | None = None
    """The study day of its latest answer."""
    put_right: date | None = None
    """The latest study day on which it was typed right without a cue."""
    mended: tuple[date, ...] = ()
    """The study days, two at most, on which it was typed right since its latest miss, the day of the miss apart."""
    proofs: tuple[date, ...] = ()
    """Likewise, of the answers given when it stood on recall already: those that did more than lead it there."""
    misses: int = 0
    """How many answers opened, or kept open, its entry in the mistakes book."""
    missed: date | None = None
    """The study day of the latest miss."""
    last_response: str = ""
    """What was given at the latest miss."""
    question: str = ""
    """The id of the question missed last."""
    late: bool = False
    """Whether no answer came in time at the latest miss."""

    @property
    def secure(self) -> bool:
        """Whether it was typed right on two different study days when it stood on recall, with no miss since."""
        return len(self.proofs) == PROOFS

    @property
    def is_open(self) -> bool:
        """Whether the mistakes book has it."""
        return self.missed is not None and len(self.mended) < PROOFS

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 for a fact never asked."""
        return self.right / self.asked if self.asked else 0.0


def after(standing: FactState, answer: AttemptRecord, fact: str) -> FactState:
    """How a fact stands after one of its answers, which was not for practice."""
    outcome = answer.outcome_of(fact)
    right = outcome in RIGHT
    proven = right and answer.recalled and not answer.self_graded
    at_recall = proven and standing.stage is Stage.RECALL
    missed = not right and answer.slip is not Slip.ALSO_TRUE
    return FactState(
        asked=standing.asked + 1,
        right=standing.right + right,
        seconds=standing.seconds + answer.seconds,
        stage=standing.stage if answer.self_graded else _rung(standing.stage, outcome),
        memory=memory.after(standing.memory, outcome, answer.day, recalled=answer.recalled),
        last=answer.day,
        put_right=answer.day if proven else standing.put_right,
        mended=() if missed else _with(standing.mended, answer.day, standing) if proven else standing.mended,
        proofs=() if missed else _with(standing.proofs, answer.day, standing) if at_recall else standing.proofs,
        misses=standing.misses + missed,
        missed=answer.day if missed else standing.missed,
        last_response=answer.response_text if missed else standing.last_response,
        question=answer.question if missed else standing.question,
        late=outcome is Outcome.NO_ANSWER if missed else standing.late,
    )


def _rung(rung: Stage, outcome: Outcome) -> Stage:
    if outcome in RIGHT:
        return Stage(min(rung + 1, Stage.RECALL))
    if outcome in FORGOTTEN:
        return Stage(max(rung - 1, Stage.RECOGNITION))
    return rung


def _with(days: tuple[date, ...], day: date, standing: FactState) -> tuple[date, ...]:
    # Days are told apart, not put in order: the answers' own order says what came later, even if
    # the clock was set back between them.
    if len(days) == PROOFS or day in {*days, standing.missed}:
        return days
    return (*days, day)
