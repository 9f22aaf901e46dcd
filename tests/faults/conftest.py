"""How long the tests of faults run: a short form in the gate, the whole of it with --full."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("faults")
    group.addoption("--full", action="store_true", default=False, help="every fault on every screen, 200 kills")
    group.addoption("--kills", type=int, default=None, help="how often the game is killed")
    group.addoption("--fault-seed", type=int, default=1937, help="the seed of every dice of these tests")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: runs with --full only")


def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    if not config.getoption("--full", False):
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="with --full"))


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the whole of a test is wanted."""
    return bool(request.config.getoption("--full", False))


@pytest.fixture
def kills(request: pytest.FixtureRequest, full: bool) -> int:  # noqa: FBT001 -- a fixture
    """How often the game is killed."""
    return int(request.config.getoption("--kills", None) or (200 if full else 10))


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """Dice that fall the same way in every run, and another way in every test."""
    return random.Random(f"{request.config.getoption('--fault-seed', 1937)} {request.node.name}")
