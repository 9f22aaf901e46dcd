"""What the player chooses of a round."""

from __future__ import annotations

from typing import NamedTuple

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode


class RoundOptions(NamedTuple):
    """A round as the player wants it."""

    mode: Mode = Mode.QUICK
    questions: int | None = None
    """How many; None: as many as the mode has by itself."""
    seconds: float | None = None
    """The limit of a question, in Sprint and Exam of the round; None: the usual one."""
    clock: bool | None = None
    """Whether a clock runs; None: as the mode has it."""
    stretch: float = 1
    """What the usual limits are multiplied by: 1, 1.25, 1.5 or 2."""
    card: str | None = None
    """The key of the one card to ask about; a mode other than One card keeps to it as well."""
    kinds: frozenset[Kind] = frozenset()
    """The kinds wanted; empty: all."""
    seed: int | None = None
    """Makes the choice of questions, options and order repeatable."""
    again: tuple[str, ...] = ()
    """The ids of the questions to play again, instead of any choice."""
    afresh: bool = False
    """Full only: True begins anew even if a round was left to be resumed."""

    def of_mistakes(self, questions: tuple[str, ...]) -> RoundOptions:
        """The same for just these questions, gone over as mistakes are."""
        return self._replace(mode=Mode.MISTAKES, again=questions)

    @property
    def narrowed(self) -> bool:
        """Whether it leaves out some of the facts or kinds that its mode has."""
        return bool(self.again or self.kinds or (self.card and self.mode is not Mode.CARD))

    @property
    def goes_on(self) -> bool:
        """Whether it is for the full round that was left, if there is one."""
        own_choice = self.afresh or self.narrowed or self.questions is not None or self.seed is not None
        return self.mode is Mode.FULL and not own_choice
