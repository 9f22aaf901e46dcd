"""The terminal resized at random on every screen."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
import screen_places

IN_THE_GATE = {"typing"}
EACH = [pytest.param(place, marks=() if place in IN_THE_GATE else pytest.mark.long) for place in screen_places.PLACES]


@pytest.mark.parametrize("place", EACH)
def test_a_screen_outlives_any_sizes(place: str, tmp_path: Path, dice: random.Random, *, full: bool) -> None:
    with screen_places.at(place, tmp_path) as game:
        if place == "typing":
            game.send("12 and")
        for _ in range(200 if full else 4):
            game.resize(dice.randint(20, 200), dice.randint(5, 60))
            time.sleep(dice.choice((0, 0.01, 0.05)))
            game.read(0.005)
        for columns, rows in ((1, 1), (0, 0), (500, 200), (500, 1), (1, 200)):
            game.process.setwinsize(rows, columns)
            game.read(0.05)
        game.resize(39, 11)
        game.wait_for("please enlarge")
        game.resize(80, 24)
        game.wait_for(screen_places.PLACES[place].shows)
        assert "12 and" in game.text() or place != "typing"
        game.send("\x11")
        assert game.wait_for_end() == 0
