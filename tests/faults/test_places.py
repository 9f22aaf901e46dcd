"""The tests of faults go to every screen there is."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import screen_places
from textual.command import CommandPalette
from textual.screen import Screen

from purges_quiz.tui import screens


def test_no_screen_is_left_out() -> None:
    modules = [import_module(f"{screens.__name__}.{module.name}") for module in iter_modules(screens.__path__)]
    written = {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, Screen)
        and value.__module__ == module.__name__
        and not issubclass(value, CommandPalette)  # Textual's own, which opens over each of them
    }
    assert {place.screen for place in screen_places.PLACES.values()} == written
