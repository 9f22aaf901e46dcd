"""The settings file of a player, as the game reads it, tells of it and writes it."""

from __future__ import annotations

from pathlib import Path

import program
import pytest
import screen_places

FILE = """\
# mine
theme = "pink"
questions = 5
future = [1, 2]

[keys]
home.mistakes = "b"
home.cards = "b"  # too much
"""


@pytest.mark.parametrize("size", [(60, 20), pytest.param((80, 24), marks=pytest.mark.long)])
def test_a_file_is_used_as_far_as_it_goes_and_kept_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "kept" / "settings.toml"
    path.parent.mkdir()
    path.write_text(FILE)
    with program.started(tmp_path, size=size) as game:
        home = game.wait_for("One card")
        assert "5 questions, a few minutes" in home
        assert "3 lines of the settings file not used" in home
        assert "b Mistakes" in home
        assert "c Cards" in home
        game.send("b")
        game.wait_for("No mistakes are open")
        game.send(screen_places.ESCAPE)
        game.wait_for("One card")
        game.send("s")
        assert "Quick round 5 questions" in game.wait_for("Look dark")
        game.send("\x1b[C")
        game.wait_for("Clock off")
        game.send(" ")
        game.wait_for("home.cards and home.mistakes would both have b; home.cards keeps c")
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert path.read_text() == FILE.replace("\n[keys]", "clock = false\n\n[keys]")
