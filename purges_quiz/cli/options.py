"""The options of the commands, and what their values are read as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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
"""Written out so that `--help` loads nothing of the game; a test compares them with the game's own."""


def seconds_of(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float | None:
    """The seconds of a limit, 0 for "off", None for none."""
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
    """The day of the exam, None for none."""
    if value is None:
        return None
    from purges_quiz.wording.settings import date_of

    try:
        return date_of(value)
    except ValueError as error:
        raise click.BadParameter(str(error).removesuffix(".")) from error


FOLDER = click.Path(path_type=Path)

deck_option: Callable[[Any], Any] = click.option(
    "--deck",
    type=FOLDER,
    metavar="NAME|FOLDER",
    help="One of your decks, or any folder, instead of the shipped deck.",
)
data_option: Callable[[Any], Any] = click.option(
    "--data-dir", type=FOLDER, metavar="DIR", help="Keep answers and settings in this folder."
)
json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
