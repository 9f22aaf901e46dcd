"""All that the answers say, folded in the order in which they were given.

A fold can be continued: what follows is folded into what has been folded before, and the result is
the same as from the whole history. So the store keeps a fold of old answers and reads the new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from purges_quiz.core import memory
from purges_quiz.core.answer import Answer, Sitting
from purges_quiz.core.days import ANSWERS_FOR_A_DAY
from purges_quiz.core.progress.seen import seen
from purges_quiz.core.progress.standing import RIGHT, Standing, after
from purges_quiz.progress import estimate
from purges_quiz.progress.estimate import Estimate, Seen

RULES = 4
"""To be raised whenever a rule changes what a fold gives, so that no fold made by older rules is continued."""


@dataclass(frozen=True, slots=True)
class Day:
    """One study day. Answers for practice are not counted, here as everywhere."""

    answers: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for answering."""
    rounds: int = 0
    """Rounds finished."""
    known: float = 0.0
    """How many facts would be recalled a day later, as memory predicts; 0 until another day follows."""

    @property
    def studied(self) -> bool:
        """Whether it counts for the streak of days."""
        return self.rounds > 0 or self.answers >= ANSWERS_FOR_A_DAY


@dataclass(frozen=True, slots=True)
class Result:
    """What a round has come to."""

    score: int = 0
    answers: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for answering."""
    self_graded: int = 0
    """How many answers are right by the player's word."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best round of a mode, timed or untimed; of equal scores the first."""

    round: int
    day: date
    result: Result


@dataclass(frozen=True)
class Progress:
    """What the player knows and has done."""

    facts: Mapping[str, Standing] = field(default_factory=dict)
    """Every fact ever asked, by its key; the deck may have lost some of them."""
    days: Mapping[date, Day] = field(default_factory=dict)
    """Every day with an answer, in the order of the answers."""
    bests: Mapping[tuple[str, bool], Best] = field(default_factory=dict)
    """By mode, and whether timed."""
    confusions: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often a fact (its key first) was answered with another entity or fact (its key second)."""
    open_rounds: Mapping[int, Result] = field(default_factory=dict)
    """The rounds that have not been ended."""
    day: date | None = None
    """The study day of the latest answer."""
    forgetting: Estimate = field(default_factory=Estimate)
    """How the player forgets."""
    morning: Estimate = field(default_factory=Estimate)
    """The same before the first answer of that day, by which the day was planned."""

    @property
    def mistakes(self) -> dict[str, Standing]:
        """The mistakes book: the facts with an open entry."""
        return {key: standing for key, standing in self.facts.items() if standing.is_open}

    @property
    def studied(self) -> frozenset[date]:
        """The days that count for the streak."""
        return frozenset(day for day, done in self.days.items() if done.studied)


def fold(progress: Progress, answers: Iterable[Answer], endings: Iterable[Sitting] = ()) -> Progress:
    """`progress` with the answers that follow it, and with the rounds that were ended since."""
    facts, days, latest = dict(progress.facts), dict(progress.days), progress.day
    bests, confusions = dict(progress.bests), dict(progress.confusions)
    open_rounds = dict(progress.open_rounds)
    forgetting, morning = progress.forgetting, progress.morning
    unfolded: list[Seen] = []
    for answer in answers:
        if answer.practice:
            continue
        if answer.day != latest:
            forgetting = morning = estimate.after(forgetting, unfolded)
            unfolded.clear()
        unfolded += seen(answer)
        if latest is not None and answer.day != latest:
            days[latest] = replace(days[latest], known=_known(facts, latest))
        latest = answer.day
        days[latest] = _day_with(days.get(latest, Day()), answer)
        open_rounds[answer.round] = _result_with(open_rounds.get(answer.round, Result()), answer)
        for fact in answer.facts:
            facts[fact] = after(facts.get(fact, Standing()), answer, fact)
        if answer.rival and answer.outcome not in RIGHT:
            pair = answer.facts[0], answer.rival
            confusions[pair] = confusions.get(pair, 0) + 1
    for sitting in endings:
        result = open_rounds.pop(sitting.id, Result())
        if sitting.finished and sitting.day is not None:
            day = days.get(sitting.day, Day())
            days[sitting.day] = replace(day, rounds=day.rounds + 1)
            _keep_best(bests, sitting, Best(sitting.id, sitting.day, result))
    forgetting = estimate.after(forgetting, unfolded)
    return Progress(facts, days, bests, confusions, open_rounds, latest, forgetting, morning)


def _known(facts: Mapping[str, Standing], day: date) -> float:
    # On the very day of an answer FSRS predicts a recall of 1, even if the answer was wrong.
    return sum(memory.recall(standing.memory, day, ahead=1) for standing in facts.values())


def _day_with(day: Day, answer: Answer) -> Day:
    return Day(
        day.answers + 1, day.right + (answer.outcome in RIGHT), day.seconds + answer.seconds, day.rounds, day.known
    )


def _result_with(result: Result, answer: Answer) -> Result:
    return Result(
        result.score + answer.points,
        result.answers + 1,
        result.right + (answer.outcome in RIGHT),
        result.seconds + answer.seconds,
        result.self_graded + answer.self_graded,
    )


def _keep_best(bests: dict[tuple[str, bool], Best], sitting: Sitting, played: Best) -> None:
    if not sitting.default_length or played.result.self_graded or not played.result.answers:
        return
    key = sitting.mode, sitting.timed
    if key not in bests or played.result.score > bests[key].result.score:
        bests[key] = played
