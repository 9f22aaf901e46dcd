"""The program and its commands. Each loads what it needs when it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from purges_quiz.cli import about_deck, about_player, streams
from purges_quiz.cli.audit import audit
from purges_quiz.cli.ending import DataError, Exit
from purges_quiz.cli.grade import grade
from purges_quiz.cli.interruption import is_raised
from purges_quiz.cli.overview import HELP, VERSION
from purges_quiz.cli.play import play

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class PlayByDefault(click.Group):
    """A group of commands that plays when none is named, and lists the options of playing as its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the program's own; a shell that asks how to go on has none yet."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        if (not args and not ctx.resilient_parsing) or (args and args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options, those of playing among them."""
        found = super().shell_complete(ctx, incomplete)
        return found + (play.shell_complete(ctx, incomplete) if incomplete.startswith("-") else [])

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 -- click's own signature
        """The overview, in which the options of playing stand as well."""
        return HELP


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted and not ctx.resilient_parsing:
        click.echo(VERSION)
        ctx.exit()


SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=PlayByDefault, context_settings=SETTINGS)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def program() -> None:
    """Play, or look at what is known and what can be asked."""


for command in (
    play,
    about_player.stats,
    about_player.mistakes,
    about_deck.cards,
    about_deck.questions,
    grade,
    about_deck.check,
    about_deck.ladders,
    audit,
    about_player.paths,
    about_player.reset,
):
    program.add_command(command)


def run(args: Sequence[str]) -> int:
    """Run the command that is named, and give its exit code. Raises `DataError` and KeyboardInterrupt."""
    is_raised()
    try:
        code = program.main(args, prog_name="purges-quiz", standalone_mode=False)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "purges-quiz"
        streams.tell(f"{path}: {error.format_message()} (see: {path} --help)")
        return Exit.USAGE
    except click.ClickException as error:
        raise DataError(error.format_message()) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit:  # how click says that the reader has seen enough: "purges-quiz questions | head"
        return Exit.DONE
    return code if isinstance(code, int) else Exit.DONE
