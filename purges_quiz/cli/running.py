"""Running a command: its exit code, and what is said when it fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from purges_quiz.cli import streams
from purges_quiz.cli.endings import DataError, fault_line
from purges_quiz.exits import Exit

COMPLETION = "_PURGES_QUIZ_COMPLETE"
"""The variable that a shell sets to have a command line completed."""


def run(args: Sequence[str]) -> int:
    """Run one command and give its exit code; what a user can cause is one line on stderr."""
    streams.prepare()
    try:
        code = _with_options(args) if args or COMPLETION in os.environ else _without_options()
        sys.stdout.flush()
    except DataError as error:
        streams.print_error(f"purges-quiz: {error}")
        return Exit.DATA
    except KeyboardInterrupt:
        streams.print_error("")
        return Exit.INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            return _crashed(error)
        streams.print_error(f"purges-quiz: cannot read or write: {error.strerror}")
        streams.discard_output()
        return Exit.DATA
    except Exception as error:  # noqa: BLE001 -- the last resort: a line, not a wall of traceback
        return _crashed(error)
    return code


def _without_options() -> int:
    """Play as most players do, without loading click, which takes 6 ms of the start."""
    from purges_quiz.cli.playing import PlayOptions, play

    return play(PlayOptions())


def _with_options(args: Sequence[str]) -> int:
    from purges_quiz.cli import commands

    return commands.run(args)


def _crashed(error: Exception) -> int:
    streams.print_error(f"purges-quiz: {fault_line(error)}")
    return Exit.DATA
