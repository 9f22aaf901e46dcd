"""The commands about decks side by side: which there are, one taken from somebody else, one packed for somebody."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import (
    content_of,
    deck_folder,
    deck_problems_raised,
    open_places,
    open_store,
    same_id_line,
    shelf,
    writing,
)
from purges_quiz.cli.options import FOLDER, data_option, json_option
from purges_quiz.cli.running import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    from purges_quiz.session.standing import Standing


@click.group(invoke_without_command=True)
@data_option
@json_option
@click.pass_context
def decks(context: click.Context, data_dir: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """List your decks and how far you are; add or pack one."""
    if context.invoked_subcommand is None:
        _list(data_dir, as_json=as_json)


def _list(data_dir: Path | None, *, as_json: bool) -> None:
    from purges_quiz.session.standing import standings
    from purges_quiz.store.decks import own_folders
    from purges_quiz.wording.decks import as_table

    found, own = shelf(data_dir), open_places(data_dir).decks
    with closing(open_store(data_dir)) as store:
        standing = standings(found, store)
    if as_json:
        for row in standing:
            click.echo(json.dumps(_as_json(row)))
    else:
        for line in as_table(standing):
            click.echo(line)
    for folder in sorted({*own_folders(own)} - {each.folder for each in found}):
        print_error(f"{folder} holds no cards that can be read")
    for row in standing:
        if row.same_id:
            print_error(same_id_line(row.deck.folder, row.same_id))


def _as_json(standing: Standing) -> dict[str, object]:
    deck = standing.deck
    return {
        "deck": deck.name,
        "id": deck.outline.id,
        "title": deck.outline.title,
        "folder": str(deck.folder),
        "facts": standing.facts,
        "met": standing.met,
        "secure": standing.secure,
        "mistakes": standing.mistakes,
    }


@decks.command()
@click.argument("source", metavar="FILE.zip|FOLDER", type=FOLDER)
@data_option
def add(source: Path, data_dir: Path | None) -> None:
    """Add somebody else's deck to your own."""
    from purges_quiz.authoring import sharing
    from purges_quiz.wording.figures import counted

    data_dir = _of_group(data_dir)
    own = open_places(data_dir).decks
    known = {each.outline.id: each for each in shelf(data_dir)}
    try:
        files = _files(source)
        with writing(own), deck_problems_raised(source):
            folder, deck, renewed = sharing.add(files, own, known)
    except sharing.SharingError as error:
        raise DataError(f"{source}: {error}") from error
    made = f"{counted(len(deck.cards), 'card')} with {counted(len(deck.facts), 'fact')}"
    print_error(f"{deck.title}: {made} added as {folder.name}. Play it: purges-quiz --deck {folder.name}")
    if renewed:
        print_error("You already have a deck with its id; this copy was given its own, and so has no progress yet.")


def _of_group(data_dir: Path | None) -> Path | None:
    """The folder of --data-dir, which may stand before the name of the command too."""
    group = click.get_current_context().parent
    if data_dir is None and group is not None:
        data_dir = group.params.get("data_dir")
    return data_dir


def _files(source: Path) -> dict[str, bytes]:
    from purges_quiz.authoring import sharing
    from purges_quiz.store.decks import find_deck

    if source.is_dir():
        with deck_problems_raised(source):
            found = find_deck(source)
        if found.faults:
            raise DataError(f"{source / next(iter(found.faults))} cannot be read")
        return dict(found.files)
    content = content_of(source, sharing.LARGEST_DECK)
    if len(content) > sharing.LARGEST_DECK:
        raise DataError(f"{source} has more than {sharing.LARGEST_DECK:,} bytes")
    return sharing.files_of_zip(content)


@decks.command()
@click.argument("name", metavar="NAME", type=FOLDER)
@click.argument("file", metavar="[FILE.zip]", type=FOLDER, required=False)
@data_option
def pack(name: Path, file: Path | None, data_dir: Path | None) -> None:
    """Make a zip of a deck, for somebody else to add."""
    from purges_quiz.authoring import sharing

    folder = deck_folder(name, _of_group(data_dir))
    called = folder.resolve().name
    target = file or Path(f"{called}.zip")
    with deck_problems_raised(folder):
        try:
            content = sharing.packed(folder, called)
        except sharing.SharingError as error:
            raise DataError(str(error)) from error
    with writing(target, "name another file"), target.open("xb") as out:
        out.write(content)
    print_error(f"Written to {target}. Whoever gets it adds it by: purges-quiz decks add {target.name}")
