"""What is said of a fault of the program itself: one line, and the rest in a file."""

from __future__ import annotations

import tempfile
import traceback


def report(error: Exception) -> str:
    """One line on an unexpected exception, that names the file with its traceback if one could be written."""
    [*_, last] = traceback.format_exception_only(error)
    told = "".join(letter if letter.isprintable() else " " for letter in last.strip())
    return f"a fault of the program, sorry: {told}; what you answered is kept; {_where(error)}"


def _where(error: Exception) -> str:
    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", prefix="purges-quiz-", suffix=".log", delete=False) as log:
            log.write(text)
    except OSError:
        return "start it again"
    return f"the details are in {log.name}"
