from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta

import fsrs
import pytest
from history import day
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.progress import memory
from purges_quiz.progress.memory import Memory, after, recall
from purges_quiz.round.records import Outcome

outcomes = st.sampled_from(list(Outcome))
histories = st.lists(st.tuples(outcomes, st.integers(0, 400), st.booleans()), max_size=30)


def folded(*answers: tuple[Outcome, int, bool]) -> Memory | None:
    held: Memory | None = None
    for outcome, number, recalled in answers:
        held = after(held, outcome, day(number), recalled=recalled)
    return held


def by_fsrs(*reviews: tuple[int, int]) -> fsrs.Card:
    """The card of the package itself after reviews (rating, day)."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = fsrs.Card(card_id=1, due=datetime(2027, 3, 1, tzinfo=UTC))
    for rating, number in reviews:
        at = datetime(2027, 3, 1, tzinfo=UTC) + timedelta(days=number)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), at)
    return card


AGAIN, HARD, GOOD = 1, 2, 3


@pytest.mark.parametrize(
    ("outcome", "recalled", "rating"),
    [
        (Outcome.RIGHT, True, GOOD),
        (Outcome.SLIP, True, GOOD),
        (Outcome.PARTIAL, True, AGAIN),
        (Outcome.WRONG, True, AGAIN),
        (Outcome.DONT_KNOW, True, AGAIN),
        (Outcome.RIGHT, False, HARD),
        (Outcome.WRONG, False, AGAIN),
        (Outcome.DONT_KNOW, False, AGAIN),
    ],
)
def test_a_first_answer_is_rated_as_the_table_says(outcome: Outcome, recalled: bool, rating: int) -> None:  # noqa: FBT001
    held = folded((outcome, 0, recalled))
    card = by_fsrs((rating, 0))
    assert held is not None
    assert (held.stability, held.difficulty) == (card.stability, card.difficulty)
    assert day(held.interval) == card.due.date()


def test_later_answers_are_those_of_the_package() -> None:
    held = folded(
        (Outcome.RIGHT, 0, True), (Outcome.RIGHT, 2, True), (Outcome.WRONG, 12, True), (Outcome.SLIP, 13, True)
    )
    card = by_fsrs((GOOD, 0), (GOOD, 2), (AGAIN, 12), (GOOD, 13))
    assert held is not None
    assert (held.stability, held.difficulty) == (card.stability, card.difficulty)
    assert card.last_review is not None
    assert held.interval == (card.due - card.last_review).days
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    for number in (13, 14, 20, 300):
        at = datetime(2027, 3, 1, tzinfo=UTC) + timedelta(days=number)
        assert recall(held, day(number)) == pytest.approx(scheduler.get_card_retrievability(card, at))


def test_a_right_choice_is_good_only_of_a_fact_that_is_likely_to_be_known() -> None:
    known = folded((Outcome.RIGHT, 0, True), (Outcome.RIGHT, 1, False))
    faded = folded((Outcome.RIGHT, 0, True), (Outcome.RIGHT, 60, False))
    assert recall(folded((Outcome.RIGHT, 0, True)), day(1)) > 0.8 > recall(folded((Outcome.RIGHT, 0, True)), day(60))
    assert known is not None
    assert known.stability == by_fsrs((GOOD, 0), (GOOD, 1)).stability
    assert faded is not None
    assert faded.stability == by_fsrs((GOOD, 0), (HARD, 60)).stability


def test_a_fact_never_met_is_not_recalled() -> None:
    assert recall(None, day(0)) == 0


def test_a_fact_just_missed_is_less_likely_to_be_recalled_tomorrow() -> None:
    missed, known = folded((Outcome.WRONG, 0, True)), folded((Outcome.RIGHT, 0, True))
    assert recall(missed, day(0)) == recall(known, day(0)) == 1
    assert recall(missed, day(1)) < 0.8
    assert recall(known, day(1)) > 0.9


def test_no_answer_in_time_says_nothing() -> None:
    assert folded((Outcome.NO_ANSWER, 0, True)) is None
    held = folded((Outcome.RIGHT, 0, True))
    assert after(held, Outcome.NO_ANSWER, day(5), recalled=True) == held
    assert folded((Outcome.NO_ANSWER, 0, True), (Outcome.RIGHT, 0, False)) == folded((Outcome.RIGHT, 0, False))


def test_a_day_counts_once_by_its_first_typed_answer_else_by_its_first_choice() -> None:
    wrong, right = (Outcome.WRONG, 0, True), (Outcome.RIGHT, 0, True)
    choice, failed = (Outcome.RIGHT, 0, False), (Outcome.WRONG, 0, False)
    assert folded(wrong, right, right) == folded(wrong)
    assert folded(right, wrong, failed) == folded(right)
    assert folded(choice, failed) == folded(choice)
    assert folded(choice, failed, wrong, right) == folded(wrong)
    before = (Outcome.RIGHT, -9, True)
    assert folded(before, failed, right) == folded(before, right)


@given(histories)
def test_the_fold_is_that_of_one_answer_a_day(answers: list[tuple[Outcome, int, bool]]) -> None:
    in_order = sorted(answers, key=lambda each: each[1])
    chosen = []
    for number in sorted({each[1] for each in in_order}):
        of_day = [each for each in in_order if each[1] == number and each[0] is not Outcome.NO_ANSWER]
        typed = [each for each in of_day if each[2]]
        chosen += (typed or of_day)[:1]
    found, expected = folded(*in_order), folded(*chosen)
    assert (found and found._replace(before=None)) == (expected and expected._replace(before=None))


@given(histories, st.dates())
def test_no_clock_crashes_it(answers: list[tuple[Outcome, int, bool]], today: date) -> None:
    held = folded(*answers)
    if held is not None:
        held = after(held, Outcome.RIGHT, today, recalled=True)
        assert held is not None
        for asked in (today, date.min, date.max, day(0)):
            assert 0 <= recall(held, asked) <= 1


def test_a_clock_set_back_makes_no_time_pass_and_heals() -> None:
    held = folded((Outcome.RIGHT, 0, True), (Outcome.RIGHT, 3, True), (Outcome.RIGHT, 3 - 365, True))
    assert held is not None
    assert recall(held, day(3 - 365)) == 1
    assert recall(held, day(4)) > 0.9


def test_a_clock_that_was_ahead_does_not_put_a_fact_off_for_ever() -> None:
    ahead = folded((Outcome.RIGHT, 0, True), (Outcome.RIGHT, 3650, True))
    assert ahead is not None
    healed = after(ahead, Outcome.RIGHT, day(1), recalled=True)
    assert healed is not None
    assert recall(healed, day(30)) < 1


def test_it_neither_sleeps_nor_rolls_dice_nor_reads_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError

    recall(folded((Outcome.RIGHT, 0, True)), day(1))
    monkeypatch.setattr(time, "sleep", forbidden)
    monkeypatch.setattr(fsrs.scheduler, "random", forbidden)
    monkeypatch.setattr(fsrs.card, "datetime", forbidden)
    held = folded(*[(Outcome.RIGHT, 5 * number, True) for number in range(9)])
    assert recall(held, day(90)) > 0


def test_fsrs_is_loaded_only_when_it_is_needed() -> None:
    program = "import sys; from purges_quiz.progress import memory; assert 'fsrs' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
    assert memory.GOOD_FROM == 0.8
