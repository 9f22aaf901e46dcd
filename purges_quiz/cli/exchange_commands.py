"""The commands that exchange cards with other programs: `new` drafts a deck from them, `export` writes one for them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import (
    content_of,
    deck_problems_raised,
    open_deck,
    open_deck_to_play,
    open_places,
    open_store,
    writing,
)
from purges_quiz.cli.options import FOLDER, data_option, deck_option
from purges_quiz.cli.running import DataError
from purges_quiz.cli.streams import print_error

if TYPE_CHECKING:
    from purges_quiz.authoring.cards import Card, CardSet
    from purges_quiz.deck.model import Deck

CARD_FORMATS = ("quizlet", "anki", "apkg", "csv", "brainscape", "markdown", "text")
"""As `authoring.cards` knows them; written out so that a completion of the shell loads nothing. A test compares."""
SHOWN = 20
"""Lines left out that are named one by one; of more only the number is printed."""
SLOW = 2_000
"""Cards from which on a bar shows how far it is."""
EXPORT_FORMATS = ("anki", "csv", "quizlet", "gift", "html")
"""As `export` knows them; written out so that a completion of the shell loads nothing. A test compares."""
_NOUNS = {
    "person": ("person", "people"),
    "people": ("group of people", "groups of people"),
    "quantity": ("quantity", "quantities"),
    "number": ("number of a thing", "numbers of things"),
}
"""What facts of a type are called, where the type itself with an "s" would not do."""
WEAK = 50
"""Facts that `--what weak` takes at most."""


@click.command()
@click.argument("cards", metavar="CARDS", type=FOLDER, required=False)
@click.argument("folder", metavar="[FOLDER]", type=FOLDER, required=False)
@click.option(
    "--format", "format_", type=click.Choice(CARD_FORMATS), help="The format of the cards, if the guess is wrong."
)
@click.option("--separator", metavar="TEXT", default="", help=r"What stands between the sides of a card: \t, or ' - '.")
@click.option("--card-separator", metavar="TEXT", default="", help=r"What stands between cards: \n\n, or ';'.")
@click.option(
    "--encoding", metavar="NAME", default="", help="The encoding of the text: utf-8, utf-16, cp1252 or any other."
)
@click.option("--title", metavar="TEXT", default="", help="What to call the deck.")
@click.option("--template", is_flag=True, help="Write a deck with one fact of each type, to start from.")
@data_option
def new(  # noqa: PLR0913, PLR0917 -- one argument an option
    cards: Path | None,
    folder: Path | None,
    format_: str | None,
    separator: str,
    card_separator: str,
    encoding: str,
    title: str,
    template: bool,  # noqa: FBT001
    data_dir: Path | None,
) -> None:
    r"""Make a deck from cards of another program.

    CARDS is a file as Quizlet, Anki, a spreadsheet, Brainscape or a text editor writes it, or - for what is piped in.
    The deck is written to FOLDER, or among your own decks. If that deck exists already, new
    cards are added and no card is changed.
    """
    from purges_quiz.authoring.cards import CardsError, ReadOptions, read

    if template:
        _write_template(folder or cards)
        return
    if cards is None:
        raise click.UsageError("Missing argument 'CARDS'.")
    piped = str(cards) == "-"
    place = "standard input" if piped else str(cards)
    options = ReadOptions(format_ or "", encoding, _typed(separator), _typed(card_separator))
    try:
        card_set = read(_content(cards), cards.name, options)
    except CardsError as error:
        raise DataError(f"{place}: {error}") from error
    _print_card_set(place, card_set)
    called = title or card_set.title or ("Cards" if piped else cards.stem.replace("_", " ").strip())
    _draft(card_set, _target(folder, data_dir, called), called, place if piped else cards.name, data_dir)


def _draft(card_set: CardSet, folder: Path, title: str, source: str, data_dir: Path | None) -> None:
    from purges_quiz.authoring import folder as folders
    from purges_quiz.authoring.cards import CardsError
    from purges_quiz.authoring.draft import draft
    from purges_quiz.wording.figures import counted

    with deck_problems_raised(folder):
        try:
            existing = folders.find(folder)
        except CardsError as error:
            raise DataError(str(error)) from error
    chosen = card_set.cards if existing is None else tuple(filter(folders.is_new(existing), card_set.cards))
    if existing is not None:
        kept = len(card_set.cards) - len(chosen)
        print_error(f"{folder} already has {kept:,} of these cards; what is there stays as it is")
        if not chosen:
            print_error("Nothing is new; nothing was written.")
            return
    drafted = draft(chosen, [card.key for card in existing.cards] if existing else (), _with_progress)
    if not drafted.cards:
        raise DataError(f"{source}: nothing was found in the cards that could be asked; see --format and --separator")
    with writing(folder):
        facts = folders.write(folder, drafted, title=title, source=source, existing=existing)
    kinds = Counter(fact.type for card in drafted.cards for fact in card.facts)
    made = f"{counted(drafted.facts, 'fact')} drafted from {counted(len(drafted.cards), 'card')}"
    print_error(
        f"{made}: {', '.join(counted(count, *_NOUNS.get(kind, (kind,))) for kind, count in kinds.most_common())}"
    )
    if drafted.bare:
        print_error(f"{counted(len(drafted.bare), 'card')} gave nothing to ask: {_named(drafted.bare)}")
    if facts > folders.TOO_MANY_FACTS:
        print_error(f"{facts:,} facts are more than anybody learns as one deck; split the cards by topic")
    elif facts > folders.LADDERS_FOR:
        print_error(f"Numbers and dates are asked by typing until you run: purges-quiz ladders {folder}")
    is_own = data_dir is None and folder.parent == open_places(data_dir).decks
    print_error(f"Written to {folder}. Play it: purges-quiz --deck {folder.name if is_own else folder}")


def _content(cards: Path) -> bytes:
    from purges_quiz.authoring.cards import LARGEST

    return sys.stdin.buffer.read(LARGEST + 1) if str(cards) == "-" else content_of(cards, LARGEST)


def _typed(separator: str) -> str:
    """A separator as it was typed, with escapes for a tab and a line feed, which are not typed easily."""
    return separator.replace("\\t", "\t").replace("\\n", "\n")


def _print_card_set(name: str, card_set: CardSet) -> None:
    from purges_quiz.authoring.cards import FORMATS
    from purges_quiz.wording.figures import counted

    form = f"{card_set.format}, {card_set.encoding}" if card_set.encoding else card_set.format
    print_error(f"{name}: read as {FORMATS[card_set.format]} ({form}): {counted(len(card_set.cards), 'card')}")
    what = "note" if card_set.format == "apkg" else "line"
    for unread in card_set.unread[:SHOWN]:
        print_error(f"{name}: {what} {unread.line} is left out: {unread.reason}")
    if len(card_set.unread) > SHOWN:
        print_error(f"{name}: {len(card_set.unread) - SHOWN} more are left out")


def _target(folder: Path | None, data_dir: Path | None, title: str) -> Path:
    """The folder to write a deck into: one that was named, one of the player's own by its name, or a new one there."""
    from purges_quiz.deck.filling import slug

    own = open_places(data_dir).decks
    if folder is None:
        return own / (slug(title) or "cards")
    called = own / folder.name
    return called if len(folder.parts) == 1 and not folder.exists() and called.is_dir() else folder


def _with_progress(cards: Sequence[Card]) -> Iterator[Card]:
    if len(cards) < SLOW or not sys.stderr.isatty():
        yield from cards
        return
    with click.progressbar(cards, label="Drafting", file=sys.stderr) as bar:
        yield from bar


def _named(cards: Sequence[Card]) -> str:
    names = [f'"{(card.front or card.back)[:40]}" (line {card.line})' for card in cards[:3]]
    return ", ".join(names) + (" and others" if len(cards) > len(names) else "")


def _write_template(folder: Path | None) -> None:
    from purges_quiz.authoring.folder import write_template

    if folder is None:
        raise click.UsageError("Name the folder to write it to: purges-quiz new --template FOLDER.")
    with writing(folder, "name a new folder"):
        write_template(folder)
    print_error(f"Written to {folder}. Check it: purges-quiz check {folder}")


@click.command()
@click.option(
    "--to", "format_", type=click.Choice(EXPORT_FORMATS), required=True, help="The program, or html for paper."
)
@click.option(
    "--what",
    type=click.Choice(("deck", "mistakes", "weak")),
    default="deck",
    help="The whole deck, your open mistakes, or your hardest facts.",
)
@click.option("--out", type=FOLDER, metavar="FILE", help="Write to this file instead of printing.")
@deck_option
@data_option
def export(format_: str, what: str, out: Path | None, deck: Path | None, data_dir: Path | None) -> None:
    """Write questions for Anki, Quizlet, Moodle or paper."""
    from purges_quiz import bank
    from purges_quiz.export import FORMATS, items
    from purges_quiz.wording.figures import counted

    opened = open_deck(deck, data_dir) if what == "deck" else open_deck_to_play(deck, data_dir)
    keys = None if what == "deck" else _keys(what, opened, data_dir)
    found = items(bank.build(opened), keys)
    if not found:
        raise DataError("no open mistakes in this deck" if what == "mistakes" else "nothing of this deck was asked yet")
    text = FORMATS[format_](found, opened)
    if out is None:
        sys.stdout.buffer.write(text.encode())
        return
    with writing(out, "name another file"), out.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    print_error(f"{counted(len(found), 'question')} written to {out}")


def _keys(what: str, deck: Deck, data_dir: Path | None) -> frozenset[str]:
    from purges_quiz.progress.views import hardest
    from purges_quiz.session import Game

    with closing(open_store(data_dir)) as store:
        game = Game(deck, store)
        progress, asked = game.store.progress(), game.outline.facts
    found = progress.mistakes if what == "mistakes" else [key for key, _ in hardest(progress, WEAK)]
    return frozenset(found).intersection(asked)
