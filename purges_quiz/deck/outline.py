"""The title, the keys of the facts and the checksum of a deck, found without parsing its files.

Parsing takes 67 to 110 ms, which the home screen would have to wait for; this takes a hundredth of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple
from zlib import crc32

DECK, ACROSS = "deck.toml", "across.toml"
ENTITIES, ARRANGEMENTS, LADDERS = "entities.toml", "arrangements.toml", "ladders.toml"
NOT_CARDS = frozenset({DECK, ENTITIES, ARRANGEMENTS, LADDERS, ACROSS})
"""The files of a deck that hold no cards."""
NO_TITLE = "Cards"
SHIPPED = "shipped"
"""The id of the deck that comes with the game."""
LARGEST = 1_000_000
"""Bytes that a single file of a deck may have. A card takes some thousands; so much is some other file by mistake."""
DOTS = 1000
"""Dots that a line may have: tomllib takes a minute over a key of 50,000 parts, and hours over one of a megabyte."""

_ID = re.compile(r'^id = "([^"\\]{1,200})"', re.MULTILINE)
_TITLE = re.compile(r'^title = "([^"\\]{1,2000})"', re.MULTILINE)
_CARD = re.compile(r'^key = "([a-z0-9-]+)"', re.MULTILINE)
# What begins with a character is found ten times as fast as what begins with ^, where Home waits for it.
_FACT = re.compile(r"\n\[(?:card\.)?facts\.([a-z0-9-]+)\]")
_MANY = re.compile(r"\n\[\[card\]\]$", re.MULTILINE)


class Outline(NamedTuple):
    """What is known of a deck that has not been read."""

    title: str
    facts: Collection[str]
    """The keys of its facts, in the order of the cards."""
    checksum: str
    id: str = ""
    """What the player's progress in it hangs on."""


def outline(files: Mapping[str, bytes]) -> Outline:
    """The outline of the deck in these files, each named without its folder.

    It knows the lines of TOML as the shipped cards are laid out; what is written in another way is
    missed until the deck is read.
    """
    facts: list[str] = []
    for name in sorted(files):
        for text in _MANY.split("\n" + _text(files[name])):
            if card := _CARD.search(text):
                facts += [f"{card[1]}/{fact}" for fact in _FACT.findall(text)]
    title = _TITLE.search(_text(files.get(DECK, b"")))
    shown = title[1] if title and title[1].isprintable() else NO_TITLE
    return Outline(shown, dict.fromkeys(facts), checksum(files), identity(files))


def identity(files: Mapping[str, bytes]) -> str:
    """What progress in a deck hangs on, whatever its folder: the id in its deck.toml.

    A deck without one is known by its title, or else by the key of its first card.
    """
    text = _text(files.get(DECK, b""))
    if stated := _ID.search(text):
        return stated[1]
    table = _parsed(text)
    for key in ("id", "title"):
        if isinstance(value := table.get(key), str) and value:
            return value
    cards = (found[1] for name in sorted(files) if (found := _CARD.search(_text(files[name]))))
    return next(cards, NO_TITLE)


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace")


def _parsed(text: str) -> Mapping[str, object]:
    """What a deck.toml says that is written in another way than the shipped one; nothing where it is not TOML."""
    if any(line.count(".") > DOTS for line in text.split("\n")):
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def checksum(files: Mapping[str, bytes]) -> str:
    """The CRC-32 of all files of a deck, by which stored rounds know the deck that they were played with."""
    whole = b"\0".join(files[name] for name in sorted(files))
    return f"{crc32(whole):08x}"
