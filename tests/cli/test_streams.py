"""Standard streams that are closed, full, or read no further: a clear line or silence, and the right exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from several_decks import write_deck

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")

PRINTING = (
    *("check DECK", "--plain"),
    *(
        pytest.param(each, marks=pytest.mark.long)
        for each in ("--help", "stats", "reset --yes", "mistakes", "cards", "paths")
    ),
)
NO_ANSWER = 130


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_deck(tmp_path_factory.mktemp("own"), "deck", "Water", {"lake": 7, "sea": 3_700})


def run(command: str, streams: str, home: Path, deck: Path | str = "") -> tuple[int, str, str]:
    """The exit code of a command with its streams redirected by a shell, and what it still could write."""
    words = command.replace("DECK", str(deck))
    shell = f"set -o pipefail; {sys.executable} -m purges_quiz {words} {streams}"
    env = {**os.environ, "PURGES_QUIZ_HOME": str(home)}
    done = subprocess.run(["bash", "-c", shell], env=env, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", PRINTING)
def test_a_full_device_is_told_in_a_line(command: str, tmp_path: Path, deck: Path) -> None:
    code, _, told = run(command, "</dev/null >/dev/full", tmp_path, deck)
    assert (code, told) == (1, "purges-quiz: cannot read or write: No space left on device\n")


@pytest.mark.parametrize("command", [*PRINTING, "grade"])
def test_closed_streams_are_as_empty_ones(command: str, tmp_path: Path, deck: Path) -> None:
    assert run(command, "<&- >&-", tmp_path, deck)[0] == 0
    assert run(command, "<&- >&- 2>&-", tmp_path, deck) == (0, "", "")


@pytest.mark.parametrize("command", ["--help", "questions", "--plain"])
def test_nobody_reads_any_more(command: str, tmp_path: Path) -> None:
    assert run(command, "</dev/null | true", tmp_path) == (0, "", "")


@pytest.mark.parametrize("command", ["--nonsense", "", "check nowhere"])
def test_the_exit_code_does_not_depend_on_whether_a_line_can_be_told(command: str, tmp_path: Path) -> None:
    told_of = run(command, "</dev/null", tmp_path)[0]
    for streams in ("2>/dev/full", "2> >(true)"):
        assert run(command, f"</dev/null {streams}", tmp_path) == (told_of, "", "")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a player who has answered once."""
    home = tmp_path_factory.mktemp("player")
    run("--plain --mode quick", "<<< :d", home)
    return home / "answers.sqlite3"


@pytest.mark.parametrize(("streams", "code"), [("<&-", NO_ANSWER), ("<<< n", 0), ("<<< y", 0)])
def test_a_reset_that_nobody_wants_changes_nothing(streams: str, code: int, answers: Path, tmp_path: Path) -> None:
    kept = Path(shutil.copy(answers, tmp_path))
    before = kept.read_bytes()
    assert run("reset", streams, tmp_path)[0] == code
    assert not kept.exists() if streams == "<<< y" else kept.read_bytes() == before


def test_standard_input_that_cannot_be_read_is_told_in_a_line(tmp_path: Path) -> None:
    code, _, told = run("grade", "0>/dev/null", tmp_path)
    assert (code, told) == (1, "purges-quiz: cannot read or write: Bad file descriptor\n")
