"""The game's own order of study: Quick rounds, as they are picked from the answers of a player."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from purges_quiz import selection
from purges_quiz.deck.kinds import Level
from purges_quiz.deck.question import Question
from purges_quiz.progress import Progress, fold
from purges_quiz.progress.prediction import predicted
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.study_plan import StudyPlan, plan_of

from .answering import AnsweredQuestion
from .material import ROUND, StudyMaterial
from .study import Course

FIRST_DAY = date(2027, 5, 6)


class Quick:
    """Quick rounds for one player, with the date of the exam set."""

    def __init__(self, material: StudyMaterial, course: Course, seed: int) -> None:
        self._material = material
        self._exam = FIRST_DAY + timedelta(days=course.days)
        self._profile = seed
        self._progress = Progress()
        self._unfolded: list[AttemptRecord] = []
        self._plan: StudyPlan | None = None

    def choose(self, day: int, rng: random.Random) -> Sequence[Question]:
        """The questions of the next round, from the answers so far."""
        self._fold()
        today = FIRST_DAY + timedelta(days=day)
        if self._plan is None or self._plan.time.today != today.toordinal():
            self._plan = plan_of(self._progress, self._material.bank.deck.facts.values(), today, self._exam)
        context = SelectionContext(
            bank=self._material.bank,
            progress=self._progress,
            today=today,
            profile=self._profile,
            facts=self._material.facts,
            exam=self._exam,
            leaks=self._material.leaks,
            plan=self._plan,
        )
        return selection.quick(context, rng, ROUND)

    def note(self, day: int, response: AnsweredQuestion, *, practice: bool) -> None:
        """Keep an answer as the game would; points, and the time of day, matter to no order.

        Of a wrong answer across cards the game learns at most which fact it contradicts; here it learns nothing.
        """
        today = FIRST_DAY + timedelta(days=day)
        question = response.question
        wrong = Outcome.DONT_KNOW if response.gave_up else Outcome.WRONG
        answer = AttemptRecord(
            id=0,
            round=0,
            mode=Mode.QUICK,
            question=question.id,
            facts=question.facts,
            kind=question.kind,
            hinted=question.hint is not None,
            response_text="",
            outcome=wrong if response.missed else Outcome.RIGHT,
            slip=None,
            confused_with=None,
            missed=() if question.level is Level.ACROSS else response.missed,
            self_graded=False,
            practice=practice,
            points=0,
            seconds=response.answering,
            at=datetime.combine(today, time(12), UTC),
            offset_minutes=0,
            day=today,
        )
        self._unfolded.append(answer)

    def predicted(self) -> Mapping[str, float]:
        """For each fact the recall on exam day that the game predicts."""
        self._fold()
        return predicted(self._progress.forgetting, self._material.facts, self._exam.toordinal())

    def _fold(self) -> None:
        self._progress = fold(self._progress, self._unfolded)
        self._unfolded = []
