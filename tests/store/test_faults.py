"""What the store does when the disk fails it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest
from history import answer, day, noon, round_record
from stores import connection_of

from purges_quiz.store import backups, disk
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.recovery import SALVAGED

PAGE = 4096
TABLE_LEAF = 13
"""The first byte of a page that holds rows, in SQLite's file format."""
SCHEMA_PAGES = 16
"""The first pages hold an empty database; one that has lost some of them cannot say how many answers there were."""
AS_NOBODY = pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="only root can become somebody else, and is refused nothing"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "answers.sqlite3"


def fill(path: Path, days: int = 4, answers: int = 60) -> int:
    """The store of so many days, of so many answers each; gives how many there are in all."""
    for name, content in _filled(days, answers).items():
        file = path.parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return days * answers


@cache
def _filled(days: int, answers: int) -> dict[Path, bytes]:
    """The files of such a store and its backups, by their names in the data folder."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(days):
            with closing(AnswerStore.open(Path(folder) / "answers.sqlite3")) as store:
                round_id = store.begin_round(round_record(number))
                for place in range(answers):
                    store.append(answer(number, facts=(f"card/{place}",), round_id=round_id))
                store.end_round(round_id, at=noon(day(number)))
        return {file.relative_to(folder): file.read_bytes() for file in Path(folder).rglob("*") if file.is_file()}


def is_playable(store: AnswerStore) -> bool:
    """Whether a round can be played and its answers are found again."""
    before = len(store.answers())
    round_id = store.begin_round(round_record(9))
    number = store.append(answer(9, round_id=round_id))
    store.overrule(number, at=noon(day(9)))
    store.end_round(round_id, at=noon(day(9)))
    return len(store.answers()) == before + 1 and store.answers()[-1].self_graded and store.progress().day == day(9)


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"garbage " * 999, bytes(PAGE), b"SQLite format 3\0" + b"\xff" * 9000],
    ids=["empty", "a byte", "text", "nothing", "a header alone"],
)
def test_garbage_is_moved_aside_with_its_name_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with closing(AnswerStore.open(path)) as store:
        aside = path.with_name("answers.damaged-1.sqlite3")
        assert aside.read_bytes() == content
        assert store.notice is not None
        assert str(aside) in store.notice
        assert "\n" not in store.notice
        assert store.kept
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        assert is_playable(store)
    assert is_sound(path)
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        assert len(store.answers()) == 1


def test_a_database_of_something_else_is_moved_aside(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert "no answers of this game" in store.notice
        assert is_playable(store)


def test_garbage_gives_way_to_the_newest_backup(path: Path) -> None:
    given = fill(path)
    path.write_bytes(b"garbage " * 999)
    with closing(AnswerStore.open(path)) as store:
        assert [each.id for each in store.answers()] == list(range(1, given - 60 + 1))
        assert store.notice is not None
        assert "180 answers were saved" in store.notice
        assert is_playable(store)


def test_a_file_cut_short_anywhere_loses_nothing_that_can_be_read(path: Path, tmp_path: Path, *, full: bool) -> None:
    """After every fourth page, with --full after each."""
    given = fill(path)
    whole = path.read_bytes()
    for place in range(0, len(whole) // PAGE, 1 if full else 4):
        size = place * PAGE
        cut = tmp_path / str(place) / "answers.sqlite3"
        cut.parent.mkdir()
        cut.write_bytes(whole[:size])
        (cut.parent / "backups").symlink_to(path.parent / "backups")
        with closing(AnswerStore.open(cut)) as store:
            saved = store.answers()
            assert len({each.id for each in saved}) == len(saved) >= given - 60
            assert store.notice is not None
            assert f"{len(saved):,} answers were saved" in store.notice
            missing = "how many are missing is unknown" if place < SCHEMA_PAGES else f"{given - len(saved)} are missing"
            assert missing in store.notice
            assert is_playable(store)
        assert is_sound(cut)


def test_what_a_backup_lacks_is_saved_from_the_damaged_file(path: Path) -> None:
    given = fill(path, days=2)
    whole = path.read_bytes()
    path.write_bytes(whole[:-PAGE])
    with closing(AnswerStore.open(path)) as store:
        saved = store.answers()
        assert 60 < len(saved) < given
        assert {each.day for each in saved} == {day(0), day(1)}
        assert is_playable(store)


def test_damage_met_while_playing_is_mended_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SMALL", 0)
    fill(path)
    with closing(AnswerStore.open(path)) as store:
        size = path.stat().st_size
        with path.open("r+b") as file:
            for page in range(3, size // PAGE):
                file.seek(page * PAGE)
                file.write(b"\xff" * PAGE)
        assert len(store.answers()) >= 180
        assert store.notice is not None
        assert is_playable(store)
    assert is_sound(path)


def test_random_damage_never_stops_the_game_and_is_mended(path: Path, full: bool) -> None:  # noqa: FBT001
    fill(path)
    whole = {file: file.read_bytes() for file in (path, *backups.dailies(path))}
    dice = random.Random(5)
    for _ in range(100 if full else 5):
        for file in (path, *backups.dailies(path)):
            file.unlink()
        for file, content in whole.items():
            damaged = bytearray(content)
            for _ in range(dice.choice((0, 2, 200))):
                damaged[dice.randrange(len(damaged))] = dice.randrange(256)
            file.write_bytes(damaged)
        for _ in range(2):
            with closing(AnswerStore.open(path)) as store:
                store.answers()
                assert is_playable(store)
                assert (store.notice or "all is well").isprintable()
            assert is_sound(path)


def test_damage_that_no_query_meets_is_found_when_the_game_starts(path: Path) -> None:
    given = fill(path)
    exchange_two_pages_of_answers(path)
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert "was damaged" in store.notice
        assert len(store.answers()) == given
    assert is_sound(path)


def test_no_backup_is_made_of_a_damaged_database_that_is_too_large_for_a_look_at_every_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "SMALL", 0)
    fill(path)
    exchange_two_pages_of_answers(path)
    before = backups.dailies(path)
    with closing(AnswerStore.open(path)) as store:
        store.begin_round(round_record(9))
        assert "was damaged" in (store.notice or "")
        assert is_playable(store)
    assert is_sound(path)
    assert all(is_sound(each) for each in backups.dailies(path))
    assert set(before) < set(backups.dailies(path))


def exchange_two_pages_of_answers(path: Path) -> None:
    """Exchange two pages that hold the same number of rows: each can be read, and answers seem to be in disorder."""
    whole = path.read_bytes()
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    leaves = [number for number, page in enumerate(pages) if page[0] == TABLE_LEAF and b"free-text" in page]
    pages[leaves[0]], pages[leaves[1]] = pages[leaves[1]], pages[leaves[0]]
    path.write_bytes(b"".join(pages))


def fill_the_disk(store: AnswerStore) -> None:
    connection = connection_of(store)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_the_game_goes_on_in_memory(path: Path) -> None:
    given = fill(path, days=1)
    with closing(AnswerStore.open(path)) as store:
        fill_the_disk(store)
        round_id = store.begin_round(round_record(1))
        appended = [store.append(answer(1, round_id=round_id)) for _ in range(200)]
        assert appended == list(range(given + 1, given + 201))
        assert store.notice is not None
        assert "not being kept" in store.notice
        assert "full" in store.notice
        assert not store.kept
        assert len(store.answers()) == given + 200
        assert is_playable(store)
    assert is_sound(path)
    with closing(AnswerStore.open(path)) as store:
        assert given <= len(store.answers()) < given + 200
        assert store.notice is None


def test_a_backup_that_fails_is_told_and_stops_nobody(path: Path) -> None:
    fill(path, days=1)
    shutil.rmtree(path.parent / "backups", ignore_errors=True)
    (path.parent / "backups").write_text("a file in its place")
    with closing(AnswerStore.open(path)) as store:
        store.begin_round(round_record(1))
        assert store.notice is not None
        assert "backup" in store.notice
        assert store.kept


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert f"{path} is not a file" in store.notice
        assert not store.kept
        assert is_playable(store)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices that have a place among files are POSIX")
@pytest.mark.parametrize("name", ["answers.sqlite3", "answers.sqlite3-journal"])
@pytest.mark.parametrize("made", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["a pipe", "a device"])
def test_what_never_ends_is_not_read(path: Path, name: str, made: Callable[[Path], None]) -> None:
    fill(path, days=1, answers=1)
    path.with_name(name).unlink(missing_ok=True)
    made(path.with_name(name))
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert f"{name} is not a file" in store.notice
        assert not store.kept
        assert is_playable(store)


@pytest.mark.parametrize("at", ["", "answers.sqlite3"], ids=["the folder", "the file"])
def test_a_link_that_leads_nowhere_is_told_before_anything_is_written(path: Path, at: str) -> None:
    if at:
        path.parent.mkdir()
    (path.parent / at).symlink_to(path.parent.parent / "nowhere")
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert f"{path.parent / at} is a link that leads nowhere" in store.notice
        assert is_playable(store)
    assert not (path.parent.parent / "nowhere").exists()


def test_a_file_in_place_of_the_folder_is_told(path: Path) -> None:
    path.parent.write_text("a file")
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is not None
        assert f"{path.parent} is not a folder" in store.notice
        assert is_playable(store)
    assert path.parent.read_text() == "a file"


def test_the_folder_taken_away_while_playing(path: Path) -> None:
    fill(path, days=1)
    with closing(AnswerStore.open(path)) as store:
        store.begin_round(round_record(1))
        path.rename(path.with_name("elsewhere"))
        assert is_playable(store)
        assert store.notice is not None
    assert is_sound(path.with_name("elsewhere"))


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A database's place in a folder that everybody can reach, and only root can write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "data" / "answers.sqlite3"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a user who has no rights but those of everybody."""
    nobody = 65534
    os.setresgid(nobody, nobody, 0)
    os.setresuid(nobody, nobody, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


@AS_NOBODY
@pytest.mark.parametrize(
    ("file", "folder", "found", "told"),
    [
        (0o644, 0o755, 60, "answers.sqlite3 may not be written"),
        (0o666, 0o755, 60, "data may not be written to"),
        (0o600, 0o755, 0, "answers.sqlite3 may not be read"),
        (0o644, 0o700, 0, "data may not be written to"),
    ],
)
def test_what_may_not_be_written_is_played_from_memory(
    reachable: Path, file: int, folder: int, found: int, told: str
) -> None:
    fill(reachable, days=1)
    reachable.chmod(file)
    reachable.parent.chmod(folder)
    before = reachable.read_bytes()
    with as_nobody(), closing(AnswerStore.open(reachable)) as store:
        assert len(store.answers()) == found
        assert not store.kept
        assert store.notice is not None
        assert store.notice.startswith("Answers are not being kept: ")
        assert told in store.notice
        with pytest.raises(OSError, match="not being kept"):
            store.reset()
        assert is_playable(store)
    assert reachable.read_bytes() == before


@AS_NOBODY
def test_a_folder_that_may_not_be_made_is_told_before_anything_is_written(reachable: Path) -> None:
    with as_nobody(), closing(AnswerStore.open(reachable)) as store:
        assert store.notice is not None
        assert f"{reachable.parent.parent} may not be written to" in store.notice
        assert is_playable(store)
    assert not reachable.parent.exists()


@AS_NOBODY
def test_a_damaged_file_that_may_not_be_moved_stays_and_is_told(reachable: Path) -> None:
    fill(reachable, days=2)
    reachable.write_bytes(b"garbage")
    reachable.chmod(0o644)
    reachable.parent.chmod(0o755)
    with as_nobody(), closing(AnswerStore.open(reachable)) as store:
        assert store.notice is not None
        assert "was damaged" in store.notice
        assert "not being kept" in store.notice
        assert is_playable(store)
    assert reachable.read_bytes() == b"garbage"


PLAY = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from history import answer, round_record
from purges_quiz.store.answers import AnswerStore
store = AnswerStore.open(Path(sys.argv[1]))
round_id = store.begin_round(round_record())
for place in range(60):
    number = store.append(answer(response=f"{{sys.argv[2]}} {{place}}", round_id=round_id))
    print(number, store.notice, flush=True)
if sys.argv[2] == "2":
    import os
    os._exit(9)
store.close()
"""


def test_instances_that_start_at_once_lose_no_answer_even_if_one_is_killed(path: Path) -> None:
    program = PLAY.format(path=sys.path)
    players = [
        subprocess.Popen([sys.executable, "-c", program, path, str(each)], stdout=subprocess.PIPE, text=True)
        for each in range(3)
    ]
    told = [player.communicate(timeout=60)[0].splitlines() for player in players]
    assert [player.returncode for player in players] == [0, 0, 9]
    numbers = [int(line.split()[0]) for lines in told for line in lines]
    assert sorted(numbers) == list(range(1, 181))
    assert all(line.endswith(" None") for lines in told for line in lines)
    with closing(AnswerStore.open(path)) as store:
        assert store.notice is None
        kept = {each.id: each.response_text for each in store.answers()}
        assert kept == {
            int(line.split()[0]): f"{player} {place}"
            for player, lines in enumerate(told)
            for place, line in enumerate(lines)
        }


def test_no_table_but_the_checkpoint_is_left_out_when_a_damaged_file_is_saved(path: Path) -> None:
    disk.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        assert {name for (name,) in names} == {*SALVAGED, "checkpoint"}
