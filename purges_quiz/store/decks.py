"""The decks that a player can choose from, each read from its folder: the shipped one, and those of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from purges_quiz.deck.outline import LARGEST, NOT_CARDS, Outline, outline

if TYPE_CHECKING:
    from purges_quiz.deck.gradual import Pieces
    from purges_quiz.deck.model import Deck
    from purges_quiz.deck.problems import Problem

ENDING = ".toml"


class UnreadDeck(NamedTuple):
    """A deck of which no more than the outline is known so far."""

    outline: Outline
    files: Mapping[str, bytes]
    faults: Mapping[str, OSError]
    """What kept a file from being read, by the file's name."""

    def read(self) -> Deck:
        """The deck.

        Raises `DeckError` with every problem: files that cannot be read as well as what is wrong in them.
        """
        from purges_quiz.deck.gradual import at_once

        return at_once(self.reading())

    def reading(self) -> Pieces[Deck]:
        """The same in short pieces. Raises `DeckError` as `read` does."""
        from purges_quiz.deck.loading import loading
        from purges_quiz.deck.problems import DeckError

        if not self.faults:
            return (yield from loading(self.files))
        problems = [_problem(name, fault) for name, fault in self.faults.items()]
        try:
            yield from loading(self.files)
        except DeckError as error:
            problems += error.problems
        raise DeckError(problems)


def find_deck(folder: Path) -> UnreadDeck:
    """The deck in the TOML files of `folder`, to be read when more is needed than its outline.

    Raises `DeckError` if there is no such folder.
    """
    try:
        names = sorted(path.name for path in folder.iterdir() if is_of_deck(path.name))
    except OSError as fault:
        from purges_quiz.deck.problems import DeckError

        raise DeckError([_problem(str(folder), fault)]) from fault
    found: dict[str, bytes] = {}
    faults: dict[str, OSError] = {}
    for name in names:
        try:
            found[name] = _read(folder / name)
        except OSError as fault:
            faults[name] = fault
    files = named(found)
    return UnreadDeck(outline(files), files, faults)


def read_deck(folder: Path) -> Deck:
    """The deck in the TOML files of `folder`. Raises `DeckError` as `UnreadDeck.read` does."""
    return find_deck(folder).read()


def is_of_deck(name: str) -> bool:
    """Whether a file of that name is one of a deck: no hidden one, as macOS ("._x.toml") and editors leave them."""
    return name.lower().endswith(ENDING) and not name.startswith(".")


def named(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a deck by the names that are known, whatever the ending and deck.toml itself are written like."""
    found: dict[str, bytes] = {}
    for name, content in files.items():
        usual = name[: -len(ENDING)] + ENDING
        usual = usual.lower() if usual.lower() in NOT_CARDS else usual
        found[name if usual != name and usual in {*found, *files} else usual] = content
    return found


def _read(path: Path) -> bytes:
    """The bytes of a file, of one that is too large only so many that `deck.load` notices.

    Raises OSError, also for a pipe or a device, which may never end.
    """
    if not path.is_file() and path.exists():
        raise OSError("is not a file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _problem(place: str, fault: OSError) -> Problem:
    from purges_quiz.deck.problems import Place, Problem

    return Problem(Place(place), f"cannot be read: {fault.strerror or fault}")


class Shelved(NamedTuple):
    """A deck that can be chosen."""

    name: str
    """By which it is called on the command line: that of its folder."""
    folder: Path
    outline: Outline

    def is_called(self, name: str) -> bool:
        """Whether a name is that of this deck, its id or its title, in capitals or not."""
        return name.casefold() in {self.name.casefold(), self.outline.id.casefold(), self.outline.title.casefold()}


def shelf(shipped: Path, own: Path) -> tuple[Shelved, ...]:
    """The deck in the folder `shipped`, then those in folders of the folder `own`, which need not exist, by name.

    Folders without cards that can be read are left out. Raises `DeckError` for a shipped deck that is not there.
    """
    first = find_deck(shipped).outline
    others = (_shelved(folder) for folder in own_folders(own))
    return (Shelved(first.id, shipped, first), *filter(None, others))


def _shelved(folder: Path) -> Shelved | None:
    from purges_quiz.deck.problems import DeckError

    try:
        found = find_deck(folder)
    except DeckError:
        return None
    return Shelved(folder.name, folder, found.outline) if found.files else None


def own_folders(own: Path) -> list[Path]:
    """The folders of the decks in the folder `own`, which need not exist; hidden ones are not finished, or no decks."""
    try:
        with os.scandir(own) as entries:
            return sorted(Path(entry) for entry in entries if entry.is_dir() and not entry.name.startswith("."))
    except OSError:
        return []


def same_id(outline: Outline, folder: Path, shelved: Iterable[Shelved]) -> Shelved | None:
    """Another deck that has the same id as the one in `folder`, but other cards, so that their answers would be mixed.

    A copy that nobody has changed is the same deck.
    """
    for other in shelved:
        if other.outline.id == outline.id and other.outline.checksum != outline.checksum and other.folder != folder:
            return other
    return None
