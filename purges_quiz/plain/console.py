"""Lines out, lines in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import wrap

from purges_quiz.plain.commands import Command, Line, NoCommandError, line_of, offered
from purges_quiz.wording.answers import LONGEST_ANSWER, TOO_LONG, one_line

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
