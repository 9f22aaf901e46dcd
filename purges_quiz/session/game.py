"""The game once opened: the deck, its bank, the answers kept, and the rounds that are begun from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from functools import cached_property
from typing import TYPE_CHECKING

from purges_quiz.core.days import day_streak, offset_minutes, study_day
from purges_quiz.core.modes import RULES, Mode
from purges_quiz.core.outline import Outline
from purges_quiz.core.progress.views import due
from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.home import Home, Left
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import UnreadDeck

if TYPE_CHECKING:
    from purges_quiz.core.answer import Answer, Response, Sitting, Verdict
    from purges_quiz.core.bank import Bank
    from purges_quiz.core.facts import Deck
    from purges_quiz.core.grading import Grader
    from purges_quiz.core.leaks import Leaks
    from purges_quiz.core.progress.views import Plan
    from purges_quiz.core.question import Question
    from purges_quiz.selection.plan import Plan as DayPlan
    from purges_quiz.session.playing import Session
    from purges_quiz.session.wish import Wish


class Game:
    """The game for one player and one deck."""

    def __init__(
        self,
        deck: Deck | UnreadDeck,
        store: AnswerStore,
        clock: Clock | None = None,
        *,
        exam: date | None = None,
        questions: int | None = None,
    ) -> None:
        self._given = deck
        self.store = store
        self.clock = clock or SystemClock()
        self.exam = exam
        """The day of the player's exam."""
        self.questions = questions or RULES[Mode.QUICK].length or 0
        """Questions of a quick round."""
        self._day_plan: tuple[object, DayPlan] | None = None

    @cached_property
    def deck(self) -> Deck:
        """The deck, read when more than its outline is first needed. Raises `DeckError`."""
        if isinstance(self._given, UnreadDeck):
            self._given = self._given.read()  # and its files are forgotten
        return self._given

    def read(self) -> None:
        """Read the deck now. Raises `DeckError`."""
        _ = self.deck

    def preparing(self) -> Iterator[None]:
        """Make what a round needs before one is begun, in pieces, so that keys are heard in between.

        Raises `DeckError`.
        """
        self.read()
        yield
        from purges_quiz.session import rounds  # noqa: F401 -- loads what makes rounds

        yield
        _ = self.leaks
        yield
        self.bank.prepare()
        yield
        yield from self.grader.preparing()

    @property
    def outline(self) -> Outline:
        """The deck from afar, which need not have been read for this."""
        if isinstance(self._given, UnreadDeck):
            return self._given.outline
        return Outline(self.deck.title, self.deck.facts.keys(), self.deck.checksum)

    @cached_property
    def bank(self) -> Bank:
        """Every question of the deck, made when it is first needed."""
        from purges_quiz.core import bank

        return bank.build(self.deck)

    @cached_property
    def leaks(self) -> Leaks:
        """Which facts give which away."""
        from purges_quiz.core.leaks import Leaks

        return Leaks(self.deck)

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
        progress, today, deck = self.store.progress(), self.today, self.outline
        left = self._left()
        day = progress.days.get(today)
        return Home(
            mistakes=sum(key in deck.facts for key in progress.mistakes),
            due=len(due(progress, deck, today, self.exam)),
            new=sum(key not in progress.facts for key in deck.facts),
            facts=len(deck.facts),
            streak=day_streak(progress.studied, today),
            answered_today=day.answers if day else 0,
            bests=progress.bests,
            left=left and Left(len(asked_in(left[1])), len(deck.facts)),
            questions=self.questions,
            today=today,
            exam=self.exam if self.exam and self.exam >= today else None,
            notice=self.notice,
        )

    def plan(self) -> Plan:
        """What to do today, and what that makes of the exam. The first call loads the model of memory."""
        from purges_quiz.core.progress.views import plan

        return plan(self.store.progress(), self.outline, self.today, self.exam)

    def day_plan(self) -> DayPlan:
        """What today is best used for, by the answers before today: the same all day, in every instance."""
        from purges_quiz.core.picking import planning

        progress, today = self.store.progress(), self.today
        before = planning.before(progress, today), self.exam
        if self._day_plan is None or self._day_plan[0] != before:
            self._day_plan = before, planning.plan(progress, self.deck.facts.values(), today, self.exam)
        return self._day_plan[1]

    def begin(self, wish: Wish) -> Session:
        """A round as wished, its first question asked; one with nothing to ask is over at once.

        A full round that was left goes on where it was, unless the wish is for one afresh or of another kind.
        """
        from purges_quiz.session import rounds

        if wish.goes_on and (left := self._left()):
            return rounds.resumed(self, wish, *left)
        return rounds.begun(self, wish)

    def _left(self) -> tuple[Sitting, tuple[Answer, ...]] | None:
        """The full round that can be resumed, with its answers: of this deck, and of all its facts."""
        sitting, deck = self.store.unended(Mode.FULL), self.outline
        if sitting is None or sitting.deck != deck.checksum or not sitting.default_length:
            return None
        answers = self.store.answers(sitting.id)
        return (sitting, answers) if answers and len(asked_in(answers)) < len(deck.facts) else None


def asked_in(answers: tuple[Answer, ...]) -> frozenset[str]:
    """The keys of the facts that were asked."""
    return frozenset(fact for answer in answers for fact in answer.facts)
