"""Leaving a fact out and flagging a question, by keys."""

from __future__ import annotations

import pytest
from full_screen import STANDARD, answer, app, round_of, screen_of, short_round, text

from purges_quiz.deck.kinds import Kind
from purges_quiz.session import Game
from purges_quiz.tui.screens.cards import CardScreen

CHOICE = short_round(Kind.MULTIPLE_CHOICE, questions=6)


async def test_a_fact_is_left_out_after_its_answer_and_brought_back_by_the_same_key(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        (fact,) = round_of(pilot).attempts[0].posed.question.facts
        await pilot.press("x")
        await pilot.pause()
        assert game.left_out == {fact}
        assert "left out" in text(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert game.left_out == set()
        assert "left out" not in text(pilot)


async def test_what_is_left_out_does_not_come_back_for_practice(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        await pilot.press("x", "enter")
        assert not any(posed.practice for posed in round_of(pilot).queue)


async def test_a_question_is_flagged_and_the_flag_is_taken_away_by_the_same_key(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        question = round_of(pilot).attempts[0].posed.question
        await pilot.press("f")
        await pilot.pause()
        assert game.flagged == {question.id}
        assert "flagged" in text(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert game.flagged == set()


@pytest.mark.parametrize("kind", [Kind.MATCHING, Kind.ORDERING])
async def test_of_several_facts_that_were_asked_together_none_is_left_out_by_a_key(game: Game, kind: Kind) -> None:
    async with app(game, short_round(kind)).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        assert "x Leave out" not in text(pilot)
        await pilot.press("x")
        assert game.left_out == set()


async def test_before_the_answer_these_keys_do_nothing(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await pilot.press("x", "f")
        assert not game.left_out
        assert not game.flagged
        assert round_of(pilot).asking is not None


async def test_facts_are_marked_on_their_card_and_left_out_there(game: Game) -> None:
    card = game.deck.cards[0]
    async with app(game).run_test(size=(80, 60)) as pilot:
        await pilot.press("c", "enter", "x")
        await pilot.pause()
        assert game.left_out == set()
        await pilot.press("tab", "tab", "x")
        await pilot.pause()
        assert game.left_out == {card.facts[1].key}
        assert f" out {card.facts[1].targets[0].value.shown} " in text(pilot)
        await pilot.press("x")
        assert game.left_out == set()


async def test_a_card_of_which_all_facts_are_left_out_is_still_there_and_nothing_of_it_is_asked(game: Game) -> None:
    card = game.deck.cards[0]
    for fact in card.facts:
        game.leave_out(fact.key)
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert f"{card.title} {len(card.facts)} left out" in text(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen_of(pilot) is CardScreen
        assert game.deck.cards[1].title in text(pilot)
        await pilot.press("left", "enter")
        await pilot.pause()
        assert "There is nothing to ask." in text(pilot)


async def test_mistakes_that_are_left_out_are_in_no_list(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        await pilot.press("x", "escape", "e")
        await pilot.pause()
        assert "still open" not in text(pilot)
        await pilot.press("escape", "m")
        await pilot.pause()
        assert "No mistakes are open." in text(pilot)
