"""What holds for all tests: where their files are, and that what they measured is printed at the end."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest

MEMORY, ROOM = Path("/dev/shm"), 2**30  # noqa: S108 -- where Linux has a disk in memory; and the bytes wanted there

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start the game some hundred times: it is compiled but once
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))  # thousands of answers need not wait for a real disk
gc.set_threshold(100_000, 20, 20)  # the decks and screens of all tests are not gone through again and again


def pytest_xdist_auto_num_workers() -> int:
    """Two workers for each processor: much of the time tests wait, for screens and for programs that they started."""
    return 2 * (os.cpu_count() or 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = [
        value
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, value in report.user_properties
        if name == "figures"
    ]
    if figures:
        terminalreporter.section("figures")
        for text in sorted(figures):
            terminalreporter.write_line(str(text))
