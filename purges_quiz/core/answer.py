"""What was answered, how it was judged, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from purges_quiz.core.question import TYPED, Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen, by its place in `Question.options`."""

    option: int


@dataclass(frozen=True, slots=True)
class Order:
    """The items as the player put them, each by its place in `Question.items`."""

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """For each left side of `Question.pairs` the place of the right side that the player gave it; None: left open."""

    rights: tuple[int | None, ...]


Response = str | Choice | Order | Pairing
"""What the player gave: typed text, or one of the forms above."""


class Judgement(StrEnum):
    """What a teacher would say."""

    CORRECT = "correct"
    PARTIAL = "partial"
    WRONG = "wrong"


class Slip(StrEnum):
    """What went wrong, or nearly so, in an answer."""

    BLANK = "blank"
    HEDGED = "hedged"
    NEGATED = "negated"
    OPPOSITE = "opposite"
    ECHO = "echo"
    PASTED = "pasted"
    OTHER = "other"
    ALSO_TRUE = "also-true"
    SPELLING = "spelling"
    INCOMPLETE = "incomplete"
    CLOSE = "close"
    SWAPPED = "swapped"
    DIGIT = "digit"
    MISSING_DIGIT = "missing-digit"
    EXTRA_DIGIT = "extra-digit"
    MAGNITUDE = "magnitude"
    UNIT = "unit"
    REVERSED = "reversed"
    OTHER_FACT = "other-fact"
    DATE_PART = "date-part"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the right spelling, and whether the player had it."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The grader's judgement of one response, with all that the screen may say of it."""

    judgement: Judgement
    slip: Slip | None
    message: str
    """One sentence for the player; never empty."""
    bare: bool = field(default=False, kw_only=True)
    """True: the sentence says nothing but the right answer."""
    differences: tuple[Difference, ...] = ()
    """For a spelling slip: the right spelling in stretches."""
    rival: str | None = None
    """The key of the entity, or of the fact, that was given instead."""
    missing: tuple[str, ...] = ()
    """What a partial answer left out."""
    missed: tuple[str, ...] = ()
    """Matching: the keys of the facts whose pair was wrong."""


class Outcome(StrEnum):
    """How an answer counts: the rows of the design's table, choice and cue apart."""

    RIGHT = "right"
    SLIP = "slip"
    PARTIAL = "partial"
    WRONG = "wrong"
    DONT_KNOW = "dont-know"
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as kept: what the folds (score, memory, mistakes, streaks) read."""

    id: int
    round: int
    mode: str
    question: str
    facts: tuple[str, ...]
    kind: Kind
    cued: bool
    given: str
    """What was typed, or the text of what was chosen."""
    outcome: Outcome
    slip: Slip | None
    rival: str | None
    missed: tuple[str, ...]
    """The facts that count as wrong; for all but matching either none or all of `facts`."""
    self_graded: bool
    """True: wrong or partial by the grader, right by the player's word (`y`)."""
    practice: bool
    """True: its answer had been seen (a repeat, or asked again after undo), so it counts for nothing."""
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
        """Whether the answer had to come from memory alone: typed, with no cue."""
        return self.kind in TYPED and not self.cued

    def outcome_of(self, fact: str) -> Outcome:
        """How it counts for one of its facts: in a matching question each pair stands for itself."""
        if self.kind is Kind.MATCHING and self.outcome in {Outcome.PARTIAL, Outcome.WRONG}:
            return Outcome.WRONG if fact in self.missed else Outcome.RIGHT
        return self.outcome


@dataclass(frozen=True, slots=True)
class Sitting:
    """One round as kept: what was played, and when it began and ended."""

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
