"""A shelf with the shipped deck and small ones of the player's own."""

from __future__ import annotations

from pathlib import Path

from purges_quiz.paths import questions_folder
from purges_quiz.session import Clock, Game
from purges_quiz.session.decks import Decks
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import find_deck
from purges_quiz.store.settings import Settings

CARD = """
key = "{key}"
title = "{title}"
sentences = ["The depth of the {key} is {depth} metres."]

[facts.depth]
type = "quantity"
value = "{depth}"
prompt = "How deep is the {key}, in metres?"
"""


def write_deck(own: Path, name: str, title: str, depths: dict[str, int], deck_id: str = "") -> Path:
    """A deck of a card for each thing that has a depth."""
    folder = own / name
    folder.mkdir(parents=True)
    (folder / "deck.toml").write_text(f'id = "{deck_id or name}"\ntitle = "{title}"\n', encoding="utf-8")
    for key, depth in depths.items():
        text = CARD.format(key=key, title=key.title(), depth=depth)
        (folder / f"{key}.toml").write_text(text, encoding="utf-8")
    return folder


def shelf_of(own: Path, store: AnswerStore, clock: Clock, settings: Settings | None = None) -> tuple[Decks, Game]:
    """The decks of a player, and the game of the shipped one."""
    shipped = questions_folder()
    decks = Decks(shipped, own, shipped, store, settings or Settings(), clock=clock)
    return decks, decks.game(find_deck(shipped))
