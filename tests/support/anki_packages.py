"""What an Anki package made by hand holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing


def collection(notes: Sequence[tuple[str, str]]) -> bytes:
    """The database of a package with these notes: their fields parted by "\\x1f", and their tags."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, flds TEXT NOT NULL, tags TEXT NOT NULL)")
        connection.executemany("INSERT INTO notes (flds, tags) VALUES (?, ?)", notes)
        connection.commit()
        return connection.serialize()
