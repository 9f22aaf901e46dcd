"""A round being played: judge an answer, keep it, and only then show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Protocol

from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Response, Verdict
from purges_quiz.progress.days import offset_minutes, study_day
from purges_quiz.round import Attempt, Mode, OutOfTurnError, Round, events
from purges_quiz.round.records import AttemptRecord, RoundRecord
from purges_quiz.session.clock import Clock
from purges_quiz.store.answers import AnswerStore

ANY_TEXT = "nothing of this kind"
"""To be graded where the verdict does not matter."""


class Judge(Protocol):
    """Who grades answers."""

    def grade(self, question: Question, response: Response) -> Verdict:
        """The verdict on one response."""
        ...


class Session:
    """One round being played. Events out of turn raise `OutOfTurnError` and change nothing."""

    def __init__(  # noqa: PLR0913, PLR0917 -- what it plays, and the three it plays with
        self,
        current: Round,
        sitting: RoundRecord,
        ids: tuple[int, ...],
        judge: Judge,
        store: AnswerStore,
        clock: Clock,
    ) -> None:
        self.round = current
        """The round as it stands: what screens paint."""
        self._sitting = sitting
        self._ids = ids
        self._judge = judge
        self._store = store
        self._clock = clock
        self._stopped = False
        self._told = store.notice

    @property
    def usual(self) -> bool:
        """Whether the round has the length and the choice of questions that its mode has by itself."""
        return self._sitting.default_length

    @property
    def resumable(self) -> bool:
        """Whether the round, once left, can be gone on with."""
        return self._sitting.mode == Mode.FULL and self.usual

    @property
    def stopped(self) -> bool:
        """Whether the round was ended before its time."""
        return self._stopped

    def expect(self) -> None:
        """Make ready what judges the answer to the question being asked: its reader takes longer."""
        if self.round.asking and self.round.asking.question.typed:
            self._judge.grade(self.round.asking.question, ANY_TEXT)

    def answer(self, response: Response) -> None:
        """Grade what the player gave, keep it, show it."""
        self._take(response, timed_out=False)

    def dont_know(self) -> None:
        """Take "don't know" for an answer."""
        self._take(None, timed_out=False)

    def time_out(self, response: Response | None = None) -> None:
        """End the question since its time is up: what stands in the field is graded, an empty field is no answer."""
        blank = isinstance(response, str) and not response.strip()
        self._take(None if blank else response, timed_out=True)

    def proceed(self) -> None:
        """Go on after feedback."""
        self._become(events.proceed(self.round, self._clock.monotonic()))

    def pause(self) -> None:
        """Stop the clocks; the question is to be hidden."""
        self.round = events.pause(self.round, self._clock.monotonic())

    def resume(self) -> None:
        """Let the clocks run again."""
        self.round = events.resume(self.round, self._clock.monotonic())

    def stop(self) -> None:
        """End the round before its time. What was answered is kept; a full round can be resumed later."""
        stopped = events.stop(self.round, self._clock.monotonic())
        self._stopped = True
        self._become(stopped)

    def undo(self) -> None:
        """Take back the last `y`, or else the last answer, whose question is asked again for practice."""
        before = events.undo(self.round, self._clock.monotonic())
        if self.round.overruled:
            self._store.restore(self._ids[self.round.overruled[-1]], at=self._clock.now())
        else:
            self._store.take_back(self._ids[-1], at=self._clock.now())
            self._ids = self._ids[:-1]
        self.round = before

    def overrule(self, place: int = -1) -> None:
        """Count the answer at `place` of the round's answers, by default the last, as right by the player's word."""
        after = events.overrule(self.round, place)
        self._store.overrule(self._ids[place], at=self._clock.now())
        self.round = after

    def remaining(self) -> float | None:
        """Seconds left on the clock; None when none is set for what is on the screen."""
        return self.round.remaining(self._clock.monotonic())

    def news(self) -> str | None:
        """What the player must be told about the keeping of answers: each notice once, then None."""
        if self._store.notice == self._told:
            return None
        self._told = self._store.notice
        return self._told

    def _take(self, response: Response | None, *, timed_out: bool) -> None:
        now = self._clock.monotonic()
        ask = self.round.asking
        if ask is None:
            raise OutOfTurnError("no question is being asked")
        verdict = None if response is None else self._judge.grade(ask.question, response)
        after = events.answer(self.round, response, verdict, now, timed_out=timed_out)
        self._ids = (*self._ids, self._keep(after.attempts[-1]))
        self._become(after)

    def _keep(self, given: Attempt) -> int:
        """Commit an answer, and the round before its first, and give the answer's id."""
        if not self._sitting.id:
            self._sitting = replace(self._sitting, id=self._store.begin_round(self._sitting))
        local = self._clock.now()
        at, offset = local.astimezone(UTC), offset_minutes(local)
        question = given.posed.question
        return self._store.append(
            AttemptRecord(
                id=0,
                round=self._sitting.id,
                mode=self._sitting.mode,
                question=question.id,
                facts=question.facts,
                kind=question.kind,
                hinted=question.hint is not None,
                response_text=given.text,
                outcome=given.outcome,
                slip=given.slip,
                confused_with=given.verdict.confused_with if given.verdict else None,
                missed=given.missed,
                self_graded=False,
                practice=given.posed.practice,
                points=given.points,
                seconds=given.seconds,
                at=at,
                offset_minutes=offset,
                day=study_day(at, offset),
            )
        )

    def _become(self, after: Round) -> None:
        if after.over:
            self._end()
        self.round = after

    def _end(self) -> None:
        """Keep that the round ended, if it was ever begun; a full one that was stopped can be resumed instead."""
        if self._sitting.id and not (self._stopped and self.resumable):
            after = self._ids[-1] if self._ids else None
            self._store.end_round(self._sitting.id, at=self._clock.now(), finished=not self._stopped, after=after)
