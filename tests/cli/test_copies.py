"""A player's files carried from one machine to another: backup, restore, merge; and answers that are missing."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from several_decks import write_deck
from zip_files import zipped

from purges_quiz.cli import main
from purges_quiz.store import schema
from purges_quiz.store.decks import find_deck

DEPTHS = {"lake": 7, "sea": 3_700, "pond": 2}


pytestmark = pytest.mark.usefixtures("working_folder")


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """The data folder of another machine."""
    return tmp_path / "away"


def play(monkeypatch: pytest.MonkeyPatch, data: Path, answers: int = 2) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(":d\n\n" * answers))
    assert main(["--plain", "--mode", "quick", "--time", "off", "--data-dir", str(data)]) == 0


def answers_in(data: Path, capsys: pytest.CaptureFixture[str]) -> int:
    capsys.readouterr()
    assert main(["stats", "--json", "--data-dir", str(data)]) == 0
    return int(json.loads(capsys.readouterr().out)["answers"])


class TestBackup:
    def test_answers_settings_and_decks_are_restored_elsewhere(
        self, home: Path, away: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        play(monkeypatch, home)
        (home / "settings.toml").write_text("exam = 2099-05-20\n", encoding="utf-8")
        write_deck(home / "decks", "water", "Water", DEPTHS)
        assert main(["backup", "all.zip"]) == 0
        assert "2 answers, the settings and 1 deck written to all.zip" in capsys.readouterr().err
        assert main(["restore", "all.zip", "--data-dir", str(away)]) == 0
        assert capsys.readouterr().err == "2 answers, the settings and 1 deck restored from all.zip.\n"
        assert answers_in(away, capsys) == 2
        assert (away / "settings.toml").read_bytes() == (home / "settings.toml").read_bytes()
        assert find_deck(away / "decks" / "water").files == find_deck(home / "decks" / "water").files

    def test_nothing_is_overwritten_and_nothing_is_written_of_nothing(
        self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert main(["backup", "all.zip"]) == 1
        assert "nothing to back up" in capsys.readouterr().err
        play(monkeypatch, home)
        Path("all.zip").write_text("mine")
        assert main(["backup", "all.zip"]) == 1
        assert "all.zip already exists" in capsys.readouterr().err
        assert main(["backup", "nowhere/all.zip"]) == 1
        assert "nowhere/all.zip cannot be written" in capsys.readouterr().err
        assert Path("all.zip").read_text() == "mine"
        assert sorted(path.name for path in Path().iterdir()) == ["all.zip", "kept"]

    def test_a_write_that_fails_leaves_nothing(
        self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        play(monkeypatch, home)
        monkeypatch.setattr(os, "fsync", no_room)
        assert main(["backup", "all.zip"]) == 1
        assert "all.zip cannot be written: No space left on device" in capsys.readouterr().err
        assert [path.name for path in Path().iterdir()] == ["kept"]


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture(scope="module")
def two_machines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two answers at home, three away and in a backup."""
    folder = tmp_path_factory.mktemp("machines")
    with pytest.MonkeyPatch.context() as patch:
        for name, answers in (("kept", 2), ("away", 3)):
            data = folder / name
            play(patch, data, answers)
            (data / "settings.toml").write_text(f"questions = 2{answers}\n", encoding="utf-8")
            write_deck(data / "decks", "water", f"Water of {answers}", DEPTHS)
    assert main(["backup", str(folder / "away.zip"), "--data-dir", str(folder / "away")]) == 0
    return folder


class TestRestore:
    @pytest.fixture(autouse=True)
    def machines(self, two_machines: Path, tmp_path: Path) -> None:
        shutil.copytree(two_machines, tmp_path, dirs_exist_ok=True)

    def test_what_there_was_is_set_aside_and_named(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = (home / "settings.toml").read_bytes()
        deck = find_deck(home / "decks" / "water").files
        capsys.readouterr()
        assert main(["restore", "away.zip", "--yes"]) == 0
        said = capsys.readouterr().err
        aside = home / "backups" / "before-restore-1"
        assert f"The answers you had before are in {aside}." in said
        assert (home / "settings.before-restore.toml").read_bytes() == before
        assert find_deck(home / "backups" / "deck-water").files == deck
        for named in ("settings.before-restore.toml", "deck-water"):
            assert named in said
        assert answers_in(home, capsys) == 3
        assert main(["restore", str(aside / "answers.sqlite3"), "--yes"]) == 0
        assert answers_in(home, capsys) == 2

    def test_without_a_terminal_it_is_not_done_unasked(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["restore", "away.zip"]) == 1
        said = capsys.readouterr().err
        assert "--yes" in said
        assert "purges-quiz merge" in said
        assert answers_in(home, capsys) == 2

    @pytest.mark.parametrize(
        "at",
        ["purges_quiz.store.backups.copy", "purges_quiz.store.backups.set_aside"],
        ids=["writing", "setting aside"],
    )
    def test_a_fault_leaves_what_there_was(
        self, home: Path, at: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(at, no_room)
            assert main(["restore", "away.zip", "--yes"]) == 1
        assert "cannot be written: No space left on device" in capsys.readouterr().err
        assert answers_in(home, capsys) == 2
        assert not list(home.glob("*unfinished*"))

    @pytest.mark.parametrize("command", ["restore", "merge"])
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (lambda: b"no backup", "is neither a backup that purges-quiz wrote nor a database of answers"),
            (lambda: zipped({"notes.txt": b"x"}), "holds no answers, settings or decks"),
            (lambda: zipped({"../answers.sqlite3": b"x"}), "would be written outside of its place"),
            (lambda: zipped({"answers.sqlite3": b"\0" * 40_000_000}), "would grow to 40,000,000 bytes"),
            (lambda: zipped({"answers.sqlite3": b"SQLite format 3\0" + b"x" * 5_000}), "its answers are damaged"),
            (lambda: b"SQLite format 3\0" + b"x" * 5_000, "its answers are damaged"),
            (lambda: database("CREATE TABLE recipes (name)"), "holds no answers of this game"),
            (lambda: database(f"PRAGMA user_version = {schema.VERSION + 1}"), "later version of purges-quiz"),
        ],
    )
    def test_what_is_no_backup_or_made_to_do_harm_is_refused(
        self, home: Path, content: Callable[[], bytes], said: str, command: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("bad.zip").write_bytes(content())
        before = sorted(home.rglob("*"))
        assert main([command, "bad.zip", *(["--yes"] if command == "restore" else [])]) == 1
        line = capsys.readouterr().err.splitlines()[-1]
        assert said in line
        assert line.startswith("purges-quiz: bad.zip")
        assert sorted(home.rglob("*")) == before

    def test_a_file_that_is_not_there_is_a_clear_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        for command in ("restore", "merge"):
            capsys.readouterr()
            assert main([command, "gone.zip"]) == 1
            assert capsys.readouterr().err == "purges-quiz: gone.zip: there is no such file\n"


def database(statement: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE some (thing)")
    connection.execute(statement)
    connection.commit()
    content = connection.serialize()
    connection.close()
    return content


class TestMerge:
    def test_two_machines_lose_nothing_and_the_same_file_can_be_merged_again(
        self, home: Path, away: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        play(monkeypatch, home, 2)
        shutil.copytree(home, away)
        play(monkeypatch, home, 3)
        play(monkeypatch, away, 4)
        (home / "settings.toml").write_text("clock = false\nexams = {a = 2099-01-01}\n", encoding="utf-8")
        settings = "clock = true\nquestions = 20\nexams = {a = 2099-02-02, b = 2099-03-03}\n"
        (away / "settings.toml").write_text(settings, encoding="utf-8")
        write_deck(away / "decks", "water", "Water", DEPTHS)
        assert main(["backup", "away.zip", "--data-dir", str(away)]) == 0
        capsys.readouterr()
        assert main(["merge", "away.zip"]) == 0
        assert capsys.readouterr().err == (
            "away.zip: 4 answers of 1 round added.\n"
            "Settings taken over: questions, exams; the others stay as they are.\n"
            "The deck water was added.\n"
        )
        assert answers_in(home, capsys) == 9
        expected = "clock = false\nexams = {a = 2099-01-01, b = 2099-03-03}\nquestions = 20\n"
        assert (home / "settings.toml").read_text(encoding="utf-8") == expected
        assert main(["merge", "away.zip"]) == 0
        assert capsys.readouterr().err == "away.zip: nothing in it is new.\n"
        assert answers_in(home, capsys) == 9

    def test_a_deck_that_differs_there_stays_as_it_is_here(
        self, home: Path, away: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        mine = find_deck(write_deck(home / "decks", "water", "Water", DEPTHS)).files
        write_deck(away / "decks", "water", "Water", {**DEPTHS, "well": 9})
        write_deck(away / "decks", "copy", "Copy", {"well": 9}, deck_id="other")
        write_deck(home / "decks", "copy", "Mine", {"well": 9}, deck_id="mine")
        assert main(["backup", "away.zip", "--data-dir", str(away)]) == 0
        capsys.readouterr()
        assert main(["merge", "away.zip"]) == 0
        said = capsys.readouterr().err
        assert "The deck water has different cards there; yours stays as it is." in said
        assert "The deck copy-2 was added." in said
        assert find_deck(home / "decks" / "water").files == mine

    def test_a_copy_of_a_synchronised_folder_is_named_merged_and_put_away(
        self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        play(monkeypatch, home, 2)
        copy = home / "answers (Anna's conflicted copy 2027-03-01).sqlite3"
        shutil.copy(home / "answers.sqlite3", copy)
        play(monkeypatch, home, 3)
        capsys.readouterr()
        assert main(["stats"]) == 0
        assert f'another copy of them: "{copy.name}"' in capsys.readouterr().err
        assert main(["merge", str(copy)]) == 0
        assert f"{copy.name} is now {home / 'backups' / f'merged-{copy.name}'}." in capsys.readouterr().err
        assert not copy.exists()
        assert answers_in(home, capsys) == 5
        assert main(["stats"]) == 0
        assert capsys.readouterr().err == ""


@pytest.fixture(scope="module")
def without_answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose answers are gone; the backup of the day, with two of them, is there."""
    data = tmp_path_factory.mktemp("missing") / "kept"
    with pytest.MonkeyPatch.context() as patch:
        play(patch, data, 2)
        play(patch, data, 1)
    (data / "answers.sqlite3").unlink()
    return data


class TestMissing:
    @pytest.fixture(autouse=True)
    def missing(self, home: Path, without_answers: Path) -> None:
        shutil.copytree(without_answers, home)

    @pytest.mark.parametrize("args", [["stats"], ["mistakes"], ["--plain"], ["decks"]])
    def test_without_a_terminal_that_is_a_clear_line_and_no_new_start(
        self, home: Path, args: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n\n\n"))
        capsys.readouterr()
        assert main(args) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert f"{home / 'answers.sqlite3'} is missing, but there is a backup of it" in line
        assert "with 2 answers; purges-quiz restore " in line
        assert not (home / "answers.sqlite3").exists()

    def test_what_that_line_says_puts_it_back_or_starts_afresh(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (daily,) = (home / "backups").glob("answers-*.sqlite3")
        assert main(["restore", str(daily)]) == 0
        assert answers_in(home, capsys) == 2
        assert daily.exists()
        (home / "answers.sqlite3").unlink()
        assert main(["reset", "--yes"]) == 0
        assert answers_in(home, capsys) == 0
        assert (home / "backups" / "before-reset-1" / daily.name).exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
    @pytest.mark.parametrize(("typed", "answers"), [("", 2), ("perhaps\ny", 2), ("n", 0)])
    def test_on_a_terminal_the_player_is_asked(
        self, home: Path, typed: str, answers: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        command = [sys.executable, "-m", "purges_quiz", "--plain", "--data-dir", str(home)]
        player = pexpect.spawn(command[0], command[1:], encoding="utf-8", timeout=30, dimensions=(24, 200))
        for line in typed.split("\n"):
            player.expect(r"Put it back\? \[Y/n\] ")
            player.sendline(line)
        player.expect("Quick round")
        player.sendline(":q")
        player.expect(pexpect.EOF)
        player.close()
        assert player.exitstatus == 0
        assert answers_in(home, capsys) == answers
