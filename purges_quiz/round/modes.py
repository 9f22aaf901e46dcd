"""The six modes and what sets each apart, as data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from purges_quiz.round.scoring import Scale


class Mode(StrEnum):
    """What kind of round is played."""

    QUICK = "quick"
    SPRINT = "sprint"
    FULL = "full"
    MISTAKES = "mistakes"
    CARD = "card"
    EXAM = "exam"


class Rules(NamedTuple):
    """How rounds of one mode are played."""

    length: int | None
    """Questions by default; None: as many as there are."""
    timed: bool = True
    """Whether the clock is on unless the player says otherwise."""
    round_clock: bool = False
    """True: one clock for the round, which stands still during feedback; False: one for each question."""
    seconds: float | None = None
    """The time of the round's clock; None: the sum of the questions' limits."""
    open_ended: bool = False
    """True: the round asks on until its time is up, so nobody knows how many questions it has."""
    feedback: bool = True
    """Whether an answer is judged at once, not only at the end."""
    repeats: bool = True
    """Whether a missed question comes back in the same round."""
    speed: bool = True
    """Whether speed earns points."""
    streak: int | None = None
    """The most that the streak adds to an answer; None: what the length of the round gives."""

    @property
    def comparable(self) -> bool:
        """Whether its rounds are of one length or time, so that their scores can be compared."""
        return self.length is not None or self.seconds is not None

    def scale(self, questions: int) -> Scale:
        """What speed and streak can add in a round of so many questions."""
        whole = Scale.of_length(max(1, questions))
        return Scale(whole.speed if self.speed else 0, whole.streak if self.streak is None else self.streak)


RULES: Mapping[Mode, Rules] = MappingProxyType(
    {
        Mode.QUICK: Rules(length=10),
        Mode.SPRINT: Rules(
            length=None, round_clock=True, seconds=120, open_ended=True, repeats=False, speed=False, streak=20
        ),
        Mode.FULL: Rules(length=None, speed=False, streak=0),
        Mode.MISTAKES: Rules(length=None, timed=False),
        Mode.CARD: Rules(length=None),
        Mode.EXAM: Rules(length=20, round_clock=True, feedback=False, repeats=False, speed=False),
    }
)
