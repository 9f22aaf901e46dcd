"""The app as far as one reads in it: cards, mistakes book, progress, keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App

from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions

if TYPE_CHECKING:
    from purges_quiz.deck import DeckError


class Reading(App[None]):
    """Opens what there is to read in a game, and plays what is chosen there."""

    def __init__(self, game: Game, usual: RoundOptions, *, color: bool) -> None:
        super().__init__(ansi_color=None if color else True)
        self._game = game
        self._usual = usual
        """What every round has besides its mode."""
        self.fault: DeckError | None = None
        """Why the deck cannot be played."""

    @abstractmethod
    def play(self, wish: RoundOptions) -> None:
        """Begin a round, and go on as its screens say."""

    def action_cards(self) -> None:
        """Read the cards."""
        self._list_cards("Cards", self._read_card)

    def _list_cards(self, heading: str, then: Callable[[int], None], marked: int = 0) -> None:
        if not self._reads():
            return
        from purges_quiz.session.report import report
        from purges_quiz.tui.screens.card_list import CardListScreen

        screen = CardListScreen(report(self._game).cards, heading, marked)
        self.push_screen(screen, lambda place: None if place is None else then(place))

    def _read_card(self, place: int) -> None:
        from purges_quiz.session.report import report
        from purges_quiz.tui.screens.card import CardScreen, Left

        def then(left: Left | None) -> None:
            if left is not None and left.wants_round:
                self._play_card(left.place)
            elif left is not None:
                self._list_cards("Cards", self._read_card, left.place)

        self.push_screen(CardScreen(report(self._game), place), then)

    def _play_card(self, place: int) -> None:
        self.play(replace(self._usual, mode=Mode.CARD, card=self._game.deck.cards[place].key))

    def action_mistakes(self) -> None:
        """Open the mistakes book."""
        if not self._reads():
            return
        from purges_quiz.tui.screens.mistakes import MistakesScreen
        from purges_quiz.wording.book import entries

        found = entries(self._game.store.progress(), self._game.bank)
        usual = replace(self._usual, mode=Mode.MISTAKES)
        self.push_screen(MistakesScreen(found), lambda wanted: self.play(usual) if wanted else None)

    def action_progress(self) -> None:
        """See what is known."""
        if not self._reads():
            return
        from purges_quiz.session.report import report
        from purges_quiz.tui.screens.progress import ProgressScreen

        screen = ProgressScreen(report(self._game))
        self.push_screen(screen, lambda pair: None if pair is None else self._contrast(pair))

    def _contrast(self, pair: tuple[str, str]) -> None:
        from purges_quiz.session.report import contrast

        self.play(replace(self._usual, mode=Mode.MISTAKES, again=contrast(self._game, pair)))

    def action_help(self) -> None:
        """Show the keys."""
        from purges_quiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def _reads(self) -> bool:
        """Whether the deck can be read; if not, that ends the game."""
        from purges_quiz.deck import DeckError

        try:
            self._game.read()
        except DeckError as fault:
            self.fault = fault
            self.exit()
        return self.fault is None
