"""The settings, as they are changed on the screen."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from full_screen import STANDARD, app, lines, round_of, screen_of, text
from textual.widgets import Input

from purges_quiz.cli.playing import save_settings
from purges_quiz.session import Game
from purges_quiz.store.settings import Settings, read_settings
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.settings import SettingsScreen
from purges_quiz.tui.widgets.lines import Lines
from purges_quiz.wording.settings import after, date_of

SIZES = (STANDARD, (60, 20))
CLOCK, STRETCH, QUESTIONS, MINUTES, EXAM, LOOK, MOTION = range(7)


@pytest.mark.parametrize("size", SIZES)
async def test_every_setting_is_in_sight_with_its_value(game: Game, size: tuple[int, int]) -> None:
    async with app(game).run_test(size=size) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert screen_of(pilot) is SettingsScreen
        rows = (
            "Clock on",
            "Time to answer as usual",
            "Quick round 10 questions",
            "Minutes a day as on your last days",
            "Exam none",
            "Look dark",
            "Motion on",
        )
        for shown in (*rows, "you can choose other keys as well: see the README."):
            assert shown in text(pilot)
        assert "→ Change" in lines(pilot)[-1]


async def test_the_line_that_was_chosen_changes_though_another_is_highlighted_by_now(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("s", *["j"] * EXAM)
        chosen = pilot.app.screen.query_one(Lines)
        chosen.post_message(Lines.Selected(chosen, QUESTIONS))
        await pilot.pause()
        assert "Quick round 15 questions" in text(pilot)


async def test_what_is_changed_is_used_at_once_and_kept_in_the_file(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    playing = app(game, remember=partial(save_settings, path))
    async with playing.run_test(size=STANDARD) as pilot:
        await pilot.press(
            "s", "right", "j", "right", "right", "j", "right", "j", "right", "j", "j", "left", "j", "enter"
        )
        await pilot.pause()
        assert "15 questions not counted for the personal best" in text(pilot)
        assert "Minutes a day 2 minutes" in text(pilot)
        assert game.minutes == 2
        assert playing.theme == "ansi"
        assert playing.animation_level == "none"
        await pilot.press("escape")
        await pilot.pause()
        assert "Clock off" in text(pilot)
        assert "15 questions, a few minutes" in text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert round_of(pilot).length == 15
        assert not round_of(pilot).timed
    expected = Settings(theme="ansi", clock=False, stretch=1.5, animation=False, questions=15, minutes=2)
    assert read_settings(path) == (expected, ())


async def test_an_exam_is_typed_kept_and_planned_for(game: Game, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    async with app(game, remember=partial(save_settings, path)).run_test(size=STANDARD) as pilot:
        await pilot.press("s", *["down"] * EXAM, "enter", *"soon", "enter")
        await pilot.pause()
        assert '"soon" is not a date' in text(pilot)
        assert not path.exists()
        field = pilot.app.screen.query_one(Input)
        field.value = "20 May 2026"
        await pilot.press("enter")
        await pilot.pause()
        assert "Exam 20 May 2026" in text(pilot)
        assert not field.display
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(pilot) is HomeScreen
        assert "Exam in 71 days: 0% of all facts recalled then" in text(pilot)
    assert read_settings(path)[0].exam == date(2026, 5, 20)


async def test_escape_leaves_the_field_first_and_an_empty_one_means_no_exam(game: Game) -> None:
    async with app(game, settings=Settings(exam=date(2026, 5, 20))).run_test(size=STANDARD) as pilot:
        await pilot.press("s", *["down"] * EXAM, "enter", "escape")
        assert screen_of(pilot) is SettingsScreen
        assert "20 May 2026" in text(pilot)
        await pilot.press("enter", "ctrl+u", "enter")
        await pilot.pause()
        assert "Exam none" in text(pilot)


async def test_an_exam_that_is_over_is_said_to_be_and_asks_for_nothing(game: Game) -> None:
    game.exam = date(2026, 3, 9)
    async with app(game, settings=Settings(exam=game.exam)).run_test(size=STANDARD) as pilot:
        assert "Exam in" not in text(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert "9 March 2026 over" in text(pilot)


async def test_what_is_wrong_with_the_file_is_named_here_and_counted_on_home(game: Game) -> None:
    problems = ("settings.toml: theme is 'pink', expected dark; the default is used",)
    async with app(game, problems=problems).run_test(size=STANDARD) as pilot:
        assert "1 line of the settings file not used: Settings says why." in text(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert problems[0] in text(pilot)


async def test_a_look_that_a_key_changes_here_is_shown_here(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("s", "f2")
        await pilot.pause()
        assert "Look light" in text(pilot)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [(10, 1, 15), (10, -1, 5), (5, -1, 5), (50, 1, 50), (12, 1, 15), (12, -1, 10), (48, 1, 50)],
)
def test_questions_go_by_fives_between_their_ends(value: int, step: int, expected: int) -> None:
    assert after("questions", value, step) == expected


@pytest.mark.parametrize("typed", ["2027-05-20", " 20 May  2027", "20 may 2027", "20.5.2027"])
def test_a_date_can_be_typed_in_several_ways(typed: str) -> None:
    assert date_of(typed) == date(2027, 5, 20)


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (None, 1, 2),
        (None, -1, None),
        (2, -1, None),
        (7, 1, 8),
        (7, -1, 6),
        (120, 1, 120),
        (240, -1, 120),
        (240, 1, 240),
    ],
)
def test_minutes_a_day_go_up_and_down_between_their_ends(value: int | None, step: int, expected: int | None) -> None:
    assert after("minutes", value, step) == expected
