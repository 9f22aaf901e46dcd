"""The progress of a database of answers, folded on from a checkpoint."""

from __future__ import annotations

from purges_quiz.progress import Progress, fold
from purges_quiz.round.records import AttemptRecord
from purges_quiz.store import checkpoint, rows
from purges_quiz.store.checkpoint import Checkpoint
from purges_quiz.store.database import Database

FAR_BEHIND = 500
"""So many answers may follow a checkpoint before a new one is made."""

REACH = "SELECT (SELECT coalesce(max(id), 0) FROM amendments), (SELECT coalesce(max(id), 0) FROM endings)"
SELECT_ENDED = rows.SELECT_SITTINGS + "WHERE endings.id > ? AND endings.id <= ? ORDER BY endings.id"
SELECT_LATER = rows.SELECT_ANSWERS + "WHERE answers.id > ? ORDER BY answers.id"
SAVE = "INSERT OR REPLACE INTO checkpoint (id, answer, amendment, ending, progress) VALUES (1, ?, ?, ?, ?)"


class Folding:
    """The fold of all answers of `database`, without reading all of them each time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._latest: Checkpoint | None = None

    def progress(self) -> Progress:
        """All that the answers say, up to now."""
        before = self._from()
        now = self._continued(before)
        if now.answer - before.answer > FAR_BEHIND:
            self._latest = now
        return now.progress

    def save(self) -> None:
        """Write a checkpoint if the one that is kept is far behind or does not hold any more.

        Done before a round, so that no undo will spoil it, unless another instance is in the midst of one.
        """
        ((answer, amendment),) = self._database.read("SELECT answer, amendment FROM checkpoint") or [(0, 0)]
        if self._last_answer() - answer <= FAR_BEHIND and self._holds(answer, amendment):
            return
        self._latest = now = self._continued(self._from())
        self._database.write(SAVE, (now.answer, now.amendment, now.ending, checkpoint.to_text(now.progress)))

    def _from(self) -> Checkpoint:
        """The latest checkpoint that still holds."""
        if self._latest is None or not self._holds(self._latest.answer, self._latest.amendment):
            kept = self._kept()
            self._latest = kept if self._holds(kept.answer, kept.amendment) else Checkpoint()
        return self._latest

    def _holds(self, answer: int, amendment: int) -> bool:
        """Whether no answer up to this one was lost, or amended after this amendment; no ending falls without that."""
        amended = "SELECT 1 FROM amendments WHERE id > ? AND answer <= ?"
        return self._last_answer() >= answer and not self._database.read(amended, (amendment, answer))

    def _kept(self) -> Checkpoint:
        for answer, amendment, ending, text in self._database.read(
            "SELECT answer, amendment, ending, progress FROM checkpoint"
        ):
            if progress := checkpoint.from_text(text):
                return Checkpoint(answer, amendment, ending, progress)
        return Checkpoint()

    def _continued(self, before: Checkpoint) -> Checkpoint:
        # How far it reaches is read first, since another instance may be writing: what it adds in
        # between is then found the next time, and no round is folded without its answers.
        reach = self._database.read(REACH)
        if not reach:
            return Checkpoint()
        amendment, ending = reach[0]
        ended = self._database.read_as(rows.sittings_of, SELECT_ENDED, (before.ending, ending))
        given, last = self._database.read_as(_answers_and_last, SELECT_LATER, (before.answer,))
        return Checkpoint(max(last, before.answer), amendment, ending, fold(before.progress, given, ended))

    def _last_answer(self) -> int:
        found = self._database.read("SELECT coalesce(max(id), 0) FROM answers")
        return int(found[0][0]) if found else 0


def _answers_and_last(found: list[rows.Row]) -> tuple[tuple[AttemptRecord, ...], int]:
    """The answers that stand, and the number of the last one, whether or not it stands."""
    return rows.answers_of(found), found[-1][0] if found else 0
