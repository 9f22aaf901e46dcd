from __future__ import annotations

from pathlib import Path

import pytest
from full_screen import opened
from manual_clock import ManualClock

from purges_quiz.session import Game


def pytest_addoption(parser: pytest.Parser) -> None:
    about = "keep the screens as they look now, for test_captures.py"
    parser.getgroup("captures").addoption("--write-captures", action="store_true", default=False, help=about)


@pytest.fixture
def game(tmp_path: Path, watch: ManualClock) -> Game:
    return opened(tmp_path, watch)
