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
        click.echo(f"{path}: {error.format_message()} (see: {path} --help)", err=True)
        return Exit.USAGE
    except click.ClickException as error:
        click.echo(f"purges-quiz: {error.format_message()}", err=True)
        return Exit.DATA
    except (click.Abort, KeyboardInterrupt):
        click.echo(err=True)
        return Exit.INTERRUPTED
    except SystemExit:  # how click says that the reader has seen enough: "purges-quiz questions | head"
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 -- the last resort: a line, not a wall of traceback
        from purges_quiz.cli.crash import report

        click.echo(f"purges-quiz: {report(error)}", err=True)
        return Exit.DATA
    return code if isinstance(code, int) else Exit.DONE
