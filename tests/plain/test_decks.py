"""Decks side by side, on lines."""

from __future__ import annotations

from pathlib import Path

from manual_clock import ManualClock
from several_decks import shelf_of, write_deck
from stores import open_store

from purges_quiz.plain import play
from purges_quiz.session import RoundOptions


def played(folder: Path, *lines: str) -> str:
    said: list[str] = []
    decks, game = shelf_of(folder / "decks", open_store(folder), ManualClock())
    typed = [f"{line}\n" for line in lines]
    assert play(game, None, RoundOptions(card="impact"), decks, lines=typed, write=said.append) == 0
    return "".join(said)


def test_with_one_deck_there_is_nothing_to_switch_to(tmp_path: Path) -> None:
    assert ":s switch deck" not in played(tmp_path)


def test_a_deck_is_chosen_by_its_number_and_another_one_does_not_matter_to_it(tmp_path: Path) -> None:
    write_deck(tmp_path / "decks", "water", "Water", {"lake": 7, "sea": 3_700, "pond": 2})
    write_deck(tmp_path / "decks", "zcopy", "Copy", {"lake": 8}, deck_id="water")
    said = played(tmp_path, ":s", "4", "3", "2", "", ":d", "", ":e", ":m", ":switch", ":decks", "")

    assert ":s switch deck" in said
    assert "1. Stalin's purges: 113 facts, none met yet\n2. Water: 3 facts, none met yet\n" in said
    assert "There is no deck 4." in said
    assert "Copy: has the id of water; give its deck.toml another" in said
    chosen = said[said.index("has the id of water") :]
    assert "How deep is the" in chosen
    assert "2. Water: 0 of 3 facts secure, 2 new, 1 mistake open\n" in chosen
