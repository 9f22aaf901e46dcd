"""A fold of old answers as text, so that a start need not read them all again.

It holds nothing that the answers do not say: whenever it does not fit, it is left aside and made again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from zlib import crc32

from purges_quiz.core.memory import Memory
from purges_quiz.core.progress import RULES, Best, Day, Progress, Result, Rung, Standing
from purges_quiz.progress.estimate import Estimate, Trace


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A fold, and how far it reaches in each table of the database."""

    answer: int = 0
    amendment: int = 0
    ending: int = 0
    progress: Progress = field(default_factory=Progress)


def to_text(progress: Progress) -> str:
    """`progress` as a checksum and JSON: dataclasses as the lists of their fields, dates as ISO 8601."""
    kept = {
        "rules": RULES,
        "facts": progress.facts,
        "days": {day.isoformat(): done for day, done in progress.days.items()},
        "bests": [[*key, best] for key, best in progress.bests.items()],
        "confusions": [[*pair, times] for pair, times in progress.confusions.items()],
        "open_rounds": progress.open_rounds,
        "day": progress.day,
        "forgetting": _estimate_text(progress.forgetting, {}),
        "morning": _estimate_text(progress.morning, progress.forgetting.traces),
    }
    import json

    body = json.dumps(kept, default=_plain, separators=(",", ":"))
    return f"{crc32(body.encode()):08x}{body}"


def from_text(text: str) -> Progress | None:
    """The progress of `to_text`; None if it was folded by other rules, or is damaged."""
    checksum, body = text[:8], text[8:]
    if checksum != f"{crc32(body.encode()):08x}":
        return None
    import json

    kept = json.loads(body)
    if kept["rules"] != RULES:
        return None
    forgetting = _estimate(kept["forgetting"], {})
    return Progress(
        facts={key: _standing(values) for key, values in kept["facts"].items()},
        days={date.fromisoformat(day): Day(*values) for day, values in kept["days"].items()},
        bests={
            (mode, timed): Best(number, date.fromisoformat(day), Result(*result))
            for mode, timed, (number, day, result) in kept["bests"]
        },
        confusions={(fact, rival): times for fact, rival, times in kept["confusions"]},
        open_rounds={int(number): Result(*values) for number, values in kept["open_rounds"].items()},
        day=_day(kept["day"]),
        forgetting=forgetting,
        morning=_estimate(kept["morning"], forgetting.traces),
    )


def _estimate_text(estimate: Estimate, later: Mapping[str, Trace]) -> list[object]:
    """An estimate, of its facts only those that are not the same later; None stands for one met only later."""
    traces: dict[str, object] = dict.fromkeys(later.keys() - estimate.traces.keys())
    for fact, trace in estimate.traces.items():
        if later.get(fact) != trace:
            traces[fact] = [trace.day, *trace.half_times]
    return [estimate.ways, estimate.weights, traces]


def _estimate(kept: Sequence[Any], later: Mapping[str, Trace]) -> Estimate:
    ways, weights, changed = kept
    traces = {fact: Trace(values[0], tuple(values[1:])) for fact, values in changed.items() if values}
    same = {fact: trace for fact, trace in later.items() if fact not in changed}
    return Estimate(tuple(ways), tuple(weights), {**same, **traces})


def _plain(value: Any) -> object:  # noqa: ANN401, json gives whatever it does not know
    if isinstance(value, date):
        return value.isoformat()
    return [getattr(value, each.name) for each in fields(value)]


def _standing(values: Sequence[Any]) -> Standing:
    asked, right, seconds, rung, memory, last, put_right, mended, proofs, misses, missed, *latest = values
    return Standing(
        asked,
        right,
        seconds,
        Rung(rung),
        _memory(memory),
        _day(last),
        _day(put_right),
        tuple(map(date.fromisoformat, mended)),
        tuple(map(date.fromisoformat, proofs)),
        misses,
        _day(missed),
        *latest,
    )


def _memory(values: Sequence[Any] | None) -> Memory | None:
    if values is None:
        return None
    stability, difficulty, interval, day, ahead, recalled, before = values
    return Memory(
        stability,
        difficulty,
        interval,
        date.fromisoformat(day),
        date.fromisoformat(ahead),
        recalled,
        _memory(before),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
