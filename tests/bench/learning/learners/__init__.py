"""Made-up learners with three models of memory; a file with a class of the same kind can be brought from outside."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from . import actr, exponential, fsrs


class Learner(Protocol):
    """Someone who learns facts. Nothing but the bench sees the memory itself: orders of study see answers."""

    def recall(self, fact: str, day: int) -> float:
        """The true probability, from 0 to 1, that the fact is recalled on a day; 0 if it was never met."""
        ...

    def meet(self, fact: str, day: int, *, recalled: bool) -> None:
        """Take in a fact that was just recalled, or else read in the feedback."""
        ...


Make = Callable[[int], Learner]
"""The learner of a seed."""

MODELS: Mapping[str, Make] = {
    "FSRS": fsrs.Learner,
    "exponential": exponential.Learner,
    "ACT-R": actr.Learner,
}


def from_file(path: Path) -> Make:
    """The class `Learner` of a Python file. Raises ValueError, in one line, if there is none."""
    spec = importlib.util.spec_from_file_location("learner_from_outside", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise ValueError(f"{path} is not a Python file; name one that has a class Learner(seed)")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    make = getattr(module, "Learner", None)
    if make is None:
        raise ValueError(f"{path} has no class Learner; it needs recall(fact, day) and meet(fact, day, *, recalled)")
    found: Make = make
    return found
