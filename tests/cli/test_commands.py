"""The command line: what it prints where, and its exit codes."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from purges_quiz.cli import main, playing
from purges_quiz.cli import options as options_of_play
from purges_quiz.deck.kinds import Kind
from purges_quiz.paths import questions_folder
from purges_quiz.round.modes import Mode
from purges_quiz.store.settings import THEMES

FIELDS = [
    "id",
    "card",
    "fact",
    "facts",
    "kind",
    "level",
    "prompt",
    "answer",
    "accepted",
    "options",
    "items",
    "source",
    "note",
    "cue",
]
ARRESTED = "impact/delegates-arrested:number-recall:1"


pytestmark = pytest.mark.usefixtures("home")


def test_help_and_version_work_with_no_home_and_an_empty_environment() -> None:
    for option in ("--help", "-h", "--version", "-V"):
        command = [sys.executable, "-m", "purges_quiz", option]
        done = subprocess.run(command, env={}, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "purges-quiz" in done.stdout


def test_the_options_written_out_for_help_are_the_games_own() -> None:
    assert set(options_of_play.KINDS) == set(Kind)
    assert set(options_of_play.MODES) == set(Mode)
    assert options_of_play.THEMES == THEMES


def test_the_readme_says_how_every_kind_of_question_is_answered() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = readme.partition("| Kind | What you do |\n")[2].partition("\n\n")[0].splitlines()[1:]
    assert [kind for row in rows for kind in row.split("|")[1].strip().split(", ")] == list(options_of_play.KINDS)


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
        (["--mode", "nonsense"], "nonsense"),
        (["--time", "soon"], "soon"),
        (["--time", "0"], "1 to 3600 seconds"),
        (["--kind", "essay"], "essay"),
        (["--questions", "0"], "--questions"),
        (["--plain", "--card", "nonsense"], "nonsense"),
        (["--plain", "--exam", "tomorrow"], '"tomorrow" is not a date'),
        (["--plain", "--exam", "2020-05-20"], "2020-05-20 is in the past"),
        (["--plain", "--mode", "card"], "--card"),
    ],
)
def test_wrong_usage_is_one_line_on_stderr_and_exit_code_2(
    args: list[str], named: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing, "has_terminal", lambda: True)

    assert main(args) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert named in err
    assert err.count("\n") == 1


def test_without_a_terminal_the_screens_are_refused_in_one_line_that_names_plain(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main([]) == 3

    out, err = capsys.readouterr()
    assert out == ""
    assert "--plain" in err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert not home.exists()


def test_a_terminal_that_cannot_move_its_cursor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, Terminal())
    for name, expected in (("xterm-256color", True), ("dumb", False), ("", False)):
        monkeypatch.setenv("TERM", name)
        assert playing.has_terminal() is expected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_broken_deck_gives_every_problem_with_its_place_and_writes_nothing(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "deck"
    shutil.copytree(questions_folder(), deck)
    card = deck / "01-first-show-trial.toml"
    card.write_text(card.read_text(encoding="utf-8").replace('type = "date"', 'type = "dat"'), encoding="utf-8")
    (deck / "99-none.toml").write_text("key = ", encoding="utf-8")

    for args in (["check", str(deck)], ["--plain", "--deck", str(deck)], ["questions", "--deck", str(deck)]):
        assert main(args) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "01-first-show-trial.toml:12: first-show-trial/date: type: expected one of" in err
        assert "99-none.toml:1: is not TOML" in err
    assert not home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices that have a place among files are POSIX")
def test_a_deck_of_pipes_devices_and_a_name_with_escape_codes_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "deck\x1b[31m"
    deck.mkdir()
    os.mkfifo(deck / "pipe.toml")
    (deck / "device.toml").symlink_to("/dev/zero")

    assert main(["check", str(deck)]) == 1

    _, err = capsys.readouterr()
    assert "device.toml: cannot be read: is not a file" in err
    assert "pipe.toml: cannot be read: is not a file" in err
    assert "\x1b" not in err


def test_every_printed_question_has_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "--json"]) == 0

    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(printed) > 1000
    assert all(list(question) == FIELDS for question in printed)
    assert all(set(option) == {"text", "correct", "reason"} for each in printed for option in each["options"] or ())
    assert len({question["id"] for question in printed}) == len(printed)


def graded(lines: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    code = main(["grade"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_grade_gives_a_verdict_for_each_line_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(json.dumps({"question": ARRESTED, "response": text}) + "\n\n" for text in ("1108", "1180", ""))

    code, verdicts = graded(lines.encode(), capsys, monkeypatch)

    assert code == 0
    assert [(each["verdict"], each["slip"]) for each in verdicts] == [
        ("correct", None),
        ("wrong", "swapped"),
        ("wrong", "blank"),
    ]
    assert all(each["question"] == ARRESTED and each["message"] for each in verdicts)


def test_grade_reads_on_after_a_bad_line_names_it_and_exits_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"question": "none", "response": "x"}',
        b'{"question": "%s", "response": 5}' % ARRESTED.encode(),
        b'{"question": "impact/delegates-arrested:multiple-choice:1a", "response": "x"}',
        b"[" * 100_000,
    ]
    good = json.dumps({"question": ARRESTED, "response": "1,108"}).encode()

    code, results = graded(b"\n".join([*bad, good]), capsys, monkeypatch)

    assert code == 1
    assert [set(each) for each in results[:-1]] == [{"question", "error"}] * len(bad)
    assert results[-1]["verdict"] == "correct"


def test_commands_about_the_player_write_nothing_before_there_is_something_to_keep(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for args in (["stats"], ["stats", "--json"], ["mistakes"], ["mistakes", "--json"], ["paths"], ["reset", "--yes"]):
        assert main(args) == 0
    assert "No answers yet" in capsys.readouterr().out
    assert not home.exists()


def test_reset_sets_the_answers_aside_and_says_where(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkey = pytest.MonkeyPatch()
    monkey.setattr(sys, "stdin", io.StringIO("\n:d\n\n:q\n"))
    assert main(["--plain"]) == 0
    monkey.undo()
    assert main(["mistakes"]) == 0
    assert "No mistakes are open" not in capsys.readouterr().out

    assert main(["reset", "--yes"]) == 0

    assert str(home) in capsys.readouterr().out
    assert main(["mistakes"]) == 0
    assert "No mistakes are open" in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -m purges_quiz questions --json | head -1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "place", "offered"),
    [
        ("purges-quiz st", 1, {"stats"}),
        ("purges-quiz --mo", 1, {"--mode"}),
        ("purges-quiz --mode s", 2, {"sprint"}),
        ("purges-quiz stats --js", 2, {"--json"}),
    ],
)
def test_a_shell_is_told_how_a_command_may_go_on(typed: str, place: int, offered: set[str]) -> None:
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(place), "_PURGES_QUIZ_COMPLETE": "bash_complete"}
    script = "import sys; from purges_quiz.cli import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} == offered
