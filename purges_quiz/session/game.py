"""The game once opened: the deck, its bank, the answers kept, and the rounds that are begun from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date
from functools import cached_property
from typing import TYPE_CHECKING

from purges_quiz.deck.gradual import Gradual, Pieces, at_once
from purges_quiz.deck.outline import Outline
from purges_quiz.progress.days import day_streak, longest_streak, offset_minutes, study_day
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.records import LeftRound, asked_in
from purges_quiz.session.clock import Clock, SystemClock
from purges_quiz.session.today import Home, day_plan
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import UnreadDeck

if TYPE_CHECKING:
    from purges_quiz.bank.bank import Bank
    from purges_quiz.bank.leaks import Leaks
    from purges_quiz.deck.model import Deck
    from purges_quiz.deck.question import Question
    from purges_quiz.grading import Grader
    from purges_quiz.grading.verdict import Response, Verdict
    from purges_quiz.progress import Progress
    from purges_quiz.progress.views import Gains
    from purges_quiz.selection import SelectionContext
    from purges_quiz.selection.study_plan import StudyPlan
    from purges_quiz.session.options import RoundOptions
    from purges_quiz.session.playing import Session

PIECE = 500
"""Facts whose worth is computed at once while the game is prepared: 5 ms."""
LEAST_MINUTES = 0.1
"""What a deck has of a day that other decks take up: room for one question."""


class Game:
    """The game for one player and one deck."""

    def __init__(
        self,
        deck: Deck | UnreadDeck,
        store: AnswerStore,
        clock: Clock | None = None,
        *,
        questions: int | None = None,
        minutes: float | None = None,
    ) -> None:
        self._source = deck
        self.store = store.of_deck(self._whole_outline)
        self.clock = clock or SystemClock()
        self.exam: date | None = None
        """The day of the player's exam."""
        self.questions = questions or RULES[Mode.QUICK].length or 0
        """Questions of a quick round."""
        self.minutes = minutes
        """What the player means to study a day, all decks together; None: as much of this one as on the days before."""
        self.minutes_elsewhere: Callable[[], float] = float
        """Gives the minutes of today that other decks have had, or will have first."""
        self._study_plan: tuple[object, StudyPlan] | None = None

    @cached_property
    def deck(self) -> Deck:
        """The deck, read when more than its outline is first needed. Raises `DeckError`."""
        if isinstance(self._source, UnreadDeck):
            self._source = self._reading.value
            del self._reading  # and with it the deck's files
        return self._source

    def read(self) -> None:
        """Read the deck now. Raises `DeckError`."""
        _ = self.deck

    @cached_property
    def _reading(self) -> Gradual[Deck]:
        """What is left to do of reading the deck."""
        assert isinstance(self._source, UnreadDeck)  # noqa: S101 -- nothing is left to do of another
        return Gradual(self._source.reading)

    def preparing(self) -> Iterator[None]:
        """Make what a round needs before one is begun, in pieces, so that keys are heard in between.

        Raises `DeckError`.
        """
        if isinstance(self._source, UnreadDeck):
            yield from self._reading.preparing()
        self.read()
        from purges_quiz.session import rounds  # noqa: F401 -- loads what makes rounds

        yield
        _ = self.leaks
        yield
        yield from self.leaks.preparing()
        yield from self.bank.preparing()
        yield
        from purges_quiz.language import general_language

        yield
        general_language()
        yield
        yield from self.grader.preparing()
        yield
        plan = yield from self._planning()
        facts = tuple(self.outline.facts)
        for first in range(0, len(facts), PIECE):
            yield
            plan.worths(self.store.progress().forgetting, facts[first : first + PIECE])  # a round then looks them up

    @property
    def outline(self) -> Outline:
        """The deck from afar, which need not have been read for this, without the facts that the player leaves out."""
        whole, left_out = self._whole_outline, self.left_out
        return whole._replace(facts=[key for key in whole.facts if key not in left_out]) if left_out else whole

    @property
    def _whole_outline(self) -> Outline:
        if isinstance(self._source, UnreadDeck):
            return self._source.outline
        deck = self.deck
        return Outline(deck.title, deck.facts.keys(), deck.checksum, deck.id)

    @property
    def left_out(self) -> frozenset[str]:
        """The keys of the facts that are not asked, by the player's wish."""
        return self.store.left_out()

    def leave_out(self, fact: str) -> None:
        """Ask a fact no more, from the next round on, and count it in no plan."""
        self.store.leave_out(fact, at=self.clock.now())

    def take_in(self, fact: str) -> None:
        """Ask a fact again that was left out."""
        self.store.take_in(fact, at=self.clock.now())

    @property
    def flagged(self) -> frozenset[str]:
        """The ids of the questions that the player finds bad."""
        return frozenset(flag.question for flag in self.store.flags())

    def flag(self, question: str) -> None:
        """Keep that the player finds a question bad; it is asked all the same."""
        self.store.flag(question, at=self.clock.now())

    def unflag(self, question: str) -> None:
        """Take that back."""
        self.store.unflag(question, at=self.clock.now())

    @cached_property
    def bank(self) -> Bank:
        """Every question of the deck, made when it is first needed."""
        from purges_quiz import bank

        return bank.build(self.deck)

    @cached_property
    def leaks(self) -> Leaks:
        """Which facts give which away."""
        from purges_quiz.bank.leaks import Leaks

        return Leaks(self.deck)

    @cached_property
    def grader(self) -> Grader:
        """Who judges the answers."""
        from purges_quiz.grading import Grader
        from purges_quiz.grading.grader import IN_A_ROUND
        from purges_quiz.language import general_language

        return Grader(self.deck, general_language(), self.leaks.names, IN_A_ROUND)

    @property
    def notice(self) -> str | None:
        """What the player must know about the keeping of answers; None: all is well."""
        return self.store.notice

    @property
    def today(self) -> date:
        """The study day."""
        local = self.clock.now()
        return study_day(local.astimezone(UTC), offset_minutes(local))

    def arrivals(self, progress: Progress) -> frozenset[date]:
        """The study days before which a journey took a day away."""
        return progress.arrivals(self.today, offset_minutes(self.clock.now()))

    def grade(self, question: Question, response: Response) -> Verdict:
        """The verdict on a response."""
        return self.grader.grade(question, response)

    def home(self) -> Home:
        """Where the player stands, from the answers."""
        progress, today, deck = self.store.progress(), self.today, self.outline
        everywhere = self.store.studied(progress)
        studied, arrived = everywhere.studied, self.arrivals(everywhere)
        left = self._left()
        return Home(
            mistakes=sum(key in deck.facts for key in progress.mistakes),
            new=sum(key not in progress.facts for key in deck.facts),
            facts=len(deck.facts),
            streak=day_streak(studied, today, arrived),
            longest=longest_streak(studied, arrived),
            days=everywhere.days,
            plan=day_plan(self, progress),
            bests=progress.bests,
            left=left and len(asked_in(left.attempts)),
            questions=self.questions,
            today=today,
            exam=self.exam if self.exam and self.exam >= today else None,
            notice=self.notice,
        )

    @property
    def minutes_today(self) -> float | None:
        """What there is for this deck today of the minutes that the player has set; None: none are set."""
        return None if self.minutes is None else max(self.minutes - self.minutes_elsewhere(), LEAST_MINUTES)

    def study_plan(self) -> StudyPlan:
        """What today is best used for, by the answers before today: the same all day, in every instance."""
        return at_once(self._planning())

    def _planning(self) -> Pieces[StudyPlan]:
        from purges_quiz.progress import workload
        from purges_quiz.selection import study_plan

        progress, today, left_out = self.store.progress(), self.today, self.left_out
        minutes = self.minutes_today
        basis = workload.basis(progress, today), self.exam, minutes, left_out
        if self._study_plan is None or self._study_plan[0] != basis:
            facts = [fact for key, fact in self.deck.facts.items() if key not in left_out]
            plan = yield from study_plan.planning(progress, facts, today, self.exam, minutes)
            self._study_plan = basis, plan
        return self._study_plan[1]

    def gains(self, session: Session) -> Gains:
        """What a round has achieved so far."""
        from purges_quiz.progress.views import gains

        left_out = self.left_out
        evidence = (fact for attempt in session.round.counted for fact in attempt.evidence)
        asked = dict.fromkeys(fact for fact in evidence if fact not in left_out)
        return gains(session.before, self.store.progress(), asked, self.today, self.exam)

    def begin(self, options: RoundOptions) -> Session:
        """A round with these options, its first question asked; one with nothing to ask is over at once.

        A full round that was left goes on where it was, unless the options are for a new one or of another kind.
        """
        from purges_quiz.session import rounds
        from purges_quiz.session.playing import Session

        if options.goes_on and (left := self._left()):
            context = self.context(options, without=asked_in(left.attempts))
            opening = rounds.resumed(options, context, left, self.grade, self.clock)
        else:
            if options.mode is Mode.QUICK and options.questions is None:
                options = options._replace(questions=self.questions)
            context = self.context(options)
            opening = rounds.begun(options, context, self.clock)
        return Session(opening, self.grade, self.store, self.clock, context.progress)

    def context(self, options: RoundOptions, without: frozenset[str] = frozenset()) -> SelectionContext:
        """What a round with these options can be made of, `without` some facts and those that are left out."""
        from purges_quiz.selection import SelectionContext

        left_out = self.left_out
        without = without | left_out
        facts = (
            fact.key
            for fact in self.deck.facts.values()
            if options.card in {None, fact.card} and fact.key not in without
        )
        return SelectionContext(
            bank=self.bank,
            progress=self.store.progress(),
            today=self.today,
            profile=self.store.seed() if options.seed is None else options.seed,
            facts=tuple(facts),
            kinds=options.kinds,
            exam=self.exam,
            leaks=self.leaks,
            plan=self.study_plan() if options.mode is Mode.QUICK else None,
            left_out=left_out,
        )

    def _left(self) -> LeftRound | None:
        """The full round that can be resumed, of this deck and of all its facts, with its attempts."""
        record, deck = self.store.unended(Mode.FULL), self.outline
        if record is None or record.deck != deck.checksum or not record.default_length:
            return None
        attempts = self.store.answers(record.id)
        return LeftRound(record, attempts) if attempts and not asked_in(attempts).issuperset(deck.facts) else None
