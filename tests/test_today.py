"""What a day holds, and how much of it is done."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from full_screen import opened
from manual_clock import ManualClock
from played_days import play_days, play_round

from purges_quiz.session import Game
from purges_quiz.session.today import LONG_PAUSE, DayPlan, day_plan


def today(game: Game) -> DayPlan:
    return day_plan(game, game.store.progress())


@pytest.fixture
def watch() -> ManualClock:
    return ManualClock()


@pytest.fixture
def game(tmp_path: Path, watch: ManualClock) -> Game:
    return opened(tmp_path, watch)


def test_a_new_players_day_is_a_round_and_is_done_after_it(game: Game, watch: ManualClock) -> None:
    assert (today(game).done, today(game).left) == (0, 10)
    play_round(game, watch, Random(1), right=1)
    assert (today(game).done, today(game).left, today(game).share) == (10, 0, 1)


def test_what_is_due_is_the_plan_and_answers_move_it_to_what_is_done(game: Game, watch: ManualClock) -> None:
    play_days(game, watch, 9)
    before, due = today(game), game.home().due
    assert before.left == max(due, 10)
    play_round(game, watch, Random(1), right=1)
    assert today(game).done == 10
    assert today(game).left <= before.left  # a round asks what gains most, which need not be due


@pytest.mark.parametrize("days", [LONG_PAUSE, 60, 400])
def test_after_a_pause_of_weeks_it_is_a_round_however_much_is_due(game: Game, watch: ManualClock, days: int) -> None:
    play_days(game, watch, 12)
    watch.local += timedelta(days=days)
    assert game.home().due > 10
    assert today(game).left == 10
    play_round(game, watch, Random(1), right=1)
    assert today(game).left == 0


def test_an_exam_brings_so_many_new_facts_each_day_that_all_are_met(game: Game, watch: ManualClock) -> None:
    game.exam = watch.local.date() + timedelta(days=4)
    assert today(game).left == -(-game.home().facts // 4)
    for exam in (watch.local.date(), date(2020, 1, 1)):
        game.exam = exam
        assert today(game).left == 10


def test_the_share_is_that_of_what_is_done() -> None:
    assert DayPlan(3, 1, 0).share == 0.75
    assert DayPlan(0, 0, 0).share == 1
