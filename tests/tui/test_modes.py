"""Sprint and Exam, full screen."""

from __future__ import annotations

import pytest
from full_screen import (
    STANDARD,
    answer,
    app,
    asking,
    begin_page,
    let_pass,
    lines,
    play_to_the_end,
    round_of,
    screen_of,
    text,
    type_in,
)
from manual_clock import ManualClock
from textual.pilot import Pilot
from textual.widgets import Static

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.screens.results import Mistake, ResultsScreen
from purges_quiz.tui.widgets.page import Page

SPRINT = RoundOptions(Mode.SPRINT, seed=5, kinds=frozenset({Kind.MULTIPLE_CHOICE}))
EXAM = RoundOptions(Mode.EXAM, seed=5)
WORDS = RoundOptions(Mode.EXAM, questions=4, seed=5, kinds=frozenset({Kind.FREE_TEXT}))
SIZES = (STANDARD, (60, 20))


async def answer_wrongly(pilot: Pilot[None], times: int) -> None:
    for _ in range(times):
        await type_in(pilot, "nothing of the kind")
        await pilot.press("enter")
        await pilot.pause()


async def test_a_sprint_has_one_clock_that_stops_during_feedback(game: Game, watch: ManualClock) -> None:
    async with app(game, SPRINT).run_test(size=STANDARD) as pilot:
        assert "Sprint 1, new Score 0" in text(pilot)
        assert "2:00" in text(pilot)
        await let_pass(pilot, watch, 30)
        await answer(pilot, right=False)
        await let_pass(pilot, watch, 500)
        await pilot.press("enter")
        await pilot.pause()
        assert "1:30" in text(pilot)
        assert "Sprint 2, new" in text(pilot)
        await let_pass(pilot, watch, 90)
        assert "Out of time" in text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(pilot) is ResultsScreen
        assert "0 of 2" in text(pilot)
        assert "2 mistakes" in text(pilot)
        assert "Personal best not counted: not of the usual questions" in text(pilot)


async def test_the_limit_that_is_named_is_that_of_the_sprint(game: Game) -> None:
    async with app(game, RoundOptions(Mode.SPRINT, seed=5, seconds=45)).run_test(size=STANDARD) as pilot:
        assert "45 s" in text(pilot)


async def test_a_sprint_that_is_played_is_a_personal_best(game: Game, watch: ManualClock) -> None:
    async with app(game, RoundOptions(Mode.SPRINT, seed=5)).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await let_pass(pilot, watch, 120)
        await pilot.press("enter")
        await pilot.pause()
        await let_pass(pilot, watch, 120)
        await pilot.press("enter")
        await pilot.pause()
        assert "100, a new one" in text(pilot)


async def test_an_exam_tells_nothing_until_its_end(game: Game) -> None:
    async with app(game, EXAM).run_test(size=STANDARD) as pilot:
        for number in range(1, 21):
            shown = text(pilot)
            assert f"Exam {number} of 20" in shown
            assert not any(word in shown for word in ("Score", "Streak", "✓", "✗", "Not known"))
            await answer(pilot, right=number % 2 == 0)
        assert screen_of(pilot) is ResultsScreen
        assert "10 of 20 (50%)" in text(pilot)
        assert "10 mistakes" in text(pilot)
        assert len(pilot.app.screen.query(Mistake)) == 10


async def test_a_pause_in_an_exam_tells_no_score(game: Game) -> None:
    async with app(game, EXAM).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Exam, 2 of 20" in text(pilot)
        assert "Score" not in text(pilot)


async def test_the_key_that_answers_in_an_exam_does_not_answer_the_next_question_too(game: Game) -> None:
    hasty = app(game, RoundOptions(Mode.EXAM, seed=5, kinds=frozenset({Kind.MULTIPLE_CHOICE})), guard_scale=1000)
    async with hasty.run_test(size=STANDARD) as pilot:
        assert isinstance(pilot.app.screen, PlayScreen)
        for answered in (1, 2):
            begin_page(pilot, settled=True)
            await pilot.press("1", "1", "ctrl+g", "1")
            assert len(round_of(pilot).attempts) == answered


async def test_the_end_of_an_exams_time_ends_it_with_what_is_in_the_field(game: Game, watch: ManualClock) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, asking(pilot).question.answer)
        await let_pass(pilot, watch, 10_000)
        assert screen_of(pilot) is ResultsScreen
        assert "1 of 1" in text(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_any_answer_of_an_exam_can_be_contested_on_its_results(game: Game, size: tuple[int, int]) -> None:
    async with app(game, WORDS).run_test(size=size) as pilot:
        await answer_wrongly(pilot, 4)
        assert "I was right" not in text(pilot)  # none has the focus yet
        await pilot.press("tab", "tab")
        assert "I was right" in lines(pilot)[-1]
        await pilot.press("y")
        await pilot.pause()
        assert screen_of(pilot) is ResultsScreen
        graded = [attempt.self_graded for attempt in round_of(pilot).attempts]
        assert graded == [False, True, False, False]
        count = pilot.app.screen.query_one("#count", Static)
        assert count.content == "3 mistakes in this round"
        assert [answer.self_graded for answer in game.store.answers()] == graded
        await pilot.press("u")
        await pilot.pause()
        assert count.content == "4 mistakes in this round"
        assert not any(answer.self_graded for answer in game.store.answers())


async def test_the_results_scroll_by_keys_though_the_mistake_that_had_the_focus_has_gone(game: Game) -> None:
    async with app(game, WORDS).run_test(size=(60, 20)) as pilot:
        await answer_wrongly(pilot, 4)
        for key in ("tab", "y", "u", "end"):
            await pilot.press(key)
            await pilot.pause()
        assert pilot.app.screen.query_one(Page).scroll_offset.y > 0


async def test_take_back_after_an_exam_asks_its_last_question_again(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await answer_wrongly(pilot, 4)
        await pilot.press("u")
        await pilot.pause()
        assert asking(pilot).practice
        assert len(game.store.answers()) == 3
        await play_to_the_end(pilot)
        assert "3 mistakes" in text(pilot)


async def test_home_has_all_six_kinds_of_round_in_sight_on_a_small_screen_too(game: Game) -> None:
    async with app(game).run_test(size=(60, 20)) as pilot:
        for mode in ("1 Quick round", "2 Sprint", "3 Full round", "4 Mistakes", "5 One card", "6 Exam"):
            assert mode in text(pilot)
        await pilot.press("6")
        await pilot.pause()
        assert round_of(pilot).mode is Mode.EXAM
