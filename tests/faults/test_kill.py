"""`kill -9` at random moments: what was shown as recorded is on the disk."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import program
import pytest

from pseudo_terminal import Terminal

A_LIFE = 5
"""Rounds on one store; the next one begins with no store, for a kill may hit what makes it."""
TYPED = "number-recall,date-recall,free-text"


def test_every_answer_whose_feedback_was_seen_is_kept(
    tmp_path: Path, dice: random.Random, kills: int, record_property: Callable[[str, object], None]
) -> None:
    every: list[str] = []
    for first in range(0, kills, A_LIFE):
        home = tmp_path / f"from-{first}"
        home.mkdir()
        typed: list[str] = []
        seen: list[str] = []
        for number in range(first, min(first + A_LIFE, kills)):
            play_until_killed(home, number, dice, typed, seen)
        with begun(home) as game:
            game.send("\x11")
            assert game.wait_for_end() == 0
        kept = program.kept(home)
        assert program.is_sound(home)
        assert set(seen) <= set(kept) <= set(typed), f"seed and kill: {first}"
        assert len(kept) == len(set(kept))
        every += seen
    record_property("figures", f"killed {kills} times: {len(every)} answers were seen, and every one was kept")


def begun(home: Path) -> Terminal:
    """A game that asks its first question, whatever became of the one before."""
    game = program.started(home, "--mode", "quick", "--kind", TYPED, "--time", "off")
    try:
        game.wait_for("1 of 10")
    except AssertionError:
        game.process.close(force=True)
        raise
    assert b"damaged" not in game.raw
    return game


def play_until_killed(home: Path, number: int, dice: random.Random, typed: list[str], seen: list[str]) -> None:
    """Play a few answers, and kill the game at any moment after the key that gives the last one."""
    with begun(home) as game:
        for place in range(dice.randrange(3)):
            typed.append(program.nonsense(number, place))
            program.answer(game, typed[-1])
            seen.append(typed[-1])
            program.go_on(game)
        typed.append(program.nonsense(number, 9))
        game.send(f"{typed[-1]}\r")
        time.sleep(dice.choice((0.003, 0.03, 0.3)) * dice.random())
        game.process.kill(signal.SIGKILL)
        game.wait_for_end()
        game.read()  # what it had written before is still shown
        if program.JUDGED in game.text():
            seen.append(typed[-1])


@pytest.mark.parametrize("place", [*(pytest.param(place, marks=pytest.mark.long) for place in (0, 2)), 1])
def test_killed_while_it_starts(tmp_path: Path, dice: random.Random, place: int) -> None:
    with program.started(tmp_path) as game:
        time.sleep(dice.random() * 0.3 * (place + 1))
        game.process.kill(signal.SIGKILL)
        game.wait_for_end()
    with begun(tmp_path) as game:
        program.answer(game, "zqafter")
    assert program.kept(tmp_path) == ["zqafter"]
