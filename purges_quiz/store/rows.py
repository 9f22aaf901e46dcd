"""Attempts and rounds as rows of the database, and back, by the names of their columns.

A column has the name of the field that it keeps, but for those in `_ATTEMPT_NAMES`, and holds its value as it is, but
for those in the tables of codecs. So a new column is one more in `schema` and one more field of the record, and a
codec only if SQLite cannot hold its value. That a column has a name and not a place costs 5 µs an answer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypeVar

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.slip import Slip
from purges_quiz.round.records import AttemptRecord, Outcome, RoundRecord
from purges_quiz.round.scoring import FULL

Row = sqlite3.Row | Mapping[str, Any]
T = TypeVar("T")

SELECT_ATTEMPTS = """
    SELECT answers.*, coalesce(rounds.mode, '') AS mode, amendments.action
    FROM answers
    LEFT JOIN rounds ON rounds.id = answers.round
    LEFT JOIN amendments ON amendments.id = (SELECT max(id) FROM amendments WHERE answer = answers.id)
    LEFT JOIN places ON places.id = answers.id
"""
"""Every attempt with the latest amendment to it; a WHERE and `IN_ORDER` may follow."""

IN_ORDER = " ORDER BY coalesce(places.place, answers.id)"
"""The order in which attempts were made, also where some were added later from another copy of the log."""

SELECT_ROUNDS = """
    SELECT rounds.*, endings.ended, endings.day, endings.finished
    FROM rounds LEFT JOIN endings ON endings.round = rounds.id AND endings.id = (
        SELECT min(id) FROM endings AS valid WHERE round = rounds.id AND 'take-back' IS NOT (
            SELECT action FROM amendments WHERE amendments.answer = valid.answer ORDER BY id DESC LIMIT 1
        )
    )
"""
"""Every round with the first of its endings that is valid; a WHERE and an ORDER BY may follow.

An ending is valid as long as the answer after which the round was over, its column `answer`, is not taken back.
"""


UNCLAIMED = "\0"
"""Stands for a deck that is not known: that of old rounds which fit none of the player's."""


def of_deck(table: str, deck_id: str) -> tuple[str, tuple[str, ...]]:
    """The condition, and its values, for the rows of `answers` or `rounds` that belong to a deck; "": to any.

    Rows that do not say it themselves belong to the deck that the checksum of their round is known to be of.
    """
    if not deck_id:
        return "true", ()
    if deck_id == UNCLAIMED:
        known = "SELECT checksum FROM deck_versions"
        return f"(+{table}.deck_id = '' AND coalesce(rounds.deck, '') NOT IN ({known}))", ()
    known = "SELECT checksum FROM deck_versions WHERE deck_id = ?"
    # The plus keeps SQLite from looking up the deck first: what is asked for besides is far rarer.
    condition = f"(+{table}.deck_id = ? OR +{table}.deck_id = '' AND rounds.deck IN ({known}))"
    return condition, (deck_id, deck_id)


def utc_text(at: datetime) -> str:
    """An instant as it is kept. Raises ValueError for a time without a zone, which names no instant."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return at.astimezone(UTC).isoformat()


def _storable(text: str) -> str:
    """`text` without the half characters (surrogates) that a terminal can send and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()


def _unchanged(value: Any) -> Any:  # noqa: ANN401 -- a value of any column
    return value


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


Codec = tuple[Callable[[Any], object], Callable[[Any], Any]]
"""What makes the kept value of a field's, and what makes it the field's again."""


def _or_null(codec: Codec) -> Codec:
    """The same for a field that may be None."""
    write, read = codec
    return (
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


_PLAIN: Codec = (_unchanged, _unchanged)
_FLAG: Codec = (bool, bool)
_KEYS: Codec = ("\n".join, _lines)
_DAY: Codec = (date.isoformat, date.fromisoformat)
_INSTANT: Codec = (utc_text, datetime.fromisoformat)

_ATTEMPT_NAMES: Mapping[str, str] = {"hinted": "cued", "response_text": "given", "confused_with": "rival"}
"""The columns that kept their name when the field got a better one."""
_ATTEMPT_CODECS: Mapping[str, Codec] = {
    "facts": _KEYS,
    "kind": (str, Kind),
    "hinted": _FLAG,
    "response_text": (_storable, _unchanged),
    "outcome": (str, Outcome),
    "slip": _or_null((str, Slip)),
    "missed": _KEYS,
    "self_graded": _FLAG,
    "practice": _FLAG,
    "at": _INSTANT,
    "day": _DAY,
}
_ROUND_CODECS: Mapping[str, Codec] = {
    "mode": (str, _unchanged),
    "timed": _FLAG,
    "default_length": _FLAG,
    "begun": _INSTANT,
    "ended": _or_null(_INSTANT),
    "day": _or_null(_DAY),
    "finished": _FLAG,
}
_NOT_OF_ATTEMPTS = frozenset({"id", "mode"})
_NOT_OF_ROUNDS = frozenset({"id", "ended", "day", "finished"})
"""The fields that another table keeps, and the number, which SQLite gives."""

_OVERRULED: Mapping[str, object] = {
    "outcome": Outcome.RIGHT,
    "confused_with": None,
    "missed": (),
    "self_graded": True,
    "points": FULL,
}
"""What the player's word makes of an attempt."""


def attempt_values(record: AttemptRecord) -> dict[str, object]:
    """What a row of `answers` holds, by its columns."""
    return _values(record, _OF_ATTEMPTS, _NOT_OF_ATTEMPTS)


def round_values(record: RoundRecord) -> dict[str, object]:
    """What a row of `rounds` holds, by its columns."""
    return _values(record, _OF_ROUNDS, _NOT_OF_ROUNDS)


def ending_values(round_id: int, at: datetime, day: date, *, finished: bool, after: int | None) -> dict[str, object]:
    """What a row of `endings` holds, by its columns; `after` is the number of the round's last answer."""
    return {"round": round_id, "finished": finished, "ended": utc_text(at), "day": day.isoformat(), "answer": after}


def insertion(table: str, columns: Iterable[str], *, otherwise: str = "ABORT") -> str:
    """The statement that adds a row whose values are handed in by column; `otherwise`: what a conflict leads to."""
    names = tuple(columns)
    return (
        f"INSERT OR {otherwise} INTO {table} ({', '.join(names)})"  # noqa: S608 -- names of the schema
        f" VALUES ({', '.join(f':{name}' for name in names)})"
    )


def attempts_in(rows: Iterable[Row]) -> tuple[AttemptRecord, ...]:
    """The attempts in rows of `SELECT_ATTEMPTS`, amended: what was taken back is left out, what was overruled is right.

    Raises ValueError for a row that the game cannot have written.
    """
    return _records(_attempt, (row for row in rows if row["action"] != "take-back"))


def rounds_in(rows: Iterable[Row]) -> tuple[RoundRecord, ...]:
    """The rounds in rows of `SELECT_ROUNDS`. Raises ValueError for a row that the game cannot have written."""
    return _records(_round, rows)


def is_sound(table: str, row: Row) -> bool:
    """Whether a row of a table, perhaps of a damaged file, can be read as what it should be."""
    values = _by_column(row)
    try:
        match table:
            case "answers":
                attempts_in([{**values, "mode": "", "action": None}])
            case "rounds":
                rounds_in([{**values, "ended": None, "day": None, "finished": False}])
            case "endings":
                _records(_ending, [values])
            case _:
                pass  # plain numbers and texts, which the checks of the schema see to
    except ValueError:
        return False
    return True


class _Column(NamedTuple):
    """Where a field of a record is kept, and how."""

    field: str
    name: str
    write: Callable[[Any], object]
    read: Callable[[Any], Any]


def _columns(
    record: type[AttemptRecord | RoundRecord], names: Mapping[str, str], codecs: Mapping[str, Codec]
) -> tuple[_Column, ...]:
    return tuple(_Column(field, names.get(field, field), *codecs.get(field, _PLAIN)) for field in record._fields)


_OF_ATTEMPTS = _columns(AttemptRecord, _ATTEMPT_NAMES, _ATTEMPT_CODECS)
_OF_ROUNDS = _columns(RoundRecord, {}, _ROUND_CODECS)


def _values(
    record: AttemptRecord | RoundRecord, columns: Iterable[_Column], elsewhere: Collection[str]
) -> dict[str, object]:
    return {
        column.name: column.write(getattr(record, column.field)) for column in columns if column.field not in elsewhere
    }


def _by_column(row: Row) -> dict[str, Any]:
    # Looked up one by one, the columns of a `sqlite3.Row` are searched for from the first on each time.
    return dict(zip(row.keys(), row, strict=True)) if isinstance(row, sqlite3.Row) else dict(row)


def _fields(columns: Iterable[_Column], values: Mapping[str, Any]) -> dict[str, Any]:
    return {field: values[name] if read is _unchanged else read(values[name]) for field, name, _, read in columns}


def _attempt(row: Row) -> AttemptRecord:
    values = _by_column(row)
    found = _fields(_OF_ATTEMPTS, values)
    if values["action"] == "overrule":
        found |= _OVERRULED
    return AttemptRecord(**found)


def _round(row: Row) -> RoundRecord:
    return RoundRecord(**_fields(_OF_ROUNDS, _by_column(row)))


def _ending(row: Row) -> tuple[datetime, date]:
    return datetime.fromisoformat(row["ended"]), date.fromisoformat(row["day"])


def _records(make: Callable[[Row], T], rows: Iterable[Row]) -> tuple[T, ...]:
    try:
        return tuple(make(row) for row in rows)
    except (AttributeError, TypeError) as fault:
        raise ValueError("a row that was not written by this game") from fault
