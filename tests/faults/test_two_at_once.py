"""Two players, one store."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path

import program
import pytest

TYPED = ("--mode", "quick", "--kind", "number-recall,date-recall,free-text", "--time", "off")


def test_one_full_screen_and_one_on_lines_while_a_third_looks(tmp_path: Path) -> None:
    env = program.environment(tmp_path)
    with program.started(tmp_path, *TYPED) as game:
        game.wait_for("1 of 10")
        command = [program.COMMAND, "--plain", *TYPED]
        with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as lines:
            assert lines.stdin
            for place in range(2):
                lines.stdin.write(f"{program.nonsense(1, place)}\n\n")
                lines.stdin.flush()
                program.answer(game, program.nonsense(0, place))
                done = subprocess.run([program.COMMAND, "stats"], env=env, capture_output=True, text=True, check=True)
                assert done.stderr == ""
                program.go_on(game)
            told, _ = lines.communicate(":q\n")
        game.send("\x11")
        assert game.wait_for_end() == 0
        assert b"kept" not in game.raw
    assert "not being kept" not in told
    assert sorted(program.kept(tmp_path)) == [program.nonsense(player, at) for player in range(2) for at in range(2)]
    assert program.is_sound(tmp_path)


def test_a_reset_while_another_plays_is_told_to_who_plays(tmp_path: Path) -> None:
    with program.started(tmp_path, *TYPED) as game:
        game.wait_for("1 of 10")
        program.answer(game, program.nonsense(1))
        program.go_on(game)
        reset = [program.COMMAND, "reset", "--yes"]
        done = subprocess.run(reset, env=program.environment(tmp_path), capture_output=True, text=True, check=True)
        aside = Path(done.stdout.strip().removeprefix("Your answers so far are in ").removesuffix("."))
        program.answer(game, program.nonsense(2))
        assert "moved or deleted" in game.text()
        game.send("\x11")
        assert game.wait_for_end() == 0
    with closing(sqlite3.connect(aside / "answers.sqlite3")) as connection:
        assert connection.execute("SELECT given FROM answers").fetchall() == [(program.nonsense(1),)]


@pytest.mark.long
def test_two_instances_play_and_no_answer_is_lost(tmp_path: Path) -> None:
    answers = 9
    with ExitStack() as stack:
        games = [stack.enter_context(program.started(tmp_path, *TYPED)) for _ in range(2)]
        for place in range(answers):
            for game in games:
                game.wait_for(f"{place + 1} of 10" if place == 0 else lambda screen: program.JUDGED not in screen)
            for player, game in enumerate(games):
                game.send(f"{program.nonsense(player, place)}\r")
            for game in games:
                game.wait_for(program.JUDGED)
            for game in games:
                program.go_on(game)
        for game in games:
            game.send("\x11")
            assert game.wait_for_end() == 0
            assert b"locked" not in game.raw
    typed = [program.nonsense(player, place) for place in range(answers) for player in range(2)]
    assert sorted(program.kept(tmp_path)) == sorted(typed)
    assert program.is_sound(tmp_path)
