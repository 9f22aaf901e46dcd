from __future__ import annotations

import pytest

from purges_quiz.progress.pace import MINUTES, Pace, Studied, minutes_a_day, paced, regularity


def day(number: int, *, answers: int = 40, right: int = 40, seconds: float = 400) -> Studied:
    return Studied(number, answers, right, seconds)


def test_a_new_player_has_a_usual_pace_and_usual_minutes() -> None:
    assert 5 < paced([]).known < paced([]).unknown
    assert minutes_a_day([]) == MINUTES
    assert 0 < regularity([], 10) <= 1


def test_somebody_slow_is_taken_for_slow_after_a_day_but_not_after_an_answer() -> None:
    usual, slow = paced([]).known, paced([day(1, seconds=40 * 30)]).known
    assert slow > 1.7 * usual
    assert paced([day(1, answers=1, seconds=30)]).known < 1.2 * usual


def test_the_minutes_are_the_median_of_the_latest_days() -> None:
    usual = [day(number) for number in range(1, 6)]
    once = day(6, answers=400, right=400, seconds=4000)
    assert minutes_a_day([*usual, once]) == minutes_a_day(usual)
    assert minutes_a_day([*usual, *(day(number, answers=80, right=80, seconds=800) for number in range(6, 11))]) == (
        pytest.approx(2 * minutes_a_day(usual))
    )


def test_mistakes_take_longer() -> None:
    assert minutes_a_day([day(1, right=0)]) > minutes_a_day([day(1)])
    assert Pace(10, 20).expected(0.25) == 17.5


def test_somebody_who_studies_every_other_day_is_less_regular_than_somebody_who_studies_daily() -> None:
    daily = regularity([day(number) for number in range(20)], 20)
    other = regularity([day(number) for number in range(0, 20, 2)], 20)
    assert 0.5 < other < 0.7
    assert 0.9 < daily <= 1
