"""The keys, all of them, as the table of commands has them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.tui.commands import COMMANDS, Command, bindings, printed
from purges_quiz.tui.topmost import Topmost
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page

KEYS_WIDTH = 18


class HelpScreen(Topmost[None]):
    """Every key with what it does, by the place where it works."""

    CSS_PATH = "help.tcss"
    BINDINGS = bindings("Pages and lists")

    def compose(self) -> ComposeResult:
        """A heading for each place, a line for each command."""
        lines = [Static("Keys", classes="title", markup=False)]
        for place, commands in COMMANDS.items():
            lines.append(Static(place, classes="place", markup=False))
            lines.extend(Static(_line(command)) for command in commands)
        yield Page(*lines)
        yield KeyBar()
        yield MoreRoom()

    def action_back(self) -> None:
        """Go back to where help was asked for."""
        self.dismiss()


def _line(command: Command) -> Hanging:
    keys = "  ".join(printed(key) for key in command.keys.split(","))
    return Hanging(Content.styled(f"{keys:<{KEYS_WIDTH}}", "$accent"), Content(command.about))
