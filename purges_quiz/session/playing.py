"""A round being played: an answer is graded, then kept on disk, and only then shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Response, Verdict
from purges_quiz.progress import Progress
from purges_quiz.progress.days import offset_minutes, study_day
from purges_quiz.round import events
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.events import OutOfTurnError
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import AttemptRecord
from purges_quiz.round.state import Round
from purges_quiz.session.clock import Clock
from purges_quiz.session.rounds import Opening
from purges_quiz.store.answers import AnswerStore

ASLEEP = 10
"""Seconds between two ticks that no running program lets go by, however busy the machine is: it was asleep."""
ANY_TEXT = "7, nothing of this kind"
"""A response that is graded where the verdict does not matter, with a figure, so that figures are made ready too."""


Grade = Callable[[Question, Response], Verdict]
"""Gives the verdict on a response to a question."""


class Session:
    """One round being played. Events out of turn raise `OutOfTurnError` and change nothing."""

    def __init__(self, opening: Opening, grade: Grade, store: AnswerStore, clock: Clock, before: Progress) -> None:
        self.round = opening.round
        """The round in its present state: what screens paint."""
        self._record = opening.record
        self._ids = opening.attempt_ids
        self._grade = grade
        self._store = store
        self._clock = clock
        self.before = before
        """What the player knew when the round was begun."""
        self._stopped = False
        self._ticked: float | None = None
        """When the program was last seen to run."""
        self._last_notice = store.notice

    @property
    def usual(self) -> bool:
        """Whether the round has the length and the choice of questions that its mode has by itself."""
        return self._record.default_length

    @property
    def resumable(self) -> bool:
        """Whether the round, once left, can be gone on with."""
        return self._record.mode == Mode.FULL and self.usual

    @property
    def stopped(self) -> bool:
        """Whether the round was ended before its time."""
        return self._stopped

    def tick(self) -> None:
        """Note that the program runs; to be called several times a second by whoever shows a clock.

        The time since the call before is not counted if it is so long that the program cannot have run.
        """
        now = self._clock.monotonic()
        if self._ticked is not None and self.round.since is not None:
            gap = now - max(self._ticked, self.round.since)
            if gap > ASLEEP:
                self.round = events.stand_still(self.round, gap)
        self._ticked = now

    def expect(self) -> None:
        """Grade a dummy response to the typed question being asked, so that the player's own is graded from caches.

        The first response to a question takes the longest, and the player is reading the question meanwhile.
        """
        if self.round.asking and self.round.asking.question.typed:
            self._grade(self.round.asking.question, ANY_TEXT)

    def answer(self, response: Response) -> None:
        """Grade a response, keep it, show it."""
        self._take(response, timed_out=False)

    def dont_know(self) -> None:
        """Take "don't know" for an answer."""
        self._take(None, timed_out=False)

    def time_out(self, response: Response | None = None) -> None:
        """End the question since its time is up: what the field holds is graded; an empty field is no answer."""
        blank = isinstance(response, str) and not response.strip()
        self._take(None if blank else response, timed_out=True)

    def proceed(self) -> None:
        """Go on after feedback; what the player leaves out does not come back for practice."""
        self._become(events.proceed(self.round, self._clock.monotonic(), without=self._store.left_out()))

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
        """Take back the last overruling, or else the last answer, whose question is asked again for practice."""
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

    @property
    def omissible(self) -> str | None:
        """The fact that the question on the screen asked, which can be left out; None where it asked several."""
        shown = self.round.shown
        return shown.posed.question.facts[0] if shown and len(shown.posed.question.facts) == 1 else None

    @property
    def left_out(self) -> bool:
        """Whether that fact is left out."""
        return self.omissible in self._store.left_out()

    @property
    def flagged(self) -> bool:
        """Whether the player finds the question bad whose answer is shown."""
        shown = self.round.shown
        return shown is not None and any(flag.question == shown.posed.question.id for flag in self._store.flags())

    def leave_out(self) -> None:
        """Leave the fact that was asked out of all rounds, or bring it back."""
        if self.omissible is None:
            raise OutOfTurnError("no single fact was asked")
        change = self._store.take_in if self.left_out else self._store.leave_out
        change(self.omissible, at=self._clock.now())

    def flag(self) -> None:
        """Flag the question whose answer is shown as a bad one, or remove the flag."""
        if self.round.shown is None:
            raise OutOfTurnError("no answer is shown")
        change = self._store.unflag if self.flagged else self._store.flag
        change(self.round.shown.posed.question.id, at=self._clock.now())

    def remaining(self) -> float | None:
        """Seconds left on the clock; None when none is set for what is on the screen."""
        return self.round.remaining(self._clock.monotonic())

    def news(self) -> str | None:
        """What the player must know about the keeping of answers: each notice once, then None."""
        if self._store.notice == self._last_notice:
            return None
        self._last_notice = self._store.notice
        return self._last_notice

    def _take(self, response: Response | None, *, timed_out: bool) -> None:
        if self._ticked is not None:
            self.tick()  # the key that answers may come before the clock that woke up with it
        now = self._clock.monotonic()
        posed = self.round.asking
        if posed is None:
            raise OutOfTurnError("no question is being asked")
        verdict = None if response is None else self._grade(posed.question, response)
        after = events.answer(self.round, response, verdict, now, timed_out=timed_out)
        self._ids = (*self._ids, self._keep(after.attempts[-1]))
        self._become(after)

    def _keep(self, attempt: Attempt) -> int:
        """Commit an answer, and the round before its first, and give the answer's id."""
        if not self._record.id:
            self._record = self._record._replace(id=self._store.begin_round(self._record))
        local = self._clock.now()
        at, offset = local.astimezone(UTC), offset_minutes(local)
        question = attempt.posed.question
        return self._store.append(
            AttemptRecord(
                id=0,
                round=self._record.id,
                mode=self._record.mode,
                question=question.id,
                facts=question.facts,
                kind=question.kind,
                hinted=question.hint is not None,
                response_text=attempt.text,
                outcome=attempt.outcome,
                slip=attempt.slip,
                confused_with=attempt.verdict.confused_with if attempt.verdict else None,
                missed=attempt.missed,
                self_graded=False,
                practice=attempt.posed.practice,
                points=attempt.points,
                seconds=attempt.seconds,
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
        if self._record.id and not (self._stopped and self.resumable):
            after = self._ids[-1] if self._ids else None
            self._store.end_round(self._record.id, at=self._clock.now(), finished=not self._stopped, after=after)
