"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

FOLDER = click.Path(path_type=Path)

deck_option: Callable[[Any], Any] = click.option(
    "--deck", type=FOLDER, metavar="FOLDER", help="Use the cards of this folder instead of the game's own."
)
data_option: Callable[[Any], Any] = click.option(
    "--data-dir", type=FOLDER, metavar="DIR", help="Keep answers and settings in this folder."
)
json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
