"""What the command palette offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from purges_quiz.tui.commands import COMMANDS, printed

LEFT_OUT = frozenset({"app.palette", *(command.id for place in ("Lists", "Pages") for command in COMMANDS[place])})
"""Moving about a list or a page needs no palette."""


def offered(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Every command that works on the screen now, with its key."""
    told = set(LEFT_OUT)
    for key, (node, binding, enabled, about) in screen.active_bindings.items():
        if enabled and binding.id and binding.id not in told:
            told.add(binding.id)
            yield SystemCommand(about, printed(key), partial(screen.app.run_action, binding.action, node))
