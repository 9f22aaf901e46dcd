"""Mistakes saved as files from the results and from the mistakes book."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

import pytest
from full_screen import STANDARD, answer, app, lines, notices, play_to_the_end, screen_of, short_round, until

from purges_quiz.cli.playing import save_questions
from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game
from purges_quiz.tui.screens.mistakes import MistakesScreen
from purges_quiz.tui.screens.results import ResultsScreen

NAME = "stalin-s-purges-mistakes-2026-03-10"


@pytest.mark.parametrize("size", [STANDARD, pytest.param((60, 20), marks=pytest.mark.long)])
async def test_the_mistakes_of_a_round_are_saved_as_a_paper_and_a_table_and_it_is_said_where(
    game: Game, tmp_path: Path, size: tuple[int, int]
) -> None:
    exports = tmp_path / "exports"
    playing = app(game, short_round(Kind.NUMBER_RECALL), save=partial(save_questions, exports))
    async with playing.run_test(size=size) as pilot:
        await answer(pilot, right=True)
        await pilot.press("enter")
        missed = await play_to_the_end(pilot, right=False)
        assert screen_of(pilot) is ResultsScreen
        assert ("e Save them" in lines(pilot)[-1]) is (size == STANDARD)
        await pilot.press("e")
        await until(pilot, lambda: "2 questions saved in" in "".join(notices(pilot)))
        rows = list(csv.reader((exports / f"{NAME}.csv").read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) == 1 + 2
        asked = {question.answer for question in missed}
        assert all(any(value in " ".join(row) for value in asked) for row in rows[1:])
        paper = (exports / f"{NAME}.html").read_text(encoding="utf-8")
        assert all(value in paper for value in asked)
        await pilot.press("e")
        await until(pilot, lambda: len(list(exports.iterdir())) == 4)
        assert (exports / f"{NAME}-2.html").read_text(encoding="utf-8") == paper


async def test_where_nothing_was_missed_there_is_nothing_to_save(game: Game) -> None:
    async with app(game, short_round(Kind.NUMBER_RECALL)).run_test(size=STANDARD) as pilot:
        await play_to_the_end(pilot)
        assert "e Save them" not in lines(pilot)[-1]
        await pilot.press("escape", "m")
        await pilot.pause()
        assert "e Save" not in lines(pilot)[-1]


async def test_the_mistakes_book_is_saved_or_it_is_said_why_not(game: Game, tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    exports.write_text("a file in its place")
    playing = app(game, short_round(Kind.NUMBER_RECALL), save=partial(save_questions, exports))
    async with playing.run_test(size=STANDARD) as pilot:
        await play_to_the_end(pilot, right=False)
        await pilot.press("escape", "m")
        await pilot.pause()
        assert screen_of(pilot) is MistakesScreen
        await pilot.press("e")
        await until(pilot, lambda: "Nothing was saved:" in "".join(notices(pilot)))
        exports.unlink()
        await pilot.press("e")
        await until(pilot, lambda: "3 questions saved in" in "".join(notices(pilot)))
        assert sorted(path.name for path in exports.iterdir()) == [f"{NAME}.csv", f"{NAME}.html"]
