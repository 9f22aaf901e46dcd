"""What a round achieved."""

from __future__ import annotations

from datetime import date

from history import answer, day

from purges_quiz.deck.kinds import Kind
from purges_quiz.progress import Progress, fold
from purges_quiz.progress.views import Gains, gains
from purges_quiz.round.records import AttemptRecord, Outcome

FACT = "card/fact"


def gained(before: list[AttemptRecord], now: list[AttemptRecord], today: date) -> Gains:
    old = fold(Progress(), before)
    return gains(old, fold(old, now), {fact: None for record in now for fact in record.facts}, today, None)


def test_a_fact_is_met_once() -> None:
    assert gained([], [answer(0)], day(0)).met == (FACT,)
    assert gained([answer(0)], [answer(1)], day(1)).met == ()


def test_a_mistake_that_is_closed_is_put_right_and_one_that_is_not_says_how_many_days_it_needs() -> None:
    missed = [answer(0, Outcome.WRONG)]
    first = gained(missed, [answer(1)], day(1))
    assert (first.put_right, first.open, first.to_go) == ((), (FACT,), {1: 1})
    second = gained([*missed, answer(1)], [answer(2)], day(2))
    assert (second.put_right, second.open, second.to_go) == ((FACT,), (), {})


def test_a_choice_answered_right_leaves_a_mistake_open_for_two_more_days() -> None:
    found = gained([answer(0, Outcome.WRONG)], [answer(1, kind=Kind.MULTIPLE_CHOICE)], day(1))
    assert (found.put_right, found.to_go) == ((), {2: 1})


def test_a_fact_becomes_secure_once() -> None:
    days = [answer(number) for number in range(6)]
    newly = [bool(gained(days[:number], [days[number]], day(number)).secure) for number in range(6)]
    assert sum(newly) == 1


def test_the_days_on_which_facts_come_back_are_in_order_and_none_is_past() -> None:
    now = [answer(0, Outcome.WRONG, facts=("card/a",)), answer(0, facts=("card/b",)), answer(0, facts=("card/c",))]
    due = gained([], now, day(0)).due
    assert sum(due.values()) == 3
    assert list(due) == sorted(due)
    assert min(due) > day(0)
