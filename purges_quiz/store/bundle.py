"""All of a player's files in one: a zip with the answers, the settings and the player's own decks."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from purges_quiz.store import disk, schema
from purges_quiz.store.decks import is_of_deck, named

ANSWERS, SETTINGS, DECKS = "answers.sqlite3", "settings.toml", "decks"
LARGEST = 512_000_000
"""Bytes that are read of any one file, more than a player answers in a life."""
LARGEST_TEXT = 1_000_000
MOST_FILES = 100_000
RATIO = 200
"""How many times smaller a file may have been made by compressing it; answers are made 3 to 10 times so."""
SMALL = 1_000_000
"""Bytes of a file that is harmless however well it was compressed."""
_DATABASE = b"SQLite format 3\0"


class BundleError(Exception):
    """A file that is no backup, or that must not be read: why, in a line."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a backup holds."""

    answers: bytes | None
    """A database file."""
    settings: bytes | None = None
    decks: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    """For each of the player's own decks, by the name of its folder, its files by their names."""


def written(bundle: Bundle) -> bytes:
    """The bytes of the zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in ((ANSWERS, bundle.answers), (SETTINGS, bundle.settings)):
            if content is not None:
                target.writestr(name, content)
        for deck, files in bundle.decks.items():
            for name, content in files.items():
                target.writestr(f"{DECKS}/{deck}/{name}", content)
    return buffer.getvalue()


def write(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file: all of it or nothing. Raises OSError, and FileExistsError for one that it may not replace."""
    if path.exists() and not replace:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    number, name = tempfile.mkstemp(disk.UNFINISHED, dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            unfinished.replace(path)
        else:
            disk.link(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet, with its files: all of it or nothing. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, content in files.items():
            (waiting / name).write_bytes(content)
        waiting.chmod(0o755)
        waiting.rename(folder)
    except OSError:
        shutil.rmtree(waiting, ignore_errors=True)
        raise


def read(path: Path) -> Bundle:
    """What a backup holds, or a bare database of answers. Raises `BundleError`, and OSError."""
    if path.exists() and not path.is_file():
        raise BundleError("is not a file")
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise BundleError(f"has more than {LARGEST:,} bytes")
    return Bundle(content) if content.startswith(_DATABASE) else _unpacked(content)


def opened(answers: bytes) -> sqlite3.Connection:
    """The answers of a backup in memory, in the present schema. Raises `BundleError`."""
    held = disk.connect(disk.MEMORY)
    try:
        held.deserialize(answers)
        _bring_up_to_date(held)
    except (disk.DamagedError, sqlite3.Error) as fault:
        held.close()
        raise BundleError(f"its answers are damaged: {disk.reason(fault)}") from fault
    except BundleError:
        held.close()
        raise
    return held


def _bring_up_to_date(held: sqlite3.Connection) -> None:
    version = schema.version(held)
    if version > schema.VERSION:
        raise BundleError("its answers were written by a later version of purges-quiz; install that version")
    if version == 0:
        raise BundleError("holds no answers of this game")
    disk.check(held)
    with disk.transaction(held):
        schema.migrate(held)
        held.execute("UPDATE profile SET playing = 0")  # whoever was playing there is not here


def _unpacked(content: bytes) -> Bundle:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _bundle(packed)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, OverflowError, zlib.error) as fault:
        raise BundleError("is neither a backup that purges-quiz wrote nor a database of answers") from fault


def _bundle(packed: zipfile.ZipFile) -> Bundle:
    entries = packed.infolist()
    if len(entries) > MOST_FILES:
        raise BundleError(f"is refused: it has {len(entries):,} files")
    found: dict[str, bytes] = {}
    decks: dict[str, dict[str, bytes]] = {}
    for entry in entries:
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        if ".." in parts or (parts and (parts[0] == "/" or ":" in parts[0])):
            raise BundleError(f"is refused: its file {entry.filename[:80]!a} would be written outside of its place")
        match parts:
            case (name,) if name in {ANSWERS, SETTINGS}:
                found[name] = _content(packed, entry, LARGEST if name == ANSWERS else LARGEST_TEXT)
            case (folder, deck, name) if folder == DECKS and is_of_deck(name) and not deck.startswith("."):
                decks.setdefault(deck, {})[name] = _content(packed, entry, LARGEST_TEXT)
            case _:
                pass
    if not found and not decks:
        raise BundleError("holds no answers, settings or decks")
    return Bundle(found.get(ANSWERS), found.get(SETTINGS), {deck: named(files) for deck, files in decks.items()})


def _content(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    if entry.file_size > max(SMALL, RATIO * entry.compress_size) or entry.file_size > most:
        raise BundleError(f"is refused: its file {entry.filename[:80]!a} would grow to {entry.file_size:,} bytes")
    with packed.open(entry) as file:  # what the zip says of the size need not be true
        content = file.read(most + 1)
    if len(content) > most:
        raise BundleError(f"is refused: its file {entry.filename[:80]!a} has more than {most:,} bytes")
    return content
