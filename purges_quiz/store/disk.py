"""The database as a file: where it may be, how it is opened, whether it is whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from purges_quiz.store import schema

LOCK_TIMEOUT = 10.0
"""Seconds to wait for another instance that is writing."""
SMALL = 1 << 20
"""Bytes of the largest database, of 5,000 answers, that is checked in whole whenever it is opened.

That takes 20 ms. A larger one is checked only after a use that did not end cleanly, and before the backup of the day.
"""

MEMORY = ":memory:"
UNFINISHED = ".unfinished"
"""How the name of a file ends that is not yet what it is to be."""
WRITE_THROUGH = "PRAGMA synchronous = FULL"
FEW_PAGES = "PRAGMA cache_size = -64"
"""In KiB; SQLite would keep 2 MB of the file, which the system keeps in memory as well."""

DAMAGE = (sqlite3.DatabaseError, ValueError)
"""What reading a damaged file raises; ValueError for what is no text, or no answer. `is_damage` tells more."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "another program keeps hold of the file",
    sqlite3.SQLITE_READONLY_DBMOVED: "the file was moved or deleted meanwhile",
}
"""Errors whose message in SQLite speaks of its own workings, in words that a player understands."""


class NewerDatabaseError(Exception):
    """The database was written by a later version of the game, and is left as it is."""


class DamagedError(Exception):
    """The database cannot be read as it stands; the message says what is wrong with it."""


def obstacle(path: Path) -> str | None:
    """Why answers could not be kept in `path`, or None. Nothing is created to find out."""
    if Path(os.devnull) in path.parents:
        return "no home folder is known; set HOME, or choose a folder with --data-dir"
    found = next((place for place in (path, *path.parents) if os.path.lexists(place)), Path())
    if not exists(found):
        return f"{found} is a link that leads nowhere"
    if found == path:
        if not path.is_file():
            return _no_file(path)
        if not os.access(path, os.R_OK | os.W_OK):
            return f"{path} may not be {'written' if os.access(path, os.R_OK) else 'read'}"
    folder = path.parent if found == path else found
    if not folder.is_dir():
        return f"{folder} is not a folder"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"the folder {folder} may not be written to"
    return None


def _no_file(path: Path) -> str:
    return f"{path} is not a file"


def exists(path: Path) -> bool:
    """Whether anything is at `path`, as far as the system says."""
    try:
        return path.exists()
    except OSError:
        return False


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection that begins no transaction by itself and gives rows whose values have names.

    Foreign keys stay unenforced: answers may outlive a round.

    Raises OSError where a pipe or a device has the name of the file or of its journal: SQLite would wait for ever.
    """
    for file in () if path == MEMORY else (Path(path), Path(f"{path}-journal")):
        if exists(file) and not file.is_file():
            raise OSError(_no_file(file))
    connection = sqlite3.connect(path, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def create(path: Path) -> sqlite3.Connection:
    """A connection to a database that only its owner can read; file and folder are made where missing."""
    path.parent.mkdir(0o700, parents=True, exist_ok=True)
    if not exists(path):
        _create_empty(path)
    connection = connect(path)
    _set_up(connection)
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    for statement in WRITE_THROUGH, FEW_PAGES:
        connection.execute(statement)


def _create_empty(path: Path) -> None:
    """Put a database without answers at `path` in one step, unless another instance has just done so."""
    from tempfile import mkstemp

    number, name = mkstemp(UNFINISHED, dir=path.parent)
    os.close(number)
    try:
        with closing(connect(name)) as connection:
            _set_up(connection)
            with transaction(connection):
                schema.migrate(connection)
        with suppress(FileExistsError):
            link(Path(name), path)
    finally:
        Path(name).unlink(missing_ok=True)


def link(file: Path, path: Path) -> None:
    """Give a file another name, which must be free: raises FileExistsError."""
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names for a file
        file.rename(path)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write everything that is done meanwhile, or, if anything is raised, nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.rollback()
        raise


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a whole database. Raises sqlite3.OperationalError, and does not wait for ever, if it is locked."""

    def give_up_if_locked(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=give_up_if_locked)


def reason(fault: Exception) -> str:
    """What went wrong, in the system's words without its numbers, on one line that a terminal can be shown."""
    known = _REASONS.get(getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_OK))
    words = known or str((isinstance(fault, OSError) and fault.strerror) or fault)
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


def check(connection: sqlite3.Connection) -> None:
    """Look at the whole database, which takes 20 ms for a megabyte. Raises `DamagedError`."""
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as fault:
        if not is_damage(fault):
            raise
        verdict = reason(fault)
    if verdict != "ok":
        raise DamagedError(verdict)


def is_damage(fault: Exception) -> bool:
    """Whether a fault lies in what the file holds; else it cannot be used, or another instance keeps hold of it."""
    if isinstance(fault, sqlite3.OperationalError):
        return getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR
    return isinstance(fault, DAMAGE)


def _examine(connection: sqlite3.Connection, path: Path) -> bool:
    _set_up(connection)
    version = schema.version(connection)
    if version > schema.VERSION:
        raise NewerDatabaseError(
            f"{path} was written by a later version of purges-quiz (schema {version}, this one knows"
            f" {schema.VERSION}); install that version, or choose another folder with --data-dir"
        )
    if version == 0:
        raise DamagedError("it is empty" if path.stat().st_size == 0 else "it holds no answers of this game")
    profile = connection.execute("SELECT playing FROM profile").fetchone()
    clean = profile is not None and profile["playing"] == 0
    if not clean or path.stat().st_size <= SMALL:
        check(connection)
    return clean
