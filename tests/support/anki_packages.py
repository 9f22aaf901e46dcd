"""Anki packages made by hand, with what the real ones have and with what must be refused."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing


def collection(notes: Sequence[tuple[str, str]]) -> bytes:
    """The database of a package with these notes: their fields parted by "\\x1f", and their tags."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, flds TEXT NOT NULL, tags TEXT NOT NULL)")
        connection.executemany("INSERT INTO notes (flds, tags) VALUES (?, ?)", notes)
        connection.commit()
        return connection.serialize()


def package(files: Mapping[str, bytes]) -> bytes:
    """A zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()
