"""What several commands open: the deck, and the player's files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from purges_quiz.core.facts import Deck

FOLDER = click.Path(path_type=Path)

deck_option: Callable[[Any], Any] = click.option(
    "--deck", type=FOLDER, metavar="FOLDER", help="Use the cards of this folder instead of the game's own."
)
data_option: Callable[[Any], Any] = click.option(
    "--data-dir", type=FOLDER, metavar="DIR", help="Keep answers and settings in this folder."
)
json_option: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def open_deck(folder: Path | None) -> Deck:
    """The deck of that folder, or the one that comes with the game.

    Raises `click.ClickException` with every problem, a line each.
    """
    from purges_quiz.core.decks import DeckError
    from purges_quiz.paths import NoCardsError, questions_folder
    from purges_quiz.store.decks import read_deck

    try:
        chosen = folder or questions_folder()
        return read_deck(chosen)
    except NoCardsError as error:
        raise click.ClickException(str(error)) from error
    except DeckError as error:
        count = len(error.problems)
        head = f"{count} problem{'s' * (count != 1)} in the cards of {click.format_filename(chosen)}:"
        raise click.ClickException("\n".join([head, *(f"  {problem}" for problem in error.problems)])) from error
