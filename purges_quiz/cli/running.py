"""Running a command: its exit code, what is said when it fails, and how Ctrl+C ends it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from purges_quiz.cli import streams
from purges_quiz.exits import Exit


class DataError(Exception):
    """Files that cannot be used, of the cards or of the player: what is wrong, and where."""


class OptionError(ValueError):
    """An option that asks for what is not there: which one, and why."""


def end_on_interrupt() -> None:
    """Let Ctrl+C end the program at once and without output from now on.

    While modules are loaded Python would print where it was, or in some places lose the interruption altogether.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as `nohup` leaves it
        signal.signal(signal.SIGINT, _end)


def raise_on_interrupt() -> None:
    """Let Ctrl+C raise KeyboardInterrupt again, for commands that read and print lines."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def fault_line(error: Exception) -> str:
    """One line on an unexpected exception, which names the file with its traceback if one could be written."""
    import traceback

    [*_, last] = traceback.format_exception_only(error)
    printable = "".join(letter if letter.isprintable() else " " for letter in last.strip())
    return f"a fault of the program, sorry: {printable}; what you answered is kept; {_details_of(error)}"


def _end(_number: int, _frame: object) -> None:
    os._exit(Exit.INTERRUPTED)


def _details_of(error: Exception) -> str:
    import tempfile
    import traceback

    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", prefix="purges-quiz-", suffix=".log", delete=False) as log:
            log.write(text)
    except OSError:
        return "start it again"
    return f"the details are in {log.name}"


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
