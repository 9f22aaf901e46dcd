from __future__ import annotations

import re

import pytest
from full_screen import (
    STANDARD,
    answer,
    app,
    asking,
    let_pass,
    lines,
    round_of,
    screen_of,
    short_round,
    text,
    type_in,
    until,
)
from manual_clock import ManualClock
from rich.console import RenderableType
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.selection import Selection
from textual.widgets import Input

from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.round.records import Outcome
from purges_quiz.session import Game, RoundOptions
from purges_quiz.tui.app import PurgesQuiz
from purges_quiz.tui.screens.overlays import PauseScreen, ReasonsScreen
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.terminal.private import key_of
from purges_quiz.tui.widgets.prompt import Prompt
from purges_quiz.tui.widgets.status import Clock
from purges_quiz.wording.answers import letters_only
from purges_quiz.wording.verdicts import message

CHOICE = short_round(Kind.MULTIPLE_CHOICE)
WORDS = short_round(Kind.FREE_TEXT)
NUMBERS = short_round(Kind.NUMBER_RECALL)


def letters_of(pilot: Pilot[None]) -> dict[str, bool]:
    """For each letter of the screen whether its option is right."""
    posed = asking(pilot)
    return {"abcd"[place]: posed.question.options[number].correct for place, number in enumerate(posed.arrangement)}


async def test_an_option_is_chosen_by_the_letter_that_it_carries_by_a_click_or_by_arrows_and_enter(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        posed = asking(pilot)
        for place, number in enumerate(posed.arrangement):
            assert f"{place + 1} {'abcd'[place]} {posed.question.options[number].text}" in text(pilot)
        await pilot.press(next(letter for letter, right in letters_of(pilot).items() if right))
        await pilot.press("enter")
        right = next(letter for letter, right in letters_of(pilot).items() if right)
        row = next(row for row, line in enumerate(lines(pilot)) if line.split()[1:2] == [right])
        await pilot.click(offset=(12, row))
        assert round_of(pilot).right == 2
        await pilot.press("enter", "j", "down", "k", "enter")
        await pilot.pause()
        *_, by_arrows = round_of(pilot).attempts
        assert by_arrows.text == by_arrows.posed.question.options[by_arrows.posed.arrangement[0]].text


@pytest.mark.parametrize("rules", [CHOICE, WORDS, NUMBERS], ids=["choice", "words", "numbers"])
async def test_feedback_and_the_question_after_it_are_painted_in_one_frame_each(
    game: Game, rules: RoundOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[object] = []
    paint = PurgesQuiz._display  # noqa: SLF001 -- Textual tells of a frame nowhere else

    def counted(self: PurgesQuiz, screen: Screen[object], frame: RenderableType | None) -> None:
        frames.append(frame)
        paint(self, screen, frame)

    async with app(game, rules).run_test(size=STANDARD) as pilot:
        await until(pilot, lambda: pilot.app._navigation.prepared)  # type: ignore[attr-defined] # noqa: SLF001 -- the home screen below is painted then
        await pilot.pause()
        monkeypatch.setattr(PurgesQuiz, "_display", counted)
        for _ in range(2):
            if rules is not CHOICE:
                await type_in(pilot, "1937")
            for key in ("a" if rules is CHOICE else "enter", "enter"):
                frames.clear()
                pilot.app.simulate_key(key)
                await pilot.pause(0.1)  # in which the screen paints when it would
                assert len(frames) == 1


async def test_two_answers_at_once_are_one(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        pilot.app.simulate_key("1")
        pilot.app.simulate_key("2")
        await pilot.pause()
        assert len(round_of(pilot).attempts) == 1


async def test_wrong_is_said_in_words_with_a_mark_the_answer_the_reason_and_the_cards_sentence(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        attempt = round_of(pilot).shown
        assert attempt is not None
        assert attempt.verdict is not None
        shown = text(pilot)
        assert "✗ Wrong" in shown
        assert message(attempt.verdict) in shown
        assert f"Answer {attempt.posed.question.answer}" in shown
        assert attempt.posed.question.source in shown.replace(" Card ", " ")


async def test_nothing_moves_when_the_feedback_comes(game: Game) -> None:
    for options in (CHOICE, WORDS, NUMBERS):
        async with app(game, options).run_test(size=STANDARD) as pilot:
            before = lines(pilot)
            await answer(pilot)
            after = lines(pilot)
            prompt = asking_rows(before)
            assert [after[row] for row in prompt] == [before[row] for row in prompt]
            below = range(prompt[-1] + 1, prompt[-1] + 3)
            if options is CHOICE:
                assert [after[row].lstrip("✓✗ ") for row in below] == [before[row].lstrip("✓✗ ") for row in below]
            else:
                assert [bool(after[row].strip()) for row in below] == [bool(before[row].strip()) for row in below]


def asking_rows(shown: list[str]) -> list[int]:
    """The rows of the question: those with the bar before them."""
    rows = [row for row, line in enumerate(shown) if line.strip().startswith("▌")]
    assert rows
    return rows


async def test_every_option_with_its_reason_can_be_opened(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        options = asking(pilot).question.options
        await answer(pilot)
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReasonsScreen)
        for option in options:
            assert option.text in text(pilot)
            assert option.reason in text(pilot)
        for closing in ("escape", "o", "enter"):
            await pilot.press(closing)
            await pilot.pause()
            assert screen_of(pilot) is PlayScreen
            assert round_of(pilot).shown is not None
            await pilot.press("o")
            await pilot.pause()


async def test_letters_and_digits_are_no_commands_in_a_field(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await pilot.press("p", "u", "y", "1", "question_mark", "space")
        assert pilot.app.screen.query_one(Input).value == "puy1? "
        assert round_of(pilot).asking is not None
        assert not round_of(pilot).paused


async def test_every_kind_can_be_answered_right_by_keys_or_said_not_to_be_known_which_is_shown_kindly(
    game: Game,
) -> None:
    for kind in Kind:
        async with app(game, short_round(kind, questions=2)).run_test(size=STANDARD) as pilot:
            await answer(pilot)
            assert round_of(pilot).right == 1, (kind, round_of(pilot).attempts)
            await pilot.press("enter", "ctrl+g")
            await pilot.pause()
            assert round_of(pilot).attempts[1].outcome is Outcome.DONT_KNOW
            assert "Not known yet" in text(pilot)


async def test_an_order_can_be_typed_by_the_numbers_of_its_lines_and_typed_anew(game: Game) -> None:
    async with app(game, short_round(Kind.ORDERING, questions=1)).run_test(size=STANDARD) as pilot:
        posed = asking(pilot)
        shown = list(posed.arrangement)
        for place in range(len(shown)):
            at = shown.index(place)
            await pilot.press("home", *["down"] * at, str(place + 1))
            shown.insert(place, shown.pop(at))
        places = [f"{place}." for place in range(1, len(shown) + 1)]
        assert [line.split()[0] for line in lines(pilot) if re.match(r"\s+\d\.", line)] == places
        await pilot.press("enter")
        await pilot.pause()
        assert round_of(pilot).right == 1


async def test_a_spelling_slip_is_right_and_its_letters_are_shown(game: Game) -> None:
    name = next(
        question
        for key in game.deck.facts
        for question in game.bank.of_fact(key)
        if question.kind is Kind.FREE_TEXT and question.answer == "Yezhov" and question.hint is None
    )
    options = short_round(again=(name.id,))
    async with app(game, options).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "Yezhxv")
        await pilot.press("enter")
        await pilot.pause()
        assert round_of(pilot).attempts[0].outcome is Outcome.SLIP
        assert "Right, but check the spelling" in text(pilot)
        assert "Yezhov" in text(pilot)


async def test_the_question_is_copied_without_the_bar_beside_it(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await pilot.pause()
        prompt = pilot.app.screen.query_one(Prompt)
        found = prompt.get_selection(Selection(None, None))
        assert found is not None
        assert " ".join(found[0].split()) == asking(pilot).question.prompt
        assert found[0].count("\n") == 1


async def test_i_was_right_is_offered_for_words_and_refused_for_numbers(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "something quite different")
        await pilot.press("enter")
        await pilot.pause()
        assert "y I was right" in text(pilot)
        await pilot.press("y")
        assert round_of(pilot).score == 100
        assert "Right, as you say" in text(pilot)
    async with app(game, NUMBERS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "5")
        await pilot.press("enter")
        await pilot.pause()
        assert "I was right" not in text(pilot)


async def test_a_pause_hides_the_question_stops_the_clock_and_keeps_what_was_typed(
    game: Game, watch: ManualClock
) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        prompt = asking(pilot).question.prompt
        await pilot.press("a", "b")
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(pilot) is PauseScreen
        assert prompt[:20] not in text(pilot)
        watch.seconds += 500
        await pilot.press("escape")
        await pilot.pause()
        assert round_of(pilot).asking is not None
        assert round_of(pilot).used(watch.seconds) == 0
        await pilot.press("c")
        assert pilot.app.screen.query_one(Input).value == "abc"


async def test_the_clock_stops_while_there_is_no_room_for_the_question(game: Game, watch: ManualClock) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await pilot.resize_terminal(39, 24)
        await pilot.pause()
        await let_pass(pilot, watch, 500)
        await pilot.press("ctrl+g")
        assert round_of(pilot).paused
        assert not round_of(pilot).attempts
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert round_of(pilot).paused, "nor does it go on when a pause is over"
        await pilot.resize_terminal(*STANDARD)
        await pilot.pause()
        assert not round_of(pilot).paused
        assert round_of(pilot).used(watch.seconds) == 0


async def test_ending_from_the_pause_keeps_what_was_answered(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("enter", "escape", "e")
        await pilot.pause()
        assert "Right 1 of 1 (100%)" in text(pilot)
    assert len(game.store.answers()) == 1


async def test_when_the_time_runs_out_what_is_in_the_field_is_graded(game: Game, watch: ManualClock) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        right = asking(pilot).question.answer
        await type_in(pilot, right)
        await let_pass(pilot, watch, 500)
        await until(pilot, lambda: bool(round_of(pilot).attempts))
        assert round_of(pilot).right == 1


async def test_an_empty_field_at_the_end_of_time_is_no_answer(game: Game, watch: ManualClock) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await let_pass(pilot, watch, 500)
        await until(pilot, lambda: "Out of time" in text(pilot))
        assert round_of(pilot).attempts[0].outcome is Outcome.NO_ANSWER


async def test_the_clock_is_a_bar_and_figures_and_can_be_off(game: Game, watch: ManualClock) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        limit = asking(pilot).limit
        assert limit is not None
        await let_pass(pilot, watch, limit - 4)
        await until(pilot, lambda: "4 s" in text(pilot))
        bar = lines(pilot)[2]
        assert 0 < bar.count("━") < bar.count("─")
    async with app(game, short_round(Kind.MULTIPLE_CHOICE, clock=False)).run_test(size=STANDARD) as pilot:
        assert asking(pilot).limit is None
        assert " s" not in lines(pilot)[2]


async def test_a_full_clock_is_full_when_it_is_first_painted() -> None:
    painted: list[str] = []

    class Watched(Clock):
        def line(self) -> Content:
            painted.append(super().line().plain)
            return Content(painted[-1])

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield clock

    clock = Watched()
    clock.show(30, 30)
    async with Bare().run_test(size=STANDARD):
        assert painted[0].count("━") > 50


async def test_no_key_answers_a_question_that_is_not_on_the_screen_yet(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await pilot.press("1")
        for key in ("enter", "1", "ctrl+g"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        assert round_of(pilot).asking is not None
        assert len(round_of(pilot).attempts) == 1
        await pilot.press("1")
        assert len(round_of(pilot).attempts) == 2


async def test_no_key_answers_before_a_round_begun_is_on_the_screen(
    game: Game, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hurried(screen: PlayScreen) -> ComposeResult:
        yield from composed(screen)
        screen.action_dont_know()

    composed = PlayScreen.compose
    monkeypatch.setattr(PlayScreen, "compose", hurried)
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await until(pilot, lambda: "1 of 3" in text(pilot))
        assert not round_of(pilot).attempts


async def test_the_key_that_answers_cannot_dismiss_the_feedback(game: Game) -> None:
    slow = app(game, WORDS, guard_scale=1)
    async with slow.run_test(size=STANDARD) as pilot:
        await type_in(pilot, "x y z")
        pilot.app.simulate_key("enter")
        pilot.app.simulate_key("enter")
        await pilot.pause()
        assert round_of(pilot).shown is not None
        await pilot.pause(0.3)
        await pilot.press("enter")
        assert round_of(pilot).asking is not None


async def test_enter_goes_on_at_once_after_an_answer_by_another_key(game: Game) -> None:
    slow = app(game, short_round(Kind.MULTIPLE_CHOICE), guard_scale=1)
    async with slow.run_test(size=STANDARD) as pilot:
        await pilot.pause(0.3)
        for key in ("1", "ctrl+g"):
            await pilot.press(key)
            await pilot.pause()
            assert round_of(pilot).shown is not None
            await pilot.press("enter")
            assert round_of(pilot).asking is not None


async def test_markup_in_an_answer_is_shown_as_typed(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await type_in(pilot, "[bold]Kirov[/bold] [/] [@click=app.quit]x[/]")
        await pilot.press("enter")
        await pilot.pause()
        assert "[bold]Kirov[/bold] [/] [@click=app.quit]x[/]" in text(pilot)
        await pilot.press("escape", "e")
        await pilot.pause()
        assert "✗ [bold]Kirov[/bold] [/] [@click=app.quit]x[/]" in text(pilot)


async def test_a_resize_in_mid_question_keeps_what_was_typed(game: Game) -> None:
    async with app(game, WORDS).run_test(size=(120, 40)) as pilot:
        await pilot.press("a", "b")
        for size in ((50, 14), (30, 8), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.press("c")
        assert pilot.app.screen.query_one(Input).value == "abc"


async def test_the_clock_stands_still_while_the_terminal_has_lost_the_focus(game: Game, watch: ManualClock) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        await let_pass(pilot, watch, 500)
        assert round_of(pilot).paused
        pilot.app.post_message(events.AppFocus())
        await pilot.pause()
        await let_pass(pilot, watch, 3)
        assert round_of(pilot).used(watch.seconds) == 3
        await pilot.press("a")
        assert pilot.app.screen.query_one(Input).value == "a"


async def test_a_key_ends_a_loss_of_focus_whose_end_was_not_reported(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        await pilot.press("a")
        assert not round_of(pilot).paused
        assert pilot.app.screen.query_one(Input).value == "a"


@pytest.mark.parametrize("key", ["", "ctrl+g"])
async def test_time_in_which_the_program_cannot_have_run_is_not_counted(
    game: Game, watch: ManualClock, key: str
) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        await let_pass(pilot, watch, 4)
        screen = pilot.app.screen
        assert isinstance(screen, PlayScreen)
        watch.seconds += 3600
        if key:  # before the clock has noticed
            await pilot.press(key)
            assert round_of(pilot).attempts[0].seconds == 4
        else:
            await let_pass(pilot, watch, 0.001)
            await let_pass(pilot, watch, 2)
            assert round_of(pilot).used(watch.seconds) == 6


def with_numbers(game: Game) -> str:
    """The id of a choice whose options begin with numbers that are keys as well."""
    return next(
        question.id
        for key in game.deck.facts
        for question in game.bank.of_fact(key)
        if question.kind is Kind.MULTIPLE_CHOICE and letters_only(question)
    )


async def test_where_options_are_small_numbers_only_letters_answer_and_a_digit_says_so(game: Game) -> None:
    async with app(game, short_round(again=(with_numbers(game),))).run_test(size=STANDARD) as pilot:
        assert "a-d Answer" in text(pilot)
        assert " 1 a " not in text(pilot)
        for key in ("1", "4", key_of("&")):
            await pilot.press(key)
            await pilot.pause()
            assert not round_of(pilot).attempts
            assert "Press a-d" in text(pilot)
        await pilot.press("b")
        await pilot.pause()
        assert len(round_of(pilot).attempts) == 1


async def test_enter_with_nothing_marked_says_so_and_answers_nothing(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        assert "1-4 Answer" in text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "No option is marked yet: press 1-4" in text(pilot)
        assert not round_of(pilot).attempts
        await pilot.press("j", "enter")
        await pilot.pause()
        assert len(round_of(pilot).attempts) == 1
        assert "marked yet" not in text(pilot)
    for kind, said in ((Kind.FREE_TEXT, "Nothing has been typed yet."), (Kind.MATCHING, "Every line needs a partner")):
        async with app(game, short_round(kind)).run_test(size=STANDARD) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            assert said in text(pilot)
            assert not round_of(pilot).attempts


async def test_a_long_answer_can_be_read_whole_in_the_feedback(game: Game) -> None:
    async with app(game, WORDS).run_test(size=STANDARD) as pilot:
        words = " ".join(f"word{number}" for number in range(30))
        await type_in(pilot, words)
        await pilot.press("enter")
        await pilot.pause()
        assert words in text(pilot)


async def test_taking_back_asks_again_for_practice_and_says_so(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        assert round_of(pilot).score > 0
        await pilot.press("u")
        await pilot.pause()
        assert round_of(pilot).score == 0
        assert asking(pilot).practice
        assert "Taken back; asked again for practice." in text(pilot)
        assert "1 of 3, for practice" in text(pilot)


async def test_a_question_says_whether_its_fact_is_new_or_was_a_mistake(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        assert "1 of 3, new" in text(pilot)
        again = asking(pilot).question.id
        await answer(pilot, right=False)
    async with app(game, short_round(again=(again,))).run_test(size=STANDARD) as pilot:
        assert "1 of 1, a mistake" in text(pilot)
        await answer(pilot)


@pytest.mark.parametrize("right", [True, False])
async def test_feedback_on_pairs_keeps_question_and_verdict_in_view_on_a_small_screen(
    game: Game, *, right: bool
) -> None:
    named = ("first-show-trial/lead-defendants:matching:trials-people-1",)  # four pairs, some of two rows
    async with app(game, RoundOptions(Mode.QUICK, again=named)).run_test(size=(60, 20)) as pilot:
        prompt = asking(pilot).question.prompt
        await pilot.press("a", "b", "c", "d", "e", "f", "enter") if not right else await answer(pilot)
        await pilot.pause()
        shown = text(pilot).replace("▌ ", "")
        assert prompt[:40] in shown
        assert "Right" in shown if right else "pairs are right" in shown or "pair is right" in shown


async def test_beside_a_question_on_a_wide_screen_stands_the_round_and_after_the_answer_its_card(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=(120, 40)) as pilot:
        title = game.deck.card_by_key[asking(pilot).question.fact.card].title
        assert "This round" in text(pilot)
        assert "Card" not in text(pilot), "a title may say the answer"
        await answer(pilot, right=False)
        assert "0 of 1 right" in text(pilot)
        assert title in text(pilot)
        await pilot.resize_terminal(119, 40)
        await pilot.pause()
        assert "This round" not in text(pilot)


async def test_nothing_beside_a_question_of_an_exam_tells_how_it_goes(game: Game) -> None:
    async with app(game, RoundOptions(Mode.EXAM, seed=5)).run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "This round" not in text(pilot)
