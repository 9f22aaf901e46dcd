"""The decks side by side on the screens: chosen, and how far each is."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from full_screen import STANDARD, app, lines, play_to_the_end, screen_of, short_round, text, until
from manual_clock import ManualClock
from several_decks import shelf_of, write_deck
from stores import open_store

from purges_quiz.cli.playing import save_settings
from purges_quiz.deck.kinds import Kind
from purges_quiz.store.settings import Settings, read_settings
from purges_quiz.tui.screens.decks import DecksScreen
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.wording.settings import NAMES

DEPTHS = {"lake": 7, "sea": 3_700, "pond": 2}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    write_deck(tmp_path / "decks", "water", "Water [b]", DEPTHS)
    return tmp_path / "decks"


async def test_home_has_no_decks_while_there_is_one(tmp_path: Path, watch: ManualClock) -> None:
    decks, game = shelf_of(tmp_path / "decks", open_store(tmp_path), watch)
    async with app(game, decks=decks).run_test(size=STANDARD) as pilot:
        await until(pilot, lambda: "Enter Start" in lines(pilot)[-1])
        assert "d Decks" not in lines(pilot)[-1]
        await pilot.press("d")
        assert screen_of(pilot) is HomeScreen


@pytest.mark.parametrize("size", [STANDARD, (60, 20), (200, 60)])
async def test_a_deck_is_chosen_and_played_and_what_is_known_is_its_own(
    own: Path, tmp_path: Path, watch: ManualClock, size: tuple[int, int]
) -> None:
    decks, game = shelf_of(own, open_store(tmp_path), watch)
    async with app(game, decks=decks).run_test(size=size) as pilot:
        await until(pilot, lambda: "d Decks" in lines(pilot)[-1])
        assert "? Help" in lines(pilot)[-1]
        assert "Stalin's purges" in text(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert screen_of(pilot) is DecksScreen
        assert "Stalin's purges in use 113 facts, none met yet" in text(pilot)
        assert "Water [b] 3 facts, none met yet" in text(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: screen_of(pilot) is HomeScreen)
        assert "Water [b]" in text(pilot)
        assert "Stalin" not in text(pilot)
        pilot.app.play(short_round(Kind.NUMBER_RECALL))  # type: ignore[attr-defined]
        await pilot.pause()
        assert len(await play_to_the_end(pilot)) == 3
        await pilot.press("escape", "d")
        await until(pilot, lambda: screen_of(pilot) is DecksScreen)
        assert "Water [b] in use 0 of 3 facts secure" in text(pilot)
        assert "Stalin's purges 113 facts, none met yet" in text(pilot)


async def test_a_deck_that_cannot_be_played_says_why_and_the_other_stays(
    own: Path, tmp_path: Path, watch: ManualClock
) -> None:
    broken = write_deck(own, "broken", "Broken", DEPTHS)
    (broken / "sea.toml").write_text("key = ", encoding="utf-8")
    write_deck(own, "zcopy", "Copy", {"lake": 8}, deck_id="water")
    decks, game = shelf_of(own, open_store(tmp_path), watch)
    async with app(game, decks=decks).run_test(size=STANDARD) as pilot:
        await pilot.press("d", "j", "enter")
        await pilot.pause()
        assert "1 problem in the cards of broken; see: purges-quiz check broken" in text(pilot)
        assert "Copy has the id of water; give its deck.toml another" in text(pilot)
        await pilot.press("G", "enter")
        await pilot.pause()
        assert screen_of(pilot) is DecksScreen
        await pilot.press("escape")
        await pilot.pause()
        assert "Stalin's purges" in text(pilot)


async def test_the_exam_that_is_set_is_that_of_the_deck(own: Path, tmp_path: Path, watch: ManualClock) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("exam = 2026-05-01\n", encoding="utf-8")
    settings, _ = read_settings(path)
    decks, game = shelf_of(own, open_store(tmp_path), watch, settings)
    playing = app(game, decks=decks, settings=settings, remember=partial(save_settings, path))
    async with playing.run_test(size=STANDARD) as pilot:
        await pilot.press("d", "j", "enter")
        await until(pilot, lambda: screen_of(pilot) is HomeScreen)
        await pilot.press("s", *["j"] * NAMES.index("exam"), "enter", *"2026-06-01", "enter", "escape")
        await pilot.pause()
        assert "Exam in 83 days" in text(pilot)
        assert read_settings(path)[0] == Settings(exam=date(2026, 5, 1), exams={"water": date(2026, 6, 1)})
        await pilot.press("d", "g", "enter")
        await until(pilot, lambda: "Stalin's purges" in text(pilot) and screen_of(pilot) is HomeScreen)
        await pilot.press("s")
        await pilot.pause()
        assert "Exam 1 May 2026" in text(pilot)


async def test_of_two_decks_with_one_title_each_has_its_name_beside_it(
    own: Path, tmp_path: Path, watch: ManualClock
) -> None:
    write_deck(own, "river", "Water [b]", {"brook": 1, "beck": 2, "burn": 3})
    decks, game = shelf_of(own, open_store(tmp_path), watch)
    async with app(game, decks=decks).run_test(size=STANDARD) as pilot:
        await until(pilot, lambda: "d Decks" in lines(pilot)[-1])
        await pilot.press("d")
        await pilot.pause()
        assert "Water [b] (river) 3 facts" in text(pilot)
        assert "Water [b] (water) 3 facts" in text(pilot)
        assert "Stalin's purges in use" in text(pilot), "whose title is its own"
