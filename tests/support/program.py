"""The program under test as its user has it: a process with a home folder of its own.

It is `purges-quiz` of this interpreter, or what PURGES_QUIZ_COMMAND names.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from pseudo_terminal import Terminal

COMMAND = os.environ.get("PURGES_QUIZ_COMMAND", str(Path(sys.executable).with_name("purges-quiz")))
SEED = "1937"
READING = 0.3
"""Seconds that the player looks at feedback; the key that answered does nothing for a quarter of a second."""
LEFT_OUT = {"NO_COLOR", "PURGES_QUIZ_HOME", "COLORTERM", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "TEXTUAL_ANIMATIONS"}
JUDGED = "Enter Next"
"""What the footer says below feedback."""


def environment(home: Path, changed: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """A usual terminal's environment with its own home; a variable changed to None is not set."""
    plain = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    plain |= {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "PURGES_QUIZ_HOME": str(home / "kept"),
    }
    return {name: value for name, value in {**plain, **(changed or {})}.items() if value is not None}


def started(
    home: Path,
    *options: str,
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str | None] | None = None,
    command: tuple[str, ...] = (COMMAND,),
    prefix: tuple[str, ...] = (),
) -> Terminal:
    """The game in a pseudo-terminal; its rounds are the same in every run, unless it has no options at all.

    Without options the game starts in a way of its own, which is tested too; with a seed no full round is resumed.
    """
    if options and not {"--seed", "full"} & set(options):
        options = (*options, "--seed", SEED)
    return Terminal([*prefix, *command, *options], size=size, env=environment(home, env), folder=home)


def nonsense(*numbers: int) -> str:
    """Words that no question wants, different for different numbers."""
    return "zq" + "x".join("".join("bcdfghjklm"[int(digit)] for digit in str(number)) for number in numbers)


def answer(game: Terminal, typed: str) -> None:
    """Answer a typed question, and wait until the screen judges it."""
    game.send(f"{typed}\r")
    game.wait_for(JUDGED)


def go_on(game: Terminal) -> None:
    """Look at the feedback, then go on to the next question."""
    time.sleep(READING)
    game.send("\r")
    game.wait_for(lambda screen: JUDGED not in screen)


def database(home: Path) -> Path:
    """Where the answers are."""
    return home / "kept" / "answers.sqlite3"


def kept(home: Path) -> list[str]:
    """What was typed, of every answer on the disk."""
    with closing(sqlite3.connect(f"file:{database(home)}?mode=ro", uri=True)) as connection:
        return [given for (given,) in connection.execute("SELECT given FROM answers ORDER BY id")]


def is_sound(home: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    with closing(sqlite3.connect(database(home))) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def is_whole(game: Terminal) -> bool:
    """Whether the terminal is as a shell wants it: its own page, a cursor, echo, no reports of mouse, paste, focus."""
    last = {
        mode: game.raw.rfind(b"\x1b[?" + mode + b"h") < game.raw.rfind(b"\x1b[?" + mode + b"l")
        for mode in (b"1049", b"1000", b"1003", b"1004", b"1006", b"2004")
    }
    back_on = all(
        game.raw.rfind(b"\x1b[?" + mode + b"h") > game.raw.rfind(b"\x1b[?" + mode + b"l") for mode in (b"25", b"7")
    )
    wants = termios.ECHO | termios.ICANON | termios.ISIG
    return all(last.values()) and back_on and termios.tcgetattr(game.process.child_fd)[3] & wants == wants
