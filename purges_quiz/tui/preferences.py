"""Settings that the player changes while playing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.settings import Settings
from purges_quiz.wording.home import CLOCK_USE, next_clock

Remember = Callable[..., None]
"""Keeps settings that the player changed, by their names in the settings file."""


def forget(**_settings: object) -> None:
    """Remember nothing."""


class Preferences:
    """What the player has set, what is wrong with the file of it, and what every round has because of it."""

    def __init__(
        self, game: Game, settings: Settings, options: RoundOptions, problems: Sequence[str], remember: Remember
    ) -> None:
        self._whole = settings
        self.options = options
        """What every round has besides its mode."""
        self.problems = tuple(problems)
        """A line for each thing in the file that is not used."""
        self._game = game
        self._remember = remember

    @property
    def settings(self) -> Settings:
        """What is set now; the exam is that of the deck."""
        return replace(self._whole, exam=self._whole.exam_in(self._game.outline.id))

    def play_deck(self, game: Game) -> None:
        """Go by the same settings in the game of another deck."""
        self._game = game
        game.exam, game.questions, game.minutes = self.settings.exam, self._whole.questions, self._whole.minutes
        self.options = self.options._replace(card=None)  # of the deck before

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its own type
        """Change a setting, remember it, and let the next round go by it."""
        if name == "exam":
            self._whole = self._whole.with_exam(self._game.outline.id, value)
            self._remember(exam=self._whole.exam, exams=self._whole.exams)
        else:
            self._whole = replace(self._whole, **{name: value})
            self._remember(**{name: value})
        match name:
            case "clock":
                self.options = self.options._replace(clock=None if value else False)
            case "stretch":
                self.options = self.options._replace(stretch=value)
            case "questions":
                self._game.questions = value
                self.options = self.options._replace(questions=None)  # of the command line
            case "minutes":
                self._game.minutes = value
            case "exam":
                self._game.exam = value
            case _:
                pass

    def next_clock(self) -> None:
        """Change when a clock runs; that it runs for mistakes too holds until the program ends."""
        clock = next_clock(self.options.clock)
        self.set("clock", clock is not False)
        self.options = self.options._replace(clock=clock)

    @property
    def clock_use(self) -> str:
        """When a clock runs, in words."""
        return CLOCK_USE[self.options.clock]
