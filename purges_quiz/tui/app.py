"""The game full screen: Textual's app with the game's keys, themes and terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from purges_quiz.exits import Exit
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.settings import Settings
from purges_quiz.tui import speed
from purges_quiz.tui.appearance import ANSI, DARK, THEMES, Colourless, settle_colour, use_whole_cells
from purges_quiz.tui.commands import bindings, character_of
from purges_quiz.tui.layouts import meanings
from purges_quiz.tui.navigation import Navigation, Save
from purges_quiz.tui.preferences import Preferences, Remember, forget
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.terminal.private import SafeApp, key_of
from purges_quiz.tui.widgets.page import BROAD, LEAST
from purges_quiz.wording.glyphs import Ascii, glyphs
from purges_quiz.wording.settings import after

if TYPE_CHECKING:
    from purges_quiz.deck.problems import DeckError
    from purges_quiz.session.decks import Decks
    from purges_quiz.tui.screens.decks import DecksScreen
    from purges_quiz.tui.screens.play import PlayScreen
    from purges_quiz.tui.widgets.page import SaveWanted


class PurgesQuiz(SafeApp):
    """The game full screen."""

    TITLE = "purges-quiz"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 -- declared by Textual; home is always there
    BINDINGS = bindings("Everywhere")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (LEAST[0], "-slim"), (80, "-wide"), (BROAD, "-broad")]  # noqa: RUF012 -- declared by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST[1], "-short"), (24, "-high"), (32, "-tall"), (40, "-huge")]  # noqa: RUF012

    def __init__(  # noqa: PLR0913 -- what it plays, and how it looks
        self,
        game: Game,
        *,
        theme: str = DARK.name,
        color: bool = True,
        at_once: RoundOptions | None = None,
        usual: RoundOptions | None = None,
        settings: Settings | None = None,
        problems: Sequence[str] = (),
        remember: Remember = forget,
        decks: Decks | None = None,
        save: Save | None = None,
        guard_scale: float = 1,
    ) -> None:
        """As for `run`; `guard_scale` multiplies the times in which a new page takes no keys."""
        self.set_reactive(App.theme, theme if color else ANSI.name)  # assigned later, all styles are parsed twice: 8 ms
        super().__init__(ansi_color=None if color else True)
        self._at_once = at_once
        self._save = save
        settings = settings or Settings(theme=theme)
        problems = (*problems, *self._rebind(settings))
        self._preferences = Preferences(game, settings, usual or RoundOptions(), problems, remember)
        self._navigation = Navigation(self, game, self._preferences, guard_scale, decks)
        self._last_filters = () if color else (Colourless(),)
        for known in THEMES.values():
            self.register_theme(known)

    def _rebind(self, settings: Settings) -> tuple[str, ...]:
        """Use the player's own keys; a line for each that cannot be used."""
        if not settings.keys:
            return ()
        from purges_quiz.tui.keys import rebound

        found = rebound(settings.keys)
        self.set_keymap(found.keymap)
        return found.problems

    @property
    def fault(self) -> DeckError | None:
        """Why the deck cannot be played, if that ended the game."""
        return self._navigation.fault

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; the first one is asked for before themes can be registered."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the styles use and Textual's own themes do not know: colours, and the borders that can be shown."""
        return {**DARK.variables, "edge": glyphs().edge, "frame": glyphs().frame, "rule": glyphs().rule}

    def get_driver_class(self) -> type[Driver]:
        """The terminal of this system."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from purges_quiz.tui.terminal.driver import Terminal

        return Terminal

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line before it is written."""
        return [*super().get_line_filters(), *self._last_filters]

    def get_default_screen(self) -> Screen[Any]:
        """The home screen lies under all others."""
        return self._navigation.home

    def on_mount(self) -> None:
        """Begin the round that was asked for on the command line."""
        self.call_after_refresh(self.set_timer, speed.PAINTED, partial(self.run_worker, self._prepare))
        if self._at_once is not None:
            self.play(self._at_once)

    def play(self, options: RoundOptions) -> None:
        """Begin a round, and go on as its screens say."""
        self._navigation.play(options)

    async def _prepare(self) -> None:
        if self._navigation.can_play():
            self._navigation.foretell()
            await speed.prepare(self._navigation.game)
            self._navigation.prepared = True
            self._navigation.foretell()
        speed.settle_garbage()

    # What screens ask for

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Begin a round as chosen on the home screen."""
        self._navigation.play_mode(event.mode)

    def on_save_wanted(self, event: SaveWanted) -> None:
        """Save the questions about some facts."""
        if self._save is not None:
            self._navigation.say_saved(event.facts, self._save)

    def on_decks_screen_chosen(self, event: DecksScreen.Chosen) -> None:
        """Play another deck."""
        if self._navigation.choose_deck(event):
            self.run_worker(self._prepare())

    def on_play_screen_pause_wanted(self, event: PlayScreen.PauseWanted) -> None:
        """Pause the round."""
        self._navigation.pause(event)

    def on_play_screen_reasons_wanted(self, event: PlayScreen.ReasonsWanted) -> None:
        """Show every option with its reason."""
        self._navigation.show_reasons(event)

    # What keys ask for

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Decks are to be chosen only where there are several."""
        if action == "open" and parameters == ("decks",):
            return self._navigation.several_decks
        return super().check_action(action, parameters)

    def action_open(self, name: str) -> None:
        """Open a screen by its name."""
        self._navigation.open(name)

    def action_next_theme(self) -> None:
        """Change to the next theme, and remember it; without colours there is only one."""
        if not self.no_color:
            self._navigation.change("theme", after("theme", self.theme, 1))

    def action_next_clock(self) -> None:
        """Change when a clock runs, and remember whether one does."""
        self._preferences.next_clock()
        self._navigation.show_home()

    def action_leave(self, code: int) -> None:
        """End the program; everything answered is kept already."""
        self.exit(return_code=code)

    def action_copy_or_leave(self) -> None:
        """Copy what is selected; if nothing is, leave as a program does that is interrupted."""
        selected = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.exit(return_code=Exit.INTERRUPTED)

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open already: on top or below."""
        from purges_quiz.tui.screens.overlays import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=f"Search for commands{glyphs().more}"))

    def keys_meant(self, key: str) -> Iterator[str]:
        """The keys that may be meant by one whose character is no command: by a capital, a wide or a Russian letter."""
        if (character := character_of(key)) is not None:
            yield from map(key_of, meanings(character))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette."""
        from purges_quiz.tui.screens.overlays import offered

        return offered(screen)


def run(  # noqa: PLR0913 -- as above, and whether anything moves
    game: Game,
    *,
    theme: str = DARK.name,
    color: bool = True,
    animation: bool = True,
    at_once: RoundOptions | None = None,
    usual: RoundOptions | None = None,
    settings: Settings | None = None,
    problems: Sequence[str] = (),
    remember: Remember = forget,
    decks: Decks | None = None,
    save: Save | None = None,
) -> int:
    """Play full screen until the player leaves, and give the exit code.

    `at_once` is a round to begin with; `usual` what a round begun on the home screen has besides its mode;
    `settings` and `problems` are what the file of settings has, `remember` keeps what the player changes of it;
    `decks` are those that can be chosen from, `save` writes questions into files.
    Raises `DeckError`.
    """
    for name in ("COLUMNS", "LINES"):  # the terminal itself is asked; these stay what they were when it is resized
        os.environ.pop(name, None)
    app = PurgesQuiz(
        game,
        theme=theme,
        color=settle_colour(color),
        at_once=at_once,
        usual=usual,
        settings=settings,
        problems=problems,
        remember=remember,
        decks=decks,
        save=save,
    )
    if glyphs() is Ascii:
        use_whole_cells()
    if not animation:
        app.animation_level = "none"
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.fault is not None:
        raise app.fault
    # Nobody left: asyncio itself took an interruption, before the terminal was looked after, and cancelled the app.
    return Exit.INTERRUPTED if app.return_code is None else app.return_code
