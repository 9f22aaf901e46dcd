"""The decks that the player can choose from while playing, and the game of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from purges_quiz.session.game import Game
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import UnreadDeck, find_deck

if TYPE_CHECKING:
    from purges_quiz.session.standing import Standing


class Decks:
    """The shipped deck, the player's own, and the one that was named by its folder."""

    def __init__(
        self, shipped: Path, own: Path, opened: Path, store: AnswerStore, game: Callable[[UnreadDeck], Game]
    ) -> None:
        """`opened` is the folder of the deck played first; `game` makes the game of a deck."""
        self._shipped = shipped
        self._own = own
        self._opened = opened
        self._store = store
        self._game = game

    @property
    def several(self) -> bool:
        """Whether there is anything to choose."""
        from purges_quiz.store.shelf import own_folders

        return self._opened != self._shipped or bool(own_folders(self._own))

    def standings(self) -> list[Standing]:
        """The decks, and how far the player is in each."""
        from purges_quiz.session.standing import standings
        from purges_quiz.store.shelf import Shelved, shelf

        found = shelf(self._shipped, self._own)
        if all(each.folder != self._opened for each in found):
            outline = find_deck(self._opened).outline
            found = (*found, Shelved(self._opened.name, self._opened, outline))
        return standings(found, self._store)

    def open(self, folder: Path) -> Game:
        """The game of the deck in this folder. Raises `DeckError`."""
        game = self._game(find_deck(folder))
        game.read()
        return game
