from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from history import answer, book, choice, day, ended
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.slip import Slip
from purges_quiz.progress import Day, FactState, Progress, Result, Stage, fold
from purges_quiz.round.records import AttemptRecord, Outcome

FACT = "card/fact"


def state_of(*answers: AttemptRecord) -> FactState:
    return fold(Progress(), answers).facts[FACT]


def test_nothing_is_known_at_first() -> None:
    assert Progress().mistakes == {}
    assert Progress().studied == frozenset()
    assert FactState().accuracy == 0


# The mistakes book


@pytest.mark.parametrize("outcome", [Outcome.PARTIAL, Outcome.WRONG, Outcome.DONT_KNOW, Outcome.NO_ANSWER])
def test_whatever_is_not_right_opens_an_entry(outcome: Outcome) -> None:
    missed = state_of(answer(0, outcome, response="Yagoda"))
    assert missed.is_open
    assert (missed.last_response, missed.misses, missed.missed) == ("Yagoda", 1, day(0))
    assert missed.question == "card/fact:free-text:1"


def test_what_is_also_true_is_no_mistake() -> None:
    assert not state_of(answer(0, Outcome.PARTIAL, slip=Slip.ALSO_TRUE)).is_open


@pytest.mark.parametrize(
    ("later", "is_open"),
    [
        ([answer(1), answer(2)], False),
        ([answer(1, Outcome.SLIP), answer(9)], False),
        ([answer(1), answer(1)], True),
        ([answer(0), answer(1)], True),
        ([answer(0), answer(1), answer(2)], False),
        ([choice(1), choice(2), choice(3)], True),
        ([answer(1, hinted=True), answer(2, hinted=True)], True),
        ([answer(1, kind=Kind.ORDERING), answer(2, kind=Kind.ORDERING)], True),
        ([answer(1), answer(2, self_graded=True)], True),
        ([answer(1, practice=True), answer(2, practice=True)], True),
        ([answer(1), answer(2, Outcome.WRONG), answer(3)], True),
        ([answer(1), answer(2, Outcome.WRONG), answer(3), answer(4)], False),
        ([answer(1), choice(1, Outcome.WRONG), answer(1), answer(2)], True),
        ([answer(1), answer(2), choice(3, Outcome.WRONG)], True),
        ([answer(-365), answer(-364)], False),
    ],
)
def test_an_entry_closes_after_two_days_typed_right_later_than_the_miss(
    later: list[AttemptRecord], *, is_open: bool
) -> None:
    assert state_of(answer(0, Outcome.WRONG), *later).is_open == is_open


def test_failing_again_never_loses_the_rest() -> None:
    others = [answer(0, Outcome.WRONG, facts=(f"card/{name}",)) for name in "abc"]
    drilled = [answer(1, Outcome.WRONG, facts=("card/b",)), answer(1, facts=("card/a",))]
    assert list(fold(Progress(), [*others, *drilled]).mistakes) == ["card/a", "card/b", "card/c"]


def test_an_overruled_answer_neither_opens_nor_closes() -> None:
    overruled = answer(1, self_graded=True)
    assert not state_of(overruled).is_open
    assert state_of(answer(0, Outcome.WRONG), overruled).is_open
    mended = state_of(answer(0, Outcome.WRONG), answer(1), answer(2, self_graded=True), answer(3))
    assert not mended.is_open


def test_each_pair_of_a_matching_question_counts_for_its_fact() -> None:
    pairs = answer(0, Outcome.PARTIAL, facts=("card/a", "card/b"), kind=Kind.MATCHING, missed=("card/b",))
    facts = fold(Progress(), [pairs]).facts
    assert not facts["card/a"].is_open
    assert facts["card/b"].is_open
    assert (facts["card/a"].stage, facts["card/b"].stage) == (Stage.HINT, Stage.RECOGNITION)
    assert facts["card/a"].memory != facts["card/b"].memory


def test_the_day_on_which_a_mistake_was_put_right_is_known() -> None:
    missed = answer(0, Outcome.WRONG)
    assert state_of(missed).put_right is None
    assert state_of(missed, choice(1)).put_right is None
    assert state_of(missed, answer(0)).put_right == day(0)
    assert state_of(missed, answer(1)).put_right == day(1)


# The stages


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ([choice()], Stage.HINT),
        ([choice(), answer(hinted=True)], Stage.RECALL),
        ([choice(), choice(), answer(), answer()], Stage.RECALL),
        ([choice(), choice(), answer(outcome=Outcome.SLIP)], Stage.RECALL),
        ([choice(outcome=Outcome.WRONG)], Stage.RECOGNITION),
        ([choice(), choice(), answer(outcome=Outcome.WRONG)], Stage.HINT),
        ([choice(), choice(), answer(outcome=Outcome.DONT_KNOW), choice(outcome=Outcome.WRONG)], Stage.RECOGNITION),
        ([choice(), answer(outcome=Outcome.PARTIAL)], Stage.HINT),
        ([choice(), answer(outcome=Outcome.NO_ANSWER)], Stage.HINT),
        ([choice(), answer(self_graded=True)], Stage.HINT),
        ([choice(), answer(practice=True)], Stage.HINT),
    ],
)
def test_stages_go_up_and_down_as_the_table_says(answers: list[AttemptRecord], stage: Stage) -> None:
    assert state_of(*answers).stage is stage


UP = [choice(0), answer(0, hinted=True)]
"""What leads a fact from recognition to recall."""


@pytest.mark.parametrize(
    ("answers", "secure"),
    [
        ([*UP, answer(0), answer(1)], True),
        ([*UP, answer(0, Outcome.SLIP), answer(5)], True),
        ([*UP, answer(0), answer(0)], False),
        ([*UP, answer(0), choice(1)], False),
        ([*UP, answer(0), answer(1, hinted=True)], False),
        ([*UP, answer(0), answer(1, self_graded=True)], False),
        ([*UP, answer(0), answer(1), answer(2, Outcome.WRONG)], False),
        ([*UP, answer(0), answer(1), choice(2)], True),
        ([choice(0), answer(0), answer(1), answer(2)], True),
        ([choice(0), answer(0), answer(1)], False),
    ],
)
def test_secure_is_typed_right_on_two_days_at_the_stage_of_recall_with_no_miss_since(
    answers: list[AttemptRecord], *, secure: bool
) -> None:
    assert state_of(*answers).secure == secure


def test_a_mistake_is_mended_at_whatever_stage_it_is_typed_right() -> None:
    missed = state_of(choice(0, Outcome.WRONG), answer(1), answer(2))
    assert missed.stage is Stage.RECALL
    assert not missed.is_open
    assert not missed.secure


# Counts, bests, confusions


def test_days_count_answers_and_finished_rounds() -> None:
    answers = [answer(0), answer(0, Outcome.WRONG), answer(0, practice=True), answer(1, Outcome.SLIP, seconds=6)]
    progress = fold(Progress(), answers, [ended(1), ended(1, round_id=2), ended(2, round_id=3, finished=False)])
    assert progress.days[day(0)].answers == 2
    assert progress.days[day(0)].right == 1
    assert progress.days[day(0)].seconds == 8
    assert 0 < progress.days[day(0)].known < 1
    assert progress.days[day(1)] == Day(1, 1, 6, 2)
    assert progress.studied == {day(1)}


def test_ten_answers_make_a_day_right_or_wrong() -> None:
    nine = [answer(0, Outcome.WRONG)] * 9
    assert fold(Progress(), nine).studied == frozenset()
    assert fold(Progress(), [*nine, answer(0, practice=True)]).studied == frozenset()
    assert fold(Progress(), [*nine, answer(0, Outcome.NO_ANSWER)]).studied == {day(0)}


def test_bests_are_kept_by_mode_and_clock_for_usual_lengths_without_self_grading() -> None:
    def played(round_id: int, points: int, *, self_graded: bool = False) -> list[AttemptRecord]:
        return [answer(0, points=points, round_id=round_id, self_graded=self_graded), answer(0, round_id=round_id)]

    answers = [
        *played(1, 110),
        *played(2, 150),
        *played(3, 150),
        *played(4, 900),
        *played(5, 900),
        *played(6, 900, self_graded=True),
        *played(7, 900),
        *played(8, 120),
        *played(9, 130),
    ]
    endings = [
        *(ended(number, round_id=number) for number in (1, 2, 3)),
        ended(4, round_id=4, usual=False),
        ended(5, round_id=5, finished=False),
        ended(6, round_id=6),
        ended(8, round_id=8, timed=False),
        ended(9, "full", round_id=9),
    ]
    progress = fold(Progress(), answers, endings)
    assert {key: (best.round, best.result.score, best.day) for key, best in progress.bests.items()} == {
        ("quick", True): (2, 250, day(2)),
        ("quick", False): (8, 220, day(8)),
        ("full", True): (9, 230, day(9)),
    }
    assert progress.bests["quick", True].result == Result(250, 2, 2, 8.0, 0)
    assert list(progress.open_rounds) == [7]


def test_confusions_are_counted_by_fact_and_what_it_was_confused_with() -> None:
    answers = [
        answer(0, Outcome.WRONG, confused_with="yagoda"),
        answer(1, Outcome.WRONG, confused_with="yagoda"),
        answer(1, Outcome.WRONG, confused_with="beria"),
        answer(1, Outcome.WRONG, confused_with="beria", practice=True),
        answer(2, Outcome.WRONG),
    ]
    assert fold(Progress(), answers).confusions == {(FACT, "yagoda"): 2, (FACT, "beria"): 1}


# Against a naive recomputation from the log

keys = st.sampled_from(["card/a", "card/b", "card/c"])


@st.composite
def logs(draw: st.DrawFn) -> list[AttemptRecord]:
    """Any history, its days in order but for a clock set back now and then."""
    number = 0
    answers = []
    for place in range(draw(st.integers(0, 40))):
        number += draw(st.sampled_from([0, 0, 0, 1, 1, 2, 9, -1]))
        kind = draw(st.sampled_from([Kind.FREE_TEXT, Kind.FREE_TEXT, Kind.MULTIPLE_CHOICE, Kind.MATCHING]))
        facts = (
            tuple(draw(st.lists(keys, min_size=2, max_size=3, unique=True))) if kind is Kind.MATCHING else (draw(keys),)
        )
        outcome = draw(st.sampled_from(list(Outcome)))
        missed = None
        if kind is Kind.MATCHING and outcome in {Outcome.WRONG, Outcome.PARTIAL}:
            missed = tuple(draw(st.lists(st.sampled_from(facts), min_size=1, unique=True)))
        answers.append(
            answer(
                number,
                outcome,
                facts=facts,
                kind=kind,
                missed=missed,
                hinted=kind is Kind.FREE_TEXT and draw(st.booleans()),
                slip=draw(st.sampled_from([None, Slip.ALSO_TRUE])) if outcome is Outcome.PARTIAL else None,
                self_graded=outcome is Outcome.RIGHT and kind is Kind.FREE_TEXT and draw(st.booleans()),
                practice=draw(st.integers(0, 4)) == 0,
                round_id=1 + place // 5,
                response=f"answer {place}",
            )
        )
    return answers


@given(logs())
def test_the_mistakes_book_is_that_of_the_specification(log: list[AttemptRecord]) -> None:
    assert set(fold(Progress(), log).mistakes) == book(log)


@given(logs(), st.lists(st.integers(0, 40), max_size=4))
def test_a_fold_in_parts_is_the_fold_of_the_whole(log: list[AttemptRecord], cuts: list[int]) -> None:
    rounds = sorted({each.round for each in log})
    endings = {each: ended(each, round_id=each, finished=each % 3 != 0) for each in rounds[:-1]}
    whole = fold(Progress(), log, endings.values())
    parts = Progress()
    done: set[int] = set()
    for start, end in pairwise(sorted({0, len(log), *(min(cut, len(log)) for cut in cuts)})):
        over = {each for each in endings if all(other.round > each for other in log[end:])} - done
        parts = fold(parts, log[start:end], [endings[each] for each in sorted(over)])
        done |= over
    assert parts == whole


@given(logs())
def test_practice_changes_nothing(log: list[AttemptRecord]) -> None:
    assert fold(Progress(), log) == fold(Progress(), [each for each in log if not each.practice])
    assert fold(Progress(), [each._replace(practice=True) for each in log]) == Progress()


@given(logs(), st.lists(st.dates(min_value=date(1980, 1, 1), max_value=date(2080, 1, 1)), min_size=40, max_size=40))
def test_no_clock_crashes_a_fold(log: list[AttemptRecord], days: list[date]) -> None:
    fold(Progress(), [each._replace(day=other) for each, other in zip(log, days, strict=False)])
