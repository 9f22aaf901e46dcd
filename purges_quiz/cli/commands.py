"""The program and its commands. Each loads what it needs when it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from purges_quiz.cli import (
    copy_commands,
    deck_commands,
    exchange_commands,
    options,
    player_commands,
    playing,
    shelf_commands,
    streams,
)
from purges_quiz.cli.overview import HELP, VERSION
from purges_quiz.cli.running import DataError, OptionError, raise_on_interrupt
from purges_quiz.exits import Exit

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


@click.command()
@click.option("--mode", type=click.Choice(options.MODES), help="Start this kind of round at once.")
@click.option("--questions", type=click.IntRange(1, 200), metavar="N", help="How many questions to ask.")
@click.option(
    "--time",
    "seconds",
    callback=options.seconds_of,
    metavar="SECONDS|off",
    help="The time for a question, in sprint and exam for the round; off: no clock.",
)
@click.option("--card", metavar="CARD", help="Ask about one card: its key, or its number from 1.")
@click.option(
    "--kind", "kinds", callback=options.kinds_of, metavar="KIND,...", help="Ask only these kinds of question."
)
@click.option("--seed", type=int, metavar="N", help="Repeat the same choice of questions, options and order.")
@click.option("--exam", callback=options.exam_of, metavar="DATE", help="The day of your exam, as in 2027-05-20.")
@options.deck_option
@options.data_option
@click.option("--theme", type=click.Choice(options.THEMES), help="Colours of the screen.")
@click.option("--no-color", is_flag=True, help="No colours at all.")
@click.option("--no-animation", is_flag=True, help="No movement on the screen.")
@click.option("--plain", is_flag=True, help="Play on lines: for screen readers, pipes and logs.")
def play(**chosen: Any) -> int:  # noqa: ANN401 -- click's
    """Play: a round, or the home screen to choose one."""
    try:
        return playing.play(playing.PlayOptions(**chosen))
    except OptionError as error:
        raise click.UsageError(str(error)) from error


class PlayByDefault(click.Group):
    """A group of commands that plays when none is named, and lists the options of playing as its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the program's own; a shell that completes a line has none yet."""
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
    player_commands.stats,
    player_commands.mistakes,
    deck_commands.cards,
    deck_commands.questions,
    deck_commands.grade,
    exchange_commands.new,
    shelf_commands.decks,
    exchange_commands.export,
    deck_commands.check,
    deck_commands.ladders,
    deck_commands.audit,
    copy_commands.backup,
    copy_commands.restore,
    copy_commands.merge,
    player_commands.paths,
    player_commands.reset,
):
    program.add_command(command)


def run(args: Sequence[str]) -> int:
    """Run the command that is named, and give its exit code. Raises `DataError` and KeyboardInterrupt."""
    raise_on_interrupt()
    try:
        code = program.main(args, prog_name="purges-quiz", standalone_mode=False)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "purges-quiz"
        streams.print_error(f"{path}: {error.format_message()} (see: {path} --help)")
        return Exit.USAGE
    except click.ClickException as error:
        raise DataError(error.format_message()) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit:  # what click raises when a pipe is closed: "purges-quiz questions | head"
        return Exit.DONE
    return code if isinstance(code, int) else Exit.DONE
