"""The game once opened: the deck, its bank, the answers kept, and the rounds that are begun from them."""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from functools import cached_property
from typing import TYPE_CHECKING

from purges_quiz.core.answer import Answer, Response, Sitting, Verdict
from purges_quiz.core.days import DayStreak, day_streak, offset_minutes, study_day
from purges_quiz.core.facts import Deck
from purges_quiz.core.picking import Pool
from purges_quiz.core.progress import Best
from purges_quiz.core.progress.views import due
from purges_quiz.core.question import Question
from purges_quiz.core.round import RULES, Mode
from purges_quiz.session import beginning
from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.playing import Session
from purges_quiz.session.wish import Wish
from purges_quiz.store.answers import AnswerStore

if TYPE_CHECKING:
    from purges_quiz.core.bank import Bank
    from purges_quiz.core.grading import Grader


LARGEST_SEED = 2**63
"""What the store can hold of a seed."""


@dataclass(frozen=True, slots=True)
class Left:
    """A full round that was left and can be resumed."""

    answered: int
    """Facts asked so far."""
    facts: int
    """Facts of the deck."""


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen says."""

    mistakes: int
    """Facts with an open entry in the mistakes book."""
    due: int
    """Facts to be reviewed today."""
    new: int
    """Facts never asked."""
    facts: int
    """Facts of the deck."""
    streak: DayStreak
    answered_today: int
    bests: Mapping[tuple[str, bool], Best]
    """The personal bests, by mode, and whether timed."""
    left: Left | None
    """The full round to be resumed, if there is one."""
    notice: str | None
    """What must be said about the keeping of answers."""


class Game:
    """The game for one player and one deck."""

    def __init__(self, deck: Deck, store: AnswerStore, clock: Clock | None = None, *, exam: date | None = None) -> None:
        self.deck = deck
        self.store = store
        self.clock = clock or SystemClock()
        self.exam = exam
        """The day of the player's exam."""

    @cached_property
    def bank(self) -> Bank:
        """Every question of the deck, made when it is first needed."""
        from purges_quiz.core import bank

        return bank.build(self.deck)

    @cached_property
    def leaks(self) -> Mapping[str, frozenset[str]]:
        """For the key of a fact those whose answers its questions give away, found when the first round begins."""
        from purges_quiz.core import leaks

        return leaks.graph(self.bank)

    @cached_property
    def grader(self) -> Grader:
        """Who judges the answers."""
        from purges_quiz.core.grading import Grader

        return Grader(self.deck)

    @property
    def notice(self) -> str | None:
        """What must be said about the keeping of answers; None: all is well."""
        return self.store.notice

    @property
    def today(self) -> date:
        """The study day."""
        local = self.clock.now()
        return study_day(local.astimezone(UTC), offset_minutes(local))

    def grade(self, question: Question, response: Response) -> Verdict:
        """The verdict on a response."""
        return self.grader.grade(question, response)

    def home(self) -> Home:
        """Where the player stands, from the answers."""
        progress, today = self.store.progress(), self.today
        left = self._left()
        day = progress.days.get(today)
        return Home(
            mistakes=sum(key in self.deck.facts for key in progress.mistakes),
            due=len(due(progress, self.deck, today, self.exam)),
            new=sum(key not in progress.facts for key in self.deck.facts),
            facts=len(self.deck.facts),
            streak=day_streak(progress.studied, today),
            answered_today=day.answers if day else 0,
            bests=progress.bests,
            left=left and Left(len(_asked(left[1])), len(self.deck.facts)),
            notice=self.notice,
        )

    def begin(self, wish: Wish) -> Session:
        """A round as wished, its first question asked; one with nothing to ask is over at once.

        A full round that was left goes on where it was, unless the wish is for one afresh or of another kind.
        """
        if wish.goes_on and (left := self._left()):
            return self._resume(wish, *left)
        seed = secrets.randbits(32) if wish.seed is None else wish.seed % LARGEST_SEED
        rng = random.Random(seed)
        questions = beginning.picked(wish, self._pool(wish), rng)
        length = 0 if RULES[wish.mode].open_ended else len(questions)
        sitting = Sitting(
            id=0,
            mode=wish.mode,
            length=length,
            timed=beginning.has_clock(wish),
            default_length=beginning.of_default_length(wish, len(questions)),
            deck=self.deck.checksum,
            seed=seed,
            begun=self.clock.now().astimezone(UTC),
        )
        current = beginning.opened(wish, questions, seed, self.clock.monotonic())
        return Session(current, sitting, (), self, self.store, self.clock)

    def _resume(self, wish: Wish, sitting: Sitting, answers: tuple[Answer, ...]) -> Session:
        pool = self._pool(wish, without=_asked(answers))
        rng = random.Random(f"{sitting.seed} {len(answers)}")
        questions = beginning.picked(wish, pool, rng)
        known = [(answer, question) for answer in answers if (question := beginning.named(self.bank, answer.question))]
        given = tuple(beginning.recalled(answer, question, self.grade) for answer, question in known)
        current = beginning.opened(wish, questions, sitting.seed, self.clock.monotonic(), given)
        return Session(current, sitting, tuple(answer.id for answer, _ in known), self, self.store, self.clock)

    def _left(self) -> tuple[Sitting, tuple[Answer, ...]] | None:
        """The full round that can be resumed, with its answers: of this deck, and of all its facts."""
        sitting = self.store.unended(Mode.FULL)
        if sitting is None or sitting.deck != self.deck.checksum or not sitting.default_length:
            return None
        answers = self.store.answers(sitting.id)
        return (sitting, answers) if answers and len(_asked(answers)) < len(self.deck.facts) else None

    def _pool(self, wish: Wish, without: frozenset[str] = frozenset()) -> Pool:
        facts = (
            fact.key for fact in self.deck.facts.values() if wish.card in {None, fact.card} and fact.key not in without
        )
        return Pool(
            bank=self.bank,
            progress=self.store.progress(),
            today=self.today,
            profile=self.store.seed() if wish.seed is None else wish.seed,
            facts=tuple(facts),
            kinds=wish.kinds,
            exam=self.exam,
            leaks=self.leaks,
        )


def _asked(answers: tuple[Answer, ...]) -> frozenset[str]:
    return frozenset(fact for answer in answers for fact in answer.facts)
