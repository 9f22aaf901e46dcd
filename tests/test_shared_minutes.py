"""The minutes that the player has set for a day are those of all decks together, and the nearest exam comes first."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from history import answer, round_record
from manual_clock import ManualClock
from several_decks import shelf_of, write_deck
from stores import open_store

from purges_quiz.session import Game
from purges_quiz.store.settings import Settings

NEAR, FAR, PAST = date(2026, 4, 1), date(2026, 6, 1), date(2026, 1, 1)
DEPTHS = {f"lake-{number}": number for number in range(1, 41)}
MINUTES = 10


def games(folder: Path, *, purges: date | None, water: date | None, minutes: int | None = MINUTES) -> tuple[Game, Game]:
    """The games of two decks with an exam each, today's minutes set."""
    own = folder / "decks"
    write_deck(own, "water", "Water", DEPTHS)
    exams = {"water": water} if water else {}
    settings = Settings(exam=purges, exams=exams, minutes=minutes)
    decks, game = shelf_of(own, open_store(folder), ManualClock(), settings)
    return game, decks.open(own / "water")


def study(game: Game, minutes: float) -> None:
    """Answer questions for so many minutes of today, each right after 27 seconds, and three for its feedback."""
    now = game.clock.now()
    round_id = game.store.begin_round(round_record()._replace(begun=now))
    for number in range(round(minutes * 2)):
        fact = list(game.outline.facts)[number]
        given = answer(facts=(fact,), seconds=27.0, round_id=round_id)._replace(day=game.today)
        game.store.append(given._replace(at=now + timedelta(seconds=number)))


@pytest.mark.parametrize("exams", [(None, None), (FAR, FAR), (PAST, PAST)])
def test_what_one_deck_has_had_today_the_other_has_not(tmp_path: Path, exams: tuple[date | None, date | None]) -> None:
    purges, water = games(tmp_path, purges=exams[0], water=exams[1])
    assert (purges.minutes_today, water.minutes_today) == (MINUTES, MINUTES)
    study(water, 4)
    assert purges.minutes_today == pytest.approx(MINUTES - 4)
    assert water.minutes_today == MINUTES


def test_the_deck_whose_exam_is_nearest_comes_first(tmp_path: Path) -> None:
    purges, water = games(tmp_path, purges=FAR, water=NEAR)
    assert water.minutes_today == MINUTES
    first = water.home().plan
    assert purges.minutes_today == pytest.approx(max(MINUTES - first.planned_minutes, 0.1))
    assert purges.home().plan.planned_minutes < first.planned_minutes
    study(water, 12)
    assert purges.home().plan.planned == 1
    assert water.home().plan.planned == first.planned


def test_an_exam_that_was_set_while_playing_counts(tmp_path: Path) -> None:
    purges, water = games(tmp_path, purges=FAR, water=None)
    assert purges.minutes_today == MINUTES
    water.exam = NEAR
    assert purges.minutes_today is not None
    assert purges.minutes_today < MINUTES


def test_where_no_minutes_are_set_each_deck_has_its_usual_ones(tmp_path: Path) -> None:
    purges, water = games(tmp_path, purges=FAR, water=NEAR, minutes=None)
    before = purges.home().plan
    study(water, 4)
    assert purges.minutes_today is None
    assert purges.home().plan == before
