from __future__ import annotations

from pathlib import Path

import pytest
from full_screen import Watch, opened

from purges_quiz.session import Game


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def game(tmp_path: Path, watch: Watch) -> Game:
    return opened(tmp_path, watch)
