"""How a command can end."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit codes say."""

    DONE = 0
    DATA = 1
    USAGE = 2
    NO_TERMINAL = 3
    INTERRUPTED = 130


class DataError(Exception):
    """Files that cannot be used, of the cards or of the player: what is wrong, and where."""


class OptionError(ValueError):
    """An option that asks for what is not there: which one, and why."""
