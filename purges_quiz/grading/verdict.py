"""What was answered, and how it was judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


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
    generic: bool = field(default=False, kw_only=True)
    """True: the sentence says nothing but the right answer."""
    differences: tuple[Difference, ...] = ()
    """For a spelling slip: the right spelling in stretches."""
    confused_with: str | None = None
    """The key of the entity, or of the fact, that was given instead."""
    missing: tuple[str, ...] = ()
    """What a partial answer left out."""
    missed: tuple[str, ...] = ()
    """Matching: the keys of the facts whose pair was wrong."""
