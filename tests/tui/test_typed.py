from __future__ import annotations

from unicodedata import category

from full_screen import STANDARD, app, begin_page, notices, round_of, short_round, text, type_in
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from purges_quiz.deck.kinds import Kind
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
        assert [TOO_LONG in notice for notice in notices(pilot)] == [True]


async def test_a_paste_that_fits_is_taken_without_a_word(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "w" * LONGEST_ANSWER)
        assert field(pilot).value == "w" * LONGEST_ANSWER
        assert not notices(pilot)


async def test_a_paste_takes_the_place_of_what_is_selected(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "w" * LONGEST_ANSWER)
        await pilot.press("shift+home")
        await type_in(pilot, "another")
        assert field(pilot).value == "another"
        assert not notices(pilot)


async def test_pasted_lines_are_one_line_without_control_characters(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "\n\n Kamenev,\r\n\tZinoviev\x07\x9b31m and \N{LINE SEPARATOR}others\n")
        assert field(pilot).value == "Kamenev, Zinoviev 31m and others"
        await type_in(pilot, "\n")
        assert field(pilot).value == "Kamenev, Zinoviev 31m and others"


async def test_format_characters_that_nobody_sees_are_left_out_of_a_paste(game: Game) -> None:
    hidden = [chr(code) for code in range(0x110000) if category(chr(code)) == "Cf"]
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "".join(f"1,{each}108" for each in hidden))
        assert field(pilot).value == "1,108" * len(hidden)


async def test_keys_that_come_with_enter_are_not_part_of_the_answer(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        for key in ("a", "b", "enter", "c", "enter", "d"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert [attempt.text for attempt in round_of(pilot).attempts] == ["ab"]
        assert "2 of 3" in text(pilot)
        assert field(pilot).value == ""


async def test_an_answer_that_is_not_taken_can_be_gone_on_with(game: Game) -> None:
    async with app(game, WORDS, guard_scale=1000).run_test(size=STANDARD) as pilot:
        begin_page(pilot, settled=False)
        await pilot.press("a", "enter", "b")
        assert field(pilot).value == "ab"
