"""A question across cards on the screen."""

from __future__ import annotations

import pytest
from full_screen import STANDARD, answer, app, round_of, text

import shipped_deck
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions


@pytest.mark.parametrize(
    "name",
    [
        "across/first-blow-of-1937:multiple-choice:1",
        "across/first-trial-total:free-text:1",
        "across/heads-in-order:ordering:1",
        "across/what-it-led-to:matching:1",
    ],
)
async def test_its_feedback_says_why_and_shows_the_sentences_of_all_its_facts(game: Game, name: str) -> None:
    async with app(game, RoundOptions(Mode.MISTAKES, again=(name,))).run_test(size=(STANDARD[0], 60)) as pilot:
        assert shipped_deck.questions().across[name].prompt[:30] in text(pilot)
        await answer(pilot, right=False)
        attempt = round_of(pilot).shown
        assert attempt is not None
        shown = text(pilot)
        assert f"Why {attempt.posed.question.because}" in shown
        for key in attempt.posed.question.facts:
            assert shipped_deck.deck().facts[key].sentence in shown
        await pilot.press("enter")
        assert f"Why: {attempt.posed.question.because}" in text(pilot)
