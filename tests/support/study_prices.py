"""What a second of study is worth, found once for all tests that ask it of the same facts and the same minutes.

Every game of a test begins with a plan of the day; of all that a new player's game computes it takes the longest.
"""

from __future__ import annotations

from collections.abc import Sequence

from purges_quiz.deck.gradual import Pieces
from purges_quiz.progress.forgetting import Forgetting
from purges_quiz.progress.pace import Pace
from purges_quiz.selection import study_plan
from purges_quiz.selection.prices import Group, Prices, for_slow_facts, settling_prices

_FOUND: dict[object, Prices] = {}
_SLOW: dict[object, Prices] = {}


def find_once() -> None:
    """Let plans of the day take from now on what is known already."""
    study_plan.settling_prices = _settling  # type: ignore[attr-defined]
    study_plan.for_slow_facts = _for_slow_facts  # type: ignore[attr-defined]


def _settling(model: Forgetting, pace: Pace, groups: Sequence[Group], minutes: Sequence[float]) -> Pieces[Prices]:
    asked = (model, pace, *groups, *minutes)
    if asked not in _FOUND:
        _FOUND[asked] = yield from settling_prices(model, pace, groups, minutes)
    return _FOUND[asked]


def _for_slow_facts(prices: Prices, slowness: float) -> Prices:
    asked = (id(prices), slowness)  # what is found stays above, and so does its identity
    if asked not in _SLOW:
        _SLOW[asked] = for_slow_facts(prices, slowness)
    return _SLOW[asked]
