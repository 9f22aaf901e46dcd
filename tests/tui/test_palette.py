from __future__ import annotations

import pytest
from full_screen import STANDARD, app, round_of, short_round, text, type_in
from textual.command import CommandList

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import Outcome
from purges_quiz.session import Game


async def test_a_command_of_the_palette_works_on_the_question_below(game: Game) -> None:
    async with app(game, short_round(Kind.FREE_TEXT)).run_test(size=STANDARD) as pilot:
        prompt = round_of(pilot).queue[0].question.prompt
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        assert prompt not in text(pilot), "the palette hides the question as any screen does"
        await type_in(pilot, "don't")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert round_of(pilot).attempts[0].outcome is Outcome.DONT_KNOW


async def test_a_kind_of_round_is_found_by_its_name(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        await type_in(pilot, "sprint")
        await pilot.pause(0.5)
        assert "Start a sprint" in text(pilot)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert round_of(pilot).mode is Mode.SPRINT


@pytest.mark.parametrize("key", ["a", "down", "pagedown", "enter", "escape"])
async def test_what_comes_when_the_list_is_gone_already_is_for_nobody(game: Game, key: str) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        await pilot.press("down")
        await pilot.app.screen.query_one(CommandList).remove()
        await pilot.press(key)
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause()
        assert "One card" in text(pilot)
