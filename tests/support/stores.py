"""Stores of answers, and games that play with them, which are closed when the test ends (see `tests/conftest.py`)."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

from purges_quiz.store.answers import AnswerStore

_OPEN = ExitStack()


def open_store(folder: Path) -> AnswerStore:
    """The answers in the database `answers.sqlite3` of a folder."""
    return _OPEN.enter_context(closing(AnswerStore.open(folder / "answers.sqlite3")))


def close_all() -> None:
    """Close every store that the test has opened."""
    _OPEN.close()
