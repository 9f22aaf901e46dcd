"""The answers, each on disk before its feedback is shown.

One SQLite file with a rollback journal (which also works in a home folder on a network) and
``synchronous=FULL``. Rows are only ever added: taking back or overruling an answer adds an
amendment. Nothing is written before the first round begins.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Self

from purges_quiz.core.answer import Answer, Sitting
from purges_quiz.core.days import study_day
from purges_quiz.store import rows, schema

PATIENCE = 10.0
"""Seconds to wait for another instance that is writing."""


class StoreError(Exception):
    """The answers can be neither used nor left aside; the message says why, in one line."""


class AnswerStore:
    """The player's answers. Every write is on disk when the call returns, or `notice` says that it is not."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._seed: int | None = None
        self.notice: str | None = None
        """What the player must know about the keeping of answers, in a line; None: all is well."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the database at `path`, which need not exist and is not created by this.

        Raises `StoreError` for a database of a later version of the game, which stays as it is.
        """
        return cls(path)

    def begin_round(self, sitting: Sitting) -> int:
        """Keep that a round was begun, whose own `id` does not matter, and give the number it has from now on."""
        return self._write(rows.INSERT_ROUND, rows.row_of_sitting(sitting))

    def end_round(self, round_id: int, *, at: datetime, finished: bool = True) -> None:
        """Keep that a round was ended at the aware local time `at`; `finished`: after its last question."""
        self._write(
            "INSERT OR IGNORE INTO endings (round, finished, ended, day) VALUES (?, ?, ?, ?)",
            (round_id, finished, rows.utc_text(at), study_day(at.replace(tzinfo=None), 0).isoformat()),
        )

    def append(self, answer: Answer) -> int:
        """Keep an answer, whose own `id` does not matter, and give the number it has from now on."""
        return self._write(rows.INSERT_ANSWER, rows.row_of_answer(answer))

    def take_back(self, answer_id: int, *, at: datetime) -> None:
        """Make an answer as if it had never been given."""
        self._amend(answer_id, "take-back", at)

    def overrule(self, answer_id: int, *, at: datetime) -> None:
        """Make an answer right by its player's word."""
        self._amend(answer_id, "overrule", at)

    def restore(self, answer_id: int, *, at: datetime) -> None:
        """Make an answer again what it was before it was taken back or overruled."""
        self._amend(answer_id, "restore", at)

    def answers(self, round_id: int | None = None) -> tuple[Answer, ...]:
        """Every answer that stands, or those of one round, in the order in which they were given."""
        if round_id is None:
            return rows.answers_of(self._read(rows.SELECT_ANSWERS + "ORDER BY answers.id"))
        return rows.answers_of(self._read(rows.SELECT_ANSWERS + "WHERE round = ? ORDER BY answers.id", (round_id,)))

    def rounds(self) -> tuple[Sitting, ...]:
        """Every round, in the order in which they were begun."""
        return tuple(map(rows.sitting_of, self._read(rows.SELECT_SITTINGS + "ORDER BY rounds.id")))

    def unended(self, mode: str) -> Sitting | None:
        """The latest round of a mode, if it has not been ended: what can be resumed."""
        latest = self._read(rows.SELECT_SITTINGS + "WHERE mode = ? ORDER BY rounds.id DESC LIMIT 1", (str(mode),))
        sittings = [sitting for sitting in map(rows.sitting_of, latest) if sitting.ended is None]
        return sittings[0] if sittings else None

    def seed(self) -> int:
        """The player's own number, the same for ever, that fixes which options their questions have."""
        kept = self._read("SELECT seed FROM profile")
        if kept:
            self._seed = int(kept[0][0])
        elif self._seed is None:
            self._seed = secrets.randbits(62)
        return self._seed

    def close(self) -> None:
        """End the use of the store; what was kept stays."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _amend(self, answer_id: int, action: str, at: datetime) -> None:
        self._write(
            "INSERT INTO amendments (answer, action, at) VALUES (?, ?, ?)", (answer_id, action, rows.utc_text(at))
        )

    def _read(self, query: str, values: Sequence[object] = ()) -> list[rows.Row]:
        if self._connection is None:
            if not self._path.exists():
                return []
            self._connection = _connect(self._path)
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    def _write(self, statement: str, values: Sequence[object]) -> int:
        if self._connection is None:
            seed = self.seed()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _connect(self._path)
            self._connection.execute("BEGIN IMMEDIATE")
            schema.migrate(self._connection)
            self._connection.execute("INSERT OR IGNORE INTO profile (id, seed) VALUES (1, ?)", (seed,))
            self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            number = self._connection.execute(statement, values).lastrowid
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise
        return number or 0


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection
