"""Lines out, lines in, and every command that a line can be: help and prompts are made from one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap
from types import MappingProxyType
from typing import Self

from purges_quiz.wording.answers import LONGEST_ANSWER, TOO_LONG, one_line


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


ALWAYS = (Command.HELP, Command.QUIT)


class Leave(Exception):  # noqa: N818 -- nothing went wrong
    """The player wants to quit."""


def no_width() -> None:
    """Lines have any length."""


class Console:
    """Where the player reads and types."""

    def __init__(
        self,
        lines: Iterable[str],
        write: Callable[[str], None],
        *,
        piped: bool,
        width: Callable[[], int | None] = no_width,
    ) -> None:
        """`width` gives the columns in which lines are to be wrapped; None: they are left as they are."""
        self._lines = iter(lines)
        self._write = write
        self._width = width
        self._ahead: str | None = None
        self.piped = piped
        """Whether the lines come from a file or a program, which does not wait for what is said."""

    def say(self, *lines: str) -> None:
        """Write some lines."""
        width = self._width()
        for line in lines:
            shown = "".join(map(_printable, line))
            for part in (wrap(shown, width, break_on_hyphens=False) if width else ()) or (shown,):
                self._write(f"{part}\n")

    def read(self, prompt: str, *commands: Command) -> Line:
        """Write the prompt and give the player's line: a text, or one of the commands that work now.

        Raises EOFError when there are no more lines, and `Leave`.
        """
        while True:
            self.say(prompt)
            try:
                line = line_of(self._next())
            except NoCommandError as error:
                self.say(f"{error} {offered(Command.HELP)}.")
                continue
            match line.command:
                case Command.QUIT:
                    raise Leave
                case Command.HELP if Command.HELP not in commands:
                    self.help(*commands)
                case command if command is None or command in commands:
                    return line
                case command:
                    self.say(f"{command.typed} ({command.short}) does not work here. {offered(Command.HELP)}.")

    def help(self, *commands: Command) -> None:
        """Say what works now."""
        known = dict.fromkeys((*commands, *ALWAYS))
        self.say("What works here:", *(f"{command.typed}  {command.about}" for command in known))

    def read_next(self, text: str) -> None:
        """Keep a text, to be read next."""
        self._ahead = text

    def _next(self) -> str:
        if self._ahead is not None:
            ahead, self._ahead = self._ahead, None
            return ahead
        for line in self._lines:
            if len(line.rstrip("\n")) > LONGEST_ANSWER:
                self.say(TOO_LONG)
            return _without_controls(line)
        raise EOFError


def _without_controls(line: str) -> str:
    """A line without what no one types: control and format characters, a byte order mark, halves of characters."""
    return one_line(line[:LONGEST_ANSWER].encode(errors="replace").decode())


def _printable(character: str) -> str:
    """The character, unless it could move a cursor or change colours."""
    return character if character.isprintable() else " "
