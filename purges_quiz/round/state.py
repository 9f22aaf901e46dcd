"""A round at one moment, and what can be read from it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.posed import PosedQuestion


class Phase(StrEnum):
    """What is on the screen: a question, its feedback, or the results."""

    ASKING = "asking"
    SHOWN = "shown"
    OVER = "over"


class Round(NamedTuple):
    """A round at one moment; `events` has the events that lead to the next.

    Every `now` is the seconds of a monotonic clock.
    """

    mode: Mode
    planned: int
    """How many questions count, repeats and practice left out."""
    queue: tuple[PosedQuestion, ...]
    """What is still to be asked; while asking, the first is the question on the screen."""
    limit: float | None = None
    """Seconds of the round's clock; None: there is none."""
    seed: int = 0
    """Settles where missed questions come back."""
    attempts: tuple[Attempt, ...] = ()
    """The attempts so far."""
    phase: Phase = Phase.OVER
    overruled: tuple[int, ...] = ()
    """The places in `attempts` that the player has overruled since the last answer, which undo takes back first, the
    latest last."""
    spent: float = 0
    """Seconds of the round's clock used by earlier questions."""
    banked: float = 0
    """Seconds used on the question on the screen up to its last pause."""
    since: float | None = None
    """When its clock last began to run; None while it stands still."""

    @property
    def asking(self) -> PosedQuestion | None:
        """The question on the screen, to be answered."""
        return self.queue[0] if self.phase is Phase.ASKING else None

    @property
    def shown(self) -> Attempt | None:
        """The answer whose feedback is on the screen."""
        return self.attempts[-1] if self.phase is Phase.SHOWN else None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to come: the results are on the screen."""
        return self.phase is Phase.OVER

    @property
    def paused(self) -> bool:
        """Whether the clocks stand still and the question is hidden."""
        return self.phase is Phase.ASKING and self.since is None

    @property
    def length(self) -> int | None:
        """How many questions count; None in a Sprint, where nobody knows."""
        return None if RULES[self.mode].open_ended else self.planned

    @property
    def number(self) -> int:
        """The number of the question on the screen, from 1; one for practice has that of the last one that counts."""
        coming = self.queue[1:] if self.phase is Phase.ASKING else self.queue
        return self.planned - sum(not posed.practice for posed in coming)

    @property
    def counted(self) -> tuple[Attempt, ...]:
        """The attempts that count: all but those for practice."""
        return tuple(attempt for attempt in self.attempts if not attempt.posed.practice)

    @property
    def score(self) -> int:
        """The points so far."""
        return sum(attempt.points for attempt in self.attempts)

    @property
    def streak(self) -> int:
        """Right answers in a row, up to now."""
        return self.attempts[-1].streak if self.attempts else 0

    @property
    def best_streak(self) -> int:
        """The longest answer streak of the round."""
        return max((attempt.streak for attempt in self.attempts), default=0)

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(attempt.right for attempt in self.counted)

    @property
    def mistakes(self) -> tuple[Attempt, ...]:
        """Every mistake of the round, in order."""
        return tuple(attempt for attempt in self.attempts if attempt.mistake)

    @property
    def seconds(self) -> float:
        """Time used on the answers that count, pauses and feedback left out."""
        return sum(attempt.seconds for attempt in self.counted)

    @property
    def timed(self) -> bool:
        """Whether a clock is set."""
        questions = (*self.queue, *(attempt.posed for attempt in self.attempts))
        return self.limit is not None or any(posed.limit is not None for posed in questions)

    @property
    def reveals(self) -> bool:
        """Whether the player may know by now what was right: always, except in an exam that is not over."""
        return RULES[self.mode].feedback or self.over

    @property
    def out_of_time(self) -> bool:
        """Whether the round's own clock has run out."""
        return self.limit is not None and self.spent >= self.limit

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer, or an overruled verdict, to take back: in feedback and on the results screen."""
        return self.phase is not Phase.ASKING and bool(self.attempts)

    @property
    def can_overrule(self) -> bool:
        """Whether the player may say "I was right" to the last answer."""
        return self.may_overrule(-1)

    def may_overrule(self, place: int) -> bool:
        """Whether the player may say "I was right" to the answer at `place` of `attempts`, -1 being the last.

        Only to the last one, except where the verdicts come all together at the end.
        """
        count = len(self.attempts)
        late = self.over and not RULES[self.mode].feedback
        in_turn = self.phase is not Phase.ASKING and (place in {-1, count - 1} or late)
        return in_turn and -count <= place < count and self.attempts[place].contestable

    def used(self, now: float) -> float:
        """Seconds used on the question on the screen, pauses left out."""
        return self.banked + (0 if self.since is None else max(0.0, now - self.since))

    def remaining(self, now: float) -> float | None:
        """Seconds left, of the round or of the question; None when no clock is set for what is on the screen."""
        posed = self.asking
        if self.limit is None:
            return None if posed is None or posed.limit is None else max(0.0, posed.limit - self.used(now))
        if posed is not None and posed.practice:
            return None
        return max(0.0, self.limit - self.spent - self.used(now))
