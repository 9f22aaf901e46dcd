"""Anki's packages: a zip with an SQLite database of notes, in new ones compressed by zstandard.

Nothing is unpacked to disk: the database is read into memory, up to a limit, and opened there.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from purges_quiz.authoring.cards.anki_text import note
from purges_quiz.authoring.cards.card import Card, CardsError, Parsed, Unread

LARGEST = 256_000_000
"""Bytes that the database of a package may have."""
ENTRIES = 100_000
RATIO = 200
"""How many times smaller a file may have been made by compressing it; a database of notes is made 3 to 20 times so."""
STEPS = 50_000_000
"""Instructions of SQLite after which a database is taken not to be Anki's."""
_NEW, _MIDDLE, _OLD = "collection.anki21b", "collection.anki21", "collection.anki2"
_BROKEN = "this package cannot be read: {}; export it from Anki again"


def cards(content: bytes) -> Parsed:
    """Each note's card, counted from 1. Raises `CardsError` for what is no package or must not be read."""
    return _notes(_database(content))


def names(content: bytes) -> frozenset[str]:
    """The names of what is in a zip. Raises `CardsError` if it is none, or is made to do harm."""
    with _opened(content) as package:
        return frozenset(package.namelist())


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as fault:
        raise CardsError(_BROKEN.format(str(fault).rstrip("."))) from fault
    entries = package.infolist()
    if len(entries) > ENTRIES:
        raise CardsError(f"this package has {len(entries):,} files; at most {ENTRIES:,} are read")
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise CardsError(
                f"this package is refused: its file {entry.filename[:80]!a} would be written outside of it"
            )
    return package


def _database(content: bytes) -> bytes:
    with _opened(content) as package:
        inside = {entry.filename: entry for entry in package.infolist()}
        name = next((name for name in (_NEW, _MIDDLE, _OLD) if name in inside), None)
        if name is None:
            raise CardsError("this zip is no Anki package: it has no collection; in Anki choose File, Export")
        entry = inside[name]
        if entry.file_size > LARGEST or entry.file_size > RATIO * max(entry.compress_size, 1000):
            raise CardsError(f"this package is refused: its collection would grow to {entry.file_size:,} bytes")
        try:
            with package.open(entry) as file:
                return _decompressed(file) if name == _NEW else _bounded(file)
        except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, zlib.error) as fault:
            if isinstance(fault, CardsError):
                raise
            raise CardsError(_BROKEN.format(str(fault).rstrip("."))) from fault


def _decompressed(file: IO[bytes]) -> bytes:
    try:
        import zstandard
    except ModuleNotFoundError as fault:
        raise CardsError(
            "this package is of a new Anki and needs zstandard: pip install 'purges-quiz[anki]', or in Anki export "
            'with "Support older Anki versions", or as "Notes in Plain Text"'
        ) from fault
    try:
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(file) as stream:
            return _bounded(stream)
    except zstandard.ZstdError as fault:
        raise CardsError(_BROKEN.format(fault)) from fault


def _bounded(stream: IO[bytes]) -> bytes:
    """All of it. Raises `CardsError` as soon as it is more than may be."""
    pieces, size = [], 0
    while piece := stream.read(1 << 20):
        size += len(piece)
        if size > LARGEST:
            raise CardsError(f"this package is refused: its collection grows to more than {LARGEST:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _notes(database: bytes) -> Iterator[Card | Unread]:
    if not database.startswith(b"SQLite format 3\0"):
        raise CardsError(_BROKEN.format("its collection is no database"))
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_without_wal(database))
        connection.set_progress_handler(lambda: 1, STEPS)
        kind = connection.execute("SELECT type FROM sqlite_master WHERE name = 'notes'").fetchone()
        if kind != ("table",):
            raise CardsError(_BROKEN.format("its collection has no notes"))
        for number, (fields, tags) in enumerate(
            connection.execute("SELECT flds, tags FROM notes ORDER BY id"), start=1
        ):
            if isinstance(fields, str):
                yield note(fields.split("\x1f"), number, tuple(tags.split()) if isinstance(tags, str) else ())
            else:
                yield Unread(number, "the note has no text")
    except sqlite3.Error as fault:
        raise CardsError(_BROKEN.format(fault)) from fault
    finally:
        connection.close()


def _without_wal(database: bytes) -> bytes:
    """The database, marked as one that has no write-ahead log: in memory it cannot have one."""
    return database[:18] + b"\1\1" + database[20:]
