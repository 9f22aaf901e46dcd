"""A round and its attempts as the store keeps them: the input of everything in `progress`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from purges_quiz.deck.kinds import TYPED, Kind, Level, level_of
from purges_quiz.grading.slip import Slip


class Outcome(StrEnum):
    """How an attempt counts."""

    RIGHT = "right"
    SLIP = "slip"
    PARTIAL = "partial"
    WRONG = "wrong"
    DONT_KNOW = "dont-know"
    NO_ANSWER = "no-answer"


class AttemptRecord(NamedTuple):
    """One attempt as kept."""

    id: int
    round: int
    mode: str
    question: str
    facts: tuple[str, ...]
    kind: Kind
    hinted: bool
    response_text: str
    """What was typed, or the text of what was chosen."""
    outcome: Outcome
    slip: Slip | None
    confused_with: str | None
    missed: tuple[str, ...]
    """The facts that count as wrong: of matching those of the wrong pairs, of a question across cards those that the
    response contradicts, else either none or all of `facts`."""
    self_graded: bool
    """True: wrong or partial by the grader, right by the player's word (`y`)."""
    practice: bool
    """True: its answer had been shown (a repeat, or asked again after undo), so it counts for nothing."""
    points: int
    seconds: float
    """Time used, pauses left out."""
    at: datetime
    """The UTC instant."""
    offset_minutes: int
    """What local time was ahead of UTC."""
    day: date
    """The study day: local, from 04:00 to 04:00."""

    @property
    def recalled(self) -> bool:
        """Whether the answer had to come from memory alone: typed, with no hint."""
        return self.kind in TYPED and not self.hinted

    @property
    def evidence(self) -> tuple[str, ...]:
        """The facts of which it shows whether they are known.

        A right answer across cards can be worked out, and shows this of none of its facts; a wrong one shows it of
        those that it contradicts.
        """
        return self.missed if level_of(self.question) is Level.ACROSS else self.facts

    def outcome_of(self, fact: str) -> Outcome:
        """How it counts for one of its facts: in a matching question each pair stands for itself."""
        if self.kind is Kind.MATCHING and self.outcome in {Outcome.PARTIAL, Outcome.WRONG}:
            return Outcome.WRONG if fact in self.missed else Outcome.RIGHT
        return self.outcome


class RoundRecord(NamedTuple):
    """One round as kept: its mode and length, and when it began and ended."""

    id: int
    mode: str
    length: int
    """The number of questions; 0 where it is not known beforehand, as in a Sprint."""
    timed: bool
    default_length: bool
    """True: of the length that the mode has by itself, so that it can be a personal best."""
    deck: str
    """The checksum of the deck played."""
    seed: int
    begun: datetime
    """The UTC instant."""
    ended: datetime | None = None
    """The UTC instant; None: left to be resumed, or cut short."""
    day: date | None = None
    """The study day of its end."""
    finished: bool = False
    """True: played to the end; False: ended early, or not ended."""


class LeftRound(NamedTuple):
    """A round that was left, and can be gone on with."""

    record: RoundRecord
    attempts: tuple[AttemptRecord, ...]


def asked_in(attempts: Iterable[AttemptRecord]) -> frozenset[str]:
    """The keys of the facts that were asked."""
    return frozenset(fact for attempt in attempts for fact in attempt.facts)
