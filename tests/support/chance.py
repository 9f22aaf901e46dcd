"""What tests leave to chance, which depends on the test alone and falls alike in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

from purges_quiz.store import database

_DICE = random.Random()
_seed = 0


def seed_stores(seed: int) -> None:
    """Let new stores take their seeds from here, in a run of tests with that seed."""
    global _seed  # noqa: PLW0603 -- one run has one
    _seed = seed
    database.new_seed = lambda size: _DICE.getrandbits(8 * size)


def begin(test: str) -> None:
    """Let what comes depend on a test alone."""
    _DICE.seed(f"{_seed} {test}")


@contextmanager
def apart(name: str) -> Iterator[None]:
    """Let what several tests share not depend on which of them comes first, nor theirs on it."""
    state = _DICE.getstate()
    begin(name)
    try:
        yield
    finally:
        _DICE.setstate(state)
