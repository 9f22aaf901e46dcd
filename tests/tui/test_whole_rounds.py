"""Whole quick rounds through the keys, with the score as it is worked out by hand."""

from __future__ import annotations

from pathlib import Path

from full_screen import STANDARD, app, opened, play_to_the_end, round_of, screen_of, text

from purges_quiz.deck.question import Question
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.screens.results import ResultsScreen
from purges_quiz.wording.home import left, today

ALL_RIGHT = 10 * (100 + 6) + (0 + 1 + 2 + 3 + 4 * 6)
"""Ten right answers in no time: 100 each, floor(0.6 * 10) for speed, and min(streak - 1, 4) for the streak."""


def facts_of(asked: list[Question]) -> int:
    """How many facts were asked: a matching question or an order asks several."""
    return len({fact for question in asked for fact in question.facts})


async def test_a_round_all_right_has_the_score_worked_out_by_hand_and_a_restart_finds_it(
    game: Game, tmp_path: Path
) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("enter")
        met = facts_of(await play_to_the_end(pilot))

        assert screen_of(pilot) is ResultsScreen
        shown = text(pilot)
        assert "Quick round: every answer right" in shown
        assert f"Gained {met} facts met for the first time" in shown
        assert f"Score {ALL_RIGHT:,} points" in shown
        assert "Right 10 of 10 (100%)" in shown
        assert "Best streak 10" in shown
        assert f"Personal best {ALL_RIGHT:,}, a new one" in shown
        assert f"Today {left(game.home().plan)}" in shown
        assert "still open" not in shown
        await pilot.press("escape")
        await pilot.pause()
        assert today(game.home().plan) in text(pilot)

    async with app(opened(tmp_path)).run_test(size=STANDARD) as pilot:
        assert "0 mistakes open" in text(pilot)
        assert "1 day in a row" in text(pilot)


async def test_a_round_all_wrong_lists_every_mistake_and_they_can_be_played_again(game: Game, tmp_path: Path) -> None:
    async with app(game).run_test(size=(80, 120)) as pilot:
        await pilot.press("enter")
        asked = await play_to_the_end(pilot, right=False)

        shown = text(pilot)
        assert "Quick round: 0 of 10 right" in shown
        assert "Right 0 of 10 (0%)" in shown
        assert "Best streak 0" in shown
        assert "10 mistakes" in shown
        for question in asked:
            assert " ".join(question.prompt.split()) in shown
            assert " ".join(question.answer.split()) in shown
        assert len({question.id for question in asked}) == 10
        assert len(asked) > 10, "what was missed comes back in the same round"

        await pilot.press("r")
        await pilot.pause()
        assert screen_of(pilot) is PlayScreen
        assert (round_of(pilot).mode, round_of(pilot).timed) == (Mode.MISTAKES, False)
        again = await play_to_the_end(pilot)
        assert {question.id for question in again} == {question.id for question in asked}
        assert "Mistakes: every answer right" in text(pilot)
        assert f"Mistakes {facts_of(asked)} still open until typed right on two more days" in text(pilot)
        await pilot.press("enter")
        assert screen_of(pilot) is ResultsScreen, "Enter starts nothing here"
        await pilot.press("n")
        await pilot.pause()
        assert (screen_of(pilot), round_of(pilot).mode) == (PlayScreen, Mode.MISTAKES), "another round of that kind"
        await pilot.press("escape", "e")
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert screen_of(pilot) is HomeScreen

    async with app(opened(tmp_path)).run_test(size=STANDARD) as pilot:
        assert f"{facts_of(asked)} mistakes open" in text(pilot), "mended only by typing them right on two days"
