"""A deck's files as editors and systems write them."""

from __future__ import annotations

import shutil
from codecs import BOM_UTF8
from pathlib import Path

import pytest

import shipped_deck
from purges_quiz.deck.loading import load
from purges_quiz.deck.outline import identity
from purges_quiz.paths import questions_folder
from purges_quiz.store.decks import find_deck, read_deck


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(questions_folder(), tmp_path / "deck"))


def test_a_byte_order_mark_is_no_part_of_a_file(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(BOM_UTF8 + file.read_bytes())
    found = find_deck(folder)
    assert found.read() == shipped_deck.deck()
    assert (found.outline.id, found.outline.title) == (shipped_deck.deck().id, shipped_deck.deck().title)
    assert list(found.outline.facts) == list(shipped_deck.deck().facts)


@pytest.mark.parametrize("name", ["._01-first-show-trial.toml", ".#01-first-show-trial.toml", ".toml", ".DS_Store"])
def test_hidden_files_are_no_cards(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\0\x05\x16\x07")
    assert read_deck(folder) == shipped_deck.deck()


def test_endings_may_be_capitals(folder: Path) -> None:
    for file in list(folder.iterdir()):
        file.rename(file.with_suffix(".TOML"))
    assert read_deck(folder) == shipped_deck.deck()
    (folder / "deck.TOML").rename(folder / "Deck.Toml")
    assert read_deck(folder) == shipped_deck.deck()


def test_no_file_is_lost_for_one_whose_name_differs_in_capitals(folder: Path) -> None:
    shutil.copy(folder / "02-second-show-trial.toml", folder / "02-second-show-trial.Toml")
    assert len(find_deck(folder).files) == len(list(folder.iterdir()))


@pytest.mark.parametrize(
    ("deck_toml", "expected"),
    [
        ('id = "a1"\ntitle = "Water"\n', "a1"),
        ("title = 'Water'\nid   =   'a1'  # mine\n", "a1"),
        ('"id" = "\\u0061"\n', "a"),
        ('# id = "no"\ntitle = "Water"\n', "Water"),
        ('title = "The \\"great\\" flood"\n', 'The "great" flood'),
        ('\ufefftitle = "Water"\n', "Water"),
        ("", "sea"),
        ('title = ""\n', "sea"),
        ("is no TOML", "sea"),
        (".".join(["a"] * 5_000) + " = 1", "sea"),
    ],
)
def test_progress_hangs_on_the_id_or_else_the_title_or_else_the_first_card(deck_toml: str, expected: str) -> None:
    files = {"deck.toml": deck_toml.encode(), "01.toml": b'key = "sea"\n', "02.toml": b'key = "lake"\n'}
    assert identity(files) == expected


def test_a_deck_and_its_outline_have_the_same_id(folder: Path) -> None:
    deck_toml = folder / "deck.toml"
    for text in ('id = "a1"\n', "id = 'a1'\n", 'title = "Water"\n', "", "title = 'Water'\n"):
        deck_toml.write_text(text, encoding="utf-8")
        found = find_deck(folder)
        assert found.outline.id == found.read().id == load(found.files).id != ""
