"""The Progress screen, with nothing, little and much to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import history
from full_screen import STANDARD, answer, app, asking, lines, round_of, screen_of, short_round, text
from manual_clock import ManualClock
from textual.pilot import Pilot

from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.question import Question
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.session import Game
from purges_quiz.tui.screens.home import HomeScreen
from purges_quiz.tui.screens.progress import ProgressScreen

SIZES = ((60, 20), STANDARD, (120, 40))
TODAY = date(2026, 3, 10)
PEOPLE = {"yezhov", "beria", "bukharin", "trotsky", "zinoviev", "kamenev", "radek", "kirov", "tukhachevsky"}
HEADINGS = (
    "Predicted recall by card, a day ahead",
    "Right answers",
    "Predicted recall of all facts",
    "Days studied",
    "Hardest facts",
    "Slowest facts",
    "Taken for one another",
    "Personal bests",
)


def keep(game: Game, count: int) -> None:
    """Keep so many answers, ten a day until yesterday: every fourth is wrong, and each for another person is Yagoda."""
    dice = Random(1)
    questions = [question for question in game.bank.questions.values() if question.kind is Kind.MULTIPLE_CHOICE]
    days = -(-count // 10)
    for day in range(days):
        number = (TODAY - history.FIRST_DAY).days - days + day
        round_id = game.store.begin_round(history.round_record(number))
        for attempt in _answers(dice.sample(questions, min(10, count - 10 * day)), number, round_id):
            game.store.append(attempt)
        local = datetime.combine(history.day(number), datetime.min.time(), UTC) + timedelta(hours=12)
        game.store.end_round(round_id, at=local)


def _answers(questions: list[Question], number: int, round_id: int) -> Iterator[AttemptRecord]:
    for place, question in enumerate(questions):
        asked = getattr(question.fact.targets[0].value, "entity", "yagoda")
        rival = "yagoda" if asked in PEOPLE else None
        outcome = Outcome.WRONG if rival or place % 4 == 0 else Outcome.RIGHT
        yield history.answer(
            number,
            outcome,
            facts=question.facts,
            kind=question.kind,
            confused_with=rival,
            round_id=round_id,
            seconds=4 + place,
        )


async def whole(pilot: Pilot[None]) -> str:
    """The page from its top to its end, as one line."""
    await pilot.resize_terminal(pilot.app.size.width, 180)
    await pilot.pause()
    return text(pilot)


async def test_with_no_answer_it_says_what_to_do(game: Game) -> None:
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("p")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen_of(pilot) is ProgressScreen
            assert "There is nothing to show yet. Play a quick round" in text(pilot)
        await pilot.press("1", "escape")
        await pilot.pause()
        assert screen_of(pilot) is HomeScreen


async def test_one_answer_is_shown(game: Game) -> None:
    async with app(game, short_round(Kind.MULTIPLE_CHOICE, questions=1)).run_test(size=STANDARD) as pilot:
        await answer(pilot)
        await pilot.press("enter", "escape", "p")
        shown = await whole(pilot)
        assert "Answers 1, 100% of them right" in shown
        assert "Facts 1 of" in shown
        assert "Right answers 100%" in shown
        assert "Hardest facts" not in shown
        assert "Taken for one another" not in shown


async def test_every_part_is_there_and_none_is_cut_off_at_any_size(game: Game, *, full: bool) -> None:
    count = 120 if full else 50
    keep(game, count)
    game.exam = date(2026, 5, 20)
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("p")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert max(map(len, lines(pilot))) <= size[0]
            shown = await whole(pilot)
            assert re.search(rf"Answers {count}, \d\d% of them right", shown)
            assert "Exam 20 May 2026, 71 days to go;" in shown
            for heading in HEADINGS:
                assert heading in shown
            drawn = [line for line in lines(pilot) if "━" in line or "─" in line]
            cards = [line for line in drawn if re.search(r"[━╸─] +\d+%", line)]
            assert len(cards) == len(game.deck.cards)
            assert not any("…" in line for line in drawn) or size[0] == 60
            assert lines(pilot)[-1].split() == ["Esc", "Back", "?", "Help", "Ctrl+Q", "Quit"]


async def test_a_pair_is_practised_by_its_number_and_by_a_click(game: Game) -> None:
    keep(game, 80)
    for way in ("key", "click"):
        async with app(game).run_test(size=(80, 170)) as pilot:
            await pilot.press("p")
            await pilot.pause()
            heading = next(row for row, line in enumerate(lines(pilot)) if "Taken for one another" in line)
            names = lines(pilot)[heading + 1].rpartition("  ")[2].split(" / ")
            if way == "key":
                await pilot.press("1")
            else:
                await pilot.click(offset=(20, heading + 1))
            await pilot.pause()
            asked = {posed.question.fact.key for posed in round_of(pilot).queue}
            assert len(asked) > 1
            assert asking(pilot).limit is None
            yagoda = {
                key
                for key, fact in game.deck.facts.items()
                if any(getattr(target.value, "entity", "") == "yagoda" for target in fact.targets)
            }
            assert asked & yagoda
            assert asked - yagoda
            assert text(pilot).startswith("Tell apart 1 of")
            await answer(pilot, right=False)
            begin = [" ".join(name.split()[:4]) for name in names]  # the rest may be on further lines
            assert any(all(name in line for name in begin) for line in lines(pilot)), "the two stand side by side"


async def test_the_cards_say_how_well_each_fact_is_known(game: Game) -> None:
    facts = game.deck.cards[0].facts
    for number, cued in ((0, False), (0, True), (0, False), (1, False)):
        game.store.append(history.answer(number, hinted=cued, facts=(facts[0].key,), round_id=_begun(game)))
    game.store.append(history.answer(1, Outcome.WRONG, facts=(facts[1].key,), round_id=_begun(game)))
    watch = game.clock
    assert isinstance(watch, ManualClock)
    watch.local = watch.local.replace(year=2027)
    async with app(game).run_test(size=(80, 60)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert re.search(rf" {len(facts)} \d+% ", text(pilot))
        await pilot.press("enter")
        await pilot.pause()
        shown = text(pilot)
        assert re.search(rf"✓ \d+% {facts[0].targets[0].value.shown}", shown)
        assert re.search(rf"✗ \d+% {facts[1].targets[0].value.shown}", shown)
        assert shown.count(" new ") == len(facts) - 2


def _begun(game: Game) -> int:
    return game.store.begin_round(history.round_record())


async def test_at_every_width_it_is_drawn_anew_with_whole_titles_and_side_by_side_from_120_columns_on(
    game: Game,
) -> None:
    keep(game, 20)
    longest = 0
    async with app(game).run_test(size=STANDARD) as pilot:
        await pilot.press("p")
        for width in (40, 60, 80, 119, 120, 200):
            await pilot.resize_terminal(width, 100)
            await pilot.pause()
            shown = lines(pilot)
            cards = " ".join(re.sub(r"[━╸─]+ +\d+%", "", line).strip() for line in shown)
            assert width >= 120 or all(card.title in " ".join(cards.split()) for card in game.deck.cards)
            row = next(line for line in shown if "Right answers" in line)
            assert ("Answers" in row) == (width >= 120)
            title = next(line for line in shown if "Progress" in line)
            assert shown[-1].index("Esc") == title.index("Progress")
            drawn = max(line.count("━") + line.count("─") for line in shown)
            assert longest <= drawn or width == 120, "the wider the screen, the longer the bars"
            longest = drawn
