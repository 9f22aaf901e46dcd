"""The decks that the player can choose from, the game of each, and the minutes of a day that they share."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from purges_quiz.session.clock import Clock
from purges_quiz.session.game import Game
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import UnreadDeck, find_deck
from purges_quiz.store.settings import Settings

if TYPE_CHECKING:
    from purges_quiz.deck.model import Deck
    from purges_quiz.session.standing import Standing
    from purges_quiz.store.decks import Shelved


class Decks:
    """The shipped deck, the player's own, and the one that was named by its folder."""

    def __init__(  # noqa: PLR0913 -- where decks are, and what the player has set
        self,
        shipped: Path,
        own: Path,
        opened: Path,
        store: AnswerStore,
        settings: Settings,
        *,
        clock: Clock | None = None,
    ) -> None:
        """`opened` is the folder of the deck played first; `settings` are those of the file."""
        self._shipped = shipped.resolve()
        self._own = own
        self._opened = opened.resolve()
        self._store = store
        self._settings = settings
        self._clock = clock
        self._games: dict[str, Game] = {}
        """By the ids of the decks those played so far, whose exams may have been set since."""

    @property
    def several(self) -> bool:
        """Whether there is anything to choose."""
        from purges_quiz.store.decks import own_folders

        return self._opened != self._shipped or bool(own_folders(self._own))

    def standings(self) -> list[Standing]:
        """The decks, and how far the player is in each."""
        from purges_quiz.session.standing import standings

        return standings(self._shelf(), self._store)

    def open(self, folder: Path) -> Game:
        """The game of the deck in this folder. Raises `DeckError`."""
        game = self.game(find_deck(folder))
        game.read()
        return game

    def game(self, deck: Deck | UnreadDeck) -> Game:
        """The game of a deck, with what the player has set for it."""
        kept = self._settings
        game = Game(deck, self._store, self._clock, questions=kept.questions, minutes=kept.minutes)
        deck_id = game.outline.id
        game.exam = self._exam(deck_id)
        if self.several:
            game.minutes_elsewhere = lambda: self._minutes_elsewhere(game)
        self._games[deck_id] = game
        return game

    def _shelf(self) -> tuple[Shelved, ...]:
        from purges_quiz.store.decks import Shelved, shelf

        found = shelf(self._shipped, self._own)
        if any(each.folder.resolve() == self._opened for each in found):
            return found
        return (*found, Shelved(self._opened.name, self._opened, find_deck(self._opened).outline))

    def _exam(self, deck_id: str) -> date | None:
        game = self._games.get(deck_id)
        return game.exam if game else self._settings.exam_in(deck_id)

    @cached_property
    def _others(self) -> dict[str, Game]:
        """By their ids the games of all decks, which are not read for this."""
        return {each.outline.id: Game(find_deck(each.folder), self._store, self._clock) for each in self._shelf()}

    def _minutes_elsewhere(self, game: Game) -> float:
        """The minutes of today that other decks have had, or will have since their exams are nearer."""
        deck_id = game.outline.id
        others = (other for key, other in self._others.items() if key != deck_id)
        return sum(self._minutes_in(other, game) for other in others)

    def _minutes_in(self, other: Game, game: Game) -> float:
        from purges_quiz.progress.workload import basis, minutes_studied, workload

        progress, today = other.store.progress(), game.today
        had = minutes_studied(progress, today)
        exam = self._exam(other.outline.id)
        if exam is None or exam < today or (game.exam is not None and today <= game.exam <= exam):
            return had
        known = basis(progress, today)
        return max(had, workload(known, other.outline.facts, game.questions, exam, game.minutes).minutes)
