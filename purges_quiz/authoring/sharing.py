"""A deck from somebody else taken among the player's own, and one of these packed for somebody else.

Of what is in a zip only the cards are read, into memory and up to a limit; nothing is unpacked to where it says.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Container, Mapping
from pathlib import Path, PurePosixPath

from purges_quiz.authoring.folder import new_id, quoted
from purges_quiz.deck.filling import free_key, slug
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck
from purges_quiz.deck.outline import DECK, LARGEST
from purges_quiz.store import decks
from purges_quiz.store.bundle import write_folder

MOST_FILES = 5_000
"""Files that a zip may have."""
LARGEST_DECK = 50_000_000
"""Bytes that the cards of a deck may have together."""
RATIO = 100
"""How many times smaller a file may have been made by compressing it; cards are made 3 to 10 times so."""
SMALL = 100_000
"""Bytes of a file that is harmless however well it was compressed."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date that every packed file has, so that the same deck gives the same zip."""
_ID = re.compile(r"^\s*id\s*=.*$", re.MULTILINE)


class SharingError(Exception):
    """A zip or a folder that cannot be taken, or a deck that cannot be packed: why, in a line."""


def files_of_zip(content: bytes) -> dict[str, bytes]:
    """The files of the deck in a zip, each by its name without a folder.

    They may all be in one folder of the zip. Raises `SharingError` for what is no zip, is made to do harm, or holds
    no deck.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            contents = {_path(entry).name: _content(packed, entry) for entry in _safe(packed.infolist())}
            return decks.named(contents)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, OverflowError, zlib.error) as fault:
        raise SharingError(f"this zip cannot be read: {str(fault).rstrip('.')}") from fault


def _safe(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The entries that are files of a deck. Raises `SharingError` for a zip that is made to do harm."""
    if len(entries) > MOST_FILES:
        raise SharingError(f"this zip has {len(entries):,} files; at most {MOST_FILES:,} are read")
    for entry in entries:
        parts = _path(entry).parts
        if ".." in parts or _path(entry).is_absolute() or ":" in entry.filename.partition("/")[0]:
            raise SharingError(f"this zip is refused: its file {entry.filename[:80]!a} would be written outside of it")
    found = [entry for entry in entries if _is_of_deck(entry)]
    folders = {_path(entry).parent for entry in found}
    if len(folders) > 1:
        raise SharingError("this zip holds cards in more than one folder; add one deck at a time")
    if not found:
        raise SharingError("this zip holds no cards: no file in it ends in .toml")
    size = sum(entry.file_size for entry in found)
    bombs = (entry for entry in found if entry.file_size > max(SMALL, RATIO * entry.compress_size))
    if size > LARGEST_DECK or next(bombs, None):
        raise SharingError(f"this zip is refused: its cards would grow to {size:,} bytes")
    return found


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _is_of_deck(entry: zipfile.ZipInfo) -> bool:
    path = _path(entry)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not (entry.is_dir() or hidden) and decks.is_of_deck(path.name)


def _content(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with packed.open(entry) as file:  # what the zip says of the size need not be true
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise SharingError(f"this zip is refused: its file {entry.filename[:80]!a} has more than {LARGEST:,} bytes")
    return content


def add(files: Mapping[str, bytes], own: Path, taken_ids: Container[str]) -> tuple[Path, Deck, bool]:
    """Write the files of a deck into a new folder of the folder `own`.

    Gives that folder, the deck, and whether it got a new id because another deck has its own. Raises `DeckError` for a
    deck with problems, and OSError where it cannot be written; nothing is left behind then.
    """
    deck = load(files)
    renewed = deck.id in taken_ids
    if renewed:
        files = {**files, DECK: with_id(files.get(DECK, b""), new_id(), deck.title)}
        deck = load(files)
    own.mkdir(parents=True, exist_ok=True)
    folder = own / free_key(slug(deck.title) or "cards", {path.name for path in own.iterdir()})
    write_folder(folder, files)
    return folder, deck, renewed


def with_id(content: bytes, identity: str, title: str) -> bytes:
    """A deck.toml with another id, the rest of it as it is; one that is empty gets the title as well."""
    text = content.decode("utf-8-sig")
    line = f"id = {quoted(identity)}"
    if _ID.search(text):
        return _ID.sub(lambda _: line, text, count=1).encode()
    rest = text if text.strip() else f"title = {quoted(title)}\n"
    return f"{line}\n{rest}".encode()


def packed(folder: Path, name: str) -> bytes:
    """A zip of the files of the deck in a folder, which are in a folder of that name. Raises `SharingError`."""
    found = decks.find_deck(folder)
    if found.faults:
        raise SharingError(f"{folder / next(iter(found.faults))} cannot be read")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for file, content in sorted(found.files.items()):
            entry = zipfile.ZipInfo(f"{name}/{file}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return buffer.getvalue()
