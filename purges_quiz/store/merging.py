"""Two copies of the log made one: what only the other has is added, and nothing is changed or lost.

A row is the same as one of another copy if it says the same; numbers differ, since each copy counts for itself.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from purges_quiz.store import rows

NO_ROUND = 0
"""The round of an answer whose own was lost with a damaged file."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What a copy of the log had that this one had not."""

    answers: int
    rounds: int
    others: int
    """Rows of any other kind: endings, answers taken back or overruled, facts left out, flags."""

    @property
    def anything(self) -> bool:
        """Whether there was anything."""
        return bool(self.answers or self.rounds or self.others)


@dataclass
class _Table:
    """A table of the log, and the numbers that its rows of the other copy have in this one."""

    name: str
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    about: tuple[str, ...] = ()
    """The columns of what a row is said of, where only the latest row holds."""
    refers: Mapping[str, _Table] = field(default_factory=dict)
    """For columns that hold numbers the tables whose numbers they are."""
    numbers: dict[int, int] = field(default_factory=dict)

    def add(self, log: sqlite3.Connection, other: sqlite3.Connection) -> list[int]:
        """Add what only the other copy has; gives the numbers there of what was added."""
        here: dict[Key, list[int]] = defaultdict(list)
        for row in _all(log, self.name):
            here[self._key(row)].append(row["id"])
        latest = self._latest(log)
        added = []
        for values in map(dict, _all(other, self.name)):
            number = values.pop("id")
            if not self._renumber(values):
                continue
            same = here[self._key(values)]
            if same:  # several that say the same are told apart by their order
                self.numbers[number] = same.pop(0)
            else:
                inserted = log.execute(rows.insertion(self.name, values), values).lastrowid
                self.numbers[number] = inserted or 0
                added.append(number)
        if added:
            self._say_again(log, latest)
        return added

    def _key(self, row: rows.Row) -> Key:
        return tuple(row[name] for name in self.key)

    def _renumber(self, values: dict[str, object]) -> bool:
        """Let a row of the other copy refer to rows of this one; False if what it refers to was lost there."""
        for column, table in self.refers.items():
            number = values[column]
            if number is not None:
                values[column] = table.numbers.get(int(str(number)))
        if self.name == "answers" and values["round"] is None:
            values["round"] = NO_ROUND
        return all(values[name] is not None for name in self.key)

    def _latest(self, log: sqlite3.Connection) -> dict[Key, sqlite3.Row]:
        """The latest row on each thing of which rows of this table say something."""
        if not self.about:
            return {}
        return {tuple(row[name] for name in self.about): row for row in _all(log, self.name)}

    def _say_again(self, log: sqlite3.Connection, before: Mapping[Key, sqlite3.Row]) -> None:
        """Say once more what was said here later than what was added: the latest row holds."""
        after = self._latest(log)
        for subject, row in before.items():
            if after[subject]["id"] != row["id"] and _instant(row) > _instant(after[subject]):
                values = {name: value for name, value in dict(row).items() if name != "id"}
                log.execute(rows.insertion(self.name, values), values)


def merge(log: sqlite3.Connection, other: sqlite3.Connection) -> Added:
    """Add to a log what only another copy of it has, within the transaction that the caller has begun.

    Both have the present schema. Answers then come in the order in which they were given, each copy's in its own.
    """
    before = _sequence(log)
    rounds = _Table("rounds", ("begun", "mode", "seed", "deck"))
    answers = _Table("answers", ("at", "question", "given"), refers={"round": rounds})
    others = (
        _Table("endings", ("round", "ended", "finished"), refers={"round": rounds, "answer": answers}),
        _Table("amendments", ("answer", "action", "at"), ("answer",), {"answer": answers}),
        _Table("omissions", ("deck_id", "fact", "action", "at"), ("deck_id", "fact")),
        _Table("flags", ("deck_id", "question", "action", "at"), ("deck_id", "question")),
    )
    added_rounds, added_answers = rounds.add(log, other), answers.add(log, other)
    added_others = sum(len(table.add(log, other)) for table in others)
    for row in _all(other, "deck_versions"):
        values = {name: row[name] for name in ("checksum", "deck_id")}
        log.execute(rows.insertion("deck_versions", values, otherwise="IGNORE"), values)
    for row in _all(other, "profile"):
        log.execute("INSERT OR IGNORE INTO profile (id, seed) VALUES (1, ?)", (row["seed"],))
    if added_answers:
        new = set(added_answers)
        theirs = [(answers.numbers[number], at) for number, at in _sequence(other) if number in new]
        _put_in_order(log, before, theirs)
    return Added(len(added_answers), len(added_rounds), added_others)


def _all(log: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    yield from log.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608 -- a name of the schema


def _instant(row: sqlite3.Row) -> datetime:
    return datetime.fromisoformat(row["at"])


def _sequence(log: sqlite3.Connection) -> list[tuple[int, datetime]]:
    """The answers in their order, each with the latest instant up to it: a clock that was set back moves none."""
    query = f"SELECT answers.id, at FROM answers LEFT JOIN places USING (id) {rows.IN_ORDER}"  # noqa: S608 -- our own
    sequence: list[tuple[int, datetime]] = []
    for row in log.execute(query):
        at = _instant(row)
        sequence.append((row["id"], max(at, sequence[-1][1]) if sequence else at))
    return sequence


def _put_in_order(
    log: sqlite3.Connection, ours: list[tuple[int, datetime]], theirs: list[tuple[int, datetime]]
) -> None:
    """Keep in which order the answers come, now that some were added."""
    order: list[int] = []
    waiting = theirs[::-1]
    for number, at in ours:
        while waiting and waiting[-1][1] < at:
            order.append(waiting.pop()[0])
        order.append(number)
    order += [number for number, _ in waiting[::-1]]
    log.execute("DELETE FROM places")
    log.executemany("INSERT INTO places (place, id) VALUES (?, ?)", enumerate(order, start=1))
