"""`purges-quiz play` and its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from purges_quiz.cli import playing
from purges_quiz.cli.ending import OptionError
from purges_quiz.cli.options import data_option, deck_option

if TYPE_CHECKING:
    from datetime import date

THEMES = ("dark", "light", "high-contrast", "ansi")
OFF = "off"
LONGEST = 3600
MODES = ("quick", "sprint", "full", "mistakes", "card", "exam")
KINDS = (
    "multiple-choice",
    "number-recall",
    "date-recall",
    "free-text",
    "list-recall",
    "ordering",
    "matching",
)
"""Written out so that `--help` loads nothing of the game; a test holds them to the game's own."""


def seconds_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float | None:
    """The seconds of a limit, 0 for "off", None where none was given."""
    if value is None or value == OFF:
        return None if value is None else 0.0
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= LONGEST:
        raise click.BadParameter(f'expected 1 to {LONGEST} seconds or "off", found {value!r}')
    return seconds


def kinds_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> frozenset[str]:
    """The kinds of question named, joined by commas; none named: all."""
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    for name in names:
        if name not in KINDS:
            raise click.BadParameter(f"{name!r} is not a kind of question; known are {', '.join(KINDS)}")
    return frozenset(names)


def exam_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """The day of the exam, None where none was given."""
    if value is None:
        return None
    from purges_quiz.wording.settings import date_of

    try:
        return date_of(value)
    except ValueError as error:
        raise click.BadParameter(str(error).removesuffix(".")) from error


@click.command()
@click.option("--mode", type=click.Choice(MODES), help="Start this kind of round at once.")
@click.option("--questions", type=click.IntRange(1, 200), metavar="N", help="Ask so many questions.")
@click.option(
    "--time",
    "seconds",
    callback=seconds_of,
    metavar="SECONDS|off",
    help="The time for a question, in sprint and exam for the round; off: no clock.",
)
@click.option("--card", metavar="CARD", help="Ask about one card: its key, or its number from 1.")
@click.option("--kind", "kinds", callback=kinds_of, metavar="KIND,...", help="Ask only these kinds of question.")
@click.option("--seed", type=int, metavar="N", help="Repeat the same choice of questions, options and order.")
@click.option("--exam", callback=exam_of, metavar="DATE", help="The day of your exam: 2027-05-20.")
@deck_option
@data_option
@click.option("--theme", type=click.Choice(THEMES), help="Colours of the screen.")
@click.option("--no-color", is_flag=True, help="Not one colour code.")
@click.option("--no-animation", is_flag=True, help="Nothing moves by itself.")
@click.option("--plain", is_flag=True, help="Play on lines: for screen readers, pipes and logs.")
def play(**given: Any) -> int:  # noqa: ANN401 -- click's
    """Play: a round, or the home screen to choose one."""
    try:
        return playing.play(playing.Options(**given))
    except OptionError as error:
        raise click.UsageError(str(error)) from error
