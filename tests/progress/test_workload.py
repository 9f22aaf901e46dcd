from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress.estimate import Estimate, Observation, after
from purges_quiz.progress.pace import StudyDay
from purges_quiz.progress.workload import LONG_PAUSE, PlanBasis, workload

FACTS = [f"card/{number}" for number in range(40)]
TODAY = date(2027, 5, 20)
NOW = TODAY.toordinal()
ROUND = 10


def studied(*days: int, answers: int = 30) -> tuple[StudyDay, ...]:
    """So many days ago answers were given, most of them right, 10 seconds each."""
    return tuple(StudyDay(NOW - ago, answers, answers * 4 // 5, 10.0 * answers) for ago in sorted(days, reverse=True))


def met(facts: list[str], *, ago: int, right: bool = True) -> Estimate:
    """The facts were answered on three days, the last of them so long ago."""
    days = (NOW - ago - 4, NOW - ago - 2, NOW - ago)
    return after(Estimate(), [Observation(fact, day, right, 0.0) for day in days for fact in facts])


NOTHING = PlanBasis(NOW, Estimate(), ())


def test_a_day_has_as_many_questions_as_its_minutes_have_room_for_and_a_small_deck_has_fewer() -> None:
    short, long, small = (
        workload(NOTHING, FACTS[:facts], ROUND, minutes=minutes) for facts, minutes in ((40, 2), (40, 8), (5, 8))
    )
    assert 2 < short.questions < long.questions < 40
    assert short.minutes == pytest.approx(2, abs=0.5)
    assert long.minutes == pytest.approx(8, abs=0.5)
    assert small.questions == 5
    assert small.minutes < 3


def test_without_minutes_set_the_day_is_as_long_as_the_last_days_and_at_least_a_round() -> None:
    usual, little = studied(1, 2, 3), studied(1, 2, 3, answers=4)
    estimate = met(FACTS[:12], ago=3, right=False)
    much = workload(PlanBasis(NOW, estimate, usual), FACTS, ROUND)
    assert much.minutes == pytest.approx(30 * 13 * 1.2 / 60, abs=1)
    assert workload(PlanBasis(NOW, estimate, little), FACTS, ROUND).questions == ROUND
    assert workload(PlanBasis(NOW, estimate, little), FACTS, ROUND, minutes=1).questions < ROUND


def test_what_will_be_known_tomorrow_need_not_be_asked_and_what_was_missed_must() -> None:
    known = PlanBasis(NOW, met(FACTS, ago=0), studied(1))
    assert workload(known, FACTS, ROUND).questions == 0
    assert workload(known._replace(mistakes=frozenset(FACTS[:3])), FACTS, ROUND).questions == 3
    assert workload(known._replace(today=NOW + 90, days=()), FACTS, ROUND, minutes=60).questions == len(FACTS)


@given(
    unmet=st.integers(1, 40),
    exam=st.integers(0, 60),
    minutes=st.integers(1, 240) | st.none(),
    ago=st.integers(0, 39),
    right=st.booleans(),
)
def test_while_facts_are_unmet_there_is_something_to_do_whenever_the_exam_is(
    *, unmet: int, exam: int, minutes: int | None, ago: int, right: bool
) -> None:
    known = PlanBasis(NOW, met(FACTS[unmet:], ago=ago, right=right), studied(ago + 1))
    day = TODAY + timedelta(days=exam) if exam else None
    held = workload(known, FACTS, ROUND, day, minutes)
    assert 0 < held.questions <= len(FACTS)
    assert held.minutes > 0


@pytest.mark.parametrize("ago", [LONG_PAUSE, 60, 400, 4000])
@pytest.mark.parametrize("minutes", [None, 30])
def test_after_a_pause_of_weeks_it_is_a_round_however_much_there_is_to_do(ago: int, minutes: int | None) -> None:
    known = PlanBasis(NOW, met(FACTS, ago=ago), studied(ago, ago + 1, answers=200))
    assert workload(known, FACTS, ROUND, minutes=minutes).questions == ROUND
    sooner = PlanBasis(NOW, met(FACTS, ago=ago), studied(LONG_PAUSE - 1, LONG_PAUSE, answers=200))
    assert workload(sooner, FACTS, ROUND, minutes=minutes).questions > ROUND


def test_what_a_wrong_clock_put_into_the_future_is_asked() -> None:
    ahead = PlanBasis(NOW, met(FACTS[:3], ago=-400), ())
    assert workload(ahead, FACTS[:3], ROUND).questions == 3
