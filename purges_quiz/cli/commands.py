"""The program and its commands. Each loads what it needs when it runs."""

from __future__ import annotations

from typing import Any

import click

from purges_quiz.cli import about_deck, about_player
from purges_quiz.cli.grade import grade
from purges_quiz.cli.play import play


class PlayByDefault(click.Group):
    """A group of commands that plays when none is named, and lists the options of playing as its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the program's own."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's own signature
        """The commands in the order in which they were added."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options of playing, then the program's own and the commands."""
        rows = [row for param in play.params if (row := param.get_help_record(ctx))]
        with formatter.section("Options of a round"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("purges-quiz")
    except PackageNotFoundError:
        number = "(a checkout that is not installed)"
    click.echo(f"purges-quiz {number}")
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
    """Revise Stalin's purges in timed rounds: multiple choice, numbers, dates and typed answers.

    With no command a round's home screen opens; Enter starts a quick round of ten questions.
    """


for command in (
    play,
    about_player.stats,
    about_player.mistakes,
    about_deck.cards,
    about_deck.questions,
    grade,
    about_deck.check,
    about_deck.ladders,
    about_player.paths,
    about_player.reset,
):
    program.add_command(command)
