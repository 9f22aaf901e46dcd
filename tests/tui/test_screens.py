"""Each of the other screens, as it is painted and left."""

from __future__ import annotations

import sqlite3
from itertools import takewhile
from pathlib import Path

import history
import pytest
from full_screen import (
    STANDARD,
    answer,
    app,
    let_pass,
    lines,
    opened,
    round_of,
    screen_of,
    short_round,
    text,
    until,
)
from manual_clock import ManualClock

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Card, Statement
from purges_quiz.round.records import Outcome
from purges_quiz.session import Game, RoundOptions
from purges_quiz.tui.app import PurgesQuiz
from purges_quiz.tui.commands import COMMANDS, printed
from purges_quiz.tui.screens.cards import CardListScreen, CardScreen, _sentence
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.mistakes import MistakesScreen
from purges_quiz.tui.screens.overlays import HelpScreen
from purges_quiz.tui.screens.play import PlayScreen
from purges_quiz.tui.screens.results import ResultsScreen
from purges_quiz.tui.screens.settings import SettingsScreen
from purges_quiz.wording.answers import TAKEN_BACK
from purges_quiz.wording.book import NOTHING_FOUND
from purges_quiz.wording.help import HOW_IT_WORKS
from purges_quiz.wording.settings import NAMES
from purges_quiz.wording.verdicts import message

CHOICE = short_round(Kind.MULTIPLE_CHOICE, questions=1)


async def test_home_says_in_a_line_what_this_is_and_that_enter_starts(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        shown = text(pilot)
        assert f"A revision game about the {len(shipped_deck.deck().facts)} facts in your notes. Press Enter" in shown
        for mode in ("1 Quick round", "2 Sprint", "3 Full round", "4 Mistakes", "5 One card", "6 Exam"):
            assert mode in shown


async def test_home_says_how_many_questions_were_asked_for_until_the_settings_say_another_number(game: Game) -> None:
    with_four = PurgesQuiz(game, usual=RoundOptions(questions=4), guard_scale=0)
    async with with_four.run_test(size=STANDARD) as pilot:
        assert "a round of 4 questions" in text(pilot)
        for offered in ("4 questions, a few minutes", "4 questions, no fact twice", "4 questions, judged at the end"):
            assert offered in text(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SettingsScreen)
        await pilot.press(
            *("down" for setting in takewhile(lambda name: name != "questions", NAMES)), "right", "escape"
        )
        await until(pilot, lambda: screen_of(pilot) is HomeScreen)
        wanted = game.questions
        assert wanted != 4
        assert f"{wanted} questions, a few minutes" in text(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert round_of(pilot).planned == wanted


async def test_home_sums_up_what_the_player_knows(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        await pilot.press("enter", "h")
        await pilot.pause()
        assert "1 mistake open" in text(pilot)
        assert "4 Mistakes 1 open" in text(pilot)


async def test_home_says_when_answers_are_not_kept(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite3").mkdir()
    game = opened(tmp_path)
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("enter", "h")
        await pilot.pause()
        assert game.notice
        assert game.notice.split()[0] in text(pilot)


async def test_home_starts_by_digit_click_and_enter(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert "Full round" in text(pilot)
        await pilot.press("escape", "e", "escape")
        await pilot.pause()
        row = next(row for row, line in enumerate(lines(pilot)) if "Quick round" in line and "questions" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert screen_of(pilot) is PlayScreen


async def test_nothing_to_go_over_is_said_and_what_to_do_instead(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("4")
        await pilot.pause(0.2)
        assert screen_of(pilot) is HomeScreen
        assert "No mistakes are open. A quick round asks" in text(pilot)


async def test_the_clock_is_switched_on_home_and_remembered(game: Game) -> None:
    kept: dict[str, object] = {}
    async with app(game, remember=lambda **changed: kept.update(changed)).run_test(size=STANDARD) as pilot:
        assert "Clock on, except for mistakes" in text(pilot)
        await pilot.press("t")
        assert "Clock on, for mistakes too" in text(pilot)
        assert kept == {"clock": True}
        await pilot.press("t")
        await pilot.pause()
        assert "Clock off" in text(pilot)
        assert kept == {"clock": False}
        await pilot.press("enter")
        await pilot.pause()
        assert not round_of(pilot).timed


async def test_results_take_no_key_at_first_and_enter_starts_nothing(game: Game) -> None:
    slow = app(game, CHOICE, guard_scale=6)
    async with slow.run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.pause(1.6)
        await pilot.press("enter")
        pilot.app.simulate_key("h")
        await pilot.pause()
        assert screen_of(pilot) is ResultsScreen
        await pilot.pause(1.6)
        await pilot.press("enter")
        assert screen_of(pilot) is ResultsScreen
        await pilot.press("h")
        assert screen_of(pilot) is HomeScreen


async def test_results_show_the_mistake_and_undo_takes_it_back_and_asks_again(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        attempt = round_of(pilot).attempts[0]
        await pilot.press("enter")
        await pilot.pause()
        shown = text(pilot)
        assert "1 mistake" in shown
        assert attempt.posed.question.prompt in shown
        assert f"✗ {attempt.text}" in shown
        assert f"✓ {attempt.posed.question.answer}" in shown
        assert attempt.verdict is not None
        assert message(attempt.verdict) in shown
        await pilot.press("u")
        await pilot.pause()
        assert screen_of(pilot) is PlayScreen
        assert TAKEN_BACK in text(pilot)
        await answer(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "answered for practice only" in text(pilot)
        assert not game.store.progress().mistakes


async def test_results_and_mistakes_book_say_why_nothing_was_answered(game: Game, watch: ManualClock) -> None:
    async with app(game, short_round(Kind.FREE_TEXT, questions=1)).run_test(size=STANDARD) as pilot:
        await let_pass(pilot, watch, 500)
        await until(pilot, lambda: "Out of time" in text(pilot))
        assert "No answer came in time." in text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "✗ no answer in time" in text(pilot)
        assert "came in time." not in text(pilot)
        await pilot.press("h", "m")
        await pilot.pause()
        assert "✗ no answer in time" in text(pilot)


async def test_i_was_right_on_the_results_counts_and_can_be_taken_back(game: Game) -> None:
    async with app(game, short_round(Kind.FREE_TEXT, questions=1)).run_test(size=STANDARD) as pilot:
        await pilot.press("x", "y", "z", "enter", "enter")
        await pilot.pause()
        assert "0 points" in text(pilot)
        await pilot.press("y")
        assert "100 points" in text(pilot)
        assert "not counted: you graded an answer yourself" in text(pilot)
        await pilot.press("u")
        assert "0 points" in text(pilot)


async def test_a_full_round_that_is_left_says_that_it_goes_on(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await answer(pilot)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Leave it; go on later" in text(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert "Full round: 1 of 1 right" in text(pilot)
        assert "Personal best" not in text(pilot), "rounds of other lengths cannot be compared"
        assert "goes on where you left this one" in text(pilot)


async def test_the_mistakes_book_shows_what_was_missed_and_starts_a_round_on_it(game: Game) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot, right=False)
        attempt = round_of(pilot).attempts[0]
        await pilot.press("enter", "h", "m")
        await pilot.pause()
        assert screen_of(pilot) is MistakesScreen
        shown = text(pilot)
        assert "Mistakes: 1 open" in shown
        assert attempt.posed.question.prompt in shown
        assert attempt.text in shown
        assert "on 10 March 2026" in shown
        assert "·· " in shown, "two days are needed to close it"
        await pilot.press("r")
        await pilot.pause()
        assert screen_of(pilot) is PlayScreen
        assert round_of(pilot).asking is not None
        assert not round_of(pilot).timed


async def test_many_mistakes_are_folded_by_card_and_the_latest_comes_first_in_each(game: Game) -> None:
    facts = list(game.deck.facts.values())[:20]
    round_id = game.store.begin_round(history.round_record())
    for number, fact in enumerate(facts):
        missed = history.answer(
            number, Outcome.WRONG, facts=(fact.key,), response=f"answer {number:02}", round_id=round_id
        )
        game.store.append(missed)
    async with app(game).run_test(size=(80, 120)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        cards = list(dict.fromkeys(fact.card for fact in facts))
        folded = [line.strip() for line in lines(pilot) if line.strip().startswith("▸")]
        assert len(folded) == len(cards)
        assert "answer" not in text(pilot)
        assert "Enter Open" in lines(pilot)[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert "Enter Close" in lines(pilot)[-1], "and so on each of its mistakes"
        await pilot.press("down")
        await pilot.pause()
        assert "Enter Close" in lines(pilot)[-1]
        shown = [line.strip() for line in lines(pilot)]
        latest_first = [number for number, fact in reversed(list(enumerate(facts))) if fact.card == cards[0]]
        assert [line for line in shown if line.startswith("✗")] == [f"✗ answer {number:02}" for number in latest_first]
        await pilot.press("space")
        await pilot.pause()
        assert "answer" not in text(pilot)


async def test_mistakes_are_searched_by_what_was_answered_and_escape_ends_the_search(game: Game) -> None:
    round_id = game.store.begin_round(history.round_record())
    for number, fact in enumerate(list(game.deck.facts.values())[:20]):
        given = f"answer {number:02}"
        game.store.append(history.answer(number, Outcome.WRONG, facts=(fact.key,), response=given, round_id=round_id))
    async with app(game).run_test(size=(80, 60)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("/", "0", "7")
        await pilot.pause()
        assert [line.strip() for line in lines(pilot) if "✗" in line] == ["✗ answer 07"]
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(pilot) is MistakesScreen
        assert "✗" not in text(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(pilot) is HomeScreen


async def test_a_search_that_finds_no_mistake_says_so(game: Game) -> None:
    round_id = game.store.begin_round(history.round_record())
    fact = next(iter(game.deck.facts))
    game.store.append(history.answer(0, Outcome.WRONG, facts=(fact,), round_id=round_id))
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert NOTHING_FOUND not in text(pilot)
        await pilot.press("/", *"qqq", "enter")
        await pilot.pause()
        assert NOTHING_FOUND in text(pilot)
        assert "Enter Open" not in text(pilot), "there is nothing to open"
        await pilot.press("escape")
        await pilot.pause()
        assert NOTHING_FOUND not in text(pilot)


async def test_a_round_in_which_nothing_was_answered_says_so_once_and_shows_no_figures(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("escape", "e")
        await pilot.pause()
        assert text(pilot).count("nothing was answered") == 1
        assert "Score" not in text(pilot)


async def test_an_empty_mistakes_book_says_what_to_do_next(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "No mistakes are open." in text(pilot)
        await pilot.press("enter")
        assert screen_of(pilot) is MistakesScreen
        await pilot.press("escape")
        assert screen_of(pilot) is HomeScreen


async def test_cards_are_read_one_after_the_other_and_played(game: Game) -> None:
    cards = shipped_deck.deck().cards
    async with app(game).run_test(size=(80, 60)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert screen_of(pilot) is CardListScreen
        assert all(card.title in text(pilot) for card in cards)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen_of(pilot) is CardScreen
        assert "Card 2 of 15" in text(pilot)
        assert all(fact.targets[0].value.shown in text(pilot) for fact in cards[1].facts)
        await pilot.press("right")
        assert cards[2].title in text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert round_of(pilot).asking is not None
        assert {posed.question.fact.card for posed in round_of(pilot).queue} == {cards[2].key}


async def test_a_card_is_picked_for_a_round(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("5")
        await pilot.pause()
        assert screen_of(pilot) is CardListScreen
        await pilot.press("end", "enter")
        await pilot.pause()
        assert {posed.question.fact.card for posed in round_of(pilot).queue} == {shipped_deck.deck().cards[-1].key}


async def test_help_says_how_the_game_works_then_the_keys_here_then_all_keys(game: Game) -> None:
    async with app(game).run_test(size=(80, 200)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert screen_of(pilot) is HelpScreen
        shown = text(pilot)
        for commands in COMMANDS.values():
            for command in commands:
                keys = " ".join(map(printed, command.keys.split(",")))
                assert f"{keys} {command.about}" in shown
        terms = [shown.index(f" {term} ") for term, _ in HOW_IT_WORKS]
        here, everything = shown.index("Keys on this screen"), shown.index("All keys")
        assert [*terms, here, everything] == sorted([*terms, here, everything])
        assert "Look at your mistakes" in shown[here:everything]
        assert "Go back to the answer" not in shown[here:everything]


async def test_the_palette_finds_what_works_now(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        found = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Read the cards", "Look at your mistakes", "Show how the game works, and the keys"} <= found
        assert "Go on" not in found


@pytest.mark.parametrize(("key", "code"), [("ctrl+q", 0), ("ctrl+c", 130)])
async def test_quitting_keeps_everything_and_has_its_code(game: Game, watch: ManualClock, key: str, code: int) -> None:
    playing = app(game, short_round(Kind.FREE_TEXT, questions=2))
    async with playing.run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("enter", "a", key)
        await pilot.pause()
    assert playing.return_code == code
    assert len(game.store.answers()) == 1
    assert watch.seconds == 1000


async def test_ctrl_c_copies_what_is_selected_in_the_field(game: Game) -> None:
    playing = app(game, short_round(Kind.FREE_TEXT, questions=2))
    async with playing.run_test(size=STANDARD) as pilot:
        await pilot.press("a", "b", "shift+left", "ctrl+c")
        assert playing.clipboard == "b"
        assert playing.return_code is None


async def test_nothing_is_written_before_there_is_an_answer(tmp_path: Path) -> None:
    game = opened(tmp_path / "kept")
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await pilot.press("escape", "e", "h")
        await pilot.pause()
    assert not (tmp_path / "kept").exists()


async def test_an_answer_is_on_disk_when_its_feedback_is_shown(game: Game, tmp_path: Path) -> None:
    async with app(game, CHOICE).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        assert "✓ Right" in text(pilot)
        with sqlite3.connect(tmp_path / "answers.sqlite3") as database:
            assert database.execute("SELECT count(*) FROM answers").fetchone() == (1,)
        database.close()


def hidden_facts(card: Card) -> list[str]:
    """The words of a card's facts that are no statements."""
    return [fact.span for fact in card.facts if not any(isinstance(it.value, Statement) for it in fact.targets)]


async def test_the_facts_of_a_card_can_be_hidden_to_test_oneself(game: Game) -> None:
    card = shipped_deck.deck().cards[0]
    facts = hidden_facts(card)
    async with app(game).run_test(size=(120, 60)) as pilot:
        await pilot.press("c", "enter")
        await pilot.pause()
        assert all(fact in text(pilot).replace("▌ ", "") for fact in facts)
        await pilot.press("f")
        await pilot.pause()
        assert text(pilot).count("_____") >= 2 * len(facts), "in the sentences, and in the list of facts"
        assert "f Show" in lines(pilot)[-1]
        await pilot.press("f")
        await pilot.pause()
        assert "f Hide" in lines(pilot)[-1]
        assert all(fact in text(pilot).replace("▌ ", "") for fact in facts)


@pytest.mark.parametrize("card", shipped_deck.deck().cards, ids=lambda card: card.key)
def test_of_a_sentence_whose_facts_are_hidden_no_figure_or_name_is_left(card: Card) -> None:
    for sentence in card.sentences:
        shown = _sentence(sentence, card, hidden=True).plain
        assert not any(span in shown for span in hidden_facts(card) if span in sentence)


async def test_what_is_known_of_the_cards_stands_in_columns(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("c")
        for columns in (60, 80, 120):
            await pilot.resize_terminal(columns, 60)
            await pilot.pause()
            ends = {len(line) for line in lines(pilot) if line.endswith("new")}
            assert len(ends) == 1
