"""Copies of the database: one a day, ten kept; what a reset set aside; what another machine left beside it."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from purges_quiz.store import disk, schema

KEPT = 10
_DAILY = re.compile(r"answers-[0-9].*\.sqlite3")


def folder_of(path: Path) -> Path:
    """The folder of the copies of the database at `path`."""
    return path.parent / "backups"


def dailies(path: Path) -> list[Path]:
    """The daily copies of the database at `path`, the oldest first."""
    try:
        return sorted(file for file in folder_of(path).iterdir() if _DAILY.fullmatch(file.name))
    except OSError:
        return []


def keep_daily(connection: sqlite3.Connection, path: Path, day: date) -> None:
    """Copy the database at `path` unless that was done on this day, and let go of the oldest copies.

    Raises `disk.DamagedError` for a database that is not whole: its copy would at last take the place of a good one.
    """
    target = folder_of(path) / f"answers-{day.isoformat()}.sqlite3"
    if target.exists():
        return
    disk.check(connection)
    copy(connection, target)
    for old in (*dailies(path)[:-KEPT], *_given_up(path.parent), *_given_up(folder_of(path))):
        old.unlink(missing_ok=True)


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy a database into `target`, which only its owner can read; it gets all of it or is not changed."""
    from tempfile import mkstemp

    target.parent.mkdir(0o700, parents=True, exist_ok=True)
    number, name = mkstemp(disk.UNFINISHED, dir=target.parent)
    os.close(number)
    unfinished = Path(name)
    try:
        with closing(disk.connect(unfinished)) as to:
            disk.copy(connection, to)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _given_up(folder: Path) -> list[Path]:
    """What a power cut, or a kill, left unfinished; files of today may be somebody's at work."""
    yesterday = time.time() - 24 * 60 * 60
    return [file for file in folder.glob(f"*{disk.UNFINISHED}") if file.stat().st_mtime < yesterday]


def newest(path: Path) -> tuple[sqlite3.Connection, Path] | None:
    """The daily copy that holds the most answers, read into memory and brought to the present schema."""
    found: list[tuple[int, sqlite3.Connection, Path]] = []
    for copied in dailies(path):
        held = disk.connect(disk.MEMORY)
        try:
            with closing(disk.connect(copied)) as source:
                disk.copy(source, held)
            schema.migrate(held)
            (last,) = held.execute("SELECT coalesce(max(id), 0) FROM answers").fetchone()
        except (OSError, *disk.DAMAGE):
            held.close()
            continue
        found.append((last, held, copied))
    if not found:
        return None
    _, best, name = max(found, key=lambda each: (each[0], each[2]))
    for _, held, _ in found:
        if held is not best:
            held.close()
    return best, name


def set_aside(path: Path, reason: str) -> Path:
    """Move the database at `path` and its daily copies into a folder named by the reason, and give that folder."""
    numbered = (folder_of(path) / f"before-{reason}-{number}" for number in count(1))
    target = next(each for each in numbered if not each.exists())
    target.mkdir(0o700, parents=True)
    for file in (path, *dailies(path)):
        if file.exists():
            file.rename(target / file.name)
    return target


def free_name(path: Path, reason: str) -> Path:
    """A name that is free among the backups of the database at `path`."""
    numbered = (folder_of(path) / f"{reason}-{number}.sqlite3" for number in count(1))
    return next(each for each in numbered if not each.exists())


_OWN = re.compile(r"\.damaged-\d+$|\.unreadable$")
"""What the game itself adds to the name of a store that it has set aside."""


def copies_beside(path: Path) -> str | None:
    """In a line, that another machine left copies of the store beside it, and what to do about it; None: it did not.

    Dropbox, Nextcloud and OneDrive put whose copy it is into its name, Syncthing a date, iCloud and Google Drive a
    number: "answers (Anna's conflicted copy 2027-03-01).sqlite3", "answers-LAPTOP.sqlite3", "answers 2.sqlite3".
    """
    try:
        found = sorted(
            file
            for file in path.parent.glob(f"{path.stem}*{path.suffix}")
            if file.name != path.name and not _OWN.search(file.stem) and file.is_file()
        )
    except OSError:
        return None
    if not found:
        return None
    import shlex

    named = " and ".join(f'"{file.name}"' for file in found)
    return (
        f"Beside your answers {'is another copy' if len(found) == 1 else 'are other copies'} of them: {named}."
        f" To add what only it has: purges-quiz merge {shlex.quote(str(found[0]))}"
    )
