"""Signals on every screen: what was answered is kept, the exit code says what ended the game, the terminal is whole."""

from __future__ import annotations

import fcntl
import os
import random
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import program
import pytest
import screen_places

from pseudo_terminal import PATIENCE, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pseudo-terminals are POSIX")

ANSWERED = {"feedback", "reasons", "results"}
"""The places that are reached by an answer."""
PROMPT = 3
"""Seconds within which the game must be gone."""
KEPT = 4095
"""Bytes that the system keeps for a terminal that takes nothing; who writes more has to wait."""


def sent(number: signal.Signals) -> Callable[[str, Path], None]:
    """The game told to end by a signal."""

    def ends(place: str, home: Path) -> None:
        with screen_places.at(place, home) as game:
            game.process.kill(number)
            assert game.wait_for_end(PROMPT) == 128 + number
            assert program.is_whole(game)
            assert b"Traceback" not in game.raw

    return ends


def closed(place: str, home: Path) -> None:
    """The terminal closed under the game."""
    with screen_places.at(place, home) as game:
        assert left_alone(game) == 128 + signal.SIGHUP


def stopped(place: str, home: Path) -> None:
    """The game stopped, and told to go on; told so once more, though it runs."""
    with screen_places.at(place, home) as game:
        game.process.kill(signal.SIGTSTP)
        until(lambda: state(game) == "T")
        game.read(0.01)
        assert program.is_whole(game)
        for _ in range(2):
            game.process.kill(signal.SIGCONT)
            game.wait_for(screen_places.PLACES[place].shows)
        until(lambda: threads(game) == 3)  # one reads the keys, one writes the screen
        game.send("\x11")
        assert game.wait_for_end(PROMPT) == 0
        assert program.is_whole(game)


FATES = {
    "SIGTERM": sent(signal.SIGTERM),
    "SIGHUP": sent(signal.SIGHUP),
    "SIGINT": sent(signal.SIGINT),
    "closed": closed,
    "stopped": stopped,
}
IN_THE_GATE = set(zip(("feedback", "typing", "home", "results", "pause"), FATES, strict=True))
EACH = [
    pytest.param(place, fate, marks=() if (place, fate) in IN_THE_GATE else pytest.mark.long)
    for place in screen_places.PLACES
    for fate in FATES
]


@pytest.mark.parametrize(("place", "fate"), EACH)
def test_the_answers_are_kept_and_the_terminal_is_whole(place: str, fate: str, tmp_path: Path) -> None:
    FATES[fate](place, tmp_path)
    if place in ANSWERED:
        assert len(program.kept(tmp_path)) == 1
        assert program.is_sound(tmp_path)


def test_a_terminal_that_closes_ends_the_game_even_where_its_signal_is_ignored(tmp_path: Path) -> None:
    deaf = ("/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh")
    with program.started(tmp_path, "--mode", "quick", prefix=deaf) as game:
        game.wait_for("1 of 10")
        game.process.kill(signal.SIGHUP)
        game.read(0.2)
        assert game.process.isalive()
        assert left_alone(game) == 128 + signal.SIGHUP


def test_the_clock_stands_while_the_game_is_stopped(tmp_path: Path) -> None:
    with program.started(tmp_path, "--mode", "quick", "--kind", "number-recall", "--seed", "1") as game:
        game.wait_for("1 of 10")
        before = seconds_left(game)
        game.process.kill(signal.SIGTSTP)
        until(lambda: state(game) == "T")
        time.sleep(4)
        game.process.kill(signal.SIGCONT)
        game.wait_for("1 of 10")
        assert seconds_left(game) >= before - 2


def seconds_left(game: Terminal) -> int:
    return int(game.lines()[2].split()[-2])


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.long)])
def test_a_screen_that_takes_nothing_is_not_waited_for(tmp_path: Path, number: signal.Signals) -> None:
    with program.started(tmp_path, "--mode", "quick") as game:
        game.wait_for("1 of 10")
        while unread(game) < KEPT:
            game.send("\x1bOQ")  # F2, another look: everything is painted anew
            time.sleep(0.1)
        game.process.kill(number)
        until(lambda: not game.process.isalive(), PROMPT)
        assert game.process.exitstatus == 128 + number


def test_a_signal_to_end_while_it_is_stopped(tmp_path: Path) -> None:
    with program.started(tmp_path) as game:
        game.wait_for("One card")
        game.process.kill(signal.SIGTSTP)
        until(lambda: state(game) == "T")
        game.process.kill(signal.SIGTERM)
        game.process.kill(signal.SIGCONT)
        assert game.wait_for_end(PROMPT) == 128 + signal.SIGTERM
        assert program.is_whole(game)


@pytest.mark.parametrize("second", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.long)])
def test_a_second_signal_while_it_is_ending(
    tmp_path: Path, dice: random.Random, second: signal.Signals, *, full: bool
) -> None:
    for _ in range(6 if full else 1):
        with program.started(tmp_path) as game:
            game.wait_for("One card")
            game.process.kill(signal.SIGTERM)
            time.sleep(dice.random() * 0.1)
            game.process.kill(second)
            assert game.wait_for_end(PROMPT) in {128 + signal.SIGTERM, -signal.SIGTERM, 128 + second, -second}
            assert program.is_whole(game)
            assert b"Traceback" not in game.raw


def test_a_signal_while_it_starts_leaves_the_terminal_whole(tmp_path: Path, dice: random.Random, *, full: bool) -> None:
    for _ in range(60 if full else 2):
        with program.started(tmp_path) as game:
            game.read(0.1 + dice.random())
            begun = b"\x1b[?1049h" in game.raw
            number = dice.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
            game.process.kill(number)
            code = game.wait_for_end(PROMPT)
            assert program.is_whole(game) or not begun
            if b"KeyboardInterrupt" in game.raw:  # Python's own, before it came to the program
                assert b"cli/running.py" not in game.raw
            else:
                assert code in {128 + number, -number}
                assert b"Traceback" not in game.raw


def test_ctrl_c_while_modules_are_loaded_ends_at_once_without_a_word(
    tmp_path: Path, dice: random.Random, *, full: bool
) -> None:
    loads = "import sys; from purges_quiz.cli import main; print('here', flush=True); sys.exit(main())"
    for _ in range(30 if full else 1):
        with program.started(tmp_path, command=(sys.executable, "-c", loads)) as game:
            game.wait_for("here")
            time.sleep(dice.random() * 0.3)
            game.process.kill(signal.SIGINT)
            assert game.wait_for_end(PROMPT) == 128 + signal.SIGINT
            assert b"Traceback" not in game.raw


def left_alone(game: Terminal) -> int:
    """Close the terminal, and give the exit code of the game."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, game.process.child_fd)  # the last holder of the terminal lets it go
    os.close(nowhere)
    until(lambda: not game.process.isalive(), PROMPT)
    return int(game.process.exitstatus)


def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)


def state(game: Terminal) -> str:
    """The state of the process, as the kernel calls it: T is stopped."""
    return Path(f"/proc/{game.process.pid}/stat").read_text().rpartition(")")[2].split()[0]


def unread(game: Terminal) -> int:
    """How many bytes the terminal has not taken yet."""
    counted = fcntl.ioctl(game.process.child_fd, termios.FIONREAD, bytes(4))
    return int.from_bytes(counted, sys.byteorder)


def threads(game: Terminal) -> int:
    return len(list(Path(f"/proc/{game.process.pid}/task").iterdir()))
