"""The title, the keys of the facts and the checksum of a deck, found without parsing its files.

Parsing takes 67 to 110 ms, which the home screen would have to wait for; this takes a hundredth of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from zlib import crc32

DECK = "deck.toml"
NO_TITLE = "Cards"
LARGEST = 1_000_000
"""Bytes that a single file of a deck may have. A card takes some thousands; so much is some other file by mistake."""

_TITLE = re.compile(r'^title = "([^"\\]{1,2000})"', re.MULTILINE)
_CARD = re.compile(r'^key = "([a-z0-9-]+)"', re.MULTILINE)
_FACT = re.compile(r"^\[(?:card\.)?facts\.([a-z0-9-]+)\]", re.MULTILINE)
_MANY = re.compile(r"^\[\[card\]\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a deck that has not been read."""

    title: str
    facts: Collection[str]
    """The keys of its facts, in the order of the cards."""
    checksum: str


def outline(files: Mapping[str, bytes]) -> Outline:
    """The outline of the deck in these files, each named without its folder.

    It knows the lines of TOML as the shipped cards are laid out; what is written in another way is
    missed until the deck is read.
    """
    facts: list[str] = []
    for name in sorted(files):
        for text in _MANY.split(files[name].decode(errors="replace")):
            if card := _CARD.search(text):
                facts += [f"{card[1]}/{fact}" for fact in _FACT.findall(text)]
    title = _TITLE.search(files.get(DECK, b"").decode(errors="replace"))
    shown = title[1] if title and title[1].isprintable() else NO_TITLE
    return Outline(shown, dict.fromkeys(facts), checksum(files))


def checksum(files: Mapping[str, bytes]) -> str:
    """The CRC-32 of all files of a deck, by which stored rounds know the deck that they were played with."""
    whole = b"\0".join(files[name] for name in sorted(files))
    return f"{crc32(whole):08x}"
