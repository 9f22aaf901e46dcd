"""Every command of the game on lines, in one table: help and prompts are made from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Command(StrEnum):
    """What the player can ask for; the value is what is typed after a colon."""

    DONT_KNOW = "d"
    AGAIN = "a"
    TIME = "t"
    PAUSE = "p"
    END = "e"
    UNDO = "u"
    OVERRULE = "y"
    OPTIONS = "o"
    LEAVE_OUT = "x"
    FLAG = "f"
    ANOTHER = "n"
    REPLAY = "r"
    MENU = "m"
    BOOK = "b"
    CARDS = "c"
    CLOCK = "k"
    DECKS = "s"
    HELP = "?"
    QUIT = "q"

    @property
    def typed(self) -> str:
        """The command as the player types it."""
        return f":{self.value}"

    @property
    def short(self) -> str:
        """What a prompt says of it."""
        return _COMMANDS[self].short

    @property
    def about(self) -> str:
        """What help says of it."""
        return _COMMANDS[self].about


@dataclass(frozen=True, slots=True)
class _Description:
    short: str
    about: str


_COMMANDS: Mapping[Command, _Description] = MappingProxyType(
    {
        Command.DONT_KNOW: _Description("don't know", "say that you don't know, and be told the answer"),
        Command.AGAIN: _Description("again", "hear again what was asked or said last"),
        Command.TIME: _Description("time", "hear how much time is left"),
        Command.PAUSE: _Description("pause", "stop the clock until you press Enter"),
        Command.END: _Description("end the round", "end the round; what you answered is kept"),
        Command.UNDO: _Description("take back", "take the last answer back, and answer again for practice"),
        Command.OVERRULE: _Description(
            "I was right", "say that you were right; after an exam with the number of the mistake"
        ),
        Command.OPTIONS: _Description("reasons", "hear the reason for every option"),
        Command.LEAVE_OUT: _Description("leave out", "leave a fact out of all rounds, or bring it back"),
        Command.FLAG: _Description("flag", "flag this question as a bad one, or remove the flag"),
        Command.ANOTHER: _Description("another round", "play another round of the same kind"),
        Command.REPLAY: _Description("mistakes again", "play just the mistakes again"),
        Command.MENU: _Description("menu", "go to the menu"),
        Command.BOOK: _Description("mistakes", "hear your mistakes that are open"),
        Command.CARDS: _Description("cards", "read a card"),
        Command.CLOCK: _Description("clock", "choose when a clock runs, until you quit"),
        Command.DECKS: _Description("switch deck", "choose a deck, and hear how far you are in each"),
        Command.HELP: _Description("help", "hear what works here"),
        Command.QUIT: _Description("quit", "quit; everything answered is kept"),
    }
)


_BY_NAME: Mapping[str, Command] = MappingProxyType(
    {command.value: command for command in Command} | {command.name.lower(): command for command in Command}
)
"""Commands by their letter, and by their whole name (":quit")."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the player typed: a command with what follows it, or a text."""

    text: str
    command: Command | None = None


class NoCommandError(ValueError):
    """A line begins with a colon and is no command."""


def line_of(text: str) -> Line:
    """A line as it is meant; raises `NoCommandError` with what to say to the player."""
    if text == Command.HELP.value:
        return Line("", Command.HELP)  # nobody means it as an answer
    if not text.startswith(":"):
        return Line(text)
    match = re.fullmatch(r":\s*(\?|[a-z]+)\s*(\d*)", text.lower())
    command = _BY_NAME.get(match[1]) if match else None
    if match is None or command is None:
        raise NoCommandError(f"There is no command {text}.")
    return Line(match[2], command)


def offered(*commands: Command) -> str:
    """The commands as a prompt names them: ":u take back, :y I was right"."""
    return ", ".join(f"{command.typed} {command.short}" for command in commands)
