"""What was answered, and what the grader finds out about it, as data."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import NamedTuple

from purges_quiz.grading.slip import Slip


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


class Difference(NamedTuple):
    """A stretch of the right spelling, and whether the player had it."""

    text: str
    same: bool


class Reason(StrEnum):
    """Why an answer is judged as it is; `wording.verdicts` has a sentence for each."""

    CORRECT = auto()
    NOTED = auto()
    SPELT = auto()
    NO_ANSWER = auto()
    WHOLE_TEXT = auto()
    CARD = auto()
    ECHO = auto()
    KNOWN = auto()
    DENIED = auto()
    DENIED_IN_PART = auto()
    SEVERAL = auto()
    SEVERAL_NUMBERS = auto()
    SEVERAL_DATES = auto()
    NO_NUMBER = auto()
    NO_DATE = auto()
    SHARE = auto()
    FOREIGN_UNIT = auto()
    LESS = auto()
    MORE = auto()
    SWAPPED = auto()
    MISSING_DIGIT = auto()
    EXTRA_DIGIT = auto()
    MAGNITUDE = auto()
    DIGIT = auto()
    CLOSE = auto()
    TWO_NUMBERS_REVERSED = auto()
    OTHER_FACT = auto()
    ALSO_TRUE = auto()
    ALSO_TRUE_FIGURE = auto()
    ALONE = auto()
    ONE_BOUND = auto()
    WITHIN = auto()
    NOT_BEFORE_OR_AFTER = auto()
    YEAR_MISSING = auto()
    YEAR_RIGHT = auto()
    YEAR_WRONG = auto()
    OTHER_MONTH = auto()
    OTHER_DAY = auto()
    PART_OF_DATE = auto()
    SEVERAL_YEARS = auto()
    FIRST_NAME = auto()
    OTHER_NUMBER = auto()
    OTHER_ENTITY = auto()
    ONLY_MENTIONED = auto()
    PART_OF_NAME = auto()
    SURNAME_MISSING = auto()
    REVERSED = auto()
    CONTRADICTS_QUESTION = auto()
    OPPOSITE = auto()
    IDEAS_MISSING = auto()
    WORDS_MISSING = auto()
    ELEMENTS_MISSING = auto()
    TOO_MANY = auto()
    ORDER = auto()
    MEANS_OTHER = auto()
    OPTION = auto()
    PLACED = auto()
    PAIRED = auto()
    UNLIKE = auto()


class Verdict(NamedTuple):
    """The grader's judgement of one response, with what it is about; `wording.verdicts` makes a sentence of it."""

    judgement: Judgement
    slip: Slip | None
    reason: Reason
    other: str = ""
    """What was given instead, or what the sentence is about beside the right answer."""
    note: str = ""
    """A sentence of the deck that belongs to it."""
    confused_with: str | None = None
    """The key of the entity, or of the fact, that was given instead."""
    missing: tuple[str, ...] = ()
    """What a partial answer left out."""
    missed: tuple[str, ...] = ()
    """Matching: the keys of the facts whose pair was wrong."""
    differences: tuple[Difference, ...] = ()
    """For a spelling slip: the right spelling in stretches."""
    unsure: bool = False
    """True: a statement that neither says what was asked nor contradicts it; the player may know better."""
    tally: tuple[int, int] = (0, 0)
    """So many of so many."""
    shown: str = ""
    """The right answer, as a sentence gives it."""

    @property
    def right(self) -> bool:
        """Whether it is correct."""
        return self.judgement is Judgement.CORRECT


def correct(reason: Reason = Reason.CORRECT, note: str = "") -> Verdict:
    """Right, with nothing to be said against it."""
    return Verdict(Judgement.CORRECT, None, reason, note=note)


partial = functools.partial(Verdict, Judgement.PARTIAL)
"""Half right: the slip, the reason, and what else there is to say."""
wrong = functools.partial(Verdict, Judgement.WRONG)
"""Not right, in the same way."""


def unlike(*, slip: Slip | None = None, missing: tuple[str, ...] = (), unsure: bool = False) -> Verdict:
    """Not right, and like nothing that is known; there is nothing to say but the right answer."""
    return Verdict(Judgement.WRONG, slip, Reason.UNLIKE, missing=missing, unsure=unsure)
