"""Running a command: its exit code, and what is said when it fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from purges_quiz.cli import streams
from purges_quiz.cli.ending import DataError, Exit

COMPLETION = "_PURGES_QUIZ_COMPLETE"
"""The variable by which a shell asks how a command may go on."""


def run(args: Sequence[str]) -> int:
    """Run one command and give its exit code; what a user can cause is one line on stderr."""
    streams.prepare()
    try:
        code = _named(args) if args or COMPLETION in os.environ else _by_name_alone()
        sys.stdout.flush()
    except DataError as error:
        streams.tell(f"purges-quiz: {error}")
        return Exit.DATA
    except KeyboardInterrupt:
        streams.tell("")
        return Exit.INTERRUPTED
    except OSError as error:
        if error.filename is not None:
            return _crashed(error)
        streams.tell(f"purges-quiz: cannot read or write: {error.strerror}")
        streams.give_up()
        return Exit.DATA
    except Exception as error:  # noqa: BLE001 -- the last resort: a line, not a wall of traceback
        return _crashed(error)
    return code


def _by_name_alone() -> int:
    """Play as most players do, without loading what reads options."""
    from purges_quiz.cli.playing import Options, play

    return play(Options())


def _named(args: Sequence[str]) -> int:
    from purges_quiz.cli.commands import run as run_named

    return run_named(args)


def _crashed(error: Exception) -> int:
    from purges_quiz.cli.crash import report

    streams.tell(f"purges-quiz: {report(error)}")
    return Exit.DATA
