"""What the app does beside its screens."""

from __future__ import annotations

import pytest
from full_screen import app

from purges_quiz.deck.question import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions, Session
from purges_quiz.tui.app import INTERRUPTED, PurgesQuiz, run
from purges_quiz.tui.speed import PAINTED


def test_an_app_that_asyncio_cancelled_was_interrupted(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PurgesQuiz, "run", lambda _app: None)
    assert run(game) == INTERRUPTED


def test_an_app_that_was_left_ends_with_its_own_exit_code(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PurgesQuiz, "run", lambda app: app.exit(return_code=0))
    assert run(game) == 0


async def test_the_grader_is_made_ready_once_a_question_is_painted(game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    expected: list[Session] = []

    def expect(session: Session) -> None:
        expected.append(session)

    monkeypatch.setattr(Session, "expect", expect)
    async with app(game, RoundOptions(Mode.QUICK, kinds=frozenset({Kind.FREE_TEXT}))).run_test() as pilot:
        await pilot.pause(3 * PAINTED)
        assert len(expected) == 1
