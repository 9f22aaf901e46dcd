"""A database that can always be read and written: on disk while that is possible, else in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from purges_quiz.store import backups, disk, rows, schema
from purges_quiz.store.rows import Row

if TYPE_CHECKING:
    from purges_quiz.store.merging import Added

T = TypeVar("T")


def new_seed(size: int) -> int:
    """A random number of so many bytes. All that the game does by chance begins with it, or with --seed."""
    return int.from_bytes(os.urandom(size), "big")


class Database:
    """The database at `path`, which the first write creates."""

    def __init__(self, path: Path) -> None:
        """Open the database if it is there. Raises `disk.NewerDatabaseError`."""
        self.path = path
        self.kept = True
        """Whether what is written reaches the disk."""
        self.notice: str | None = None
        """In a line, what the player must know about the keeping of answers; None: all is well."""
        self.first_seed = new_seed(7)
        """The seed of the profile, if this use of the database is the first."""
        self._connection: sqlite3.Connection | None = None
        self._clean = True
        """Whether the use before this one ended with `close`."""
        self._in_use = False
        """Whether it is noted in the database that it is in use."""
        self._open()
        if self.kept and (problem := disk.obstacle(path)):
            self._keep_in_memory(problem)

    def read(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows of a query; none while there is no database."""
        return self.read_as(list, query, values)

    def read_as(self, convert: Callable[[list[Row]], T], query: str, values: Sequence[object] = ()) -> T:
        """The rows of a query, converted; `convert` raises ValueError for rows that can only come of damage."""
        if self._connection is None:
            self._open()
        if self._connection is None:
            return convert([])
        try:
            return convert(self._connection.execute(query, values).fetchall())
        except disk.DAMAGE as fault:
            self._continue_after(fault)
        return convert(self._connection.execute(query, values).fetchall())

    def insert(self, table: str, values: Mapping[str, object], *, otherwise: str = "ABORT") -> int:
        """Add a row, its values by column, and return its number; the row is on disk when this returns.

        `otherwise` says what SQLite does if a row with its key is there already.
        """
        statement = rows.insertion(table, values, otherwise=otherwise)
        try:
            return self._commit(statement, values)
        except (OSError, sqlite3.DatabaseError) as fault:
            if isinstance(fault, sqlite3.IntegrityError):
                raise
            self._continue_after(fault)
        return self._commit(statement, values)

    def back_up(self, day: date) -> None:
        """Copy what there is, once a day. A copy that fails keeps nobody from playing, but `notice` says so."""
        if self._connection is None or not self.kept:
            return
        try:
            backups.keep_daily(self._connection, self.path, day)
        except disk.DamagedError as fault:
            self._recover(disk.reason(fault))
        except (OSError, *disk.DAMAGE) as fault:
            self.notice = f"Today's backup of your answers could not be made: {disk.reason(fault)}."

    def set_aside(self, reason: str = "reset") -> Path | None:
        """Start afresh; gives the folder that has the old database and its copies now, None if there was nothing.

        The folder is named by the reason.

        Raises OSError or sqlite3.OperationalError if it cannot be done.
        """
        if not self.kept:
            raise OSError("answers are not being kept")
        if self._connection is None:
            return backups.set_aside(self.path, reason) if backups.dailies(self.path) else None
        self._connection.execute("BEGIN EXCLUSIVE")
        self._connection.execute("ROLLBACK")
        self.close()
        return backups.set_aside(self.path, reason)

    def snapshot(self) -> bytes | None:
        """The whole database as the bytes of a file; None while there is none."""
        if self._connection is None:
            return None
        with closing(disk.connect(disk.MEMORY)) as held:
            disk.copy(self._connection, held)
            return held.serialize()

    def merge(self, other: sqlite3.Connection) -> Added:
        """Add what only another copy of the database has, once a copy of this one is in the backups.

        Raises OSError or sqlite3.Error if it cannot be done; nothing is changed then.
        """
        from purges_quiz.store.merging import merge

        if not self.kept:
            raise OSError("answers are not being kept")
        if self._connection is None:
            self._connection = disk.create(self.path)
        else:
            backups.copy(self._connection, backups.free_name(self.path, "before-merge"))
        with disk.transaction(self._connection):
            schema.migrate(self._connection)
            return merge(self._connection, other)

    def replace_by(self, other: sqlite3.Connection) -> Path | None:
        """Put another copy in the place of this one; gives the folder that has this one now, None if there was none.

        Raises OSError or sqlite3.Error if it cannot be done; nothing is changed then.
        """
        if not self.kept:
            raise OSError("answers are not being kept")
        prepared = self.path.with_name(f"restored{disk.UNFINISHED}")
        backups.copy(other, prepared)
        try:
            aside = self.set_aside("restore") if self._connection else None
            prepared.replace(self.path)
        finally:
            prepared.unlink(missing_ok=True)
        return aside

    def close(self) -> None:
        """End its use, and note in it that this was a clean end."""
        if self._connection is None:
            return
        if self._in_use and self.kept:
            with suppress(sqlite3.Error):
                self._connection.execute("UPDATE profile SET playing = max(playing - 1, 0)")
        self._connection.close()
        self._connection, self._clean, self._in_use = None, True, False

    def _open(self) -> None:
        if not disk.exists(self.path):
            return
        try:
            self._connection, self._clean = disk.open_existing(self.path)
            self._migrate(self._connection)
        except disk.DamagedError as fault:
            self._recover(disk.reason(fault))
        except (OSError, sqlite3.DatabaseError) as fault:
            self._continue_after(fault)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring an older database to the present schema in one transaction, once a copy of it is in the backups."""
        if schema.version(connection) == schema.VERSION:
            return
        with disk.transaction(connection):
            version = schema.version(connection)
            if version < schema.VERSION:  # else another instance has just done it
                with closing(disk.connect(self.path)) as unchanged:
                    backups.copy(unchanged, backups.folder_of(self.path) / f"schema-{version}.sqlite3")
                schema.migrate(connection)

    def _commit(self, statement: str, values: Mapping[str, object]) -> int:
        if self._connection is None:
            self._open()
        if self._connection is None:
            self._connection = disk.create(self.path)
        with disk.transaction(self._connection):
            if not self._in_use:
                self._begin_playing(self._connection)
            number = self._connection.execute(statement, values).lastrowid
        self._in_use = True
        return number or 0

    def _begin_playing(self, connection: sqlite3.Connection) -> None:
        """Note that the database is in use; a start that finds the note knows that this use had no clean end."""
        schema.migrate(connection)
        connection.execute("INSERT OR IGNORE INTO profile (id, seed) VALUES (1, ?)", (self.first_seed,))
        connection.execute("UPDATE profile SET playing = CASE WHEN ? THEN playing + 1 ELSE 1 END", (self._clean,))

    def _continue_after(self, fault: Exception) -> None:
        """Do what lets the game go on after a fault of the disk or of the file. Raises it if nothing does."""
        if not self.kept:
            raise fault
        if disk.is_damage(fault):
            self._recover(disk.reason(fault))
        else:
            self._keep_in_memory(disk.obstacle(self.path) or disk.reason(fault))

    def _keep_in_memory(self, problem: str) -> None:
        """Go on without the disk, with a copy of what can be read from it."""
        memory = disk.connect(disk.MEMORY)
        if self._connection is not None:
            try:
                disk.copy(self._connection, memory)
                schema.migrate(memory)
            except sqlite3.Error:
                memory.close()
                memory = disk.connect(disk.MEMORY)
            self._connection.close()
        self._play_from(memory)
        self.notice = (
            f"Answers are not being kept: {problem}."
            " Put that right and start again, or choose another folder with --data-dir."
        )

    def _recover(self, damage: str) -> None:
        """Put together what can be saved of a damaged database, and go on with that."""
        from purges_quiz.store import recovery

        if self._connection is not None:
            self._connection.close()
            self._connection = None
        salvaged = recovery.salvage(self.path)
        try:
            aside = recovery.put_in_place(salvaged.connection, self.path)
            self._connection, self._clean, self._in_use = disk.create(self.path), True, False
            salvaged.connection.close()
            kept_as = f"The damaged file is kept as {aside}."
        except (OSError, *disk.DAMAGE) as fault:
            self._play_from(salvaged.connection)
            kept_as = f"It was left as it is, and answers are not being kept: {disk.reason(fault)}."
        self.notice = f"{self.path} was damaged ({damage}): {salvaged}. {kept_as}"

    def _play_from(self, memory: sqlite3.Connection) -> None:
        with disk.transaction(memory):
            schema.migrate(memory)
        self._connection, self.kept, self._in_use = memory, False, False
