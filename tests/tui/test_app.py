"""What the app does beside its screens."""

from __future__ import annotations

import re

import pytest
from full_screen import STANDARD, app

from purges_quiz.deck.kinds import Kind
from purges_quiz.exits import Exit
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.playing import Session
from purges_quiz.tui.app import PurgesQuiz, run
from purges_quiz.tui.commands import COMMANDS
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.speed import PAINTED


def test_an_app_that_asyncio_cancelled_was_interrupted(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PurgesQuiz, "run", lambda _app: None)
    assert run(game) == Exit.INTERRUPTED


def test_an_app_that_was_left_ends_with_its_own_exit_code(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PurgesQuiz, "run", lambda app: app.exit(return_code=0))
    assert run(game) == 0


OPENING = {
    command.keys.split(",")[0]: match[1]
    for commands in COMMANDS.values()
    for command in commands
    if (match := re.fullmatch(r"app\.open\('(\w+)'\)", command.action)) and command.id != "home.decks"
}
"""The decks open only where there are several: see `test_decks_screen.py`."""


@pytest.mark.parametrize("key", OPENING, ids=OPENING.get)
async def test_every_command_that_opens_a_screen_opens_it_and_escape_leads_back(game: Game, key: str) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_grader_is_made_ready_once_a_question_is_painted(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    expected: list[Session] = []

    def expect(session: Session) -> None:
        expected.append(session)

    monkeypatch.setattr(Session, "expect", expect)
    async with app(game, RoundOptions(Mode.QUICK, kinds=frozenset({Kind.FREE_TEXT}))).run_test() as pilot:
        await pilot.pause(3 * PAINTED)
        assert len(expected) == 1
