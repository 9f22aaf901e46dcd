"""Databases that older versions of the game wrote."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from first_schema import FIRST_SCHEMA
from history import answer, noon, round_record

from purges_quiz.progress import Progress, fold
from purges_quiz.store import disk, schema
from purges_quiz.store.answers import AnswerStore

AT = "2027-03-0{}T12:00:00+00:00"
DAY = "2027-03-0{}"
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of the first schema: two rounds that ended, one that is going on."""
    path = tmp_path / "answers.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        for statement in FIRST_SCHEMA:
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO profile VALUES (1, 1937, 0)")
        rounds = [(number, "quick", 10, 1, 1, "checksum", 7, AT.format(number)) for number in (1, 2)]
        rounds.append((3, "full", 113, 1, 1, "checksum", 7, AT.format(3)))
        connection.executemany("INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rounds)
        connection.executemany("INSERT INTO answers VALUES (?" + ", ?" * 17 + ")", map(row, range(1, 91)))
        connection.executemany(
            "INSERT INTO endings VALUES (?, ?, ?, ?, ?)",
            [(1, 1, 1, AT.format(1), DAY.format(1)), (2, 2, 0, AT.format(2), DAY.format(2))],
        )
        connection.executemany(
            "INSERT INTO amendments VALUES (?, ?, ?, ?)",
            [(1, 30, "take-back", AT.format(1)), (2, 28, "overrule", AT.format(1)), (3, 60, "take-back", AT.format(2))],
        )
        connection.execute("INSERT INTO checkpoint VALUES (1, 2, 0, 0, 'of other rules')")
        connection.commit()
    return path


def row(number: int) -> tuple[object, ...]:
    """Every fourth answer is wrong; thirty to a round and a day."""
    day = 1 + (number - 1) // 30
    wrong = number % 4 == 0
    fact = f"card/{number % 7}"
    outcome = ("wrong", "other", "yagoda", fact) if wrong else ("right", None, None, "")
    told = ("Yagoda", *outcome, 0, 0, 0 if wrong else 100, 4.0, AT.format(day), 60, DAY.format(day))
    return (number, day, f"{fact}:free-text:1", fact, "free-text", 0, *told)


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """All that a database holds, each row by its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = ("profile", "rounds", "endings", "answers", "amendments")
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608
            for table in tables
        }


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return schema.version(connection)


def tables(path: Path) -> set[str]:
    """The definitions of a database's tables, indexes and triggers, in one way of writing."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split())) for (sql,) in found}


def backup_of(path: Path) -> Path:
    return path.parent / "backups" / "schema-1.sqlite3"


def is_whole(store: AnswerStore) -> bool:
    """Whether it tells all that the older version kept."""
    answers, rounds, progress = store.answers(), store.rounds(), store.progress()
    resumable = store.unended("full")
    assert len(answers) == 88
    assert answers[27].self_graded
    assert [(each.ended is not None, each.finished) for each in rounds] == [(True, True), (True, False), (False, False)]
    assert (resumable is not None, store.seed()) == (True, 1937)
    assert progress == fold(Progress(), answers, rounds[:2])
    assert progress.days[date(2027, 3, 1)].rounds == 1
    return True


def can_take_back(store: AnswerStore) -> bool:
    """Whether a round ends, does not when its last answer is taken back, and ends again."""
    round_id = store.begin_round(round_record())
    before = store.progress()
    for practice in (False, True):
        last = store.append(answer(3, round_id=round_id, practice=practice))
        store.end_round(round_id, at=noon(date(2027, 3, 4)), after=last)
        assert store.rounds()[-1].ended
        store.take_back(last, at=noon(date(2027, 3, 4)))
        assert store.rounds()[-1].ended is None
        assert store.progress() == before
    return True


def test_nothing_is_lost_and_a_backup_is_made_before(path: Path) -> None:
    before = rows(path)
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        assert is_whole(store)
    assert version(path) == schema.VERSION
    after = rows(path)
    assert before == {
        table: [{name: row[name] for name in first[0]} for row in after[table]] for table, first in before.items()
    }
    assert {row["answer"] for row in after["endings"]} == {None}
    assert version(backup_of(path)) == 1
    assert rows(backup_of(path)) == before
    with closing(AnswerStore.open(path)) as store:
        assert can_take_back(store)
        assert not list(path.parent.glob("*damaged*"))


def test_an_older_database_becomes_what_a_new_one_is(path: Path, tmp_path: Path) -> None:
    AnswerStore.open(path).close()
    new = tmp_path / "new.sqlite3"
    disk.create(new).close()
    assert tables(path) == tables(new)
    assert version(path) == version(new) == schema.VERSION


@pytest.mark.parametrize("steps", range(1, len(schema.MIGRATIONS) + 1))
def test_so_does_one_of_each_schema_in_between(path: Path, tmp_path: Path, steps: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in (statement for each in schema.MIGRATIONS[:steps] for statement in each):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {1 + steps}")
        connection.commit()
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        assert is_whole(store)
    new = tmp_path / "new.sqlite3"
    disk.create(new).close()
    assert tables(path) == tables(new)


def test_what_an_older_version_ended_stays_ended(path: Path) -> None:
    with closing(AnswerStore.open(path)) as store:
        store.take_back(29, at=noon(date(2027, 3, 4)))
        assert store.rounds()[0].finished


@pytest.mark.parametrize("table", ["rounds", "endings", "answers", "amendments"])
def test_no_row_is_changed_or_removed_afterwards_either(path: Path, table: str) -> None:
    AnswerStore.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        for statement in (f"UPDATE {table} SET id = 9", f"DELETE FROM {table}"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)


STEPS = [(step, place) for step, steps in enumerate(schema.MIGRATIONS) for place in range(len(steps) + 1)]


@pytest.mark.parametrize(("step", "place"), STEPS)
def test_after_a_step_that_fails_the_file_is_kept_as_it_was_and_all_of_it_is_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: int, place: int
) -> None:
    before = path.read_bytes()
    steps = list(schema.MIGRATIONS)
    steps[step] = (*steps[step][:place], "INSERT INTO nothing VALUES (1)", *steps[step][place:])
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", tuple(steps))
        with closing(AnswerStore.open(path)) as store:
            assert store.notice is not None
            assert "90 answers were saved" in store.notice
            assert is_whole(store)
    (aside,) = path.parent.glob("*damaged*")
    assert aside.read_bytes() == before


def full(connection: sqlite3.Connection) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {max(1, pages)}")


def write_protected(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


@pytest.mark.parametrize("fault", [full, write_protected])
def test_on_a_disk_that_takes_no_more_the_game_goes_on_in_memory_and_the_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[sqlite3.Connection], None]
) -> None:
    def faulty(target: Path | str) -> sqlite3.Connection:
        connection = connect(target)
        if target == path:
            fault(connection)
        return connection

    before = path.read_bytes()
    connect = disk.connect
    with monkeypatch.context() as patched:
        patched.setattr(disk, "connect", faulty)
        with closing(AnswerStore.open(path)) as store:
            assert not store.kept
            assert store.notice is not None
            assert store.notice.startswith("Answers are not being kept")
            assert is_whole(store)
            assert can_take_back(store)
    assert path.read_bytes() == before


def test_without_a_backup_nothing_is_changed(path: Path) -> None:
    before = path.read_bytes()
    (path.parent / "backups").write_text("a file in its place")
    with closing(AnswerStore.open(path)) as store:
        assert not store.kept
        assert is_whole(store)
    assert path.read_bytes() == before


KILLED = """
import os, sqlite3, sys
from pathlib import Path
from purges_quiz.store import disk
from purges_quiz.store.answers import AnswerStore

def traced(target):
    connection = connect(target)
    connection.set_trace_callback(lambda statement: os._exit(9) if statement == "COMMIT" else None)
    return connection

connect, disk.connect = disk.connect, traced
disk.FEW_PAGES = "PRAGMA cache_size = 1"  # so that changes reach the file before they are committed
AnswerStore.open(Path(sys.argv[1]))
"""


def test_a_kill_in_the_midst_leaves_what_there_was(path: Path) -> None:
    before = path.read_bytes()
    assert subprocess.run([sys.executable, "-c", KILLED, path], check=False).returncode == 9
    assert path.with_name("answers.sqlite3-journal").exists()
    assert path.read_bytes() != before
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        assert is_whole(store)
    assert version(backup_of(path)) == 1


OPENED = "import sys; from pathlib import Path; from purges_quiz.store.answers import AnswerStore as store;"
OPENED += "print(store.open(Path(sys.argv[1])).notice, end='')"


def test_instances_that_start_at_once_migrate_it_once(path: Path) -> None:
    before = rows(path)
    command = [sys.executable, "-c", OPENED, str(path)]
    players = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [player.communicate(timeout=60)[0] for player in players] == ["None"] * 3
    assert rows(backup_of(path)) == before
    with closing(AnswerStore.open(path)) as store:
        assert is_whole(store)


def test_an_older_file_cut_short_anywhere_is_put_together_with_its_backup(
    path: Path, tmp_path: Path, *, full: bool
) -> None:
    """After every second page, with --full after each."""
    whole = path.read_bytes()
    for place in range(0, len(whole) // PAGE, 1 if full else 2):
        cut = tmp_path / str(place) / "answers.sqlite3"
        daily = cut.parent / "backups" / "answers-2027-03-02.sqlite3"
        daily.parent.mkdir(parents=True)
        daily.write_bytes(whole)
        cut.write_bytes(whole[: place * PAGE])
        with closing(AnswerStore.open(cut)) as store:
            assert store.notice is not None
            assert "90 answers were saved" in store.notice
            assert is_whole(store)
            assert can_take_back(store)
        assert version(cut) == schema.VERSION


def test_what_can_be_read_of_an_older_damaged_file_is_saved_without_a_backup(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-PAGE])
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert [each.finished for each in store.rounds() if each.ended] == [True, False]
        assert 40 < len(store.answers()) < 88
        assert can_take_back(store)


def test_an_older_file_with_an_ending_that_cannot_be_is_taken_for_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO endings VALUES (3, 3, 7, 'at noon', 'some day')")
        connection.commit()
    before = path.read_bytes()
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert "was damaged" in store.notice
        assert is_whole(store)
    assert path.with_name("answers.damaged-1.sqlite3").read_bytes() == before
