"""Every screen of the game, and the keys that a player presses to get there."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import program

from pseudo_terminal import Terminal

DONT_KNOW, PALETTE, ESCAPE = "\x07", "\x10", "\x1b"
FEEDBACK = ("Enter Next", DONT_KNOW)
OTHER_DECK = str(Path(__file__).parents[1] / "data" / "decks" / "reformation")


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, from the start of the program."""

    screen: str
    """The class of the screen, below `tui/screens`."""
    shows: str
    """A text that stands on it."""
    options: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """What is to be seen, and the key then pressed."""


def _round(kind: str, *options: str) -> tuple[str, ...]:
    return ("--mode", "quick", "--kind", kind, "--seed", "3", *options)


PLACES: Mapping[str, Place] = {
    "home": Place("HomeScreen", "One card"),
    "help": Place("HelpScreen", "How the game works", (), (("One card", "?"),)),
    "palette": Place("HomeScreen", "Search for commands", (), (("One card", PALETTE),)),
    "cards": Place("CardListScreen", "Esc Back", (), (("One card", "c"),)),
    "card": Place("CardScreen", "Play this card", (), (("One card", "c"), ("Esc Back", "\r"))),
    "mistakes": Place("MistakesScreen", "Esc Back", (), (("One card", "m"),)),
    "progress": Place("ProgressScreen", "Esc Back", (), (("One card", "p"),)),
    "settings": Place("SettingsScreen", "Esc Back", (), (("One card", "s"),)),
    "decks": Place("DecksScreen", "Esc Back", ("--deck", OTHER_DECK), (("One card", "d"),)),
    "exam": Place("PlayScreen", "1 of 20", ("--mode", "exam")),
    "typing": Place("PlayScreen", "1 of", _round("number-recall")),
    "choosing": Place("PlayScreen", "1 of", _round("multiple-choice")),
    "ordering": Place("PlayScreen", "1 of", _round("ordering")),
    "matching": Place("PlayScreen", "1 of", _round("matching")),
    "feedback": Place("PlayScreen", "Enter Next", _round("free-text"), (("1 of", DONT_KNOW),)),
    "reasons": Place(
        "ReasonsScreen", "Esc Back", _round("multiple-choice"), (("1 of", DONT_KNOW), ("Enter Next", "o"))
    ),
    "pause": Place("PauseScreen", "Paused", _round("date-recall"), (("1 of", ESCAPE),)),
    "results": Place(
        "ResultsScreen", "Home", _round("list-recall", "--questions", "1"), (("1 of", DONT_KNOW), ("Enter Next", "\r"))
    ),
}


def at(name: str, home: Path, command: tuple[str, ...] = (program.COMMAND,)) -> Terminal:
    """The game, gone to the place of that name."""
    place = PLACES[name]
    game = program.started(home, *place.options, command=command)
    try:
        for shown, key in place.keys:
            game.wait_for(shown)
            if key in {"o", "\r"}:
                time.sleep(program.READING)
            game.send(key)
        game.wait_for(place.shows)
    except BaseException:
        game.process.close(force=True)
        raise
    return game
