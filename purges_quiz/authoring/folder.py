"""A draft written into the folder of a deck, new or there already. Nothing that is there is written over."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from purges_quiz.authoring.cards import Card, CardsError
from purges_quiz.authoring.draft import DraftCard, Drafted, DraftFact
from purges_quiz.authoring.ladders.search import NoRoomError, as_toml, choose_ladders
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck
from purges_quiz.deck.outline import DECK
from purges_quiz.store.decks import read_deck

MANY = 200
"""Cards from which on they are written a hundred to a file."""
TOGETHER = 100
TOO_MANY_FACTS = 5_000
"""Facts of a deck that nobody learns as a whole."""
LADDERS_FOR = 400
"""Facts for which the wrong numbers and dates are chosen at once; for more it would take minutes."""
LADDERS = "ladders.toml"
CANDIDATES = 12
"""Ladders among which one is chosen for each: fewer than for a deck that an author has finished."""


def find(folder: Path) -> Deck | None:
    """The deck in this folder; None for a folder that is empty or not there.

    Raises `CardsError` for a folder that holds something else, and `DeckError` for a deck with problems.
    """
    if not folder.exists():
        return None
    if not folder.is_dir():
        raise CardsError(f"{folder} is a file; name a folder for the deck")
    names = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    if not names:
        return None
    if DECK not in names:
        raise CardsError(f"{folder} holds other files and no {DECK}; name another folder for the deck")
    return read_deck(folder)


def is_new(existing: Deck) -> Callable[[Card], bool]:
    """A test for cards that a deck does not have: none of its cards has that title, or that text where it has none."""
    titles = {_folded(card.title) for card in existing.cards}
    texts = {_folded(" ".join(card.sentences)) for card in existing.cards}

    def new(card: Card) -> bool:
        return _folded(card.front) not in titles if card.front else _folded(card.back) not in texts

    return new


def write(folder: Path, drafted: Drafted, *, title: str, source: str, existing: Deck | None = None) -> int:
    """Write a draft into a folder, beside the cards of a deck that is there, and give the number of all its facts.

    Every file is written whole or not at all, and none that is there is changed, but for the ladders, which are
    made anew. Raises OSError where that fails; what was there is then as it was.
    """
    files = _files(drafted.cards, _next(folder))
    kept = {path.name: path.read_bytes() for path in folder.glob("*.toml")} if existing else {}
    if existing is None:
        files = {DECK: deck_text(title, new_id(), source), **files}
    contents = {name: text.encode() for name, text in files.items()}
    total = drafted.facts + (len(existing.facts) if existing else 0)
    if total <= LADDERS_FOR:
        contents[LADDERS] = ladders(load({**kept, **contents})).encode()
    folder.mkdir(parents=True, exist_ok=True)
    _put(folder, contents, replaced=LADDERS)
    return total


def template() -> dict[str, str]:
    """The text of each file of a deck with one fact of each type, by its name; deck.toml has an id of its own."""
    found = {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in files(__package__).joinpath("template").iterdir()
        if entry.name.endswith(".toml")
    }
    found[DECK] += f'id = "{new_id()}"\n'
    return found


def write_template(folder: Path) -> None:
    """Write the template into a new folder. Raises OSError, FileExistsError for a folder that is there."""
    texts = template()
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def ladders(deck: Deck) -> str:
    """The wrong numbers and dates of a deck; a fact for which there are none is only asked by typing."""
    try:
        return as_toml(choose_ladders(deck, CANDIDATES))
    except NoRoomError as cramped:
        return as_toml(cramped.chosen)


def _files(cards: Sequence[DraftCard], first: int) -> dict[str, str]:
    """The text of each file by its name, numbered from the first free number."""
    if len(cards) < MANY:
        digits = max(2, len(str(first + len(cards) - 1)))
        return {
            f"{number:0{digits}}-{card.key}.toml": card_text(card) for number, card in enumerate(cards, start=first)
        }
    parts = [cards[at : at + TOGETHER] for at in range(0, len(cards), TOGETHER)]
    digits = max(2, len(str(first + len(parts) - 1)))
    return {
        f"{number:0{digits}}-{part[0].key}.toml": "\n\n".join(card_text(card, of_many=True) for card in part)
        for number, part in enumerate(parts, start=first)
    }


def _next(folder: Path) -> int:
    numbers = [int(found[0]) for path in folder.glob("*.toml") if (found := re.match(r"\d+", path.name))]
    return max(numbers, default=0) + 1


def _put(folder: Path, contents: Mapping[str, bytes], replaced: str) -> None:
    """Write all files beside their places, then move them there; those that are there already are not replaced."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as waiting:
        for name, content in contents.items():
            Path(waiting, name).write_bytes(content)
        for name in contents:
            target = folder / name
            if target.exists() and name != replaced:
                raise FileExistsError(17, os.strerror(17), str(target))
        for name in contents:
            Path(waiting, name).replace(folder / name)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def new_id() -> str:
    """What tells this deck from every other: the first 48 bits of a random UUID."""
    return uuid4().hex[:12]


WIDTH = 118
"""Characters of a line, where a list can be broken."""

HEADER = """\
# Drafted by `purges-quiz new` from {source}. Play it as it is; `purges-quiz check` names what is worth correcting.
#
# Each file beside this one holds cards, in the order of their names. A fact needs a type, a value and a prompt; texts
# may be corrected freely, keys must stay, since progress hangs on them. Delete a fact that asks nothing worth asking,
# and the line `draft = true` of one that you have read. What else can be said of a fact: `purges-quiz new --template`.
"""


def deck_text(title: str, identity: str, source: str) -> str:
    """The text of deck.toml."""
    return f"{HEADER.format(source=_plain(source))}\nid = {quoted(identity)}\ntitle = {quoted(title)}\n"


def card_text(written: DraftCard, *, of_many: bool = False) -> str:
    """The text of a card: a file of its own, or one of many in a file."""
    lines = ["[[card]]"] if of_many else []
    lines += [f"key = {quoted(written.key)}", f"title = {quoted(written.title)}"]
    lines += [f"sentences = {quoted_list(written.sentences, broken=True)}"]
    prefix = "card.facts" if of_many else "facts"
    for fact in written.facts:
        lines += ["", f"[{prefix}.{fact.name}]", *_fact(fact)]
    return "\n".join(lines) + "\n"


def _fact(fact: DraftFact) -> list[str]:
    lines = ["draft = true", f"type = {quoted(fact.type)}"]
    if fact.elements:
        lines.append(f"elements = {quoted_list(fact.elements)}")
    else:
        lines.append(f"value = {quoted(fact.value)}")
    lines.append(f"prompt = {quoted(fact.prompt)}")
    others = {"mark": fact.span, "units": fact.units, "aliases": fact.aliases, "group": fact.group}
    for name, said in others.items():
        if said:
            lines.append(f"{name} = {quoted(said) if isinstance(said, str) else quoted_list(said)}")
    return lines


def quoted(value: str) -> str:
    """A text in the quotation marks in which it needs fewest escapes."""
    plain = _plain(value)
    if '"' in plain and "'" not in plain and "\\" not in plain:
        return f"'{plain}'"
    return json.dumps(plain, ensure_ascii=False)


def quoted_list(values: Sequence[str], *, broken: bool = False) -> str:
    """A list of texts: on one line, or a line each where it would be too long or is asked for."""
    inline = f"[{', '.join(map(quoted, values))}]"
    if len(inline) <= WIDTH and not (broken and len(values) > 1):
        return inline
    return "[\n" + "".join(f"    {quoted(value)},\n" for value in values) + "]"


def _plain(value: str) -> str:
    """A text on one line, without what no terminal shows."""
    return "".join(letter if letter.isprintable() else " " for letter in value).strip()
