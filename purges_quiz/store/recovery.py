"""A damaged database: what can still be read of it is put together with the newest backup."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from purges_quiz.store import backups, disk, rows, schema

SALVAGED = (
    "profile",
    "rounds",
    "endings",
    "answers",
    "amendments",
    "deck_versions",
    "omissions",
    "flags",
    "places",
)
"""The tables whose rows are saved: all but the checkpoint, which can be worked out again."""
_SMALLEST_ROW = 32
"""Bytes; no answer takes less, so that a file's size bounds how many there can be."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved of a damaged database."""

    connection: sqlite3.Connection
    """A database in memory with all that was saved."""
    saved: int
    """How many answers it holds."""
    missing: int | None
    """How many more there were; None if nothing tells."""

    def __str__(self) -> str:
        missing = "how many are missing is unknown" if self.missing is None else f"{self.missing:,} are missing"
        return f"{self.saved:,} answers were saved, {missing}"


def salvage(path: Path) -> Salvage:
    """All that can be read of the damaged database at `path` and of its newest backup."""
    target = disk.connect(disk.MEMORY)
    target.execute("BEGIN")
    schema.migrate(target)
    ever: int | None = None
    with suppress(OSError, *disk.DAMAGE), closing(_open_damaged(path)) as damaged:
        ever = _sequence(damaged)
        _copy(damaged, path.stat().st_size, target)
    if backup := backups.newest(path):
        copied, name = backup
        with closing(copied):
            _copy(copied, name.stat().st_size, target)
    # Whoever was playing is not any more.
    target.execute("UPDATE profile SET playing = 0")
    target.execute("COMMIT")
    saved, last = target.execute("SELECT count(*), coalesce(max(id), 0) FROM answers").fetchone()
    return Salvage(target, saved, None if ever is None else max(ever, last) - saved)


def put_in_place(salvaged: sqlite3.Connection, path: Path) -> Path:
    """Set the damaged database at `path` aside and what was salvaged in its place; gives the damaged one's new name.

    At every moment either the damaged or the new database is there in full.
    """
    numbered = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in count(1))
    aside = next(each for each in numbered if not each.exists())
    try:
        shutil.copy2(path, aside)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        # Left where it is, it would be rolled back into the new database.
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    backups.copy(salvaged, path)
    return aside


def _open_damaged(path: Path) -> sqlite3.Connection:
    damaged = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    damaged.row_factory = sqlite3.Row
    # Else SQLite refuses a file that is shorter than it says.
    damaged.execute("PRAGMA writable_schema = ON")
    return damaged


def _sequence(damaged: sqlite3.Connection) -> int | None:
    """The number of the last answer that was ever kept; None if the database is too damaged to know."""
    with suppress(*disk.DAMAGE):
        for (number,) in damaged.execute("SELECT seq FROM sqlite_sequence WHERE name = 'answers'"):
            return int(number)
    return None


def _readable(damaged: sqlite3.Connection, table: str, size: int) -> Iterator[sqlite3.Row]:
    """Every row that can still be reached: in order up to the damage, then each by its own number."""
    last = 0
    try:
        for row in damaged.execute(f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608 -- a name of the schema
            last = row["id"]
            yield row
    except disk.DAMAGE:
        for number in range(last + 1, max(_sequence(damaged) or 0, size // _SMALLEST_ROW) + 1):
            with suppress(*disk.DAMAGE):
                yield from damaged.execute(f"SELECT * FROM {table} WHERE id = ?", (number,))  # noqa: S608


def _copy(source: sqlite3.Connection, size: int, target: sqlite3.Connection) -> None:
    """Add the rows of a database of so many bytes, perhaps a damaged one, that are sound and not there yet."""
    for table in SALVAGED:
        known = {column["name"] for column in target.execute(f"PRAGMA table_info({table})")}
        for row in _readable(source, table, size):
            values = {name: value for name, value in dict(row).items() if name in known}
            with suppress(sqlite3.Error):
                _add(target, table, values)


def _add(target: sqlite3.Connection, table: str, values: Mapping[str, object]) -> None:
    """Add a row, which may be of an older schema and so lack columns, unless the row that it makes is not sound."""
    target.execute("SAVEPOINT before_row")
    sound = False
    try:
        added = target.execute(rows.insertion(table, values, otherwise="IGNORE"), values)
        found = target.execute(f"SELECT * FROM {table} WHERE id = ?", (added.lastrowid,)).fetchone()  # noqa: S608
        sound = added.rowcount == 0 or rows.is_sound(table, found)
    finally:
        if not sound:
            target.execute("ROLLBACK TO before_row")
        target.execute("RELEASE before_row")
