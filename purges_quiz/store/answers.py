"""The answers, each on disk before its feedback is shown.

One SQLite file with a rollback journal (which also works in a home folder on a network) and
``synchronous=FULL``. Rows are only ever added: taking back or overruling an answer adds an
amendment. Nothing is written before the first round begins.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from purges_quiz.deck.outline import Outline
from purges_quiz.progress import Progress
from purges_quiz.progress.days import study_day
from purges_quiz.progress.fold import together
from purges_quiz.round.records import AttemptRecord, RoundRecord
from purges_quiz.store import backups, claims, rows
from purges_quiz.store.database import Database
from purges_quiz.store.folding import Folding

if TYPE_CHECKING:
    from purges_quiz.store.merging import Added

DECKS = "SELECT deck_id FROM rounds UNION SELECT deck_id FROM deck_versions"
UNREACHED = """
    SELECT total(length(question) + length(given) + seconds) FROM answers
    WHERE id > (SELECT coalesce(max(answer), 0) FROM checkpoint)
"""
"""Goes through the answers that are in no fold yet; none of them is brought into memory."""


class Flag(NamedTuple):
    """A question that the player finds bad."""

    question: str
    """Its id."""
    at: datetime
    """The UTC instant at which it was flagged."""


class AnswerStore:
    """The player's answers in a deck, or in all.

    A write is on disk when the call returns, unless `notice` says that none are kept.
    """

    def __init__(self, database: Database, deck_id: str = "") -> None:
        self._database = database
        self.deck_id = deck_id
        """Of the deck whose answers it reads and keeps; "": it reads those of all."""
        self._folding = Folding(database, deck_id)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the database at `path`, which need not exist and is not created by this.

        Where it cannot be read or written the store works all the same, for this run only, and
        `notice` says so. Raises `disk.NewerDatabaseError` for a database of a later version of the
        game, which stays as it is.
        """
        database = Database(path)
        database.notice = database.notice or backups.copies_beside(path)
        return cls(database)

    def of_deck(self, deck: Outline) -> Self:
        """The answers in one deck, which has all old ones that do not say where they belong and that fit it."""
        claims.claim(self._database, [deck])
        return type(self)(self._database, deck.id)

    def claim(self, decks: Callable[[], Iterable[Outline]]) -> None:
        """Find out to which of these decks old rounds belong that do not say so; most often there are none.

        Of decks that fit equally well the first has them.
        """
        if claims.unclaimed(self._database):
            claims.claim(self._database, decks())

    @cached_property
    def _unclaimed(self) -> Folding:
        """The fold of old answers whose deck is not known."""
        return Folding(self._database, rows.UNCLAIMED)

    @cached_property
    def _elsewhere(self) -> dict[str, Folding]:
        """The folds of other decks, by their ids."""
        return {}

    @property
    def notice(self) -> str | None:
        """In a line, what the player must know about the keeping of answers; None: all is well. It can change."""
        return self._database.notice

    @property
    def kept(self) -> bool:
        """Whether answers reach the disk."""
        return self._database.kept

    def begin_round(self, record: RoundRecord) -> int:
        """Keep that a round was begun, whose own `id` does not matter, and give the number it has from now on."""
        self._database.back_up(record.begun.date())
        self._folding.save()
        if claims.unclaimed(self._database):
            self._unclaimed.save()
        return self._database.insert("rounds", {**rows.round_values(record), "deck_id": self.deck_id})

    def end_round(self, round_id: int, *, at: datetime, finished: bool = True, after: int | None = None) -> None:
        """Keep that a round was ended at the aware local time `at`; `finished`: after its last question.

        `after` is the number of its last answer: whoever takes that back takes the ending back with it. A round that
        has ended already ends no second time.
        """
        day = study_day(at.replace(tzinfo=None), 0)
        self._database.insert("endings", rows.ending_values(round_id, at, day, finished=finished, after=after))

    def append(self, record: AttemptRecord) -> int:
        """Keep an answer, whose own `id` does not matter, and give the number it has from now on."""
        return self._database.insert("answers", {**rows.attempt_values(record), "deck_id": self.deck_id})

    def take_back(self, answer_id: int, *, at: datetime) -> None:
        """Leave an answer out from now on, and with it the ending of a round that ended with it."""
        self._amend(answer_id, "take-back", at)

    def overrule(self, answer_id: int, *, at: datetime) -> None:
        """Count an answer as right by its player's word."""
        self._amend(answer_id, "overrule", at)

    def restore(self, answer_id: int, *, at: datetime) -> None:
        """Make an answer again what it was before it was taken back or overruled."""
        self._amend(answer_id, "restore", at)

    def _amend(self, answer_id: int, action: str, at: datetime) -> None:
        self._database.insert("amendments", {"answer": answer_id, "action": action, "at": rows.utc_text(at)})

    def answers(self, round_id: int | None = None) -> tuple[AttemptRecord, ...]:
        """Every answer that was not taken back, or those of one round, in the order in which they came."""
        condition, values = rows.of_deck("answers", self.deck_id) if round_id is None else ("round = ?", (round_id,))
        query = f"{rows.SELECT_ATTEMPTS} WHERE {condition} {rows.IN_ORDER}"
        return self._database.read_as(rows.attempts_in, query, values)

    def rounds(self) -> tuple[RoundRecord, ...]:
        """Every round, in the order in which they were begun."""
        condition, values = rows.of_deck("rounds", self.deck_id)
        query = f"{rows.SELECT_ROUNDS} WHERE {condition} ORDER BY rounds.id"
        return self._database.read_as(rows.rounds_in, query, values)

    def unended(self, mode: str) -> RoundRecord | None:
        """The latest round of a mode, if it has not been ended: what can be resumed."""
        condition, values = rows.of_deck("rounds", self.deck_id)
        query = f"{rows.SELECT_ROUNDS} WHERE {condition} AND mode = ? ORDER BY begun DESC, rounds.id DESC LIMIT 1"
        latest = self._database.read_as(rows.rounds_in, query, (*values, str(mode)))
        return latest[0] if latest and latest[0].ended is None else None

    def look(self) -> None:
        """Read what no checkpoint reaches, so that damage there is found, and `notice` says so, now."""
        self._database.read(UNREACHED)

    def progress(self) -> Progress:
        """All that the answers say, up to now."""
        return self._folding.progress()

    def studied(self, own: Progress) -> Progress:
        """The days of study in all decks, and nothing else; `own` is the progress in this deck."""
        if not self.deck_id:
            return own
        found = self._database.read(DECKS)
        ids = sorted({row["deck_id"] for row in found} - {"", self.deck_id})
        folds = [self._elsewhere.setdefault(each, Folding(self._database, each)) for each in ids]
        if claims.unclaimed(self._database):
            folds.append(self._unclaimed)
        return together([own, *(fold.progress() for fold in folds)]) if folds else own

    def leave_out(self, fact: str, *, at: datetime) -> None:
        """Ask a fact of the deck no more, until it is taken in again."""
        self._say("omissions", {"fact": fact, "action": "leave-out"}, at)

    def take_in(self, fact: str, *, at: datetime) -> None:
        """Ask a fact again that was left out."""
        self._say("omissions", {"fact": fact, "action": "take-in"}, at)

    def left_out(self) -> frozenset[str]:
        """The keys of the facts of the deck that are left out now."""
        found = self._said("omissions", "fact")
        return frozenset(row["fact"] for row in found if row["action"] == "leave-out")

    def flag(self, question: str, *, at: datetime) -> None:
        """Keep that the player finds a question bad."""
        self._say("flags", {"question": question, "action": "flag"}, at)

    def unflag(self, question: str, *, at: datetime) -> None:
        """Keep that the player finds it bad no more."""
        self._say("flags", {"question": question, "action": "unflag"}, at)

    def flags(self) -> tuple[Flag, ...]:
        """The questions of the deck that are flagged now, the first flagged first."""
        found = self._said("flags", "question")
        return tuple(
            Flag(row["question"], datetime.fromisoformat(row["at"])) for row in found if row["action"] == "flag"
        )

    def _say(self, table: str, said: dict[str, str], at: datetime) -> None:
        self._database.insert(table, {"deck_id": self.deck_id, **said, "at": rows.utc_text(at)})

    def _said(self, table: str, subject: str) -> list[rows.Row]:
        """The latest that was said of each fact or question of the deck."""
        latest = f"SELECT max(id) FROM {table} WHERE deck_id = ? GROUP BY {subject}"  # noqa: S608 -- names of the schema
        return self._database.read(f"SELECT * FROM {table} WHERE id IN ({latest}) ORDER BY id", (self.deck_id,))  # noqa: S608

    def seed(self) -> int:
        """The player's own number, the same for ever, that fixes which options their questions have."""
        kept = self._database.read("SELECT seed FROM profile")
        return int(kept[0]["seed"]) if kept else self._database.first_seed

    def reset(self) -> Path | None:
        """Start afresh; gives the folder that has the old answers now, None if there were none.

        Raises OSError or sqlite3.OperationalError if it cannot be done.
        """
        return self._database.set_aside()

    def snapshot(self) -> bytes | None:
        """The whole log as the bytes of a database file; None where there is none yet."""
        return self._database.snapshot()

    def merge(self, other: sqlite3.Connection) -> Added:
        """Add what only another copy of the log has; the log as it was is kept among the backups first.

        Raises OSError or sqlite3.Error where that cannot be done; nothing is changed then.
        """
        return self._database.merge(other)

    def replace_by(self, other: sqlite3.Connection) -> Path | None:
        """Put another copy of the log in the place of this one; gives the folder that has this one now, if there was.

        Raises OSError or sqlite3.Error where that cannot be done; nothing is changed then.
        """
        return self._database.replace_by(other)

    def close(self) -> None:
        """End the use of the store."""
        self._database.close()
