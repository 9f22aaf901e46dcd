"""How the program ends: the errors that a user can cause, an interruption, a fault of its own."""

from __future__ import annotations

import os
import signal

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
