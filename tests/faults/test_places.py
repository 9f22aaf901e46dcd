"""The tests of faults go to every screen there is."""

from __future__ import annotations

from pathlib import Path

import places

from purges_quiz.tui import screens


def test_no_screen_is_left_out() -> None:
    written = {file.stem for folder in screens.__path__ for file in Path(folder).glob("*.py")} - {"__init__"}
    assert {place.module for place in places.PLACES.values()} == written
