"""Settings that the player changes while playing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from purges_quiz.store.settings import Settings


class Remember(Protocol):
    """Keeps settings that the player changed, by their names in the settings file."""

    def __call__(self, **settings: object) -> None:
        """Keep them."""
        ...


def forget(**_settings: object) -> None:
    """Remember nothing."""


class Preferences:
    """What the player has set, and what is wrong with the file of it."""

    def __init__(self, settings: Settings, problems: Sequence[str], remember: Remember) -> None:
        self.settings = settings
        self.problems = problems
        """A line for each thing in the file that is not used."""
        self._remember = remember

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each setting has its own type
        """Change a setting, and remember it."""
        self.settings = replace(self.settings, **{name: value})
        self._remember(**{name: value})
