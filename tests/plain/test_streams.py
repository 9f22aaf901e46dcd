"""The game on lines as a process of its own, through pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
import shipped_deck
from purges_quiz.round.modes import Mode
from purges_quiz.plain import play
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.answers import AnswerStore
sys.stdout.reconfigure(errors="replace")
game = Game(shipped_deck.deck(), AnswerStore.open(Path(sys.argv[1]) / "answers.sqlite3"))
code = play(game, RoundOptions(Mode.QUICK, seed=1), RoundOptions())
print(len(game.store.answers()), "kept;", "textual" in sys.modules)
sys.exit(code)
"""
SUPPORT = str(Path(__file__).parents[1] / "support")


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_through_a_pipe_without_escape_codes(tmp_path: Path, locale: dict[str, str]) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": SUPPORT, **locale}
    command, typed = [sys.executable, "-c", PROGRAM, str(tmp_path)], b"\xff\xfe\x80Jeschow\n\n\xe9\n\nb\n\nlast"
    done = subprocess.run(
        command,
        input=typed,
        capture_output=True,
        env=env,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.replace("\ufffd".encode(), b"").isascii()  # what was typed is shown as it was understood
    assert b"\x1b" not in done.stdout
    assert done.stdout.splitlines()[-1].endswith(b"kept; False")
    assert not done.stdout.splitlines()[-1].startswith(b"0")


def test_with_standard_input_closed(tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": SUPPORT}
    command = f"{sys.executable} -c '{PROGRAM.replace(chr(39), chr(34))}' {tmp_path} <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=env, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[-1] == b"0 kept; False"
