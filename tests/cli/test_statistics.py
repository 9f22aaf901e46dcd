"""What `stats` prints, as data and as lines."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from full_screen import opened
from manual_clock import ManualClock
from played_days import player_of

from purges_quiz.cli.statistics import WIDTH, as_lines, collected
from purges_quiz.session import Game
from purges_quiz.session.report import report


@pytest.fixture
def game(tmp_path: Path, watch: ManualClock) -> Game:
    """That of a player of twelve days with an exam in nine."""
    game = player_of(12, tmp_path, watch)
    game.exam = game.today + timedelta(days=9)
    return game


def test_the_data_say_what_today_holds_what_is_predicted_what_comes_back_and_how_predictions_held(game: Game) -> None:
    found = json.loads(json.dumps(collected(game)))
    today = found["today"]
    assert today["done"] == 0 < today["questions"] == today["left"]
    assert today["minutes"] == today["minutes_left"] > 0
    assert today["another_round_adds"] is None
    assert len(today["due"]) == found["due"]
    assert found["predicted"]["day"] == (game.today + timedelta(days=9)).isoformat()
    assert found["predicted"]["recall_by_fact"].keys() == game.deck.facts.keys()
    assert 0 < found["predicted"]["recall"] < 1
    assert len(found["forecast"]) == 14
    assert found["forecast"][0] == {"day": game.today.isoformat(), "facts": found["due"]}
    back = sum(day["facts"] for day in found["forecast"])
    assert back == len(game.store.progress().forgetting.traces), "before an exam in nine days all of them come back"
    assert found["calibration"]
    for held in found["calibration"]:
        assert held["answers"] >= 10
        assert held["from"] <= held["predicted"] <= held["to"]
        assert 0 <= held["right"] <= 1


def test_the_lines_say_the_same(game: Game) -> None:
    lines = list(as_lines(report(game)))
    assert max(map(len, lines)) <= WIDTH
    told = "\n".join(lines)
    assert f"Today           {collected(game)['today']['questions']} questions, about" in told
    assert "9 days to go;" in told
    assert "Facts that come back in the next two weeks\n  Tue 10 Mar" in told
    assert "How predictions held\n" in told
    assert " predicted, " in told


def test_without_an_exam_recall_is_predicted_for_tomorrow(game: Game) -> None:
    game.exam = date(2020, 1, 1)
    assert collected(game)["predicted"]["day"] == (game.today + timedelta(days=1)).isoformat()
    assert "of all facts tomorrow, as predicted" in "\n".join(as_lines(report(game)))


def test_a_new_player_has_a_day_to_begin_with_and_nothing_predicted(tmp_path: Path) -> None:
    found = collected(opened(tmp_path))
    assert found["today"]["questions"] >= 10
    assert found["calibration"] == []
    assert found["predicted"]["recall"] == 0
    assert {day["facts"] for day in found["forecast"]} == {0}
