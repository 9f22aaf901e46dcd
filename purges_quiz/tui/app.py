"""The app: which screen follows which. It alone knows all screens; they know neither it nor each other."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.settings import Settings
from purges_quiz.tui import garbage
from purges_quiz.tui.adjusting import Adjusting
from purges_quiz.tui.colourless import Colourless, settle_colour
from purges_quiz.tui.commands import bindings
from purges_quiz.tui.input_guard import PAINTED, Patience
from purges_quiz.tui.palette import Palette, offered
from purges_quiz.tui.preferences import Preferences, Remember, forget
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.themes import ANSI, DARK, THEMES
from purges_quiz.tui.widgets.more_room import LEAST
from purges_quiz.wording.glyphs import Ascii, marks
from purges_quiz.wording.home import NOTHING_AT_ALL, NOTHING_TO_ASK

if TYPE_CHECKING:
    from purges_quiz.session import Session
    from purges_quiz.tui.screens.play import PlayScreen
    from purges_quiz.tui.screens.results import Next

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Played:
    """A round with what it was begun from."""

    wish: RoundOptions
    session: Session
    best_before: int | None
    """The personal best of its mode before it."""


class PurgesQuiz(Adjusting):
    """The game full screen."""

    TITLE = "purges-quiz"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 -- declared by Textual; home is always there
    BINDINGS = bindings("Everywhere")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (LEAST[0], "-slim"), (80, "-wide")]  # noqa: RUF012 -- declared by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LEAST[1], "-short"), (24, "-high"), (32, "-tall")]  # noqa: RUF012

    def __init__(  # noqa: PLR0913 -- what it plays, and how it looks
        self,
        game: Game,
        *,
        theme: str = DARK.name,
        color: bool = True,
        wish: RoundOptions | None = None,
        usual: RoundOptions | None = None,
        settings: Settings | None = None,
        problems: Sequence[str] = (),
        remember: Remember = forget,
        patience: float = 1,
    ) -> None:
        preferences = Preferences(settings or Settings(theme=theme), problems, remember)
        super().__init__(game, usual or RoundOptions(), preferences, color=color)
        self._wish = wish
        self._patience = patience
        self._last_filters = () if color else (Colourless(),)
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = theme if color else ANSI.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the styles use and Textual's own themes do not know: colours, and the borders that can be shown."""
        return {**DARK.variables, "edge": marks().edge, "frame": marks().frame, "rule": marks().rule}

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
        return self._home

    def on_mount(self) -> None:
        """Begin the round that was asked for on the command line."""
        self.call_after_refresh(self.set_timer, PAINTED, partial(self.run_worker, self._prepare))
        if self._wish is not None:
            self.play(self._wish)

    async def _prepare(self) -> None:
        """Make what a round needs while the player looks at the home screen."""
        garbage.make_room()
        if self._reads():
            for _ in self._game.preparing():
                await asyncio.sleep(0)
            if self._game.exam:
                self._show_home()
        garbage.settle()

    # Rounds

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Begin a round as chosen on the home screen."""
        if self.screen is not self._home:
            return
        if event.mode is Mode.CARD:
            self._list_cards("Which card?", self._play_card)
        else:
            self.play(replace(self._usual, mode=event.mode))

    def play(self, wish: RoundOptions) -> None:
        """Begin a round, and go on as its screens say."""
        if not self._reads():
            return
        session = self._game.begin(wish)
        if session.round.over:
            self._home.say(NOTHING_TO_ASK.get(wish.mode, NOTHING_AT_ALL))
        else:
            self._ask(Played(wish, session, self._best(session)))

    def _ask(self, played: Played) -> None:
        from purges_quiz.tui.screens.play import PlayScreen

        screen = PlayScreen(played.session, self._game.deck.facts, Patience(self._patience))
        self.push_screen(screen, lambda _: self._show_results(played))

    def _show_results(self, played: Played) -> None:
        from purges_quiz.tui.screens.results import ResultsScreen

        screen = ResultsScreen(played.session, played.best_before, self._game.home, Patience(self._patience))
        self.push_screen(screen, partial(self._after_results, played))

    def _after_results(self, played: Played, wanted: Next | None) -> None:
        from purges_quiz.tui.screens.results import Next

        self._show_home()
        if wanted is Next.ASK:
            self._ask(played)
        elif wanted is Next.AGAIN:
            mistakes = tuple(given.posed.question.id for given in played.session.round.mistakes)
            self.play(played.wish.of_mistakes(mistakes))

    def _best(self, session: Session) -> int | None:
        best = self._game.home().bests.get((session.round.mode, session.round.timed))
        return best.result.score if best else None

    def on_play_screen_pause_wanted(self, event: PlayScreen.PauseWanted) -> None:
        """Pause, and end the round if the player then wants that."""
        from purges_quiz.tui.screens.pause import PauseScreen

        if self.screen is event.screen:
            self.push_screen(
                PauseScreen(event.round, resumable=event.resumable), lambda ends: event.screen.stop() if ends else None
            )

    def on_play_screen_reasons_wanted(self, event: PlayScreen.ReasonsWanted) -> None:
        """Show every option with its reason."""
        from purges_quiz.tui.screens.play import PlayScreen
        from purges_quiz.tui.screens.reasons import ReasonsScreen

        if isinstance(self.screen, PlayScreen):
            self.push_screen(ReasonsScreen(event.given))

    # Leaving

    def action_leave(self, code: int) -> None:
        """End the program; everything answered is kept already."""
        self.exit(return_code=code)

    def action_copy_or_leave(self) -> None:
        """Copy what is selected; if nothing is, leave as a program does that is interrupted."""
        selected = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.exit(return_code=INTERRUPTED)

    def _handle_exception(self, error: Exception) -> None:
        """Take no notice of what fails while the game is being left: Textual mounts screens without widgets then."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End with an exception, which `run` raises; Textual would print a page of it."""
        self._close_messages_no_wait()

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open already: on top or below."""
        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=f"Search for commands{marks().more}"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette."""
        return offered(screen)


def run(  # noqa: PLR0913 -- as above, and whether anything moves
    game: Game,
    *,
    theme: str = DARK.name,
    color: bool = True,
    animation: bool = True,
    wish: RoundOptions | None = None,
    usual: RoundOptions | None = None,
    settings: Settings | None = None,
    problems: Sequence[str] = (),
    remember: Remember = forget,
) -> int:
    """Play full screen until the player leaves, and give the exit code.

    `wish` is a round to begin at once; `usual` what a round begun on the home screen has besides its mode;
    `settings` and `problems` are what the file of settings has, `remember` keeps what the player changes of it.
    Raises `DeckError`.
    """
    for told in ("COLUMNS", "LINES"):  # the terminal itself is asked; these stay what they were when it is resized
        os.environ.pop(told, None)
    app = PurgesQuiz(
        game,
        theme=theme,
        color=settle_colour(color),
        wish=wish,
        usual=usual,
        settings=settings,
        problems=problems,
        remember=remember,
    )
    if marks() is Ascii:
        from purges_quiz.tui.scrollbars import use_whole_cells

        use_whole_cells()
    if not animation:
        app.animation_level = "none"
    app.run()
    if app._exception is not None:  # noqa: SLF001 -- Textual has no other way to ask
        raise app._exception  # noqa: SLF001
    if app.fault is not None:
        raise app.fault
    # Nobody left: asyncio itself took an interruption, before the terminal was looked after, and cancelled the app.
    return INTERRUPTED if app.return_code is None else app.return_code
