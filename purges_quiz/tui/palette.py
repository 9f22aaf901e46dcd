"""The command palette, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import ComposeResult, SystemCommand
from textual.command import SearchIcon
from textual.screen import Screen

from purges_quiz.tui.commands import COMMANDS, printed
from purges_quiz.tui.guards import SafeScreen
from purges_quiz.tui.terminal.private import SafePalette
from purges_quiz.tui.widgets.page import MoreRoom
from purges_quiz.wording.glyphs import glyphs

LEFT_OUT = frozenset({"app.palette", *(command.id for place in ("Lists", "Pages") for command in COMMANDS[place])})
"""Moving about a list or a page needs no palette."""


class Palette(SafePalette, SafeScreen[None]):
    """The palette, with borders and a sign that the terminal can show. Closed twice it does nothing the second time."""

    CSS = """
    Palette #--input {
        border: $rule black 50%;
        &.--list-visible {
            border-bottom: none;
        }
    }
    Palette CommandList, Palette LoadingIndicator {
        border-bottom: $rule $faint;
    }
    Palette > Vertical {
        width: 100%;
        max-width: 90;
    }
    Palette #--input, Palette CommandList {
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-color: $faint;
        scrollbar-background: $surface;
    }
    Palette CommandList > .option-list--option-highlighted {
        background: $panel;
    }
    """

    def compose(self) -> ComposeResult:
        """As Textual has it, and what asks for more room."""
        yield from super().compose()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Have a sign before the field that the terminal can show."""
        self.query_one(SearchIcon).icon = glyphs().search


def offered(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Every command that works on the screen now, with its key."""
    listed = set(LEFT_OUT)
    for key, (node, binding, enabled, about) in screen.active_bindings.items():
        if enabled and binding.id and binding.id not in listed:
            listed.add(binding.id)
            yield SystemCommand(about, printed(key), partial(screen.app.run_action, binding.action, node))
