"""A data folder that cannot be used: the game is playable, says so once, and harms nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import program
import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")

TYPED = ("--mode", "quick", "--kind", "free-text,number-recall,date-recall", "--time", "off")
LONG = partial(pytest.param, marks=pytest.mark.long)
NOT_KEPT = "Answers are not being kept"
SOMEBODY = ("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups") if os.getuid() == 0 else ()
"""Who plays: root is refused nothing."""
MEGABYTE = 1 << 20


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that everybody can reach, with the data folder in it."""
    if SOMEBODY and subprocess.run([*SOMEBODY, program.COMMAND, "-V"], capture_output=True, check=False).returncode:
        pytest.skip("the program is where nobody else may read it")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "kept").mkdir()
        yield Path(folder)


def unwritable(home: Path) -> None:
    (home / "kept").chmod(0o555)


def unreadable(home: Path) -> None:
    (home / "kept").chmod(0o000)


def missing(home: Path) -> None:
    (home / "kept").rmdir()
    home.chmod(0o555)


def a_file(home: Path) -> None:
    (home / "kept").rmdir()
    (home / "kept").write_text("a file in its place")


def forbidden(home: Path) -> None:
    os.chown(home / "kept", os.getuid(), -1)
    (home / "kept").chmod(0o555)


def taken_away(home: Path) -> None:
    shutil.rmtree(home / "kept")


@pytest.mark.parametrize("made", [unwritable, LONG(unreadable), missing, LONG(a_file)])
def test_what_cannot_be_written_is_said_once_on_home(home: Path, made: Callable[[Path], None]) -> None:
    made(home)
    env = {"PYTHONDONTWRITEBYTECODE": "1"}
    with program.started(home, prefix=SOMEBODY, env=env) as game:
        shown = game.wait_for(lambda screen: "One card" in screen and NOT_KEPT in screen)
        assert shown.count(NOT_KEPT) == 1
        game.send("\r")
        assert NOT_KEPT not in game.wait_for("1 of 10")
        game.send("\x07")
        assert NOT_KEPT not in game.wait_for(program.JUDGED)
        game.send("\x11")
        assert game.wait_for_end() == 0
        assert program.is_whole(game)
        assert b"Traceback" not in game.raw
    home.chmod(0o755)
    assert [file for file in home.rglob("*") if file.name != "kept"] == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A home whose data folder is a disk of one megabyte."""
    place = tmp_path / "kept"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk")
    yield tmp_path
    subprocess.run(["umount", str(place)], check=True)


def fill(home: Path) -> None:
    with (home / "kept" / "filler").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass


@pytest.mark.long
def test_a_disk_that_is_full_from_the_start(small_disk: Path) -> None:
    fill(small_disk)
    with program.started(small_disk, *TYPED) as game:
        game.wait_for("1 of 10")
        program.answer(game, program.nonsense(1))
        game.wait_for("not being kept")
        program.go_on(game)
        program.answer(game, program.nonsense(2))
        game.send("\x11")
        assert game.wait_for_end() == 0
    (small_disk / "kept" / "filler").unlink()
    plays_on(small_disk, before=set())


def test_a_disk_that_is_full_in_the_middle(small_disk: Path) -> None:
    with program.started(small_disk, *TYPED) as game:
        game.wait_for("1 of 10")
        program.answer(game, program.nonsense(1))
        program.go_on(game)
        fill(small_disk)
        program.answer(game, program.nonsense(2))
        said = game.text()
        program.go_on(game)
        program.answer(game, program.nonsense(3))
        said += game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0
    (small_disk / "kept" / "filler").unlink()
    kept = set(program.kept(small_disk))
    assert program.is_sound(small_disk)
    assert program.nonsense(1) in kept
    assert "not being kept" in said or len(kept) == 3
    plays_on(small_disk, before=kept)


@pytest.mark.parametrize("befalls", [LONG(forbidden), taken_away])
def test_a_folder_that_is_gone_in_the_middle_is_told_and_the_round_goes_on(
    home: Path, befalls: Callable[[Path], None]
) -> None:
    (home / "kept").chmod(0o777)
    env = {"PYTHONDONTWRITEBYTECODE": "1"}
    with program.started(home, *TYPED, prefix=SOMEBODY, env=env) as game:
        game.wait_for("1 of 10")
        program.answer(game, program.nonsense(1))
        program.go_on(game)
        befalls(home)
        program.answer(game, program.nonsense(2))
        assert NOT_KEPT in game.text()
        program.go_on(game)
        program.answer(game, program.nonsense(3))
        game.send("\x11")
        assert game.wait_for_end() == 0
        assert b"Traceback" not in game.raw
    if program.database(home).exists():
        assert program.kept(home) == [program.nonsense(1)]
        assert program.is_sound(home)


def plays_on(home: Path, before: set[str]) -> None:
    """With room again the next start keeps what is answered."""
    with program.started(home, *TYPED) as game:
        assert NOT_KEPT not in game.wait_for("1 of 10")
        program.answer(game, program.nonsense(7))
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert set(program.kept(home)) == before | {program.nonsense(7)}
    assert program.is_sound(home)
