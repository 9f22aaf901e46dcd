"""Two players, one store."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import program

TYPED = ("--mode", "quick", "--kind", "number-recall,date-recall,free-text", "--time", "off")


def test_two_instances_play_and_no_answer_is_lost(tmp_path: Path, *, full: bool) -> None:
    answers = 9 if full else 3
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
    given = [program.nonsense(player, place) for place in range(answers) for player in range(2)]
    assert sorted(program.kept(tmp_path)) == sorted(given)
    assert program.is_sound(tmp_path)
