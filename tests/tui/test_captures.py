"""Every screen at 80x24, as text, beside how it looked when somebody last looked at it.

A screen that is meant to look otherwise from now on is written anew by `pytest tests/tui/test_captures.py
--write-captures`, and the difference is then read in the change itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from full_screen import STANDARD, app, lines, opened
from manual_clock import ManualClock
from played_days import player_of
from views import VIEWS, open_view

FOLDER = Path(__file__).parent / "captures"


@pytest.mark.parametrize("name", VIEWS)
async def test_the_screen_looks_as_it_did(
    tmp_path: Path, watch: ManualClock, name: str, request: pytest.FixtureRequest
) -> None:
    view = VIEWS[name]
    game = player_of(view.days, tmp_path, watch) if view.days else opened(tmp_path, watch)
    async with app(game, view.options).run_test(size=STANDARD) as pilot:
        await pilot.pause()
        await open_view(pilot, view)
        shown = "\n".join(lines(pilot)).rstrip() + "\n"
    kept = FOLDER / f"{name.replace(' ', '-')}.txt"
    if request.config.getoption("--write-captures", default=False):
        kept.write_text(shown, encoding="utf-8")
    assert shown == kept.read_text(encoding="utf-8")


def test_no_capture_is_left_of_a_screen_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {name.replace(" ", "-") for name in VIEWS}
