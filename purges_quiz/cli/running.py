"""Running a command: its exit code, and what is said when it fails."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import IntEnum

import click

from purges_quiz.cli import streams
from purges_quiz.cli.commands import program


class Exit(IntEnum):
    """What the program's exit codes say."""

    DONE = 0
    DATA = 1
    USAGE = 2
    NO_TERMINAL = 3
    INTERRUPTED = 130


def run(args: Sequence[str]) -> int:
    """Run one command and give its exit code; what a user can cause is one line on stderr."""
    streams.prepare()
    try:
        code = program.main(args, prog_name="purges-quiz", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "purges-quiz"
        streams.tell(f"{path}: {error.format_message()} (see: {path} --help)")
        return Exit.USAGE
    except click.ClickException as error:
        streams.tell(f"purges-quiz: {error.format_message()}")
        return Exit.DATA
    except (click.Abort, KeyboardInterrupt):
        streams.tell("")
        return Exit.INTERRUPTED
    except SystemExit:  # how click says that the reader has seen enough: "purges-quiz questions | head"
        return Exit.DONE
    except OSError as error:
        if error.filename is not None:
            return _crashed(error)
        streams.tell(f"purges-quiz: cannot read or write: {error.strerror}")
        streams.give_up()
        return Exit.DATA
    except Exception as error:  # noqa: BLE001 -- the last resort: a line, not a wall of traceback
        return _crashed(error)
    return code if isinstance(code, int) else Exit.DONE


def _crashed(error: Exception) -> int:
    from purges_quiz.cli.crash import report

    streams.tell(f"purges-quiz: {report(error)}")
    return Exit.DATA
