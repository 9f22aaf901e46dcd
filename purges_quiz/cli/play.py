"""`purges-quiz play`: a round, or the home screen to choose one."""

from __future__ import annotations

import os
import sys

import click

NO_TERMINAL = 3
OFF = "off"
LONGEST = 3600
MODES = ("quick", "full", "mistakes", "card")
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
            raise click.BadParameter(f"{name!r} is no kind of question; known are {', '.join(KINDS)}")
    return frozenset(names)


def has_terminal() -> bool:
    """Whether a full-screen game can be shown: all three streams are a terminal that can move its cursor."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and (
        os.environ.get("TERM", "") not in {"", "dumb"} or sys.platform == "win32"
    )
