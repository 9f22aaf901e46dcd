"""Which screen follows which. It alone knows all screens; they know neither it nor each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.app import App

from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.tui.appearance import apply
from purges_quiz.tui.guards import InputGuard
from purges_quiz.tui.preferences import Preferences
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.wording.figures import CONTRAST, MODE_NAMES
from purges_quiz.wording.home import NOTHING_AT_ALL, NOTHING_TO_ASK
from purges_quiz.wording.settings import unfit

if TYPE_CHECKING:
    from purges_quiz.deck.problems import DeckError
    from purges_quiz.session import Home
    from purges_quiz.session.decks import Decks
    from purges_quiz.session.playing import Session
    from purges_quiz.tui.screens.decks import DecksScreen
    from purges_quiz.tui.screens.play import PlayScreen
    from purges_quiz.tui.screens.results import Next


class _Begun(NamedTuple):
    """A round with what it was begun from."""

    options: RoundOptions
    session: Session
    best_before: int | None
    """The personal best of its mode before it."""
    pair: tuple[str, str] | None = None
    """What it tells apart; None: it is no such round."""

    @property
    def name(self) -> str:
        """What the round is called."""
        return CONTRAST if self.pair else MODE_NAMES[self.options.mode]


Save = Callable[[Game, Collection[str]], str]
"""What writes the questions about some facts into files, and gives a sentence that says where."""
SAVED_IS_SHOWN = 20
"""Seconds that this sentence is shown."""


class Navigation:
    """Opens screens of an app, home lying under all others, and goes on as they were left."""

    def __init__(
        self, app: App[None], game: Game, preferences: Preferences, guard_scale: float, decks: Decks | None
    ) -> None:
        """`guard_scale` is what the times are multiplied by in which a new page takes no keys."""
        self.fault: DeckError | None = None
        """Why the deck cannot be played."""
        self.prepared = False
        """Whether a round can be begun at once, and what takes a moment can be told."""
        self._app = app
        self._game = game
        self._preferences = preferences
        self._guard_scale = guard_scale
        self._decks = decks
        self.home = HomeScreen(game.outline.title, self._summary, preferences.clock_use)

    @property
    def game(self) -> Game:
        """The game of the deck that is played now."""
        return self._game

    def open(self, name: str) -> None:
        """Open the screen of this name, as commands name it."""
        screens: Mapping[str, Callable[[], None]] = {
            "help": self._open_help,
            "settings": self._open_settings,
            "cards": self._open_cards,
            "mistakes": self._open_mistakes,
            "progress": self._open_progress,
            "decks": self._open_decks,
        }
        screens[name]()

    def show_home(self) -> None:
        """Paint on the home screen where the player stands now."""
        self.home.show(self._summary, self._preferences.clock_use)
        self.foretell()

    def foretell(self) -> None:
        """Add on the home screen what is to be expected, as far as it takes no more than a moment."""
        from purges_quiz.session.today import another, expected

        share = expected(self._game) if self._game.exam else None
        self.home.foretell(share, another(self._game) if self.prepared else None)

    def can_play(self) -> bool:
        """Whether the deck can be read; if not, that ends the game."""
        from purges_quiz.deck.problems import DeckError

        try:
            self._game.read()
        except DeckError as fault:
            self.fault = fault
            self._app.exit()
        return self.fault is None

    def change(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its own type
        """Change a setting, and go by it from now on."""
        self._preferences.set(name, value)
        apply(self._app, name, value)

    @property
    def several_decks(self) -> bool:
        """Whether there is a deck to choose."""
        return self._decks is not None and self._decks.several

    def _open_decks(self) -> None:
        if self._decks is None:
            return
        from purges_quiz.tui.screens.decks import DecksScreen

        self._app.push_screen(DecksScreen(self._decks.standings(), self._game.outline.id))

    def choose_deck(self, event: DecksScreen.Chosen) -> bool:
        """Play the deck that was chosen; False, and its screen says why, if it cannot be played."""
        from purges_quiz.deck.problems import DeckError
        from purges_quiz.tui.screens.decks import DecksScreen
        from purges_quiz.wording.decks import faulty

        screen, deck = self._app.screen, event.standing.deck
        if self._decks is None or not isinstance(screen, DecksScreen):
            return False
        try:
            self._game = self._decks.open(deck.folder)
        except DeckError as fault:
            screen.say(faulty(deck.name, len(fault.problems)))
            return False
        self._preferences.play_deck(self._game)
        self.home.rename(self._game.outline.title)
        self.show_home()
        screen.dismiss()
        return True

    @property
    def _summary(self) -> Home:
        summary = self._game.home()
        notice = summary.notice or unfit(len(self._preferences.problems)) or None
        return summary._replace(notice=notice, wanted=self._preferences.options.questions)

    # What there is to read

    def _open_help(self) -> None:
        from purges_quiz.tui.screens.overlays import HelpScreen

        if not isinstance(self._app.screen, HelpScreen):
            active = self._app.screen.active_bindings.values()
            here = dict.fromkeys(each.binding.id for each in active if each.enabled and each.binding.id)
            self._app.push_screen(HelpScreen(here))

    def _open_settings(self) -> None:
        from purges_quiz.tui.screens.settings import SettingsScreen

        screen = SettingsScreen(self._preferences, self.change, self._game.today)
        self._app.push_screen(screen, lambda _: self.show_home())

    def _open_cards(self, highlighted: int = 0) -> None:
        self._choose_card("Cards", self._read_card, highlighted)

    def _choose_card(self, heading: str, then: Callable[[int], None], highlighted: int = 0) -> None:
        if not self.can_play():
            return
        from purges_quiz.session.report import report
        from purges_quiz.tui.screens.cards import CardListScreen

        recall = {card.key: share for card, share in report(self._game).cards}
        cards = [(card, recall.get(card.key)) for card in self._game.deck.cards]
        screen = CardListScreen(cards, heading, highlighted)
        self._app.push_screen(screen, lambda place: None if place is None else then(place))

    def _read_card(self, place: int) -> None:
        from purges_quiz.tui.screens.cards import CardScreen, Left

        def then(left: Left | None) -> None:
            self.show_home()
            if left is not None and left.wants_round:
                self._play_card(left.place)
            elif left is not None:
                self._open_cards(left.place)

        self._app.push_screen(CardScreen(self._game, place), then)

    def _open_mistakes(self) -> None:
        if not self.can_play():
            return
        from purges_quiz.tui.screens.mistakes import MistakesScreen
        from purges_quiz.wording.book import by_card, entries

        found = entries(self._game.store.progress(), self._game.bank, self._game.left_out)
        screen = MistakesScreen(by_card(found, self._game.deck))
        options = self._preferences.options._replace(mode=Mode.MISTAKES)
        self._app.push_screen(screen, lambda wanted: self.play(options) if wanted else None)

    def _open_progress(self) -> None:
        if not self.can_play():
            return
        from purges_quiz.session.report import report
        from purges_quiz.tui.screens.progress import ProgressScreen

        screen = ProgressScreen(report(self._game))
        self._app.push_screen(screen, lambda pair: None if pair is None else self._play_pair(pair))

    # Rounds

    def play_mode(self, mode: Mode) -> None:
        """Begin a round of this kind, as the home screen has it."""
        if self._app.screen is not self.home:
            return
        if mode is Mode.CARD:
            self._choose_card("Which card?", self._play_card)
        else:
            self.play(self._preferences.options._replace(mode=mode))

    def _play_card(self, place: int) -> None:
        card = self._game.deck.cards[place].key
        self.play(self._preferences.options._replace(mode=Mode.CARD, card=card))

    def _play_pair(self, pair: tuple[str, str]) -> None:
        from purges_quiz.session.report import contrast

        options = self._preferences.options._replace(mode=Mode.MISTAKES, again=contrast(self._game, pair))
        self.play(options, pair)

    def play(self, options: RoundOptions, pair: tuple[str, str] | None = None) -> None:
        """Begin a round, and go on as its screens say."""
        if not self.can_play():
            return
        session = self._game.begin(options)
        if session.round.over:
            self.home.say(NOTHING_TO_ASK.get(options.mode, NOTHING_AT_ALL))
        else:
            self._ask(_Begun(options, session, self._game.home().best_score(session.round), pair))

    def _ask(self, begun: _Begun) -> None:
        from purges_quiz.tui.screens.play import PlayScreen
        from purges_quiz.wording.known import Known

        known = Known(self._game.deck, begun.session.before, self._game.today, self._game.exam)
        sides: tuple[tuple[str, str], ...] = ()
        if begun.pair:
            from purges_quiz.wording.progress import sides as sides_of

            sides = sides_of(begun.pair, self._game.deck)
        self._app.clear_notifications()  # none may cover a question
        screen = PlayScreen(begun.session, known, InputGuard(self._guard_scale), begun.name, sides)
        self._app.push_screen(screen, lambda _: self._show_results(begun))

    def _show_results(self, begun: _Begun) -> None:
        from purges_quiz.tui.screens.results import ResultsScreen

        guard = InputGuard(self._guard_scale)
        screen = ResultsScreen(self._game, begun.session, begun.best_before, begun.name, guard)
        self._app.push_screen(screen, partial(self._after_results, begun))

    def _after_results(self, begun: _Begun, wanted: Next | None) -> None:
        from purges_quiz.tui.screens.results import Next

        self._app.clear_notifications()
        self.show_home()
        if wanted is Next.ASK:
            self._ask(begun)
        elif wanted is Next.ANOTHER:
            self.play(begun.options._replace(again=()))
        elif wanted is Next.AGAIN:
            mistakes = tuple(attempt.posed.question.id for attempt in begun.session.round.mistakes)
            self.play(begun.options.of_mistakes(mistakes))

    def say_saved(self, facts: Collection[str], save: Save) -> None:
        """Write the questions about these facts into files, and say where they are."""
        self._app.notify(save(self._game, facts), markup=False, timeout=SAVED_IS_SHOWN)

    def pause(self, event: PlayScreen.PauseWanted) -> None:
        """Pause a round, and end it if the player then wants that."""
        from purges_quiz.tui.screens.overlays import PauseScreen

        if self._app.screen is event.screen:
            screen = PauseScreen(event.round, event.screen.round_name, resumable=event.resumable)
            self._app.push_screen(screen, lambda ends: event.screen.stop() if ends else None)

    def show_reasons(self, event: PlayScreen.ReasonsWanted) -> None:
        """Show every option of a question with its reason."""
        from purges_quiz.tui.screens.overlays import ReasonsScreen
        from purges_quiz.tui.screens.play import PlayScreen

        if isinstance(self._app.screen, PlayScreen):
            self._app.push_screen(ReasonsScreen(event.attempt))
