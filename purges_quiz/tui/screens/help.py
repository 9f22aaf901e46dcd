"""The keys, all of them, as the table of commands has them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from purges_quiz.tui.commands import COMMANDS, Command, bindings, keys_of
from purges_quiz.tui.safe_screen import Topmost
from purges_quiz.tui.widgets.hanging import Hanging
from purges_quiz.tui.widgets.key_bar import KeyBar
from purges_quiz.tui.widgets.more_room import MoreRoom
from purges_quiz.tui.widgets.page import Page

KEYS_WIDTH = 18
OTHERS = (
    "For other keys write lines below [keys] at the end of settings.toml, with the names that stand here last: "
    'home.mistakes = "b"'
)


class HelpScreen(Topmost[None]):
    """Every key with what it does, by the place where it works."""

    CSS_PATH = "help.tcss"
    BINDINGS = bindings("Pages and lists")

    def compose(self) -> ComposeResult:
        """A heading for each place, a line for each command."""
        lines = [Static("Keys", classes="title", markup=False), Static(OTHERS, classes="quiet", markup=False)]
        for place, commands in COMMANDS.items():
            lines.append(Static(place, classes="place", markup=False))
            lines.extend(Static(_line(command, keys_of(self, command.id))) for command in commands)
        yield Page(*lines)
        yield KeyBar()
        yield MoreRoom()

    def action_back(self) -> None:
        """Go back to where help was asked for."""
        self.dismiss()


def _line(command: Command, keys: Iterable[str]) -> Hanging:
    lead = Content.styled("  ".join(keys).ljust(KEYS_WIDTH - 1) + " ", "$accent")
    return Hanging(lead, Content.assemble(command.about, (f"   {command.id}", "$quiet")))
