"""The answers, each on disk before its feedback is shown.

One SQLite file with a rollback journal (which also works in a home folder on a network) and
``synchronous=FULL``. Rows are only ever added: taking back or overruling an answer adds an
amendment. Nothing is written before the first round begins.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Self

from purges_quiz.progress import Progress
from purges_quiz.progress.days import study_day
from purges_quiz.round.records import AttemptRecord, RoundRecord
from purges_quiz.store import rows
from purges_quiz.store.database import Database
from purges_quiz.store.folding import Folding


class AnswerStore:
    """The player's answers. A write is on disk when the call returns, unless `notice` says that none are kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folding = Folding(database)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store in the database at `path`, which need not exist and is not created by this.

        Where it cannot be read or written the store works all the same, for this run only, and
        `notice` says so. Raises `disk.NewerDatabaseError` for a database of a later version of the
        game, which stays as it is.
        """
        return cls(Database(path))

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
        return self._database.insert("rounds", rows.round_values(record))

    def end_round(self, round_id: int, *, at: datetime, finished: bool = True, after: int | None = None) -> None:
        """Keep that a round was ended at the aware local time `at`; `finished`: after its last question.

        `after` is the number of its last answer: whoever takes that back takes the ending back with it. A round that
        has ended already ends no second time.
        """
        day = study_day(at.replace(tzinfo=None), 0)
        self._database.insert("endings", rows.ending_values(round_id, at, day, finished=finished, after=after))

    def append(self, record: AttemptRecord) -> int:
        """Keep an answer, whose own `id` does not matter, and give the number it has from now on."""
        return self._database.insert("answers", rows.attempt_values(record))

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
        if round_id is None:
            return self._database.read_as(rows.attempts_in, rows.SELECT_ATTEMPTS + "ORDER BY answers.id")
        query = rows.SELECT_ATTEMPTS + "WHERE round = ? ORDER BY answers.id"
        return self._database.read_as(rows.attempts_in, query, (round_id,))

    def rounds(self) -> tuple[RoundRecord, ...]:
        """Every round, in the order in which they were begun."""
        return self._database.read_as(rows.rounds_in, rows.SELECT_ROUNDS + "ORDER BY rounds.id")

    def unended(self, mode: str) -> RoundRecord | None:
        """The latest round of a mode, if it has not been ended: what can be resumed."""
        query = rows.SELECT_ROUNDS + "WHERE mode = ? ORDER BY rounds.id DESC LIMIT 1"
        latest = self._database.read_as(rows.rounds_in, query, (str(mode),))
        return latest[0] if latest and latest[0].ended is None else None

    def progress(self) -> Progress:
        """All that the answers say, up to now."""
        return self._folding.progress()

    def seed(self) -> int:
        """The player's own number, the same for ever, that fixes which options their questions have."""
        kept = self._database.read("SELECT seed FROM profile")
        return int(kept[0]["seed"]) if kept else self._database.first_seed

    def reset(self) -> Path | None:
        """Start afresh; gives the folder that has the old answers now, None if there were none.

        Raises OSError or sqlite3.OperationalError if it cannot be done.
        """
        return self._database.set_aside()

    def close(self) -> None:
        """End the use of the store."""
        self._database.close()
