"""Every screen where only ASCII can be shown. What is typed and what a deck says is the stream's affair."""

from __future__ import annotations

from functools import partial

import pytest
from full_screen import STANDARD, answer, app, lines, play_to_the_end, short_round
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar

from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game
from purges_quiz.tui.appearance import WholeCells
from purges_quiz.wording.glyphs import choose

LONG = partial(pytest.param, marks=pytest.mark.long)


@pytest.fixture(autouse=True)
def _whole_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScrollBar, "renderer", WholeCells)


def drawn(pilot: Pilot[None]) -> str:
    """The screen as it stands, which must be ASCII."""
    shown = "\n".join(lines(pilot))
    assert shown.isascii(), shown
    return shown


@pytest.mark.parametrize("size", [STANDARD, LONG((60, 20)), LONG((200, 60))])
async def test_every_screen_but_the_round_is_ascii(game: Game, size: tuple[int, int]) -> None:
    choose("ascii")
    async with app(game, problems=["one"]).run_test(size=size) as pilot:
        await pilot.pause()
        assert "|  1 line of the settings file" in drawn(pilot)
        for keys, shown in (
            (("c",), "15  "),
            (("enter",), "|  In August 1936"),
            (("escape", "escape", "m"), "No mistakes are open."),
            (("escape", "p"), "nothing to show yet"),
            (("escape", "s"), "Right Change"),
            (("escape", "f1"), "How the game works"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert shown in drawn(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        assert ">  Search for commands..." in drawn(pilot)


@pytest.mark.parametrize("theme", ["dark", LONG("ansi")])
async def test_a_round_with_its_feedback_and_results_is_ascii(game: Game, theme: str) -> None:
    choose("ascii")
    playing = app(game, theme=theme)
    async with playing.run_test(size=STANDARD) as pilot:
        for kind in (Kind.MULTIPLE_CHOICE, Kind.FREE_TEXT, Kind.ORDERING, Kind.MATCHING):
            playing.play(short_round(kind, questions=1))
            await pilot.pause()
            assert "====" in drawn(pilot)
            assert "\n   | " in drawn(pilot)
            if kind is Kind.ORDERING:
                await pilot.click("#ordering", offset=(5, 0))
                await pilot.pause()
                assert "* 1." in drawn(pilot)
                await pilot.click("#ordering", offset=(5, 0))
            if kind is Kind.MATCHING:
                assert "    .  " in drawn(pilot)
            await answer(pilot, right=kind is not Kind.MULTIPLE_CHOICE)
            shown = drawn(pilot)
            assert ("+ Right" if kind is not Kind.MULTIPLE_CHOICE else "x Wrong") in shown
            if kind is Kind.MULTIPLE_CHOICE:
                await pilot.press("o")
                await pilot.pause()
                assert "\n   x " in drawn(pilot)
                await pilot.press("escape")
            await pilot.press("enter")
            await pilot.pause()
            drawn(pilot)
            await pilot.press("h")
            await pilot.pause()
        await pilot.press("p")
        await pilot.pause()
        assert "----" in drawn(pilot)


async def test_progress_with_its_plots_is_ascii(game: Game) -> None:
    choose("ascii")
    async with app(game, short_round(Kind.MULTIPLE_CHOICE, questions=12)).run_test(size=(80, 80)) as pilot:
        await play_to_the_end(pilot)
        await pilot.press("h", "p")
        await pilot.pause()
        shown = drawn(pilot)
        assert "100% ##" in shown
        assert "# studied   o a little   + covered by a freeze" in shown
        assert "=-" in shown
        await pilot.press("escape", "c", "enter")
        await pilot.pause()
        assert "+ secure   x mistake open" in drawn(pilot)
