"""The decks that a player can choose from: the one that comes with the game, and those in a folder of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from purges_quiz.deck.outline import Outline
from purges_quiz.store.decks import find_deck


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
