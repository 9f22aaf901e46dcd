"""What a day holds, and how much of it is done."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from full_screen import app, opened, text, until
from manual_clock import ManualClock
from played_days import play_round, player_of

from purges_quiz.progress.workload import LONG_PAUSE
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.today import DayPlan, another, day_plan, expected


def today(game: Game) -> DayPlan:
    return day_plan(game, game.store.progress())


@pytest.fixture
def game(tmp_path: Path, watch: ManualClock) -> Game:
    """That of a player of three days."""
    return player_of(3, tmp_path, watch)


def play_until_done(game: Game, watch: ManualClock) -> int:
    """Play rounds until the day is done, and give how many."""
    for rounds in range(1, 20):
        play_round(game, watch, Random(rounds), right=0.8)
        if not today(game).left:
            return rounds
    raise AssertionError(today(game))


def test_the_plan_is_the_same_all_day_counts_down_with_every_answer_and_is_done(game: Game, watch: ManualClock) -> None:
    before = today(game)
    assert before.done == 0
    session = game.begin(RoundOptions(seed=1))
    for answers in range(1, 6):
        session.dont_know()
        session.proceed()
        now = today(game)
        assert (now.done, now.planned, now.planned_minutes) == (answers, before.planned, before.planned_minutes)
        assert now.left == before.planned - answers
        assert now.minutes < before.minutes
    session.stop()
    play_until_done(game, watch)
    assert (today(game).planned, today(game).left, today(game).share) == (before.planned, 0, 1)


def test_an_answer_taken_back_is_not_done(game: Game) -> None:
    before = today(game)
    session = game.begin(RoundOptions(seed=1))
    session.dont_know()
    session.undo()
    assert today(game) == before


def test_two_instances_agree_whatever_either_was_asked_today(tmp_path: Path, watch: ManualClock) -> None:
    one = player_of(3, tmp_path, watch)
    play_round(one, watch, Random(3), right=0.2)
    other = opened(tmp_path, watch)
    assert today(one) == today(other)
    play_round(other, watch, Random(4), right=1)
    assert today(one) == today(other) == today(opened(tmp_path, watch))
    assert one.study_plan().members == other.study_plan().members


def test_minutes_a_day_and_no_more_are_planned_where_they_are_set(game: Game) -> None:
    for minutes in (2, 5, 12):
        game.minutes = minutes
        assert today(game).planned_minutes == pytest.approx(minutes, abs=0.4)
        assert game.study_plan().time.minutes == minutes


def test_after_a_pause_of_weeks_it_is_a_round(game: Game, watch: ManualClock) -> None:
    for days in (LONG_PAUSE, 400):
        watch.local += timedelta(days=days)
        assert today(game).left == 10
        play_round(game, watch, Random(1), right=1)
        assert today(game).left == 0


def test_there_is_a_plan_with_an_exam_and_without(game: Game, watch: ManualClock) -> None:
    for days in (None, -400, 0, 1, 2, 5, 300):
        game.exam = None if days is None else watch.local.date() + timedelta(days=days)
        assert today(game).left >= 10
        assert 0 < expected(game) < 1


def test_more_is_always_possible_and_says_what_it_adds_once_the_day_is_done(game: Game, watch: ManualClock) -> None:
    assert another(game) is None
    play_until_done(game, watch)
    game.exam = watch.local.date() + timedelta(days=7)
    adds = another(game)
    assert adds is not None
    assert 0.1 < adds < 5
    assert not game.begin(RoundOptions(seed=2)).round.over
    game.minutes = 200
    more = another(game)
    assert more is None or more < adds


async def test_home_tells_of_today_at_once_and_then_what_more_would_add(game: Game, watch: ManualClock) -> None:
    game.exam = date(2026, 5, 20)
    async with app(game).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert f"Today: {today(game).planned} questions, about" in text(pilot)
        assert "Exam in 71 days" in text(pilot)
        await until(pilot, lambda: "of all facts recalled then" in text(pilot))
    play_until_done(game, watch)
    async with app(game).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Done for today" in text(pilot)
        await until(pilot, lambda: "another round would add" in text(pilot))


def test_the_share_is_that_of_what_is_done() -> None:
    assert DayPlan(3, 4, 1).share == 0.75
    assert DayPlan(9, 4, 1).share == 1
    assert DayPlan(0, 0, 0).share == 1
