"""Lines out, lines in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from purges_quiz.plain.commands import Deed, Line, NoCommandError, offered, read

LONGEST = 1000
"""Characters of a line that are taken: more than any answer needs."""
ALWAYS = (Deed.HELP, Deed.QUIT)


class Leave(Exception):  # noqa: N818 -- nothing went wrong
    """The player wants to quit."""


class Talk:
    """What is told to the player, and what the player says."""

    def __init__(self, lines: Iterable[str], write: Callable[[str], None], *, piped: bool) -> None:
        self._lines = iter(lines)
        self._write = write
        self._held: str | None = None
        self.piped = piped
        """Whether the lines come from a file or a program, which does not wait for what is told."""

    def say(self, *lines: str) -> None:
        """Tell some lines."""
        for line in lines:
            self._write("".join(map(_shown, line)) + "\n")

    def hear(self, prompt: str, *deeds: Deed) -> Line:
        """Tell the prompt and give the player's line: a text, or one of the commands that work now.

        Raises EOFError when there are no more lines, and `Leave`.
        """
        while True:
            self.say(prompt)
            try:
                line = read(self._next())
            except NoCommandError as error:
                self.say(f"{error} {offered(Deed.HELP)}.")
                continue
            match line.deed:
                case Deed.QUIT:
                    raise Leave
                case Deed.HELP if Deed.HELP not in deeds:
                    self.help(*deeds)
                case deed if deed is None or deed in deeds:
                    return line
                case deed:
                    self.say(f"{deed.typed} ({deed.short}) does not work here. {offered(Deed.HELP)}.")

    def help(self, *deeds: Deed) -> None:
        """Tell what works now."""
        known = dict.fromkeys((*deeds, *ALWAYS))
        self.say("What works here:", *(f"{deed.typed}  {deed.about}" for deed in known))

    def hold(self, text: str) -> None:
        """Keep a text, to be heard next."""
        self._held = text

    def _next(self) -> str:
        if self._held is not None:
            held, self._held = self._held, None
            return held
        for line in self._lines:
            if len(line.rstrip("\n")) > LONGEST:
                self.say(f"Too long: the first {LONGEST:,} characters were taken.")
            return _understood(line)
        raise EOFError


def _understood(line: str) -> str:
    """A line without what no one types: control characters, a byte order mark, halves of characters."""
    known = line[:LONGEST].removeprefix("\ufeff").encode(errors="replace").decode()
    return "".join(" " if unicodedata.category(each) == "Cc" else each for each in known).strip()


def _shown(character: str) -> str:
    """The character, unless it could move a cursor or change colours."""
    return character if character.isprintable() else " "
