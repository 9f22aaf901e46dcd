from __future__ import annotations

import random
from collections.abc import Callable

import made_up_facts
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_facts import ALSO_TRUE, BLANK, MISSPELT, PARTIAL, RIGHT, WRONG, question

from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.verdict import Choice, Order, Pairing, Verdict
from purges_quiz.round import events
from purges_quiz.round.attempt import text_of
from purges_quiz.round.events import OutOfTurnError
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.round.posed import PosedQuestion, limit_of, pose
from purges_quiz.round.records import Outcome
from purges_quiz.round.state import Phase, Round


def asks(count: int, kind: Kind = Kind.FREE_TEXT, limit: float | None = 25) -> tuple[PosedQuestion, ...]:
    return tuple(PosedQuestion(question(f"card/{place}", kind), (), limit, 5) for place in range(count))


def quick(count: int = 10, kind: Kind = Kind.FREE_TEXT, limit: float | None = 25) -> Round:
    return events.start(Mode.QUICK, asks(count, kind, limit), 0)


def say(current: Round, verdict: Verdict | None, now: float = 0) -> Round:
    return events.answer(current, "some words" if verdict else None, verdict, now)


def played(current: Round, *verdicts: Verdict | None) -> Round:
    """The round after these answers, each followed by the next question."""
    for verdict in verdicts:
        current = say(current, verdict)
        current = events.proceed(current, 0) if current.shown else current
    return current


def order(current: Round, verdict: Verdict) -> list[str]:
    """The facts of all that is asked when every answer is judged so; those for practice in brackets."""
    asked = []
    while current.asking is not None:
        key = current.asking.question.fact.key.removeprefix("card/")
        asked.append(f"({key})" if current.asking.practice else key)
        current = played(current, verdict)
    return asked


class TestPlaying:
    def test_a_round_asks_shows_and_ends(self) -> None:
        current = quick(2)
        assert (current.phase, current.number, current.length) == (Phase.ASKING, 1, 2)
        current = say(current, RIGHT)
        assert (current.phase, current.number, current.asking) == (Phase.SHOWN, 1, None)
        current = events.proceed(current, 0)
        assert (current.phase, current.number) == (Phase.ASKING, 2)
        current = events.proceed(say(current, RIGHT), 0)
        assert (current.over, current.number, current.right) == (True, 2, 2)

    def test_a_round_with_nothing_to_ask_is_over(self) -> None:
        assert quick(0).over

    def test_answering_when_nothing_is_asked_raises(self) -> None:
        shown = say(quick(2), RIGHT)
        for current in (shown, played(quick(1), RIGHT), events.pause(quick(), 0)):
            with pytest.raises(OutOfTurnError):
                say(current, RIGHT)

    def test_other_events_out_of_turn_raise(self) -> None:
        with pytest.raises(OutOfTurnError):
            events.proceed(quick(), 0)
        with pytest.raises(OutOfTurnError):
            events.undo(quick(), 0)
        with pytest.raises(OutOfTurnError):
            events.overrule(quick())
        with pytest.raises(OutOfTurnError):
            events.stop(played(quick(1), RIGHT), 0)

    def test_score_and_streak_of_a_round_as_computed_by_hand(self) -> None:
        current = played(quick(), RIGHT, RIGHT, MISSPELT, PARTIAL, RIGHT, WRONG, RIGHT)
        assert [answer.points for answer in current.counted] == [106, 107, 100, 50, 108, 0, 106]
        assert (current.score, current.streak, current.best_streak, current.right) == (577, 1, 3, 5)

    def test_speed_counts_the_seconds_after_reading(self) -> None:
        assert say(quick(), RIGHT, now=15).score == 103
        assert say(quick(limit=None), RIGHT, now=15).score == 100

    @pytest.mark.parametrize(
        ("verdict", "outcome"),
        [
            (RIGHT, Outcome.RIGHT),
            (MISSPELT, Outcome.SLIP),
            (PARTIAL, Outcome.PARTIAL),
            (ALSO_TRUE, Outcome.PARTIAL),
            (WRONG, Outcome.WRONG),
            (BLANK, Outcome.DONT_KNOW),
            (None, Outcome.DONT_KNOW),
        ],
    )
    def test_verdicts_become_outcomes(self, verdict: Verdict | None, outcome: Outcome) -> None:
        assert say(quick(), verdict).attempts[-1].outcome is outcome

    def test_mistakes_are_all_that_was_missed_but_what_is_also_true(self) -> None:
        current = played(quick(), RIGHT, WRONG, ALSO_TRUE, None, MISSPELT, PARTIAL)
        assert [mistake.posed.question.fact.key for mistake in current.mistakes] == ["card/1", "card/3", "card/5"]

    def test_a_matching_question_misses_the_facts_of_its_wrong_pairs(self) -> None:
        asked = question(kind=Kind.MATCHING)._replace(facts=("a/1", "a/2", "a/3", "a/4"))
        current = events.start(Mode.QUICK, (PosedQuestion(asked, (0, 1, 2, 3)),), 0)
        verdict = PARTIAL._replace(missed=("a/2", "a/3"))
        assert events.answer(current, Pairing((0, 2, 1, 3)), verdict, 0).attempts[-1].missed == ("a/2", "a/3")

    def test_stopping_keeps_what_was_answered(self) -> None:
        current = events.stop(played(quick(), RIGHT, WRONG), 0)
        assert (current.over, current.right, len(current.mistakes), current.number) == (True, 1, 1, 10)


class TestTexts:
    def test_what_is_kept_of_each_form_of_answer(self) -> None:
        assert text_of(question(), "  Ezhov ") == "  Ezhov "
        assert text_of(question(), None) == ""
        assert text_of(question(kind=Kind.MULTIPLE_CHOICE), Choice(2)) == "card/fact c"
        assert text_of(question(kind=Kind.ORDERING), Order((1, 0, 3, 2))) == (
            "card/fact b; card/fact a; card/fact d; card/fact c"
        )
        assert text_of(question(kind=Kind.MATCHING), Pairing((0, None, 1, 3))).startswith(
            "card/fact a: CARD/FACT A; card/fact b: ; card/fact c: CARD/FACT B"
        )


class TestClocks:
    def test_a_question_has_its_limit_and_pauses_do_not_count(self) -> None:
        current = quick()
        assert current.remaining(10) == 15
        current = events.pause(current, 10)
        assert (current.paused, current.remaining(500)) == (True, 15)
        current = events.resume(current, 500)
        assert (current.paused, current.remaining(501)) == (False, 14)
        assert events.answer(current, "x", RIGHT, 501).attempts[-1].seconds == 11

    def test_pausing_twice_or_in_feedback_changes_nothing(self) -> None:
        paused = events.pause(quick(), 10)
        assert events.pause(paused, 90) == paused
        shown = say(quick(), RIGHT)
        assert events.resume(events.pause(shown, 5), 9) == shown

    def test_every_question_starts_its_clock_anew(self) -> None:
        current = events.proceed(say(quick(), RIGHT, now=20), 100)
        assert current.remaining(103) == 22

    def test_a_clock_that_runs_backwards_takes_nothing_away(self) -> None:
        assert events.start(Mode.QUICK, asks(1), 50).remaining(20) == 25

    def test_time_out_grades_what_stands_in_the_field(self) -> None:
        assert events.answer(quick(), "Yezhov", RIGHT, 25, timed_out=True).attempts[-1].outcome is Outcome.RIGHT
        for verdict, response in ((None, None), (BLANK, "?")):
            current = events.answer(quick(), response, verdict, 25, timed_out=True)
            assert current.attempts[-1].outcome is Outcome.NO_ANSWER
            assert (current.streak, len(current.mistakes)) == (0, 1)

    def test_the_clock_of_a_sprint_stands_still_during_feedback_and_ends_the_round(self) -> None:
        current = events.start(Mode.SPRINT, asks(5, limit=None), 0, limit=120)
        assert (current.length, current.remaining(10)) == (None, 110)
        current = say(current, RIGHT, now=10)
        assert current.remaining(100) == 110
        current = events.proceed(current, 100)
        assert current.remaining(105) == 105
        current = events.answer(current, None, None, 210, timed_out=True)
        assert current.remaining(210) == 0
        assert events.proceed(current, 211).over

    def test_a_time_out_ends_the_round_even_if_the_timer_is_a_trifle_early(self) -> None:
        current = events.start(Mode.SPRINT, asks(5, limit=None), 0, limit=120)
        current = events.answer(current, None, None, 119.9995, timed_out=True)
        assert events.proceed(current, 120).over

    def test_practice_does_not_use_the_clock_of_a_round(self) -> None:
        current = say(events.start(Mode.SPRINT, asks(5, limit=None), 0, limit=120), WRONG, now=20)
        current = events.undo(current, 30)
        assert current.remaining(50) is None
        current = events.proceed(say(current, RIGHT, now=90), 95)
        assert (current.remaining(95), current.score) == (100, 0)

    @pytest.mark.parametrize(
        ("kind", "seconds"),
        [
            (Kind.MULTIPLE_CHOICE, 20),
            (Kind.NUMBER_RECALL, 20),
            (Kind.FREE_TEXT, 30),
            (Kind.LIST_RECALL, 60),
            (Kind.ORDERING, 60),
            (Kind.MATCHING, 60),
        ],
    )
    def test_limits_are_reading_and_answering(self, kind: Kind, seconds: float) -> None:
        asked = question(kind=kind)
        words = {Kind.MULTIPLE_CHOICE: 5 + 8, Kind.ORDERING: 5 + 8, Kind.MATCHING: 5 + 16}.get(kind, 5)
        assert limit_of(asked) == seconds + words / 4

    def test_clocks_are_stretched_named_or_off(self) -> None:
        asked, rng = question(), random.Random(1)
        assert pose(asked, rng, clock=True, stretch=2) == PosedQuestion(asked, (), 62.5, 2.5)
        assert pose(asked, rng, clock=True, seconds=10, stretch=2) == PosedQuestion(asked, (), 10, 2.5)
        assert pose(asked, rng, clock=True, seconds=1).allowance == 0.5
        assert pose(asked, rng, clock=False, seconds=10) == PosedQuestion(asked)


class TestArrangement:
    def test_options_are_shuffled_and_numbers_ascend(self) -> None:
        rng = random.Random(5)
        words, number = question(kind=Kind.MULTIPLE_CHOICE), made_up_facts.question(kind=Kind.NUMBER_RECALL)
        assert {pose(words, rng, clock=False).arrangement[0] for _ in range(60)} == {0, 1, 2, 3}
        numbers = words._replace(target=number.target)
        assert all(pose(numbers, rng, clock=False).arrangement == (0, 1, 2, 3) for _ in range(20))

    def test_events_never_start_in_the_right_order(self) -> None:
        rng = random.Random(5)
        asked = question(kind=Kind.ORDERING)
        orders = [pose(asked, rng, clock=False).arrangement for _ in range(200)]
        assert (0, 1, 2, 3) not in orders
        assert all(sorted(order) == [0, 1, 2, 3] for order in orders)


class TestRepeats:
    def test_a_missed_question_comes_back_after_three_to_six_others(self) -> None:
        asked = order(quick(), WRONG)
        assert [key for key in asked if "(" not in key] == [str(place) for place in range(10)]
        for place in range(7):
            assert 3 <= asked.index(f"({place})") - asked.index(str(place)) - 1 <= 6
        assert len(asked) == 17

    @given(st.integers(), st.lists(st.booleans(), min_size=12, max_size=12))
    def test_so_it_is_whatever_was_missed_and_drawn(self, seed: int, missed: list[bool]) -> None:
        current = events.start(Mode.QUICK, asks(12), 0, seed=seed)
        asked: list[tuple[str, bool]] = []
        while current.asking is not None:
            key, practice = current.asking.question.fact.key, current.asking.practice
            asked.append((key, practice))
            current = played(current, WRONG if missed[int(key.removeprefix("card/"))] else RIGHT)
        expected = {f"card/{place}" for place in range(9) if missed[place]}
        assert {key for key, practice in asked if practice} == expected
        for key in expected:
            assert 3 <= asked.index((key, True)) - asked.index((key, False)) - 1 <= 6

    def test_repeats_are_outside_number_score_streak_and_mistakes(self) -> None:
        current = played(quick(), WRONG, RIGHT, RIGHT, RIGHT)
        while current.asking is None or not current.asking.practice:
            current = played(current, RIGHT)
        number, score, streak, mistakes = current.number, current.score, current.streak, current.mistakes
        for verdict in (RIGHT, WRONG):
            after = say(current, verdict)
            assert (after.number, after.score, after.streak, after.mistakes) == (number, score, streak, mistakes)
            assert not after.can_overrule

    def test_none_comes_back_in_sprint_and_exam_nor_what_is_also_true_or_overruled(self) -> None:
        for mode in (Mode.SPRINT, Mode.EXAM):
            assert len(order(events.start(mode, asks(10), 0), WRONG)) == 10
        assert len(order(quick(), ALSO_TRUE)) == 10
        current = events.proceed(events.overrule(say(quick(), WRONG)), 0)
        assert len(order(current, RIGHT)) == 9

    def test_options_of_a_repeat_are_shuffled_again(self) -> None:
        current = events.start(Mode.QUICK, asks(10, Kind.MULTIPLE_CHOICE), 0)
        repeats = {ask.arrangement for ask in played(current, *[WRONG] * 4).queue if ask.practice}
        assert all(sorted(arrangement) == [0, 1, 2, 3] for arrangement in repeats)
        assert len(repeats) > 1


class TestUndo:
    @pytest.mark.parametrize("verdict", [RIGHT, MISSPELT, PARTIAL, ALSO_TRUE, WRONG, BLANK, None])
    def test_an_answer_taken_back_is_as_if_it_had_not_been_given(self, verdict: Verdict | None) -> None:
        before = played(quick(), RIGHT, RIGHT)
        back = events.undo(say(before, verdict), 7)
        assert (back.attempts, back.number, back.queue[1:]) == (before.attempts, before.number, before.queue[1:])
        assert back.asking is not None
        assert before.asking is not None
        assert back.asking.question == before.asking.question
        assert (back.asking.practice, back.remaining(7)) == (True, 25)

    def test_the_question_asked_again_earns_nothing(self) -> None:
        again = played(events.undo(say(played(quick(limit=None), RIGHT), WRONG), 0), RIGHT)
        assert (again.score, again.streak, again.mistakes, again.number) == (100, 1, (), 3)

    def test_it_works_on_the_results_screen(self) -> None:
        results = played(quick(3), RIGHT, RIGHT, WRONG)
        assert (results.over, len(results.mistakes)) == (True, 1)
        back = events.undo(results, 0)
        assert (back.mistakes, back.number) == ((), 3)
        assert played(back, RIGHT).over

    def test_and_on_the_results_screen_of_a_round_ended_early(self) -> None:
        back = events.undo(events.stop(played(quick(limit=None), RIGHT, WRONG), 0), 0)
        assert (back.score, back.mistakes) == (100, ())
        assert played(back, RIGHT).over

    def test_a_y_is_taken_back_before_the_answer(self) -> None:
        judged = say(quick(), WRONG)
        overruled = events.overrule(judged)
        assert events.undo(overruled, 0) == judged
        results = events.undo(played(events.overrule(say(played(quick(2), RIGHT), WRONG)), *[]), 0)
        assert len(results.mistakes) == 1

    def test_a_y_of_the_last_question_is_taken_back_on_the_results_screen(self) -> None:
        results = events.proceed(events.overrule(say(played(quick(2), RIGHT), WRONG)), 0)
        assert (results.over, results.mistakes) == (True, ())
        back = events.undo(results, 0)
        assert (back.over, len(back.mistakes)) == (True, 1)
        assert events.undo(back, 0).asking is not None


class TestOverrule:
    @pytest.mark.parametrize("kind", [Kind.FREE_TEXT, Kind.LIST_RECALL])
    @pytest.mark.parametrize("verdict", [WRONG, PARTIAL])
    def test_it_earns_100_and_keeps_the_streak(self, kind: Kind, verdict: Verdict) -> None:
        current = events.overrule(say(played(quick(kind=kind, limit=None), RIGHT, RIGHT), verdict))
        assert (current.score, current.streak, current.right) == (100 + 101 + 100, 2, 3)
        last = current.attempts[-1]
        assert (last.self_graded, last.outcome, last.missed, current.mistakes) == (True, Outcome.RIGHT, (), ())

    @pytest.mark.parametrize("kind", [Kind.NUMBER_RECALL, Kind.DATE_RECALL, Kind.MULTIPLE_CHOICE, Kind.MATCHING])
    def test_it_is_refused_on_numbers_dates_and_choices(self, kind: Kind) -> None:
        current = events.answer(quick(kind=kind), "14", WRONG, 0)
        assert not current.can_overrule
        with pytest.raises(OutOfTurnError):
            events.overrule(current)

    @pytest.mark.parametrize("verdict", [RIGHT, MISSPELT, BLANK, None])
    def test_it_is_refused_on_what_was_accepted_or_blank(self, verdict: Verdict | None) -> None:
        with pytest.raises(OutOfTurnError):
            events.overrule(say(quick(), verdict))

    def test_it_works_once(self) -> None:
        assert not events.overrule(say(quick(), WRONG)).can_overrule


class TestExam:
    def exam(self, count: int = 4) -> Round:
        return events.start(Mode.EXAM, asks(count, limit=None), 0, limit=100)

    def test_there_is_no_feedback_and_u_and_y_wait_for_the_end(self) -> None:
        current = say(self.exam(), WRONG)
        assert (current.phase, current.number, current.can_undo, current.can_overrule) == (
            Phase.ASKING,
            2,
            False,
            False,
        )

    def test_any_answer_can_be_overruled_at_the_end_and_taken_back_in_turn(self) -> None:
        results = played(self.exam(), RIGHT, WRONG, RIGHT, WRONG)
        assert results.score == 200
        first = events.overrule(results, 1)
        assert [answer.points for answer in first.attempts] == [100, 100, 101, 0]
        both = events.overrule(first)
        assert both.mistakes == ()
        assert events.undo(both, 0) == first
        assert events.undo(events.undo(both, 0), 0) == results

    def test_its_clock_runs_through(self) -> None:
        current = say(say(self.exam(), RIGHT, now=30), RIGHT, now=50)
        assert current.remaining(60) == 40
        assert events.answer(current, None, None, 100, timed_out=True).over


def test_only_the_last_answer_can_be_overruled_in_other_modes() -> None:
    results = played(quick(2), WRONG, WRONG)
    assert (results.may_overrule(0), results.may_overrule(1), results.may_overrule(-1)) == (False, True, True)
    assert not results.may_overrule(5)


@pytest.mark.parametrize(
    ("mode", "points"),
    [
        (Mode.QUICK, [106, 107, 108, 109]),
        (Mode.FULL, [100, 100, 100, 100]),
        (Mode.MISTAKES, [106, 107, 108, 109]),
        (Mode.CARD, [106, 107, 108, 109]),
        (Mode.SPRINT, [100, 101, 102, 103]),
        (Mode.EXAM, [100, 101, 102, 103]),
    ],
)
def test_what_answers_earn_in_each_mode(mode: Mode, points: list[int]) -> None:
    current = played(events.start(mode, asks(10), 0), *[RIGHT] * 10)
    assert [answer.points for answer in current.attempts][:4] == points
    assert current.attempts[-1].points - current.attempts[0].points == {"sprint": 9, "full": 0}.get(mode, 4)


def test_in_a_sprint_the_streak_adds_twenty_points_at_most() -> None:
    current = played(events.start(Mode.SPRINT, asks(30), 0, limit=120), *[RIGHT] * 30)
    assert [answer.points for answer in current.attempts] == [*range(100, 120), *[120] * 10]


def test_a_round_goes_on_where_it_was_left() -> None:
    whole = played(events.start(Mode.FULL, asks(20), 0), RIGHT, WRONG, RIGHT)
    resumed = events.start(Mode.FULL, whole.queue, 0, attempts=whole.attempts)
    assert (resumed.number, resumed.length, resumed.score) == (whole.number, 20, whole.score)


EVENTS: dict[str, Callable[[Round], Round]] = {
    "right": lambda r: events.answer(r, "x", RIGHT, 1),
    "slip": lambda r: events.answer(r, "x", MISSPELT, 2),
    "partial": lambda r: events.answer(r, "x", PARTIAL, 3),
    "also": lambda r: events.answer(r, "x", ALSO_TRUE, 3),
    "wrong": lambda r: events.answer(r, "x", WRONG, 4),
    "dont-know": lambda r: events.answer(r, None, None, 5),
    "time-out": lambda r: events.answer(r, None, None, 25, timed_out=True),
    "proceed": lambda r: events.proceed(r, 6),
    "pause": lambda r: events.pause(r, 7),
    "resume": lambda r: events.resume(r, 8),
    "undo": lambda r: events.undo(r, 9),
    "overrule": events.overrule,
    "stop": lambda r: events.stop(r, 10),
}


@given(
    st.sampled_from(Mode),
    st.integers(0, 14),
    st.integers(0, 3),
    st.lists(st.sampled_from([*EVENTS, "proceed", "right", "wrong"]), max_size=60),
)
def test_no_sequence_of_events_breaks_a_round(mode: Mode, count: int, seed: int, sequence: list[str]) -> None:
    limit = 120 if RULES[mode].round_clock else None
    current = events.start(mode, asks(count, limit=None if limit else 25), 0, limit=limit, seed=seed)
    replayed = current
    for event in sequence:
        try:
            after = EVENTS[event](current)
        except OutOfTurnError:
            continue
        check(current, event, after)
        current = after
        replayed = EVENTS[event](replayed)
    assert replayed == current


def check(before: Round, event: str, after: Round) -> None:
    """What holds for every step of every round."""
    assert before.phase is not Phase.OVER or event in {"undo", "overrule", "pause", "resume"}
    if event in {"right", "slip", "partial", "also", "wrong", "dont-know", "time-out"}:
        assert before.asking is not None
        assert not before.paused
        if after.can_undo:
            back = events.undo(after, 0)
            assert (back.attempts, back.score, back.streak) == (before.attempts, before.score, before.streak)
            assert back.queue[1:] == before.queue[1:] or after.over
    assert after.score >= before.score or event == "undo"
    assert after.score >= 0
    assert 0 <= after.streak <= after.best_streak <= len(after.counted) <= after.planned
    assert after.planned == before.planned
    assert 0 <= after.number <= after.planned
    assert after.right + len(after.mistakes) <= len(after.counted)
    assert (after.asking is not None) + (after.shown is not None) + after.over == 1
    assert all(answer.points == 0 for answer in after.attempts if answer.posed.practice)
    remaining = after.remaining(30)
    assert remaining is None or remaining >= 0


def test_what_is_left_out_meanwhile_does_not_come_back_for_practice() -> None:
    missed = events.proceed(say(quick(), WRONG), 0)
    assert any(posed.practice for posed in missed.queue)
    later = events.proceed(say(missed, RIGHT), 0, without=frozenset({"card/0"}))
    assert not any(posed.practice for posed in later.queue)
    assert sum(not posed.practice for posed in later.queue) == 8


def test_nor_what_is_left_out_at_once() -> None:
    missed = events.proceed(say(quick(), WRONG), 0, without=frozenset({"card/0"}))
    assert not any(posed.practice for posed in missed.queue)
