from __future__ import annotations

from full_screen import STANDARD, app, short_round, type_in
from textual.pilot import Pilot
from textual.widgets import Input

from purges_quiz.deck.question import Kind
from purges_quiz.session import Game
from purges_quiz.wording.answers import LONGEST_ANSWER

WORDS = short_round(Kind.FREE_TEXT)
TOO_LONG = "the first 1,000 characters were taken"


def field(pilot: Pilot[None]) -> Input:
    found = pilot.app.focused
    assert isinstance(found, Input)
    return found


async def test_a_paste_that_is_too_long_is_cut_and_that_is_said_once(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await pilot.press("x")
        for _ in range(3):
            await type_in(pilot, "word " * LONGEST_ANSWER)
        assert field(pilot).value == f"x{'word ' * LONGEST_ANSWER}"[:LONGEST_ANSWER]
        assert [TOO_LONG in note.message for note in pilot.app._notifications] == [True]


async def test_a_paste_that_fits_is_taken_without_a_word(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "w" * LONGEST_ANSWER)
        assert field(pilot).value == "w" * LONGEST_ANSWER
        assert not pilot.app._notifications


async def test_a_paste_takes_the_place_of_what_is_selected(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "w" * LONGEST_ANSWER)
        await pilot.press("shift+home")
        await type_in(pilot, "another")
        assert field(pilot).value == "another"
        assert not pilot.app._notifications


async def test_pasted_lines_are_one_line_without_control_characters(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "\n\n Kamenev,\r\n\tZinoviev\x07\x9b31m and \N{LINE SEPARATOR}others\n")
        assert field(pilot).value == "Kamenev, Zinoviev 31m and others"
        await type_in(pilot, "\n")
        assert field(pilot).value == "Kamenev, Zinoviev 31m and others"
