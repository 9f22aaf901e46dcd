"""Every command of the game on lines, in one table: help and prompts are made from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Self


class Command(StrEnum):
    """What the player can ask for; the value is what is typed after a colon."""

    short: str
    """What a prompt says of it."""
    about: str
    """What help says of it."""

    def __new__(cls, letter: str, short: str, about: str) -> Self:
        """A command from its row of the table below."""
        command = str.__new__(cls, letter)
        command._value_ = letter
        command.short, command.about = short, about
        return command

    DONT_KNOW = "d", "don't know", "say that you don't know, and be told the answer"
    AGAIN = "a", "again", "hear again what was asked or said last"
    TIME = "t", "time", "hear how much time is left"
    PAUSE = "p", "pause", "stop the clock until you press Enter"
    END = "e", "end the round", "end the round; what you answered is kept"
    UNDO = "u", "take back", "take the last answer back, and answer again for practice"
    OVERRULE = "y", "I was right", "say that you were right; after an exam with the number of the mistake"
    OPTIONS = "o", "reasons", "hear the reason for every option"
    LEAVE_OUT = "x", "leave out", "leave a fact out of all rounds, or bring it back"
    FLAG = "f", "flag", "flag this question as a bad one, or remove the flag"
    ANOTHER = "n", "another round", "play another round of the same kind"
    REPLAY = "r", "mistakes again", "play just the mistakes again"
    MENU = "m", "menu", "go to the menu"
    BOOK = "b", "mistakes", "hear your mistakes that are open"
    CARDS = "c", "cards", "read a card"
    CLOCK = "k", "clock", "choose when a clock runs, until you quit"
    DECKS = "s", "switch deck", "choose a deck, and hear how far you are in each"
    HELP = "?", "help", "hear what works here"
    QUIT = "q", "quit", "quit; everything answered is kept"

    @property
    def typed(self) -> str:
        """The command as the player types it."""
        return f":{self.value}"


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
