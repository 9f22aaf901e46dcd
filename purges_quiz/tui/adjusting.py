"""The app as far as the player sets it up: home with what is set, and the settings themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from purges_quiz.session import Game, Home, RoundOptions
from purges_quiz.tui.preferences import Preferences
from purges_quiz.tui.reading import Reading
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.themes import after
from purges_quiz.wording.home import ClockUse
from purges_quiz.wording.settings import unfit


class Adjusting(Reading):
    """Changes what the player has set, remembers it, and goes by it."""

    def __init__(self, game: Game, usual: RoundOptions, preferences: Preferences, *, color: bool) -> None:
        super().__init__(game, usual, color=color)
        self._preferences = preferences
        if preferences.settings.keys:
            self._rebind(preferences.settings.keys)
        self._home = HomeScreen(game.outline.title, self._summary, self._clock_use.value)

    def _rebind(self, wanted: Mapping[str, str]) -> None:
        from purges_quiz.tui.keys import rebound

        found = rebound(wanted)
        self.set_keymap(found.keymap)
        self._preferences.problems = (*self._preferences.problems, *found.problems)

    @property
    def _clock_use(self) -> ClockUse:
        return ClockUse.of(self._usual.clock)

    @property
    def _summary(self) -> Home:
        summary = self._game.home()
        return replace(summary, notice=summary.notice or unfit(len(self._preferences.problems)) or None)

    def _show_home(self) -> None:
        summary = self._summary
        self._home.show(summary, self._clock_use.value, self._game.plan() if summary.exam else None)

    def action_next_theme(self) -> None:
        """Change to the next look, and remember it; without colours there is only one."""
        if not self.no_color:
            self._set("theme", after(self.theme))

    def action_next_clock(self) -> None:
        """Change when a clock runs, and remember whether one does."""
        use = self._clock_use.next
        self._usual = replace(self._usual, clock=use.as_option)
        self._preferences.set("clock", use is not ClockUse.NEVER)
        self._show_home()

    def action_settings(self) -> None:
        """Change the settings."""
        from purges_quiz.tui.screens.settings import SettingsScreen

        screen = SettingsScreen(self._preferences, self._set, self._game.today)
        self.push_screen(screen, lambda _: self._show_home())

    def _set(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its own type
        """Keep a setting, and go by it."""
        self._preferences.set(name, value)
        match name:
            case "theme" if not self.no_color:
                self.theme = value
            case "animation":
                self.animation_level = "full" if value else "none"
            case "clock":
                self._usual = replace(self._usual, clock=None if value else False)
            case "stretch":
                self._usual = replace(self._usual, stretch=value)
            case "questions":
                self._game.questions = value
            case "exam":
                self._game.exam = value
            case _:
                pass
