"""Letters are commands whatever the keyboard is set to."""

# ruff: noqa: RUF001 -- letters that look alike are what is tested

from __future__ import annotations

import pytest
from full_screen import STANDARD, app, lines, screen_of, short_round, text
from textual.widgets import Input

from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game
from purges_quiz.tui.layouts import DIGITS, LAYOUTS, UNSHIFTED, US, meanings
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.mistakes import MistakesScreen
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.terminal.private import key_of


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_every_letter_of_a_us_keyboard_once(layout: str) -> None:
    keys = LAYOUTS[layout]
    assert len(keys) == len(set(keys)) == len(US) == 26
    for typed, meant in zip(keys, US, strict=True):
        assert meant in meanings(typed)
        assert meant in meanings(typed.upper()) or typed.upper().lower() != typed  # a final sigma has no capital


def test_digits_that_need_shift_are_meant_without_it_and_wide_ones_too() -> None:
    for keys in (*UNSHIFTED.values(), "１２３４５６７８９０"):
        assert [next(meanings(typed)) for typed in keys] == list(DIGITS)


async def test_a_letter_works_as_the_small_latin_one_on_its_key(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for letter in "MＭｍьЬμΜ":
            await pilot.press(key_of(letter))
            assert screen_of(pilot) is MistakesScreen, letter
            await pilot.press("escape")
            assert screen_of(pilot) is HomeScreen


async def test_an_option_is_chosen_from_any_keyboard(game: Game) -> None:
    async with app(game, short_round(Kind.MULTIPLE_CHOICE, questions=5)).run_test(size=STANDARD) as pilot:
        for key in "A１фα&":
            await pilot.press(key_of(key))
            await pilot.pause()
            assert "Enter Next" in text(pilot), key
            await pilot.press("enter")


async def test_what_is_typed_stays_what_it_is(game: Game) -> None:
    async with app(game, short_round(Kind.FREE_TEXT)).run_test(size=STANDARD) as pilot:
        await pilot.press(*map(key_of, "МPя１"))
        assert screen_of(pilot) is PlayScreen
        assert pilot.app.screen.query_one(Input).value == "МPя１"


async def test_a_capital_that_is_a_command_itself_is_that_command(game: Game) -> None:
    async with app(game, short_round(Kind.ORDERING)).run_test(size=STANDARD) as pilot:
        before = lines(pilot)
        await pilot.press("J")
        await pilot.pause()
        assert lines(pilot) != before, "the line is moved, where j would mark the next"
