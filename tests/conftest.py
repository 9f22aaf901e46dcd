"""What tests measured is printed at the end, whichever process ran them."""

from __future__ import annotations

import os

import pytest

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start the game some hundred times: it is compiled but once


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
