"""Not one colour code where none is wanted, on the bytes that a terminal is sent."""

from __future__ import annotations

import re
import time
from pathlib import Path

import program
import pytest
import screen_places

STYLES = re.compile(rb"\x1b\[([0-9;:]*)m")


def colours(raw: bytes) -> set[bytes]:
    """The colour codes, 30 to 49 and 90 to 107, and the question what the terminal's colours are."""
    found = {code for codes in STYLES.findall(raw) for code in re.split(rb"[;:]", codes) if code}
    return {code for code in found if 30 <= int(code) <= 49 or 90 <= int(code) <= 107}


ROUND = (
    ("", "One card"),
    ("\r", "1 of 10"),
    (screen_places.DONT_KNOW, program.JUDGED),
    (screen_places.ESCAPE, "Paused"),
    ("e", "Home"),
)
READING = (
    ("", "One card"),
    ("?", "How the game works"),
    (screen_places.ESCAPE, "One card"),
    (screen_places.PALETTE, "Search for commands"),
    (screen_places.ESCAPE, "One card"),
    ("\x1b[12~", "One card"),  # F2, the next look
    ("c", "Esc Back"),
    ("\r", "Play this card"),
)
WITHOUT = [
    pytest.param({"NO_COLOR": "1"}, (), ROUND, id="NO_COLOR=1"),
    pytest.param({}, ("--no-color",), READING, marks=pytest.mark.long, id="--no-color"),
    pytest.param(
        {"NO_COLOR": "0", "COLORTERM": "truecolor"},
        ("--theme", "light"),
        ROUND,
        marks=pytest.mark.long,
        id="NO_COLOR=0, a theme",
    ),
]


@pytest.mark.parametrize(("env", "options", "walk"), WITHOUT)
def test_no_colour_code_is_written(
    tmp_path: Path, env: dict[str, str | None], options: tuple[str, ...], walk: tuple[tuple[str, str], ...]
) -> None:
    with program.started(tmp_path, *options, env=env) as game:
        for key, shown in walk:
            time.sleep(program.READING if key in {screen_places.ESCAPE, "e"} else 0)
            game.send(key)
            game.wait_for(shown)
        game.send("\x11")
        assert game.wait_for_end() == 0
        assert colours(game.raw) == set()


def test_an_empty_no_color_leaves_the_colours(tmp_path: Path) -> None:
    with program.started(tmp_path, env={"NO_COLOR": ""}) as game:
        game.wait_for("One card")
        assert colours(game.raw)
