"""Every command of the game on lines, in one table: help and prompts are made from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Deed(StrEnum):
    """What a command does; the value is what is typed after the colon."""

    DONT_KNOW = "d"
    AGAIN = "a"
    TIME = "t"
    PAUSE = "p"
    END = "e"
    UNDO = "u"
    OVERRULE = "y"
    OPTIONS = "o"
    REPLAY = "r"
    MENU = "m"
    BOOK = "b"
    CARDS = "c"
    CLOCK = "k"
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
class _Command:
    short: str
    about: str


_COMMANDS: Mapping[Deed, _Command] = MappingProxyType(
    {
        Deed.DONT_KNOW: _Command("don't know", "say that you don't know, and be told the answer"),
        Deed.AGAIN: _Command("again", "hear again what was asked or said last"),
        Deed.TIME: _Command("time", "hear how much time is left"),
        Deed.PAUSE: _Command("pause", "stop the clock until you press Enter"),
        Deed.END: _Command("end the round", "end the round; what you answered is kept"),
        Deed.UNDO: _Command("take back", "take the last answer back, and answer again for practice"),
        Deed.OVERRULE: _Command("I was right", "say that you were right; after an exam with the number of the mistake"),
        Deed.OPTIONS: _Command("options", "hear every option with its reason"),
        Deed.REPLAY: _Command("mistakes again", "play just the mistakes again"),
        Deed.MENU: _Command("menu", "go to the menu"),
        Deed.BOOK: _Command("mistakes book", "hear what went wrong and is not mended yet"),
        Deed.CARDS: _Command("cards", "read a card"),
        Deed.CLOCK: _Command("clock", "choose when a clock runs, until you quit"),
        Deed.HELP: _Command("help", "hear what works here"),
        Deed.QUIT: _Command("quit", "quit; everything answered is kept"),
    }
)


_BY_NAME: Mapping[str, Deed] = MappingProxyType(
    {deed.value: deed for deed in Deed} | {deed.name.lower(): deed for deed in Deed}
)
"""Commands by their letter, and by their whole name (":quit")."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the player typed: a command with what follows it, or a text."""

    text: str
    deed: Deed | None = None


class NoCommandError(ValueError):
    """A line begins with a colon and is no command."""


def read(text: str) -> Line:
    """A line as it is meant; raises `NoCommandError` with what to tell the player."""
    if not text.startswith(":"):
        return Line(text)
    match = re.fullmatch(r":\s*(\?|[a-z]+)\s*(\d*)", text.lower())
    deed = _BY_NAME.get(match[1]) if match else None
    if match is None or deed is None:
        raise NoCommandError(f"There is no command {text}.")
    return Line(match[2], deed)


def offered(*deeds: Deed) -> str:
    """The commands as a prompt names them: ":u take back, :y I was right"."""
    return ", ".join(f"{deed.typed} {deed.short}" for deed in deeds)
