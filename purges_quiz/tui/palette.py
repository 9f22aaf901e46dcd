"""The command palette, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import ComposeResult, SystemCommand
from textual.command import CommandPalette, SearchIcon
from textual.css.query import NoMatches
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from purges_quiz.tui.commands import COMMANDS, printed
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.wording.glyphs import marks

LEFT_OUT = frozenset({"app.palette", *(command.id for place in ("Lists", "Pages") for command in COMMANDS[place])})
"""Moving about a list or a page needs no palette."""


class Palette(CommandPalette, Topmost[None]):
    """Textual's palette, which fails when it is closed twice, or when a page of it is turned before it is laid out.

    It fails as well when a key, or the search for what was typed, comes while it is taken away, its list first.
    """

    CSS = """
    Palette #--input {
        border: $rule black 50%;
        &.--list-visible {
            border-bottom: none;
        }
    }
    Palette CommandList, Palette LoadingIndicator {
        border-bottom: $rule $border;
    }
    """

    def compose(self) -> ComposeResult:
        """As Textual has it, and what asks for more room."""
        yield from super().compose()
        yield MoreRoom()

    def on_mount(self) -> None:
        """Have a sign before the field that the terminal can show."""
        self.query_one(SearchIcon).icon = marks().search

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError, NoMatches):
            super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        with suppress(NoMatches):
            super()._action_cursor_down()

    async def _dispatch_message(self, message: Message) -> None:
        with suppress(NoMatches):
            await super()._dispatch_message(message)

    def _gather_commands(self, search_value: str) -> Worker[None]:
        search: Worker[None] = super()._gather_commands(search_value)
        search.exit_on_error = False
        return search


def offered(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Every command that works on the screen now, with its key."""
    told = set(LEFT_OUT)
    for key, (node, binding, enabled, about) in screen.active_bindings.items():
        if enabled and binding.id and binding.id not in told:
            told.add(binding.id)
            yield SystemCommand(about, printed(key), partial(screen.app.run_action, binding.action, node))
