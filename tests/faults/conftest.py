from __future__ import annotations

import pytest


@pytest.fixture
def kills(request: pytest.FixtureRequest, full: bool) -> int:  # noqa: FBT001 -- a fixture
    """How often the game is killed."""
    return int(request.config.getoption("--kills", None) or (200 if full else 3))
