"""The command line. Importing it loads nothing of the game, nor what reads options."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress

from purges_quiz.cli.overview import HELP, VERSION

AT_ONCE: dict[tuple[str, ...], str] = {("--help",): HELP, ("-h",): HELP, ("--version",): VERSION, ("-V",): VERSION}

INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; what a user can cause is one line on stderr."""
    given = sys.argv[1:] if args is None else args
    if text := AT_ONCE.get(tuple(given)):
        with suppress(AttributeError, OSError):  # a stream that is closed or full is told of in the usual way
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
            return 0
    try:
        from purges_quiz.cli.running import run

        return run(given)
    except KeyboardInterrupt:  # while it loads; what runs has its own ends
        return INTERRUPTED
