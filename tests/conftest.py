"""What holds for all tests: where their files are, how much of them is run, that what they measured is printed."""

from __future__ import annotations

import gc
import os
import random
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import chance
import pytest
import shared_work
import stores
from hypothesis import HealthCheck, settings
from manual_clock import ManualClock

MEMORY, ROOM = Path("/dev/shm"), 2**30  # noqa: S108 -- where Linux has a disk in memory; and the bytes wanted there

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start the game some hundred times: it is compiled but once
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))  # thousands of answers need not wait for a real disk
shared_work.share()
gc.set_threshold(100_000, 20, 20)  # the decks and screens of all tests are not gone through again and again


def pytest_xdist_auto_num_workers() -> int:
    """A worker more than there are processors: some tests wait for programs that they started."""
    return 1 + (os.cpu_count() or 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("length")
    group.addoption("--full", action="store_true", default=False, help="all of it, and 200 kills")
    group.addoption("--kills", type=int, default=None, help="how often the game is killed")
    group.addoption("--dice-seed", type=int, default=1937, help="the seed of every dice of these tests")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: runs with --full only")
    chance.seed_stores(config.getoption("--dice-seed", 1937))
    full = bool(config.getoption("--full", False))
    # How fast an example is, is a matter of the machine; the same examples in every run, others with --full.
    settings.register_profile(
        "tests",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize=not full,
        max_examples=200 if full else 25,
    )
    settings.load_profile("tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--full", False):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let chance in a test depend on the test alone."""
    chance.begin(item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object],
) -> Generator[None, object, object]:
    """Let chance in what several tests share depend on none of them."""
    if fixturedef.scope == "function":
        return (yield)
    with chance.apart(fixturedef.argname):
        return (yield)


@pytest.fixture(autouse=True)
def _no_store_stays_open() -> Iterator[None]:
    yield
    stores.close_all()


@pytest.fixture
def watch() -> ManualClock:
    """The clock of a game, which the test moves."""
    return ManualClock()


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the whole of a test is wanted."""
    return bool(request.config.getoption("--full", False))


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """Dice that fall the same way in every run, and another way in every test."""
    return random.Random(f"{request.config.getoption('--dice-seed', 1937)} {request.node.name}")


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
