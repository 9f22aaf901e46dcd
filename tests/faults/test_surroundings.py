"""Terminals, locales and homes of every kind."""

from __future__ import annotations

import os
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import program
import pytest

TYPED = ("--mode", "quick", "--kind", "free-text")
LONG = partial(pytest.param, marks=pytest.mark.long)
Changed = dict[str, str | None]
C_LOCALES: list[Changed] = [
    {"LANG": "C"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
    {"LANG": "POSIX", "PYTHONUTF8": "1"},
]
CLASSED = pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can become somebody else")


@pytest.mark.parametrize("term", [None, "", "dumb"])
def test_no_terminal_to_draw_on_is_one_line_without_codes(tmp_path: Path, term: str | None) -> None:
    with program.started(tmp_path, env={"TERM": term}) as game:
        assert game.wait_for_end(2) == 3
        assert "--plain" in game.text()
        assert game.raw.count(b"\n") == 1
        assert b"\x1b" not in game.raw
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "changed",
    [
        {"TERM": "linux", "LANG": None},
        LONG({"TERM": "xterm", "PYTHONUTF8": "0"}),
        LONG({"TERM": "screen-256color", "COLORTERM": "truecolor"}),
        LONG({"TERM": "no-such-terminal", "LANG": "no_SUCH.locale"}),
        C_LOCALES[0],
        *map(LONG, C_LOCALES[1:]),
    ],
    ids=lambda changed: " ".join(f"{name}={value}" for name, value in changed.items()),
)
def test_a_question_is_answered(tmp_path: Path, changed: Changed) -> None:
    with program.started(tmp_path, *TYPED, env=changed) as game:
        game.wait_for("1 of 10")
        program.answer(game, "zqé")
        drawn = game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0
        assert program.is_whole(game)
        written = game.raw.decode()
    assert program.kept(tmp_path) == ["zqé"]
    if changed in C_LOCALES:
        assert written.isascii()
        assert "x Wrong" in drawn
        assert "====" in drawn
        assert "zqe" in drawn
        assert "?" not in drawn.replace("? Help", "").partition("1 of 10")[2].partition("zqe")[2]
    else:
        assert "✗ Wrong" in drawn


def test_statistics_are_drawn_in_ascii_where_the_locale_has_no_more(tmp_path: Path) -> None:
    env = program.environment(tmp_path, {"LC_ALL": "C", "PYTHONUTF8": "0"})
    subprocess.run([program.COMMAND, "--plain"], env=env, input=b"1\n:d\n:q\n", capture_output=True, check=False)
    stats = subprocess.run([program.COMMAND, "stats"], env=env, capture_output=True, check=True).stdout
    assert stats.isascii()
    assert b"# studied   o a little" in stats


@pytest.mark.parametrize("size", [("99999999", "99999999"), LONG(("nonsense", "-3")), LONG(("5", "2"))])
def test_the_terminal_is_asked_for_its_size_and_not_the_environment(tmp_path: Path, size: tuple[str, str]) -> None:
    prefix = ("env", f"COLUMNS={size[0]}", f"LINES={size[1]}")
    with program.started(tmp_path, *TYPED, prefix=prefix) as game:
        game.wait_for("1 of 10")
        game.resize(100, 30)
        game.wait_for(lambda _: "Quit" in game.lines()[-2] or "Quit" in game.lines()[-1])
        game.send("\x11")
        assert game.wait_for_end() == 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder in use cannot be removed")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    gone = ("/bin/sh", "-c", 'mkdir gone; cd gone; rmdir ../gone; exec "$@"', "sh")
    with program.started(tmp_path, *TYPED, prefix=gone) as game:
        game.wait_for("1 of 10")
        program.answer(game, "zq")
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert program.kept(tmp_path) == ["zq"]


def test_a_locale_of_eight_bits_shows_its_own_letters(tmp_path: Path) -> None:
    with program.started(tmp_path, *TYPED, env={"PYTHONIOENCODING": "latin-1"}) as game:
        game.wait_for("1 of 10")
        program.answer(game, "zqé")
        assert b"zq\xe9" in game.raw
        assert "x Wrong" in game.text()
        assert "\u2501".encode() not in game.raw


@pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
def test_the_answers_are_the_players_own_whatever_the_umask(tmp_path: Path) -> None:
    lax = ("/bin/sh", "-c", 'umask 000; exec "$@"', "sh")
    for answer in ("zqfirst", "zqsecond"):
        with program.started(tmp_path, *TYPED, prefix=lax) as game:
            game.wait_for("1 of 10")
            program.answer(game, answer)
    kept = program.database(tmp_path).parent
    found = [kept, *kept.rglob("*")]
    assert {file.name for file in found} >= {"answers.sqlite3", "backups"}
    for file in found:
        assert stat.S_IMODE(file.stat().st_mode) == (0o700 if file.is_dir() else 0o600), file


@pytest.fixture
def anywhere() -> Iterator[Path]:
    """A folder that everybody can reach and write to."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@CLASSED
def test_somebody_without_a_home_plays_and_leaves_nothing_behind(anywhere: Path) -> None:
    nobody = ("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups")
    env: Changed = {"HOME": None, "PURGES_QUIZ_HOME": None, "PYTHONDONTWRITEBYTECODE": "1"}
    if subprocess.run([*nobody, program.COMMAND, "--version"], capture_output=True, check=False).returncode:
        pytest.skip("the program is where nobody else may read it")
    with program.started(anywhere, prefix=nobody, env=env) as game:
        home = game.wait_for("One card")
        assert "no home folder is known" in home
        game.send("\r")
        game.wait_for("1 of 10")
        game.send("\x07")
        game.wait_for(program.JUDGED)
        game.send("\x11")
        assert game.wait_for_end() == 0
    assert not any(anywhere.iterdir())


@pytest.mark.parametrize("option", [(), ("--data-dir=~/elsewhere",)])
def test_a_tilde_that_no_shell_replaced_is_the_home_folder(tmp_path: Path, option: tuple[str, ...]) -> None:
    home = {"PURGES_QUIZ_HOME": "~/mine", "HOME": str(tmp_path)}
    printed = subprocess.run(
        [program.COMMAND, "paths", *option],
        env=program.environment(tmp_path, home),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(tmp_path / ("elsewhere" if option else "mine")) in printed
    assert "~" not in printed
