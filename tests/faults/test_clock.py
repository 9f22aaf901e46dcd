"""A clock that is set back, forward, to another zone, across 04:00, in the middle of a round."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import program
import pytest
from manual_clock import ManualClock

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.round.modes import Mode
from purges_quiz.session import Game, RoundOptions
from purges_quiz.session.clock import SystemClock
from purges_quiz.session.today import expected
from purges_quiz.store.answers import AnswerStore

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
TYPED = frozenset({Kind.NUMBER_RECALL, Kind.DATE_RECALL})
ROUND = RoundOptions(Mode.QUICK, questions=4, kinds=TYPED, seed=5)


@pytest.fixture
def game(tmp_path: Path, watch: ManualClock) -> Iterator[Game]:
    with closing(AnswerStore.open(tmp_path / "answers.sqlite3")) as store:
        yield shipped_deck.game(store, watch)


def play(game: Game, *times: datetime, watch: ManualClock, right: bool = True) -> None:
    """Play a round, the clock showing one of the times at each answer, then the last of them."""
    session = game.begin(ROUND)
    shown = list(times)
    while not session.round.over:
        ask = session.round.asking
        assert ask is not None
        watch.local = shown.pop(0) if len(shown) > 1 else shown[0]
        watch.seconds += 3
        session.answer(ask.question.answer if right else "nonsense")
        session.proceed()
    game.home()


def test_a_clock_set_back_a_year_and_put_right(game: Game, watch: ManualClock) -> None:
    for day in range(3):
        play(game, NOON + timedelta(days=day), watch=watch)
    assert game.home().streak.length == 3
    watch.local = NOON + timedelta(days=2) - timedelta(days=365)
    assert game.home().streak.length == 3
    play(game, watch.local, watch=watch)
    assert game.home().streak.length == 3
    expected(game)
    watch.local = NOON + timedelta(days=3)
    play(game, watch.local, watch=watch)
    assert game.home().streak.length == 4


def test_set_back_in_the_middle_of_a_round(game: Game, watch: ManualClock) -> None:
    play(game, NOON, NOON - timedelta(days=365), NOON + timedelta(minutes=1), watch=watch, right=False)
    home = game.home()
    assert home.mistakes == 4
    assert home.streak.length == 1


def test_a_clock_ten_years_ahead_and_put_right(game: Game, watch: ManualClock) -> None:
    for day in range(3):
        play(game, NOON + timedelta(days=day), watch=watch)
    watch.local = datetime(2036, 3, 12, 12, tzinfo=UTC)
    play(game, watch.local, watch=watch)
    expected(game)
    watch.local = NOON + timedelta(days=3)
    assert game.home().streak.length == 3
    play(game, watch.local, watch=watch)
    assert game.home().streak.length == 4
    expected(game)


@pytest.mark.parametrize("ends", [datetime(1970, 1, 2, tzinfo=UTC), datetime(9998, 12, 30, tzinfo=UTC)])
def test_the_ends_of_the_calendar(game: Game, watch: ManualClock, ends: datetime) -> None:
    play(game, NOON, ends, watch=watch)
    play(game, ends, watch=watch, right=False)
    expected(game)
    watch.local = NOON
    play(game, NOON, watch=watch)
    assert game.home().streak.length >= 1


def test_another_time_zone_in_the_middle_of_a_round(game: Game, watch: ManualClock) -> None:
    for zone in (14, -12, 0):
        play(game, NOON, NOON.astimezone(timezone(timedelta(hours=zone))), watch=watch)
    assert game.home().streak.length in {1, 2}
    offsets = {answer.offset_minutes for answer in game.store.answers()}
    assert offsets == {0, 14 * 60, -12 * 60}


@pytest.mark.parametrize(
    "before",
    [datetime(2026, 3, 29, 0, 59, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, tzinfo=UTC)],
    ids=["to summer time", "from summer time"],
)
def test_daylight_saving_in_the_middle_of_a_round(game: Game, watch: ManualClock, before: datetime) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    play(game, *(((before + timedelta(minutes=each)).astimezone(berlin)) for each in range(4)), watch=watch)
    assert {answer.day for answer in game.store.answers()} == {before.date() - timedelta(days=1)}
    assert len({answer.offset_minutes for answer in game.store.answers()}) == 2
    assert game.home().streak.length == 1


def test_across_four_in_the_morning(game: Game, watch: ManualClock) -> None:
    four = datetime(2026, 3, 11, 4, tzinfo=UTC)
    times = [four - timedelta(minutes=1), four - timedelta(seconds=1), four, four + timedelta(minutes=1)]
    play(game, *times, watch=watch)
    assert [answer.day for answer in game.store.answers()] == [date(2026, 3, 10)] * 2 + [date(2026, 3, 11)] * 2
    play(game, four - timedelta(days=1), watch=watch)
    assert game.home().streak.length == 2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a running process changes on POSIX only")
def test_the_systems_own_zone_changes_while_the_game_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, seen = SystemClock(), set()
    try:
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "Nowhere/At_All", "", "FAR+100"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            seen.add(clock.now().utcoffset())
        assert clock.now().tzinfo is UTC
    finally:
        monkeypatch.undo()
        time.tzset()
    assert seen >= {timedelta(hours=14), timedelta(hours=-12), timedelta(hours=5, minutes=45)}


def test_answers_of_the_future_stop_no_game(tmp_path: Path) -> None:
    """What a clock set back by ten years looks like to the whole program."""
    home = tmp_path / "kept"
    watch = ManualClock()
    ahead = datetime.now(UTC) + timedelta(days=3650)
    with closing(AnswerStore.open(home / "answers.sqlite3")) as store:
        for right in (True, False):
            play(shipped_deck.game(store, watch), ahead, watch=watch, right=right)
    with program.started(tmp_path, env={"TZ": "America/St_Johns"}) as player:
        player.wait_for("One card")
        player.send("\r")
        player.wait_for("1 of")
        player.send("\x07")
        player.wait_for(program.JUDGED)
        player.send("\x11")
        assert player.wait_for_end() == 0
