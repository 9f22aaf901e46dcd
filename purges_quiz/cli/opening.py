"""What several commands open: the deck, and the player's files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from purges_quiz.cli.running import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    from purges_quiz.deck.model import Deck
    from purges_quiz.paths import Places
    from purges_quiz.store.answers import AnswerStore
    from purges_quiz.store.decks import Shelved, UnreadDeck


def open_deck(chosen: Path | None, data_dir: Path | None = None) -> Deck:
    """The deck of that name or folder, or the one that comes with the game.

    Raises `DataError` with every problem, a line each.
    """
    folder = deck_folder(chosen, data_dir)
    with deck_problems_raised(folder):
        return find_deck(folder).read()


def deck_folder(chosen: Path | None, data_dir: Path | None = None) -> Path:
    """The folder of a deck that was named: of one of the player's own by its name, or any folder.

    Raises `DataError` where there is no such deck, or the game's own cards are missing.
    """
    if chosen is None:
        return shipped_folder()
    if len(chosen.parts) == 1 and chosen.name:
        from purges_quiz.store.decks import own_folders

        own = open_places(data_dir).decks
        found = [each.folder for each in shelf(data_dir) if each.is_called(chosen.name)] if own_folders(own) else []
        if len(found) > 1:
            folders = " and ".join(map(str, found))
            raise DataError(f"{chosen} can mean {folders}; name the folder")
        if found:
            return found[0]
        if not chosen.exists():
            raise DataError(f"no deck is called {chosen} and there is no such folder; see: purges-quiz decks")
    return chosen


def shipped_folder() -> Path:
    """The folder of the deck that comes with the game. Raises `DataError` if it is missing."""
    from purges_quiz.paths import NoCardsError, questions_folder

    try:
        return questions_folder()
    except NoCardsError as error:
        raise DataError(str(error)) from error


def shelf(data_dir: Path | None) -> tuple[Shelved, ...]:
    """The decks that can be chosen. Raises `DataError` if the game's own cards are missing."""
    from purges_quiz.store.decks import shelf as found

    return found(shipped_folder(), open_places(data_dir).decks)


def find_deck(folder: Path) -> UnreadDeck:
    """The deck of a folder, to be read later. Raises `DeckError`."""
    from purges_quiz.store import decks

    return decks.find_deck(folder)


def find_deck_to_play(folder: Path, data_dir: Path | None) -> UnreadDeck:
    """The same, of which the answers are kept or told.

    Raises `DeckError`, and `DataError` for a deck whose answers would be mixed with those of another.
    """
    from purges_quiz.store.decks import same_id

    found = find_deck(folder)
    if folder != shipped_folder() and (other := same_id(found.outline, folder, shelf(data_dir))):
        found.read()  # what is wrong in the cards themselves is said first
        raise DataError(same_id_line(folder, other))
    return found


def open_deck_to_play(chosen: Path | None, data_dir: Path | None) -> Deck:
    """The deck of that name or folder, of which the answers are told. Raises `DataError`."""
    folder = deck_folder(chosen, data_dir)
    with deck_problems_raised(folder):
        return find_deck_to_play(folder, data_dir).read()


def same_id_line(folder: Path, other: Shelved) -> str:
    """What to do about two decks of one id."""
    return (
        f"{folder} and {other.folder} have the same id, {other.outline.id!r}, so that their answers would be mixed;"
        f" give {folder / 'deck.toml'} another id"
    )


@contextmanager
def deck_problems_raised(folder: Path) -> Iterator[None]:
    """Make a `DeckError` of that folder a `DataError` with every problem, a line each."""
    try:
        yield
    except Exception as error:  # which one it is can be asked without loading what reads decks
        from purges_quiz.deck.problems import DeckError

        if not isinstance(error, DeckError):
            raise
        count = len(error.problems)
        head = f"{count} problem{'s' * (count != 1)} in the cards of {folder}:"
        from purges_quiz.authoring.lines import located
        from purges_quiz.store import decks

        try:
            files = decks.find_deck(folder).files
        except DeckError:  # there is no such folder
            files = {}
        raise DataError("\n".join([head, *(f"  {located(problem, files)}" for problem in error.problems)])) from error


@contextmanager
def writing(path: Path, if_taken: str = "") -> Iterator[None]:
    """Make an OSError while that is written a `DataError`; `if_taken` says what to do where it exists already."""
    try:
        yield
    except OSError as fault:
        if if_taken and isinstance(fault, FileExistsError):
            raise DataError(f"{path} already exists; {if_taken}") from fault
        raise DataError(f"{path} cannot be written: {fault.strerror or fault}") from fault


def content_of(file: Path, most: int) -> bytes:
    """The bytes of a file, of one that has more only one more than `most`. Raises `DataError`."""
    try:
        if not file.is_file():
            raise DataError(f"{file}: {'is not a file' if file.exists() else 'there is no such file'}")
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as fault:
        raise DataError(f"{file} cannot be read: {fault.strerror}") from fault


def open_places(data_dir: Path | None) -> Places:
    """Where the player's files are; nothing is created."""
    from purges_quiz.paths import places

    return places(data_dir)


def open_store(data_dir: Path | None, *, ask: bool = True) -> AnswerStore:
    """The player's answers, to be closed by the caller; what must be said about them is written to stderr.

    Where they are missing and there are backups the player is asked, unless `ask` is False. Raises `DataError` where
    nobody can be asked, and for answers of a later version of the game.
    """
    from purges_quiz.store.answers import AnswerStore
    from purges_quiz.store.disk import NewerDatabaseError, exists

    path = open_places(data_dir).answers
    if ask and not exists(path):
        _offer_backup(path)
    try:
        store = AnswerStore.open(path)
    except NewerDatabaseError as error:
        raise DataError(str(error)) from error
    try:
        store.claim(lambda: [each.outline for each in shelf(data_dir)])
        store.look()
    except BaseException:
        store.close()
        raise
    if store.notice:
        print_error(store.notice)
    return store


def _offer_backup(path: Path) -> None:
    """Put the newest backup in the place of answers that are missing, or set the backups aside, as the player says.

    Raises `DataError` if nobody can be asked.
    """
    from purges_quiz.store import backups

    if not backups.dailies(path) or (found := backups.newest(path)) is None:
        return
    copied, file = found
    with closing(copied):
        (answers,) = copied.execute("SELECT count(*) FROM answers").fetchone()
        missing = f"{path} is missing, but there is a backup of it: {file}, with {answers:,} answers"
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
            import shlex

            raise DataError(
                f"{missing}; purges-quiz restore {shlex.quote(str(file))} puts it back, purges-quiz reset starts afresh"
            )
        print_error(f"{missing}.")
        with writing(path):
            if _agreed("Put it back?"):
                backups.copy(copied, path)
                print_error("It was put back.")
            else:
                print_error(f"The backups are now in {backups.set_aside(path, 'reset')}.")


def _agreed(question: str) -> bool:
    """Whether the player agrees, as by Enter alone. Raises KeyboardInterrupt at the end of the input."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    while True:
        sys.stderr.write(f"{question} [Y/n] ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        if (answer := line.strip().casefold()) in {"", "y", "yes", "n", "no"}:
            return not answer.startswith("n")
