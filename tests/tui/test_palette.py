from __future__ import annotations

from full_screen import STANDARD, app, round_of, screen_of, short_round, text, type_in, until
from textual.command import CommandList

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import Outcome
from purges_quiz.session import Game
from purges_quiz.tui.screens.play import PlayScreen


async def test_a_command_of_the_palette_works_on_the_question_below(game: Game) -> None:
    async with app(game, short_round(Kind.FREE_TEXT)).run_test(size=STANDARD) as pilot:
        prompt = round_of(pilot).queue[0].question.prompt
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Search for commands" in text(pilot))
        assert prompt not in text(pilot), "the palette hides the question as any screen does"
        await type_in(pilot, "don't")
        await until(pilot, lambda: "Say that you don't know" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "Not known" in text(pilot))
        assert round_of(pilot).attempts[0].outcome is Outcome.DONT_KNOW


async def test_a_kind_of_round_is_found_by_its_name(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Search for commands" in text(pilot))
        await type_in(pilot, "sprint")
        await until(pilot, lambda: "Start a sprint" in text(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: screen_of(pilot) is PlayScreen)
        assert round_of(pilot).mode is Mode.SPRINT


async def test_what_comes_when_the_list_is_gone_already_is_for_nobody(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        for key in ("a", "down", "pagedown", "enter", "escape"):
            await pilot.press("ctrl+p")
            await until(pilot, lambda: "Search for commands" in text(pilot))
            await pilot.press("down")
            await pilot.app.screen.query_one(CommandList).remove()
            await pilot.press(key)
            await pilot.press("escape")
            await until(pilot, lambda: "One card" in text(pilot))
