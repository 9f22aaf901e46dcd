"""The program and its commands. Each loads what it needs when it runs."""

from __future__ import annotations

from typing import Any

import click

from purges_quiz.cli import about_deck
from purges_quiz.cli.grade import grade


class PlayByDefault(click.Group):
    """A group of commands that plays when none is named, and lists the options of playing as its own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `play` before options that are not the program's own."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["play", *args]
        return super().parse_args(ctx, args)


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
    about_deck.cards,
    about_deck.questions,
    grade,
    about_deck.check,
    about_deck.ladders,
):
    program.add_command(command)
