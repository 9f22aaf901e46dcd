"""Stores of answers, and games that play with them, which are closed when the test ends (see `tests/conftest.py`)."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from sqlite3 import Connection

from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.database import Database
from purges_quiz.store.folding import Checkpoint

_OPEN = ExitStack()


def open_store(folder: Path) -> AnswerStore:
    """The answers in the database `answers.sqlite3` of a folder."""
    return _OPEN.enter_context(closing(AnswerStore.open(folder / "answers.sqlite3")))


def checkpoint(store: AnswerStore) -> Checkpoint:
    """The fold that the store has kept, and how far it reaches."""
    return store._folding._kept()  # noqa: SLF001 -- players only ever see what is folded on from it


def database_of(store: AnswerStore) -> Database:
    """The database of a store."""
    database = store._database  # noqa: SLF001 -- a store shows its answers, and to nobody how they are kept
    assert isinstance(database, Database)
    return database


def connection_of(store: AnswerStore) -> Connection:
    """The open connection of a store's database."""
    connection = database_of(store)._connection  # noqa: SLF001 -- what damages or limits it comes from outside
    assert connection is not None
    return connection


def close_all() -> None:
    """Close every store that the test has opened."""
    _OPEN.close()
