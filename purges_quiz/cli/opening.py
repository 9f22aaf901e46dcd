"""What several commands open: the deck, and the player's files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from purges_quiz.cli.endings import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    from purges_quiz.deck.model import Deck
    from purges_quiz.paths import Places
    from purges_quiz.store.answers import AnswerStore
    from purges_quiz.store.decks import UnreadDeck


def open_deck(folder: Path | None) -> Deck:
    """The deck of that folder, or the one that comes with the game.

    Raises `DataError` with every problem, a line each.
    """
    with deck_problems_raised(folder):
        return find_deck(folder).read()


def find_deck(folder: Path | None) -> UnreadDeck:
    """The same, to be read later. Raises `DeckError`, and `DataError` where the game's own cards are not."""
    from purges_quiz.paths import NoCardsError, questions_folder
    from purges_quiz.store import decks

    try:
        return decks.find_deck(folder or questions_folder())
    except NoCardsError as error:
        raise DataError(str(error)) from error


@contextmanager
def deck_problems_raised(folder: Path | None) -> Iterator[None]:
    """Make a `DeckError` of that folder a `DataError` with every problem, a line each."""
    try:
        yield
    except Exception as error:  # which one it is can be asked without loading what reads decks
        from purges_quiz.deck import DeckError
        from purges_quiz.paths import questions_folder

        if not isinstance(error, DeckError):
            raise
        count = len(error.problems)
        chosen = folder or questions_folder()
        head = f"{count} problem{'s' * (count != 1)} in the cards of {chosen}:"
        raise DataError("\n".join([head, *(f"  {problem}" for problem in error.problems)])) from error


def open_places(data_dir: Path | None) -> Places:
    """Where the player's files are; nothing is created."""
    from purges_quiz.paths import places

    return places(data_dir)


def open_store(data_dir: Path | None) -> AnswerStore:
    """The player's answers, to be closed by the caller; what must be said about them is written to stderr.

    Raises `DataError` for answers of a later version of the game.
    """
    from purges_quiz.store.answers import AnswerStore
    from purges_quiz.store.disk import NewerDatabaseError

    try:
        store = AnswerStore.open(open_places(data_dir).answers)
    except NewerDatabaseError as error:
        raise DataError(str(error)) from error
    try:
        store.progress()  # reads all of it, so that damage is found, and said, now
    except BaseException:
        store.close()
        raise
    if store.notice:
        print_error(store.notice)
    return store
