"""The program's exit codes."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the program leaves to the shell."""

    DONE = 0
    DATA = 1
    USAGE = 2
    NO_TERMINAL = 3
    INTERRUPTED = 130
    """What shells give to a program that Ctrl+C ended: 128 and the number of the signal."""
