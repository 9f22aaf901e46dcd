"""Answers made up for the tests of the folds and of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from purges_quiz.core.answer import Answer, Outcome, Sitting, Slip
from purges_quiz.core.question import Kind

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
    cued: bool = False,
    missed: tuple[str, ...] | None = None,
    slip: Slip | None = None,
    rival: str | None = None,
    self_graded: bool = False,
    practice: bool = False,
    points: int = 100,
    seconds: float = 4.0,
    round_id: int = 1,
    given: str = "an answer",
    answer_id: int = 0,
) -> Answer:
    """An answer on the day of that number, by default typed and right."""
    if missed is None:
        missed = () if outcome in RIGHT else facts
    return Answer(
        answer_id,
        round_id,
        "quick",
        f"{facts[0]}:{kind}:1",
        facts,
        kind,
        cued,
        given,
        outcome,
        slip,
        rival,
        missed,
        self_graded,
        practice,
        points if outcome in RIGHT else 0,
        seconds,
        noon(day(number)),
        0,
        day(number),
    )


def choice(number: int = 0, outcome: Outcome = Outcome.RIGHT, *, fact: str = "card/fact") -> Answer:
    """A multiple choice answered on the day of that number."""
    return answer(number, outcome, facts=(fact,), kind=Kind.MULTIPLE_CHOICE)


def sitting(
    number: int = 0, mode: str = "quick", *, round_id: int = 0, timed: bool = True, usual: bool = True
) -> Sitting:
    """A round begun on the day of that number."""
    return Sitting(round_id, mode, 10, timed, usual, "checksum", 7, noon(day(number)))


def ended(number: int = 0, mode: str = "quick", *, round_id: int = 1, finished: bool = True, **kind: bool) -> Sitting:
    """A round begun and ended on the day of that number."""
    begun = sitting(number, mode, round_id=round_id, **kind)
    return replace(begun, ended=noon(day(number)), day=day(number), finished=finished)
