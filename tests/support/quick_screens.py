"""What tests of screens would take time for, and need not: styles are parsed once, and nothing waits by the clock.

Textual parses the styles of its widgets anew for every app, which took an eighth of such a test. And it waits after
each key until the process has used no processor for 20 ms, twice; how much is done by then depends on the machine. Here
a test goes on when nothing is left to be done, nor will be in a moment, and what has changed is painted.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any

import textual.app
import textual.pilot
from textual._context import active_app
from textual.app import ScreenStackError
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

RESIZING = 0.01
"""Seconds after which a screen has another size, and a little: Textual waits the 120th of one for yet another."""

_PARSED: dict[object, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules  # noqa: SLF001 -- a style sheet remembers what it has parsed, but for itself alone


def hurry() -> None:
    """Let all apps from now on be so quick."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign, assignment]  # noqa: SLF001 -- see above
    textual.app.wait_for_idle = textual.pilot.wait_for_idle = _idle  # type: ignore[assignment, attr-defined]


def _parse_once(sheet: Stylesheet, css: str, *of: Any, **options: Any) -> list[RuleSet]:  # noqa: ANN401 -- as Textual's
    asked = (css, of, *options.items(), *sheet._variables.items())  # noqa: SLF001 -- the colours of a theme
    if asked not in _PARSED:
        _PARSED[asked] = _parse(sheet, css, *of, **options)
    return _PARSED[asked]


async def _idle(_at_least: float = 0, at_most: float = 1) -> None:
    loop: Any = asyncio.get_running_loop()
    ends = time.monotonic() + at_most
    while time.monotonic() < ends:
        await asyncio.sleep(0)
        if loop._ready or _painted():  # noqa: SLF001 -- a loop tells nobody else what is left to be done
            continue
        times = [each.when() for each in loop._scheduled if not each.cancelled()]  # noqa: SLF001 -- likewise
        due = min(times, default=ends) - loop.time()
        if due > RESIZING:
            return
        await asyncio.sleep(max(0, due))


def _painted() -> bool:
    """Paint what the screen would paint with its next frame, if there is anything."""
    try:
        screen: Any = active_app.get().screen
    except ScreenStackError:  # at the start and at the end
        return False
    if not screen._update_timer._active.is_set():  # noqa: SLF001 -- likewise of a screen
        return False
    screen._on_timer_update()  # noqa: SLF001 -- a pilot does so itself when it pauses
    return True
