"""The database as a file: where it may be, how it is opened, whether it is whole."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from purges_quiz.store import schema

PATIENCE = 10.0
"""Seconds to wait for another instance that is writing."""
_BEING_CREATED = 0.05

MEMORY = ":memory:"
WRITE_THROUGH = "PRAGMA synchronous = FULL"

DAMAGE = (sqlite3.DatabaseError, ValueError)
"""What reading a damaged file raises; ValueError for what is no text, or no answer. `is_damage` tells more."""


class NewerDatabaseError(Exception):
    """The database was written by a later version of the game, and is left as it is."""


class DamagedError(Exception):
    """The database cannot be read as it stands; the message says what is wrong with it."""


def obstacle(path: Path) -> str | None:
    """Why answers could not be kept in `path`, or None. Nothing is created to find out."""
    if Path(os.devnull) in path.parents:
        return "no home folder is known; set HOME, or choose a folder with --data-dir"
    if exists(path) and not os.access(path, os.R_OK | os.W_OK):
        return f"{path} may not be {'written' if os.access(path, os.R_OK) else 'read'}"
    folder = path.parent
    while not exists(folder) and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        return f"{folder} is not a folder"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"the folder {folder} may not be written to"
    return None


def exists(path: Path) -> bool:
    """Whether anything is at `path`, as far as it can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection that begins no transaction by itself. Foreign keys stay unenforced: answers may outlive a round."""
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def create(path: Path) -> sqlite3.Connection:
    """A connection to a database that only its owner can read; the file and its folder are made where missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = connect(path)
    connection.execute(WRITE_THROUGH)
    return connection


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a whole database. Raises sqlite3.OperationalError, and does not wait for ever, if it is locked."""

    def give_up_if_locked(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=give_up_if_locked)


def reason(fault: Exception) -> str:
    """What went wrong, in the system's words without its numbers, on one line that a terminal can be shown."""
    words = str((isinstance(fault, OSError) and fault.strerror) or fault)
    return "".join(letter if letter.isprintable() else " " for letter in words)


def open_existing(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a database that is there, and whether its last use ended cleanly.

    Raises `NewerDatabaseError`, `DamagedError`, and OSError or sqlite3.OperationalError where the
    file cannot be used.
    """
    connection = connect(path)
    try:
        return connection, _examine(connection, path)
    except Exception as fault:
        connection.close()
        if is_damage(fault):
            raise DamagedError(reason(fault)) from fault
        raise


def is_damage(fault: Exception) -> bool:
    """Whether a fault lies in what the file holds; else it cannot be used, or another instance keeps hold of it."""
    if isinstance(fault, sqlite3.OperationalError):
        return getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR
    return isinstance(fault, DAMAGE)


def _examine(connection: sqlite3.Connection, path: Path) -> bool:
    connection.execute(WRITE_THROUGH)
    version = schema.version(connection)
    if version > schema.VERSION:
        raise NewerDatabaseError(
            f"{path} was written by a later version of purges-quiz (schema {version}, this one knows"
            f" {schema.VERSION}); install that version, or choose another folder with --data-dir"
        )
    if version == 0:
        if _is_being_created(connection):
            return _examine(connection, path)
        raise DamagedError("it is empty" if path.stat().st_size == 0 else "it holds no answers of this game")
    (playing,) = connection.execute("SELECT playing FROM profile").fetchone()
    if not playing:
        return True
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DamagedError(verdict)
    return False


def _is_being_created(connection: sqlite3.Connection) -> bool:
    """Whether another instance has just made the file, and has now filled it."""
    time.sleep(_BEING_CREATED)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    return schema.version(connection) > 0
