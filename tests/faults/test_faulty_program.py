"""A fault of the program itself: one line and a status, never a wall of traceback, and the terminal whole."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

import program
import pytest

from pseudo_terminal import Terminal

BROKEN = """
import sys
import {module} as module
def fails(*_, **__):
    raise ZeroDivisionError("no such\\x1b[31m luck")
module.{what} = fails
from purges_quiz.cli import main
sys.exit(main(sys.argv[1:]))
"""
FAULTS = {
    "at the start": ("purges_quiz.tui.app", "PurgesQuiz.on_mount", ""),
    "in a screen": ("purges_quiz.tui.screens.home", "HomeScreen.show", ""),
    "on a key": ("purges_quiz.tui.app", "PurgesQuiz.action_open", "?"),
    "in a round": ("purges_quiz.tui.screens.play", "PlayScreen.show", "\r"),
    "in the thread that reads keys": ("purges_quiz.tui.terminal.driver", "XTermParser.feed", "?"),
    "in what draws": ("purges_quiz.tui.widgets.status", "Clock.render", "\r"),
}


IN_THE_GATE = {"on a key", "in the thread that reads keys"}
EACH = [pytest.param(fault, marks=() if fault in IN_THE_GATE else pytest.mark.long) for fault in FAULTS]


@pytest.mark.parametrize("fault", EACH)
def test_a_fault_is_one_line_that_names_a_file(fault: str, tmp_path: Path) -> None:
    module, what, key = FAULTS[fault]
    code = BROKEN.format(module=module, what=what)
    env = program.environment(tmp_path, {"TMPDIR": str(tmp_path)})
    with Terminal([sys.executable, "-c", code], size=(200, 24), env=env, folder=tmp_path) as game:
        if key:
            game.wait_for("One card")
            game.send(key)
        assert game.wait_for_end() == 1
        assert program.is_whole(game)
        said = game.raw.decode()
    *_, after = said.rpartition("\x1b[?1004l")
    assert "Traceback" not in said
    assert "╭" not in said
    assert "\x1b[31m luck" not in said
    line = re.search(r"purges-quiz: a fault of the program.*ZeroDivisionError.* in (\S+\.log)", after)
    assert line, after
    log = Path(line[1])
    assert "Traceback" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_fault_of_a_command_is_one_line_too(tmp_path: Path) -> None:
    code = BROKEN.format(module="purges_quiz.cli.player_commands", what="open_places")
    env = program.environment(tmp_path, {"TMPDIR": str(tmp_path)})
    with Terminal([sys.executable, "-c", code, "paths"], size=(200, 24), env=env, folder=tmp_path) as game:
        assert game.wait_for_end() == 1
        assert game.raw.count(b"\n") == 1
        assert game.raw.startswith(b"purges-quiz: a fault of the program")
    assert len(list(tmp_path.glob("purges-quiz-*.log"))) == 1
