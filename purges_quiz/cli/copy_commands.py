"""The commands that carry a player's files from one machine to another: `backup`, `restore` and `merge`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import open_places, open_store, writing
from purges_quiz.cli.options import FOLDER, data_option
from purges_quiz.cli.running import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from purges_quiz.paths import Places
    from purges_quiz.store.answers import AnswerStore
    from purges_quiz.store.bundle import Bundle
    from purges_quiz.store.merging import Added


@click.command()
@click.argument("file", metavar="FILE", type=FOLDER)
@data_option
def backup(file: Path, data_dir: Path | None) -> None:
    """Write answers, settings and decks into one file.

    FILE is a zip, to be kept or carried to another machine; there restore or merge takes it.
    """
    from purges_quiz.store import bundle

    places = open_places(data_dir)
    with closing(open_store(data_dir)) as store:
        held = bundle.Bundle(store.snapshot(), _settings(places), _decks(places))
    if held == bundle.Bundle(None):
        raise DataError("there is nothing to back up yet")
    with writing(file, "name another file"):
        bundle.write(file, bundle.written(held))
    print_error(f"{_contents(held)} written to {file}.")
    print_error(f"purges-quiz merge {file.name} adds it to what is there; restore goes back to it.")


@click.command()
@click.argument("file", metavar="FILE", type=FOLDER)
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
def restore(file: Path, yes: bool, data_dir: Path | None) -> None:  # noqa: FBT001
    """Go back to a backup; your present answers are set aside.

    The answers, settings and decks that it replaces are kept, and it says where.
    """
    places = open_places(data_dir)
    held = _read(file)
    with closing(open_store(data_dir, ask=False)) as store, _faults_named(places):
        present = store.snapshot() is not None
        if (
            present
            and not yes
            and not _confirmed("Replace your present answers with this backup? They will be set aside.")
        ):
            return
        aside = _restore_answers(held, store, file)
        replaced = [*_restore_settings(held, places), *_restore_decks(held, places)]
    print_error(f"{_contents(held)} restored from {file}.")
    if aside:
        print_error(f"The answers you had before are in {aside}.")
    for line in replaced:
        print_error(line)


@click.command()
@click.argument("file", metavar="FILE", type=FOLDER)
@data_option
def merge(file: Path, data_dir: Path | None) -> None:
    """Add what a copy from elsewhere has and yours lacks.

    FILE is a backup of another machine, or a copy of answers.sqlite3 that a synchronised folder has left. An answer
    that both have is added once, and nothing is lost: the same file can be merged again.
    """
    places = open_places(data_dir)
    held = _read(file)
    with closing(open_store(data_dir, ask=False)) as store, _faults_named(places):
        if held.answers is not None:
            with closing(_opened(held.answers, file)) as other:
                print_error(f"{file}: {_added(store.merge(other))}.")
        lines = [*_merge_settings(held, places), *_merge_decks(held, places)]
        if file.resolve().parent == places.data.resolve() and file.resolve() != places.answers.resolve():
            lines.append(_put_away(file, places))
    for line in lines:
        print_error(line)


def _settings(places: Places) -> bytes | None:
    try:
        return places.settings.read_bytes() if places.settings.is_file() else None
    except OSError as fault:
        raise DataError(f"{places.settings} cannot be read: {fault.strerror}") from fault


def _decks(places: Places) -> Mapping[str, Mapping[str, bytes]]:
    from purges_quiz.deck.problems import DeckError
    from purges_quiz.store.decks import find_deck, own_folders

    found = {}
    for folder in own_folders(places.decks):
        try:
            deck = find_deck(folder)
        except DeckError as fault:
            raise DataError(str(fault.problems[0])) from fault
        if deck.faults:
            raise DataError(f"{folder / next(iter(deck.faults))} cannot be read")
        found[folder.name] = deck.files
    return found


def _contents(held: Bundle) -> str:
    from purges_quiz.wording.figures import counted

    parts = []
    if held.answers is not None:
        with closing(_opened(held.answers, Path("answers"))) as log:
            (answers,) = log.execute("SELECT count(*) FROM answers").fetchone()
        parts.append(counted(answers, "answer"))
    if held.settings is not None:
        parts.append("the settings")
    if held.decks:
        parts.append(counted(len(held.decks), "deck"))
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _read(file: Path) -> Bundle:
    from purges_quiz.store import bundle

    try:
        return bundle.read(file)
    except bundle.BundleError as error:
        raise DataError(f"{file} {error}") from error
    except FileNotFoundError as fault:
        raise DataError(f"{file}: there is no such file") from fault
    except OSError as fault:
        raise DataError(f"{file} cannot be read: {fault.strerror or fault}") from fault


def _opened(answers: bytes, file: Path) -> sqlite3.Connection:
    from purges_quiz.store import bundle

    try:
        return bundle.opened(answers)
    except bundle.BundleError as error:
        raise DataError(f"{file}: {error}") from error


@contextmanager
def _faults_named(places: Places) -> Iterator[None]:
    import sqlite3

    try:
        yield
    except (OSError, sqlite3.Error) as fault:
        from purges_quiz.store import disk

        named = getattr(fault, "filename", None) or places.data
        raise DataError(f"{named} cannot be written: {disk.reason(fault)}") from fault


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise DataError(f"{question} If so, add --yes; purges-quiz merge would add what is new and keep the rest")
    if click.confirm(question, err=True):
        return True
    click.echo("Nothing was changed.")
    return False


def _restore_answers(held: Bundle, store: AnswerStore, file: Path) -> Path | None:
    if held.answers is None:
        return None
    with closing(_opened(held.answers, file)) as other:
        return store.replace_by(other)


def _restore_settings(held: Bundle, places: Places) -> Iterator[str]:
    """Put settings in place; what there was is kept beside them."""
    from purges_quiz.store.bundle import write

    if held.settings is None or held.settings == _settings(places):
        return
    if (before := _settings(places)) is not None:
        aside = _free(places.settings.with_name("settings.before-restore.toml"))
        write(aside, before)
        yield f"The settings you had before are in {aside}."
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    write(places.settings, held.settings, replace=True)


def _restore_decks(held: Bundle, places: Places) -> Iterator[str]:
    """Put decks in place; a folder that holds something else is kept among the backups."""
    from purges_quiz.store.bundle import write_folder
    from purges_quiz.store.decks import find_deck

    for name, files in held.decks.items():
        folder = places.decks / name
        if not folder.exists():
            write_folder(folder, files)
        elif find_deck(folder).files != files:
            fresh = _free(places.decks / f".{name}")
            write_folder(fresh, files)
            aside = _free(places.backups / f"deck-{name}")
            aside.parent.mkdir(parents=True, exist_ok=True)
            folder.rename(aside)
            fresh.rename(folder)
            yield f"The deck {name} as it was before is in {aside}."


def _merge_settings(held: Bundle, places: Places) -> Iterator[str]:
    """Take over what is set there and not here."""
    if held.settings is None:
        return
    from purges_quiz.store.settings import take_over

    taken = take_over(places.settings, held.settings)
    if taken:
        yield f"Settings taken over: {', '.join(taken)}; the others stay as they are."


def _merge_decks(held: Bundle, places: Places) -> Iterator[str]:
    """Add the decks that are not here."""
    from purges_quiz.deck.outline import checksum, identity
    from purges_quiz.store.bundle import write_folder
    from purges_quiz.store.decks import find_deck, own_folders

    here = {outline.id: outline for outline in (find_deck(folder).outline for folder in own_folders(places.decks))}
    for name, files in held.decks.items():
        mine = here.get(identity(files))
        if mine is None:
            folder = _free(places.decks / name)
            write_folder(folder, files)
            yield f"The deck {folder.name} was added."
        elif mine.checksum != checksum(files):
            yield f"The deck {name} has different cards there; yours stays as it is."


def _put_away(file: Path, places: Places) -> str:
    """Move a copy that lay beside the answers to the backups, so that it is not taken for a new one."""
    places.backups.mkdir(parents=True, exist_ok=True)
    target = _free(places.backups / f"merged-{file.name}")
    file.rename(target)
    return f"{file.name} is now {target}."


def _added(added: Added) -> str:
    from purges_quiz.wording.figures import counted

    if not added.anything:
        return "nothing in it is new"
    if added.answers:
        return f"{counted(added.answers, 'answer')} of {counted(added.rounds, 'round')} added"
    return "what was taken back, left out or flagged there was added"


def _free(path: Path) -> Path:
    """The path, with a number before its ending where it is taken."""
    others = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(each for each in chain([path], others) if not each.exists())
