"""Answers and rounds as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from purges_quiz.deck.question import Kind
from purges_quiz.grading.verdict import Slip
from purges_quiz.round.records import AttemptRecord, Outcome, RoundRecord
from purges_quiz.round.scoring import FULL

Row = tuple[Any, ...]
T = TypeVar("T")

INSERT_ROUND = """
    INSERT INTO rounds (mode, length, timed, default_length, deck, seed, begun) VALUES (?, ?, ?, ?, ?, ?, ?)
"""

INSERT_ANSWER = """
    INSERT INTO answers (
        round, question, facts, kind, cued, given, outcome, slip, rival, missed,
        self_graded, practice, points, seconds, at, offset_minutes, day
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

INSERT_ENDING = "INSERT INTO endings (round, finished, ended, day, answer) VALUES (?, ?, ?, ?, ?)"
"""An ending stands as long as `answer`, the one after which the round was over, is not taken back."""

INSERT_AMENDMENT = "INSERT INTO amendments (answer, action, at) VALUES (?, ?, ?)"

SELECT_ANSWERS = """
    SELECT answers.id, round, coalesce(mode, ''), question, facts, kind, cued, given, outcome, slip, rival, missed,
        self_graded, practice, points, seconds, answers.at, offset_minutes, day, action
    FROM answers
    LEFT JOIN rounds ON rounds.id = round
    LEFT JOIN amendments ON amendments.id = (SELECT max(id) FROM amendments WHERE answer = answers.id)
"""
"""Every answer with the latest amendment to it; a WHERE and an ORDER BY may follow."""

SELECT_SITTINGS = """
    SELECT rounds.id, mode, length, timed, default_length, deck, seed, begun, ended, day, finished
    FROM rounds LEFT JOIN endings ON endings.round = rounds.id AND endings.id = (
        SELECT min(id) FROM endings AS standing WHERE round = rounds.id AND 'take-back' IS NOT (
            SELECT action FROM amendments WHERE amendments.answer = standing.answer ORDER BY id DESC LIMIT 1
        )
    )
"""
"""Every round with the first of its endings that stands; a WHERE and an ORDER BY may follow."""


def row_of_answer(answer: AttemptRecord) -> Row:
    """The values of `INSERT_ANSWER`."""
    return (
        answer.round,
        answer.question,
        "\n".join(answer.facts),
        answer.kind.value,
        answer.hinted,
        _storable(answer.response_text),
        answer.outcome.value,
        answer.slip and answer.slip.value,
        answer.confused_with,
        "\n".join(answer.missed),
        answer.self_graded,
        answer.practice,
        answer.points,
        answer.seconds,
        utc_text(answer.at),
        answer.offset_minutes,
        answer.day.isoformat(),
    )


def row_of_sitting(sitting: RoundRecord) -> Row:
    """The values of `INSERT_ROUND`."""
    return (
        str(sitting.mode),
        sitting.length,
        sitting.timed,
        sitting.default_length,
        sitting.deck,
        sitting.seed,
        utc_text(sitting.begun),
    )


def answers_of(rows: Iterable[Row]) -> tuple[AttemptRecord, ...]:
    """The answers of `SELECT_ANSWERS`, amended: what was taken back is gone, what was overruled is right.

    Raises ValueError for a row that no answer ever gave.
    """
    return _made(_answer, (row for row in rows if row[-1] != "take-back"))


def sittings_of(rows: Iterable[Row]) -> tuple[RoundRecord, ...]:
    """The rounds of `SELECT_SITTINGS`. Raises ValueError for a row that no round ever gave."""
    return _made(_sitting, rows)


def is_sound(table: str, row: Row) -> bool:
    """Whether a row of a table, perhaps of a damaged file, can be read as what it should be."""
    try:
        if table == "answers":
            number, round_id, *rest = row
            answers_of([(number, round_id, "", *rest, None)])
        elif table == "rounds":
            sittings_of([(*row, None, None, False)])
        elif table == "endings":
            *_, ended, day, _ = row
            sittings_of([(0, "", 0, False, False, "", 0, ended, ended, day, False)])
    except ValueError:
        return False
    return True


def utc_text(at: datetime) -> str:
    """An instant as it is kept. Raises ValueError for a time without a zone, which names no instant."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return at.astimezone(UTC).isoformat()


def _made(make: Callable[[Row], T], rows: Iterable[Row]) -> tuple[T, ...]:
    try:
        return tuple(make(row) for row in rows)
    except (AttributeError, TypeError) as fault:
        raise ValueError("a row that was not written by this game") from fault


def _answer(row: Row) -> AttemptRecord:
    overruled = row[-1] == "overrule"
    return AttemptRecord(
        id=row[0],
        round=row[1],
        mode=row[2],
        question=row[3],
        facts=tuple(row[4].split("\n")),
        kind=Kind(row[5]),
        hinted=bool(row[6]),
        response_text=row[7],
        outcome=Outcome.RIGHT if overruled else Outcome(row[8]),
        slip=row[9] and Slip(row[9]),
        confused_with=None if overruled else row[10],
        missed=() if overruled or not row[11] else tuple(row[11].split("\n")),
        self_graded=overruled or bool(row[12]),
        practice=bool(row[13]),
        points=FULL if overruled else row[14],
        seconds=row[15],
        at=datetime.fromisoformat(row[16]),
        offset_minutes=row[17],
        day=date.fromisoformat(row[18]),
    )


def _sitting(row: Row) -> RoundRecord:
    number, mode, length, timed, default_length, deck, seed, begun, ended, day, finished = row
    return RoundRecord(
        number,
        mode,
        length,
        bool(timed),
        bool(default_length),
        deck,
        seed,
        datetime.fromisoformat(begun),
        ended and datetime.fromisoformat(ended),
        day and date.fromisoformat(day),
        bool(finished),
    )


def _storable(text: str) -> str:
    """`text` without the half characters that a terminal can send and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()
