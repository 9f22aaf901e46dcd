"""Progress: all attempts folded, in the order in which they were made, into what the player knows and has done.

A fold can be continued: later attempts are folded into an earlier result, and this gives the same as
the whole history. So the store keeps the result of old attempts and reads only the new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from purges_quiz.progress import estimate
from purges_quiz.progress.days import ANSWERS_FOR_A_DAY, arrivals
from purges_quiz.progress.estimate import Estimate, Observation
from purges_quiz.progress.fact_state import RIGHT, FactState, after
from purges_quiz.progress.prediction import predicted
from purges_quiz.round.records import AttemptRecord, RoundRecord

RULES_VERSION = 8
"""The version of the rules. Raise it when a rule changes what a fold gives, so that no older result is continued."""


class Day(NamedTuple):
    """One study day. Attempts for practice are never counted."""

    answers: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for answering."""
    rounds: int = 0
    """Rounds finished."""
    known: float = 0.0
    """How many facts were predicted to be recalled a day later; 0 until an attempt on another day follows."""
    offset: int = 0
    """What local time was ahead of UTC at its latest attempt, in minutes."""

    @property
    def studied(self) -> bool:
        """Whether it counts for the streak of days."""
        return self.rounds > 0 or self.answers >= ANSWERS_FOR_A_DAY


class Result(NamedTuple):
    """The sums over the attempts of a round."""

    score: int = 0
    answers: int = 0
    right: int = 0
    seconds: float = 0.0
    """Time used for answering."""
    self_graded: int = 0
    """How many attempts count as right because the player overruled the verdict."""


class Best(NamedTuple):
    """The best round of a mode, timed or untimed; of equal scores the first."""

    round: int
    day: date
    result: Result


@dataclass(frozen=True)
class Progress:
    """What the player knows and has done."""

    facts: Mapping[str, FactState] = field(default_factory=dict)
    """Every fact ever asked, by its key, even those that the deck no longer has."""
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
    forgetting_at_dawn: Estimate = field(default_factory=Estimate)
    """The same before the first answer of that day, by which the day was planned."""
    mistakes_at_dawn: frozenset[str] = frozenset()
    """The facts with an open entry in the mistakes book then."""

    @property
    def mistakes(self) -> dict[str, FactState]:
        """The mistakes book: the facts with an open entry."""
        return {key: state for key, state in self.facts.items() if state.is_open}

    @property
    def studied(self) -> frozenset[date]:
        """The days that count for the streak."""
        return frozenset(day for day, done in self.days.items() if done.studied)

    def arrivals(self, today: date, offset: int) -> frozenset[date]:
        """The study days before which a journey took a day away; local time is `offset` minutes ahead of UTC now."""
        return arrivals({today: offset} | {day: self.days[day].offset for day in self.studied})


def fold(progress: Progress, attempts: Iterable[AttemptRecord], ended: Iterable[RoundRecord] = ()) -> Progress:
    """`progress` with the attempts that follow it, and with the rounds that were ended since."""
    facts, days, latest = dict(progress.facts), dict(progress.days), progress.day
    bests, confusions = dict(progress.bests), dict(progress.confusions)
    open_rounds = dict(progress.open_rounds)
    forgetting, at_dawn = progress.forgetting, progress.forgetting_at_dawn
    mistakes = progress.mistakes_at_dawn
    observations: list[Observation] = []
    for record in attempts:
        if record.practice:
            continue
        if record.day != latest:
            forgetting = at_dawn = estimate.after(forgetting, observations)
            observations.clear()
            mistakes = frozenset(key for key, state in facts.items() if state.is_open)
        observations += estimate.observations(record)
        if latest is not None and record.day != latest:
            days[latest] = days[latest]._replace(known=_known(forgetting, latest))
        latest = record.day
        days[latest] = _day_with(days.get(latest, Day()), record)
        open_rounds[record.round] = _result_with(open_rounds.get(record.round, Result()), record)
        for fact in record.evidence:
            facts[fact] = after(facts.get(fact, FactState()), record, fact)
        if record.confused_with and record.evidence and record.outcome not in RIGHT:
            pair = record.evidence[0], record.confused_with
            confusions[pair] = confusions.get(pair, 0) + 1
    for played in ended:
        result = open_rounds.pop(played.id, Result())
        if played.finished and played.day is not None:
            day = days.get(played.day, Day())
            days[played.day] = day._replace(rounds=day.rounds + 1)
            _keep_best(bests, played, Best(played.id, played.day, result))
    forgetting = estimate.after(forgetting, observations)
    return Progress(facts, days, bests, confusions, open_rounds, latest, forgetting, at_dawn, mistakes)


def _known(forgetting: Estimate, day: date) -> float:
    # On the very day on which a fact was met its recall is 1, even if the answer was wrong.
    return sum(predicted(forgetting, forgetting.traces, day.toordinal() + 1).values())


def together(each: Iterable[Progress]) -> Progress:
    """The days of study in several decks, and nothing else."""
    days: dict[date, Day] = {}
    for progress in each:
        for day, done in progress.days.items():
            before = days.get(day, Day())
            days[day] = Day(
                before.answers + done.answers,
                before.right + done.right,
                before.seconds + done.seconds,
                before.rounds + done.rounds,
                before.known + done.known,
                done.offset,
            )
    return Progress(days=dict(sorted(days.items())))


def _day_with(day: Day, record: AttemptRecord) -> Day:
    return Day(
        day.answers + 1,
        day.right + (record.outcome in RIGHT),
        day.seconds + record.seconds,
        day.rounds,
        day.known,
        record.offset_minutes,
    )


def _result_with(result: Result, record: AttemptRecord) -> Result:
    return Result(
        result.score + record.points,
        result.answers + 1,
        result.right + (record.outcome in RIGHT),
        result.seconds + record.seconds,
        result.self_graded + record.self_graded,
    )


def _keep_best(bests: dict[tuple[str, bool], Best], played: RoundRecord, candidate: Best) -> None:
    # A round of another length cannot be compared, and one with a verdict of the player's own proves nothing.
    if not played.default_length or candidate.result.self_graded or not candidate.result.answers:
        return
    key = played.mode, played.timed
    if key not in bests or candidate.result.score > bests[key].result.score:
        bests[key] = candidate
