"""The game once opened: the deck, its bank, the answers kept, and the rounds that are begun from them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from purges_quiz.core.days import DayStreak
from purges_quiz.core.facts import Deck
from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.playing import Session
from purges_quiz.session.wish import Wish
from purges_quiz.store.answers import AnswerStore

if TYPE_CHECKING:
    from purges_quiz.core.bank import Bank
    from purges_quiz.core.grading import Grader


@dataclass(frozen=True, slots=True)
class Left:
    """A full round that was left and can be resumed."""

    answered: int
    questions: int


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen says."""

    open_mistakes: int
    """How many facts have an open entry in the mistakes book."""
    due: int
    """How many facts are due today."""
    new: int
    """How many facts were never asked."""
    streak: DayStreak
    best: int | None
    """The personal best of a timed quick round, in points; None: there is none yet."""
    left: Left | None
    """The full round to be resumed, if there is one."""
    notice: str | None
    """What must be said about the keeping of answers."""


class Game:
    """The game for one player and one deck."""

    def __init__(self, deck: Deck, store: AnswerStore, clock: Clock | None = None) -> None:
        self.deck = deck
        self.store = store
        self.clock = clock or SystemClock()

    @cached_property
    def bank(self) -> Bank:
        """Every question of the deck, built when it is first needed."""
        from purges_quiz.core import bank

        return bank.build(self.deck)

    @cached_property
    def grader(self) -> Grader:
        """Who judges the answers."""
        from purges_quiz.core.grading import Grader

        return Grader(self.deck)

    @property
    def notice(self) -> str | None:
        """What must be said about the keeping of answers; None: all is well."""
        return self.store.notice

    def home(self) -> Home:
        """Where the player stands, from the answers."""
        raise NotImplementedError

    def begin(self, wish: Wish) -> Session:
        """A round as wished, its first question asked; one with nothing to ask is over at once."""
        raise NotImplementedError
