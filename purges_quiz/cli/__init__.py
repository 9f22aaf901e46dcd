"""The command line. Importing it loads nothing of the game, nor what reads options."""

import sys

from purges_quiz.cli.running import end_on_interrupt, run


def main(args: list[str] | None = None) -> int:
    """Run one command and give its exit code; what a user can cause is one line on stderr."""
    end_on_interrupt()
    words = sys.argv[1:] if args is None else args
    from purges_quiz.cli.overview import AT_ONCE

    if text := AT_ONCE.get(tuple(words)):
        try:
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()
        except (AttributeError, OSError):
            pass  # a stream that is closed or full is reported by `run`
        else:
            return 0
    return run(words)
