"""What a round achieved: what is known after it that was not known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from purges_quiz.progress.fact_state import PROOFS, FactState
from purges_quiz.progress.fold import Progress
from purges_quiz.progress.prediction import comes_back


@dataclass(frozen=True, slots=True)
class Gains:
    """The facts of a round, by their keys, as they stand after it."""

    met: tuple[str, ...]
    """Asked for the first time."""
    secure: tuple[str, ...]
    """Secure now, but not before."""
    put_right: tuple[str, ...]
    """Open in the mistakes book before, and closed now."""
    open: tuple[str, ...]
    """Still open in the mistakes book, or since this round."""
    to_go: Mapping[int, int]
    """How many of those that are open need to be typed right on so many more days."""
    due: Mapping[date, int]
    """How many come back on a day, the soonest first."""


def gains(before: Progress, after: Progress, asked: Collection[str], today: date, exam: date | None) -> Gains:
    """What changed for the facts that were asked."""
    facts = [(key, before.facts.get(key, FactState()), after.facts.get(key, FactState())) for key in asked]
    opened = {key: state for key, _, state in facts if state.is_open}
    back = Counter(comes_back(after.forgetting, asked, today, exam).values())
    return Gains(
        met=tuple(key for key, old, new in facts if new.asked and not old.asked),
        secure=tuple(key for key, old, new in facts if new.secure and not old.secure),
        put_right=tuple(key for key, old, new in facts if old.is_open and not new.is_open),
        open=tuple(opened),
        to_go=Counter(PROOFS - len(state.mended) for state in opened.values()),
        due=dict(sorted(back.items())),
    )
