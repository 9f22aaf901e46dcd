"""The progress that all answers come to, folded on from a checkpoint, so that a start need not read them all again.

A checkpoint holds nothing that the answers do not say: one that does not fit is left aside and made again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from zlib import crc32

from purges_quiz.progress import RULES_VERSION, Best, Day, FactState, Progress, Result, Stage, fold
from purges_quiz.progress.estimate import Estimate, Tenth, Trace
from purges_quiz.progress.memory import Memory
from purges_quiz.store import rows
from purges_quiz.store.database import Database

FAR_BEHIND = 500
"""So many answers may follow a checkpoint before a new one is made: folding them takes some 10 ms at a start."""

_KEPT = (Progress, FactState, Memory, Day, Best, Result, Estimate, Trace, Tenth)
FORM = {"rules": RULES_VERSION, "names": {kept.__name__: list(kept.__annotations__) for kept in _KEPT}}
"""What a checkpoint must say of itself: the rules by which it was folded, and the fields that its lists are of.

Named once for all, since a checkpoint with names in every list is twice as long and takes a millisecond more to read.
"""

CHECKSUM = 8
"""Hexadecimal digits of the checksum with which a checkpoint begins."""

REACH = """
    SELECT
        (SELECT coalesce(max(id), 0) FROM answers) AS answer,
        (SELECT coalesce(max(id), 0) FROM amendments) AS amendment,
        (SELECT coalesce(max(id), 0) FROM endings) AS ending,
        (SELECT coalesce(max(id), 0) FROM deck_versions) AS version,
        (SELECT coalesce(max(id), 0) FROM places) AS place
"""


class Reach(NamedTuple):
    """The last number in each table of the database."""

    answer: int = 0
    amendment: int = 0
    ending: int = 0
    version: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A fold, and how far it reaches."""

    reach: Reach = field(default_factory=Reach)
    progress: Progress = field(default_factory=Progress)


class Folding:
    """The fold of all answers of a deck, or of any, in `database`, without reading all of them each time."""

    def __init__(self, database: Database, deck_id: str = "") -> None:
        self._database = database
        self._deck_id = deck_id
        self._latest: Checkpoint | None = None

    def progress(self) -> Progress:
        """All that the answers say, up to now."""
        now = self._reach()
        before = self._from(now)
        after = self._continued(before, now)
        if now.answer - before.reach.answer > FAR_BEHIND:
            self._latest = after
        return after.progress

    def save(self) -> None:
        """Write a checkpoint if the one that is kept is far behind or does not hold any more.

        Done before a round, so that no undo will spoil it, unless another instance is in the midst of one.
        """
        form, now = _form_text(), self._reach()
        # One of other rules must not stay: all answers would be folded at every start until it is far behind.
        kept = self._database.read(
            "SELECT * FROM checkpoint WHERE deck_id = ? AND substr(progress, ?, ?) = ?",
            (self._deck_id, CHECKSUM + 1, len(form), form),
        )
        reach = _reach_in(kept[0]) if kept else Reach()
        if now.answer - reach.answer <= FAR_BEHIND and self._holds(reach, now):
            return
        self._latest = after = self._continued(self._from(now), now)
        reached = {name: getattr(after.reach, name) for name in Reach._fields}
        values = {"deck_id": self._deck_id, **reached, "progress": to_text(after.progress)}
        self._database.insert("checkpoint", values, otherwise="REPLACE")

    def _from(self, now: Reach) -> Checkpoint:
        """The latest checkpoint that still holds."""
        if self._latest is None or not self._holds(self._latest.reach, now):
            kept = self._kept()
            self._latest = kept if self._holds(kept.reach, now) else Checkpoint()
        return self._latest

    def _holds(self, reach: Reach, now: Reach) -> bool:
        """Whether no answer up to this one was lost, added or amended since; no ending falls without that."""
        amended = "SELECT 1 FROM amendments WHERE id > ? AND answer <= ?"
        same_log = (reach.version, reach.place) == (now.version, now.place)
        grown = now.answer >= reach.answer
        return same_log and grown and not self._database.read(amended, (reach.amendment, reach.answer))

    def _kept(self) -> Checkpoint:
        for row in self._database.read("SELECT * FROM checkpoint WHERE deck_id = ?", (self._deck_id,)):
            if progress := from_text(row["progress"]):
                return Checkpoint(_reach_in(row), progress)
        return Checkpoint()

    def _continued(self, before: Checkpoint, now: Reach) -> Checkpoint:
        # How far it reaches is read first, since another instance may be writing: what it adds in
        # between is then found the next time, and no round is folded without its answers.
        condition, values = rows.of_deck("rounds", self._deck_id)
        ended = self._database.read_as(
            rows.rounds_in,
            f"{rows.SELECT_ROUNDS} WHERE {condition} AND endings.id > ? AND endings.id <= ? ORDER BY endings.id",
            (*values, before.reach.ending, now.ending),
        )
        condition, values = rows.of_deck("answers", self._deck_id)
        attempts = self._database.read_as(
            rows.attempts_in,
            f"{rows.SELECT_ATTEMPTS} WHERE {condition} AND answers.id > ? AND answers.id <= ? {rows.IN_ORDER}",
            (*values, before.reach.answer, now.answer),
        )
        return Checkpoint(now, fold(before.progress, attempts, ended))

    def _reach(self) -> Reach:
        found = self._database.read(REACH)
        return _reach_in(found[0]) if found else Reach()


def _reach_in(row: rows.Row) -> Reach:
    return Reach(*(row[name] for name in Reach._fields))


def to_text(progress: Progress) -> str:
    """`progress` as a checksum and JSON: each record as a list of its fields, dates as ISO 8601."""
    kept = {
        "rules": FORM,
        "facts": progress.facts,
        "days": {day.isoformat(): done for day, done in progress.days.items()},
        "bests": [[*key, best] for key, best in progress.bests.items()],
        "confusions": [[*pair, times] for pair, times in progress.confusions.items()],
        "open_rounds": progress.open_rounds,
        "day": progress.day,
        "forgetting": _estimate_to_json(progress.forgetting, {}),
        "forgetting_at_dawn": _estimate_to_json(progress.forgetting_at_dawn, progress.forgetting.traces),
        "mistakes_at_dawn": sorted(progress.mistakes_at_dawn),
    }
    import json

    body = json.dumps(kept, default=date.isoformat, separators=(",", ":"))
    return f"{crc32(body.encode()):0{CHECKSUM}x}{body}"


def _form_text() -> str:
    """How the JSON of a checkpoint of today's rules begins."""
    import json

    return json.dumps({"rules": FORM}, separators=(",", ":")).removesuffix("}")


def from_text(text: str) -> Progress | None:
    """The progress of `to_text`; None if it is of another form, or is damaged."""
    checksum, body = text[:CHECKSUM], text[CHECKSUM:]
    if checksum != f"{crc32(body.encode()):0{CHECKSUM}x}":
        return None
    import json

    kept = json.loads(body)
    if kept["rules"] != FORM:
        return None
    forgetting = _estimate(kept["forgetting"], {})
    return Progress(
        facts={key: _fact_state(values) for key, values in kept["facts"].items()},
        days={date.fromisoformat(day): Day(*values) for day, values in kept["days"].items()},
        bests={(mode, timed): _best(values) for mode, timed, values in kept["bests"]},
        confusions={(fact, other): times for fact, other, times in kept["confusions"]},
        open_rounds={int(number): Result(*values) for number, values in kept["open_rounds"].items()},
        day=_day(kept["day"]),
        forgetting=forgetting,
        forgetting_at_dawn=_estimate(kept["forgetting_at_dawn"], forgetting.traces),
        mistakes_at_dawn=frozenset(kept["mistakes_at_dawn"]),
    )


def _estimate_to_json(estimate: Estimate, later: Mapping[str, Trace]) -> dict[str, object]:
    """An estimate, with those of its traces that differ from the `later` ones; None stands for one that is only later.

    So the estimate of the morning takes no room but for the facts of the day.
    """
    changed: dict[str, object] = dict.fromkeys(later.keys() - estimate.traces.keys())
    for fact, trace in estimate.traces.items():
        if later.get(fact) != trace:
            changed[fact] = [trace.day, *trace.half_times]
    return {"ways": estimate.ways, "weights": estimate.weights, "traces": changed, "tenths": estimate.tenths}


def _estimate(kept: Mapping[str, Any], later: Mapping[str, Trace]) -> Estimate:
    changed = kept["traces"]
    traces = {fact: trace for fact, trace in later.items() if fact not in changed}
    traces.update((fact, Trace(values[0], tuple(values[1:]))) for fact, values in changed.items() if values)
    tenths = tuple(Tenth(*values) for values in kept["tenths"])
    return Estimate(tuple(kept["ways"]), tuple(kept["weights"]), traces, tenths)


def _fact_state(values: Sequence[Any]) -> FactState:
    named = dict(zip(FactState._fields, values, strict=True))
    for name in "last", "put_right", "missed":
        named[name] = _day(named[name])
    for name in "mended", "proofs":
        named[name] = tuple(map(date.fromisoformat, named[name]))
    named["stage"], named["memory"] = Stage(named["stage"]), _memory(named["memory"])
    return FactState(**named)


def _memory(values: Sequence[Any] | None) -> Memory | None:
    if values is None:
        return None
    named = dict(zip(Memory._fields, values, strict=True))
    for name in "day", "ahead":
        named[name] = _day(named[name])
    named["before"] = _memory(named["before"])
    return Memory(**named)


def _best(values: Sequence[Any]) -> Best:
    named = dict(zip(Best._fields, values, strict=True))
    return Best(**{**named, "day": _day(named["day"]), "result": Result(*named["result"])})


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
