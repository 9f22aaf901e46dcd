"""Where a round stands at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.posed import PosedQuestion


class Phase(StrEnum):
    """What is on the screen."""

    ASKING = "asking"
    SHOWN = "shown"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Round:
    """A round at one moment; `play` has the events that lead to the next.

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
    """The answers so far."""
    phase: Phase = Phase.OVER
    overruled: tuple[int, ...] = ()
    """The places in `given` of the `y` that `u` takes back first, the latest last."""
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
        """The number of the question on the screen, from 1; one asked for practice has that of the last before it."""
        coming = self.queue[1:] if self.phase is Phase.ASKING else self.queue
        return self.planned - sum(not ask.practice for ask in coming)

    @property
    def counted(self) -> tuple[Attempt, ...]:
        """The answers that count: all but those given for practice."""
        return tuple(answer for answer in self.attempts if not answer.posed.practice)

    @property
    def score(self) -> int:
        """The points so far."""
        return sum(answer.points for answer in self.attempts)

    @property
    def streak(self) -> int:
        """Right answers in a row, up to now."""
        return self.attempts[-1].streak if self.attempts else 0

    @property
    def best_streak(self) -> int:
        """The longest answer streak of the round."""
        return max((answer.streak for answer in self.attempts), default=0)

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(answer.right for answer in self.counted)

    @property
    def mistakes(self) -> tuple[Attempt, ...]:
        """Every mistake of the round, in order."""
        return tuple(answer for answer in self.attempts if answer.mistake)

    @property
    def seconds(self) -> float:
        """Time used on the answers that count, pauses and feedback left out."""
        return sum(answer.seconds for answer in self.counted)

    @property
    def timed(self) -> bool:
        """Whether a clock is set."""
        asks = (*self.queue, *(answer.posed for answer in self.attempts))
        return self.limit is not None or any(ask.limit is not None for ask in asks)

    @property
    def tells(self) -> bool:
        """Whether the player may know by now what was right: always, but for an exam that is not over."""
        return RULES[self.mode].feedback or self.over

    @property
    def out_of_time(self) -> bool:
        """Whether the round's own clock has run out."""
        return self.limit is not None and self.spent >= self.limit

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer, or a `y`, to take back: in feedback and on the results screen."""
        return self.phase is not Phase.ASKING and bool(self.attempts)

    @property
    def can_overrule(self) -> bool:
        """Whether the player may say "I was right" to the last answer."""
        return self.may_overrule(-1)

    def may_overrule(self, place: int) -> bool:
        """Whether the player may say "I was right" to the answer at `place` of `given`, -1 being the last.

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
        ask = self.asking
        if self.limit is None:
            return None if ask is None or ask.limit is None else max(0.0, ask.limit - self.used(now))
        if ask is not None and ask.practice:
            return None
        return max(0.0, self.limit - self.spent - self.used(now))
