"""Leaving in good order when a signal says so."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

SIGNALLED = 128
"""The exit code after a signal, less its number."""


def heed_signals(leave: Callable[[int], None]) -> None:
    """Have `leave` called with the exit code on SIGTERM and SIGHUP, which Textual knows nothing of.

    Windows has neither a SIGHUP nor handlers in a loop: there a signal ends the program as it ends any.
    """
    for name in ("SIGTERM", "SIGHUP"):
        if (number := getattr(signal, name, None)) is not None:
            with suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, leave, SIGNALLED + number)
