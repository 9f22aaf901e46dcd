"""Pictures of every screen, to be looked at: in four sizes and four looks, for a new player and after 3 and 30 days.

    python .pictures/screens.py FOLDER [--view home] [--size 80x24] [--look dark] [--day 30]

writes an SVG for each. Each option may be given several times; without one all of its kind are made, which takes an
hour. The player is a script under a clock that is moved, so that two runs show the same.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))

from full_screen import app, opened
from manual_clock import ManualClock
from played_days import play_days
from views import VIEWS, open_view

SIZES = ("60x20", "80x24", "120x40", "200x60")
PLAIN = "plain"
LOOKS = ("dark", "light", "ansi", PLAIN)
"""Three themes, and the game without colours."""
DAYS = (0, 3, 30)


def main() -> None:
    """Make the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--view", action="append", choices=VIEWS, metavar="VIEW")
    parser.add_argument("--size", action="append", choices=SIZES)
    parser.add_argument("--look", action="append", choices=LOOKS)
    parser.add_argument("--day", action="append", type=int, choices=DAYS)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        for day in wanted.day or DAYS:
            stored = Path(kept) / str(day)
            play_days(opened(stored, watch := ManualClock()), watch, day)
            each = product(wanted.view or VIEWS, wanted.size or SIZES, wanted.look or LOOKS)
            for number, (view, size, look) in enumerate(each):
                folder = Path(kept) / f"{day}-{number}"
                if stored.exists():
                    shutil.copytree(stored, folder)
                name = "-".join((*view.split(), f"day{day}", size, look))
                picture = asyncio.run(pictured(folder, view, size, look))
                (wanted.folder / f"{name}.svg").write_text(picture, encoding="utf-8")


async def pictured(stored: Path, view: str, size: str, look: str) -> str:
    """Open the game of a player, come to the screen, and give its SVG."""
    columns, rows = map(int, size.split("x"))
    shown = VIEWS[view]
    colours = {"color": False} if look == PLAIN else {"theme": look}
    async with app(opened(stored), shown.options, **colours).run_test(size=(columns, rows)) as pilot:
        await pilot.pause(0.1)
        await open_view(pilot, shown)
        await pilot.pause(0.1)
        return pilot.app.export_screenshot(simplify=True)


if __name__ == "__main__":
    main()
