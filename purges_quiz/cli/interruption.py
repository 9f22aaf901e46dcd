"""What Ctrl+C does: it ends at once what is still being loaded, and is raised where lines are read and printed."""

import os
import signal

from purges_quiz.cli.ending import Exit


def ends_at_once() -> None:
    """Let it end the program without a word from now on.

    While modules are loaded Python would print where it was, or in some places lose the interruption altogether.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as `nohup` leaves it
        signal.signal(signal.SIGINT, _end)


def is_raised() -> None:
    """Let it raise KeyboardInterrupt again."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(_number: int, _frame: object) -> None:
    os._exit(Exit.INTERRUPTED)
