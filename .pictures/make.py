"""Make the pictures of the README from the real game, as its section on building says."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from purges_quiz.deck.kinds import Kind
from purges_quiz.paths import questions_folder
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.store.answers import AnswerStore
from purges_quiz.store.decks import read_deck
from purges_quiz.tui.app import PurgesQuiz
from purges_quiz.tui.screens.results import ResultsScreen

FOLDER = Path(__file__).parent
sys.path.append(str(FOLDER.parent / "tests" / "support"))
DAYS = 24
"""Days that the player of the progress screen has played before."""
SIZE = (80, 24)
ARRESTED = "impact/delegates-arrested:number-recall:1"


async def main() -> None:
    """Play a little, and keep what the screen shows."""
    with tempfile.TemporaryDirectory() as kept:
        game = Game(read_deck(questions_folder()), AnswerStore.open(Path(kept) / "answers.sqlite3"))
        await pictured(game, None, ("home", ""))
        await pictured(game, RoundOptions(Mode.QUICK, again=(ARRESTED,)), ("play", "1 1 8 0"), ("feedback", "enter"))
        choices = frozenset({Kind.MULTIPLE_CHOICE})
        five = RoundOptions(Mode.QUICK, questions=5, seed=3, kinds=choices)
        await pictured(game, five, ("choice", ""))
        await results(game, five)
    await a_players_progress()


async def a_players_progress() -> None:
    """What somebody sees who has played for some weeks."""
    from full_screen import opened
    from manual_clock import ManualClock
    from played_days import play_days

    with tempfile.TemporaryDirectory() as kept:
        watch = ManualClock()
        game = opened(Path(kept), watch)
        play_days(game, watch, DAYS)
        await pictured(game, None, ("progress", "p"))


async def results(game: Game, options: RoundOptions) -> None:
    """The results of a good round: all right but the last question, which is right when it comes back."""
    from full_screen import answer, round_of

    app = PurgesQuiz(game, at_once=options, guard_scale=0)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        while not isinstance(app.screen, ResultsScreen):
            await answer(pilot, right=len(round_of(pilot).attempts) != round_of(pilot).planned - 1)
            await pilot.press("enter")
            await pilot.pause(0.05)
        save("results", app)


async def pictured(game: Game, options: RoundOptions | None, *steps: tuple[str, str]) -> None:
    """Open the game, press the keys of each step, and save the screen under its name."""
    app = PurgesQuiz(game, at_once=options, guard_scale=0)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        for name, keys in steps:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause(0.05)
            save(name, app)


def save(name: str, app: PurgesQuiz) -> None:
    """Save the screen under its name."""
    svg = app.export_screenshot(title="purges-quiz", simplify=True)
    fontless = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (FOLDER / f"{name}.svg").write_text(fontless, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
