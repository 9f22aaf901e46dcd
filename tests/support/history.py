"""Answers made up for the tests of the folds and of the store, and what they come to by the specification alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from purges_quiz.deck.kinds import TYPED, Kind
from purges_quiz.grading.slip import Slip
from purges_quiz.round.records import AttemptRecord, Outcome, RoundRecord

FIRST_DAY = date(2027, 3, 1)
RIGHT = {Outcome.RIGHT, Outcome.SLIP}


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def noon(of: date) -> datetime:
    return datetime.combine(of, time(12), UTC)


def answer(
    number: int = 0,
    outcome: Outcome = Outcome.RIGHT,
    *,
    facts: tuple[str, ...] = ("card/fact",),
    kind: Kind = Kind.FREE_TEXT,
    hinted: bool = False,
    missed: tuple[str, ...] | None = None,
    slip: Slip | None = None,
    confused_with: str | None = None,
    self_graded: bool = False,
    practice: bool = False,
    points: int = 100,
    seconds: float = 4.0,
    round_id: int = 1,
    response: str = "an answer",
    answer_id: int = 0,
) -> AttemptRecord:
    """An answer on the day of that number, by default typed and right."""
    if missed is None:
        missed = () if outcome in RIGHT else facts
    return AttemptRecord(
        answer_id,
        round_id,
        "quick",
        f"{facts[0]}:{kind}:1",
        facts,
        kind,
        hinted,
        response,
        outcome,
        slip,
        confused_with,
        missed,
        self_graded,
        practice,
        points if outcome in RIGHT else 0,
        seconds,
        noon(day(number)),
        0,
        day(number),
    )


def choice(number: int = 0, outcome: Outcome = Outcome.RIGHT, *, fact: str = "card/fact") -> AttemptRecord:
    """A multiple choice answered on the day of that number."""
    return answer(number, outcome, facts=(fact,), kind=Kind.MULTIPLE_CHOICE)


def round_record(
    number: int = 0, mode: str = "quick", *, round_id: int = 0, timed: bool = True, usual: bool = True
) -> RoundRecord:
    """A round begun on the day of that number."""
    return RoundRecord(round_id, mode, 10, timed, usual, "checksum", 7, noon(day(number)))


def ended(
    number: int = 0, mode: str = "quick", *, round_id: int = 1, finished: bool = True, **kind: bool
) -> RoundRecord:
    """A round begun and ended on the day of that number."""
    begun = round_record(number, mode, round_id=round_id, **kind)
    return begun._replace(ended=noon(day(number)), day=day(number), finished=finished)


def book(log: Iterable[AttemptRecord]) -> set[str]:
    """The keys of the facts with an open entry in the mistakes book."""
    log, found = tuple(log), set()
    for fact in {fact for each in log for fact in each.facts}:
        mine = [each for each in log if fact in each.facts and not each.practice and not each.self_graded]
        wrong = [place for place, each in enumerate(mine) if is_miss(each, fact)]
        if wrong:
            days = {
                each.day
                for each in mine[wrong[-1] + 1 :]
                if each.kind in TYPED and not each.hinted and each.outcome in RIGHT
            }
            if len(days - {mine[wrong[-1]].day}) < 2:
                found.add(fact)
    return found


def is_miss(given_answer: AttemptRecord, fact: str) -> bool:
    """Whether an answer got a fact wrong."""
    if given_answer.kind is Kind.MATCHING and given_answer.outcome in {Outcome.WRONG, Outcome.PARTIAL}:
        return given_answer.slip is not Slip.ALSO_TRUE and fact in given_answer.missed
    return given_answer.outcome not in RIGHT and given_answer.slip is not Slip.ALSO_TRUE
