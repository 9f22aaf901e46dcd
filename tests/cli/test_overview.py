"""The overview is written by hand: it must say what there is, and no more."""

from __future__ import annotations

import re

import click

from purges_quiz.cli import options as options_of_play
from purges_quiz.cli.commands import play, program
from purges_quiz.cli.overview import HELP


def test_the_overview_names_every_command_with_its_short_help() -> None:
    listed = dict(re.findall(r"^  ([a-z]+) {2,}(.+)$", HELP.partition("Commands:\n")[2], re.MULTILINE))

    assert listed == {name: command.get_short_help_str(80) for name, command in program.commands.items()}


def test_the_overview_names_every_option_and_every_value_of_a_round() -> None:
    options = {name for param in (*play.params, *program.params) for name in param.opts}

    assert set(re.findall(r"(?<!\w)--?[A-Za-z][a-z-]*", HELP)) == options | {"-h", "--help"}
    flat = " ".join(HELP.split())
    for param in play.params:
        if isinstance(param.type, click.Choice):
            *first, last = param.type.choices
            assert f"{', '.join(first)} or {last}" in flat
    assert ", ".join(options_of_play.KINDS) in flat


def test_the_overview_fits_a_terminal() -> None:
    assert max(map(len, HELP.splitlines())) < 80
