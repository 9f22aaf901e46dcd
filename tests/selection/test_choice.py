from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import made_up_facts
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shipped_deck
from purges_quiz import selection
from purges_quiz.deck.kinds import TYPED, Kind, Level
from purges_quiz.deck.question import Question
from purges_quiz.progress import Progress, Stage, fold
from purges_quiz.round.records import AttemptRecord, Outcome
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.choice import SHARED_IN_ROUND, stage_of
from purges_quiz.selection.exchange import NUMERIC
from purges_quiz.selection.spacing import BETWEEN, STRETCH, apart
from purges_quiz.selection.study_plan import plan_of

TODAY = date(2026, 3, 10)
SOON = TODAY + timedelta(days=4)
FACTS = tuple(shipped_deck.deck().facts)


def answer(fact: str, outcome: Outcome = Outcome.RIGHT, *, days_ago: int = 0, typed: bool = True) -> AttemptRecord:
    day = TODAY - timedelta(days=days_ago)
    return AttemptRecord(
        id=1,
        round=1,
        mode="quick",
        question=f"{fact}:free-text:1",
        facts=(fact,),
        kind=Kind.FREE_TEXT if typed else Kind.MULTIPLE_CHOICE,
        hinted=False,
        response_text="x",
        outcome=outcome,
        slip=None,
        confused_with=None,
        missed=() if outcome is Outcome.RIGHT else (fact,),
        self_graded=False,
        practice=False,
        points=0,
        seconds=3,
        at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        offset_minutes=0,
        day=day,
    )


def context(
    *answers: AttemptRecord,
    profile: int = 1,
    facts: Iterable[str] = FACTS,
    kinds: Iterable[Kind] = (),
    exam: date | None = None,
) -> SelectionContext:
    ordered = sorted(answers, key=lambda it: it.day)
    progress = fold(Progress(), ordered)
    return SelectionContext(shipped_deck.questions(), progress, TODAY, profile, tuple(facts), frozenset(kinds), exam)


def facts_of(questions: Iterable[Question]) -> list[str]:
    return [fact for question in questions for fact in question.facts]


def dice(seed: int = 1) -> random.Random:
    return random.Random(seed)


class TestQuick:
    @given(
        st.integers(),
        st.dictionaries(st.sampled_from(FACTS), st.tuples(st.sampled_from(Outcome), st.integers(0, 40), st.booleans())),
    )
    def test_ten_facts_and_once_three_were_asked_three_of_them_typed_and_one_a_number_or_date(
        self, seed: int, history: Mapping[str, tuple[Outcome, int, bool]]
    ) -> None:
        answers = [answer(fact, it[0], days_ago=it[1], typed=it[2]) for fact, it in history.items()]
        questions = selection.quick(context(*answers, exam=SOON), dice(seed), 10)
        keys = facts_of(questions)
        assert len(questions) == 10
        assert len(set(keys)) == len(keys)
        of_one_card = [question for question in questions if question.level is Level.RECALL]
        assert sum(len(question.facts) > 1 for question in of_one_card) <= SHARED_IN_ROUND
        if len(history) >= 3:
            assert sum(question.typed for question in questions) >= 3
            assert any(question.kind in NUMERIC for question in questions)

    @pytest.mark.parametrize("seed", range(10))
    def test_a_players_first_round_begins_with_choices(self, seed: int) -> None:
        questions = selection.quick(context(exam=SOON), dice(seed), 10)
        assert questions[0].kind is Kind.MULTIPLE_CHOICE
        later = [(question.typed, len(question.facts) > 1) for question in questions]
        assert later == sorted(later)

    @pytest.mark.parametrize("seed", range(10))
    def test_a_new_fact_that_can_be_chosen_is_typed_only_with_a_hint(self, seed: int) -> None:
        asked = [answer(fact, days_ago=1) for fact in FACTS[:3]]
        chosen = context(*asked, profile=seed, exam=SOON)
        for question in selection.quick(chosen, dice(seed), 10):
            if question.typed and question.fact.key in FACTS[3:]:
                can_be_chosen = any(it.options for it in chosen.questions(question.fact.key))
                has_hint = any(it.hint for it in chosen.questions(question.fact.key))
                assert not can_be_chosen or not has_hint or question.hint, question.id

    @pytest.mark.parametrize("seed", range(5))
    def test_what_was_met_before_is_typed_sooner_than_what_is_new(self, seed: int) -> None:
        facts = [fact for fact in FACTS if any(question.options for question in shipped_deck.questions().of_fact(fact))]
        met = ["yezhov-fall/date", "yezhov-fall/successor", "arrest-list/body"]
        new = [fact for fact in facts if fact not in met][:7]
        answers = [answer(fact, Outcome.WRONG, days_ago=3, typed=False) for fact in met]
        kinds = frozenset(Kind) - {Kind.MATCHING, Kind.ORDERING}
        questions = selection.quick(context(*answers, facts=[*met, *new], kinds=kinds, exam=SOON), dice(seed), 10)
        assert {question.fact.key for question in questions if question.typed} >= set(met)

    def test_what_failed_yesterday_is_worth_more_than_what_was_right_today(self) -> None:
        missed = [answer(fact, Outcome.WRONG, days_ago=1) for fact in FACTS[:10]]
        today = [answer(fact) for fact in FACTS[10:20]]
        worths = context(*missed, *today, facts=FACTS[:20], exam=SOON).worths()
        assert min(worths[fact].gain for fact in FACTS[:10]) > max(worths[fact].gain for fact in FACTS[10:20])

    @pytest.mark.parametrize("seed", range(5))
    def test_several_facts_are_asked_at_once_where_all_of_them_are_new(self, seed: int) -> None:
        several = [it for it in selection.quick(context(exam=SOON), dice(seed), 10) if len(it.facts) > 1]
        assert len(several) == SHARED_IN_ROUND
        assert len({fact for it in several for fact in it.facts}) == sum(len(it.facts) for it in several)

    @pytest.mark.parametrize("minutes", [1, 60])
    def test_what_is_worth_most_comes_first_only_where_the_minutes_of_the_day_may_not_suffice(
        self, minutes: int
    ) -> None:
        asked = context(*(answer(fact, days_ago=1) for fact in FACTS[:4]), exam=SOON)
        facts = [asked.bank.deck.facts[fact] for fact in asked.facts]
        planned = replace(asked, plan=plan_of(asked.progress, facts, TODAY, SOON, minutes))
        rounds = [selection.quick(planned, dice(seed), 10) for seed in range(6)]
        first = [all(len(question.facts) > 1 for question in each[:SHARED_IN_ROUND]) for each in rounds]
        assert all(first) if minutes == 1 else not all(first)

    def test_none_that_was_put_right_today(self) -> None:
        missed = [answer(fact, Outcome.WRONG, days_ago=2) for fact in FACTS[:4]]
        mended = [answer(fact) for fact in FACTS[:2]]
        ranked = context(*missed, *mended).ranked(dice(), 5)
        assert set(ranked[:2]) == set(FACTS[2:4])
        assert set(ranked[-2:]) == set(FACTS[:2])

    def test_then_what_is_due_then_weak_then_new_then_the_rest(self) -> None:
        due = [answer(FACTS[0], days_ago=60)]
        weak = [answer(FACTS[1], days_ago=2)]
        fresh = [answer(FACTS[2])]
        ranked = context(*due, *weak, *fresh).ranked(dice(), 5)
        assert ranked[:2] == [FACTS[0], FACTS[1]]
        assert ranked[-1] == FACTS[2]
        assert len(ranked) == len(set(ranked)) == len(FACTS)

    def test_what_was_asked_today_waits_for_all_else_but_its_mistakes_do_not(self) -> None:
        missed = [answer(fact, Outcome.WRONG, days_ago=1) for fact in FACTS[:7]]
        today = [answer(fact) for fact in FACTS[7:-1]]
        ranked = context(*missed, *today, answer(FACTS[-1], Outcome.WRONG)).ranked(dice(), 5)
        assert set(ranked[:7]) == set(FACTS[:7])
        assert ranked[7] == FACTS[-1]

    @pytest.mark.parametrize(("days", "pressing"), [(5, 2), (100, 1), (0, 0), (-3, 0)])
    def test_before_an_exam_new_facts_are_met_in_time_even_if_others_are_due(self, days: int, pressing: int) -> None:
        overdue = [answer(fact, days_ago=60) for fact in FACTS[:-10]]
        ahead = replace(context(*overdue), exam=TODAY + timedelta(days=days))
        ranked = ahead.ranked(dice(), 5)
        assert set(ranked[:pressing]) <= set(FACTS[-10:])
        assert set(ranked[pressing : pressing + len(overdue)]) == set(FACTS[:-10])

    def test_a_small_deck_gives_what_it_has(self) -> None:
        assert len(selection.quick(context(facts=FACTS[:3]), dice(), 10)) <= 3
        assert selection.quick(context(facts=()), dice(), 10) == ()

    def test_only_the_kinds_wanted(self) -> None:
        for kind in (Kind.MULTIPLE_CHOICE, Kind.DATE_RECALL, Kind.FREE_TEXT):
            questions = selection.quick(context(kinds=[kind]), dice(), 5)
            assert {question.kind for question in questions} == {kind}

    def test_where_only_orders_are_wanted_most_rounds_have_three(self) -> None:
        rounds = [selection.quick(context(kinds=[Kind.ORDERING]), dice(seed), 3) for seed in range(20)]
        assert sum(len(questions) == 3 for questions in rounds) > 10

    def test_the_last_fact_makes_room_for_a_number(self) -> None:
        names = [fact for fact in FACTS if not any(q.kind in NUMERIC for q in shipped_deck.questions().of_fact(fact))]
        numbers = [fact for fact in FACTS if fact not in names]
        waiting = context(*[answer(fact, days_ago=90) for fact in names[:12]], facts=[*names[:12], *numbers[:3]])
        assert sum(q.kind in NUMERIC for q in selection.quick(waiting, dice(), 10)) == 1


class TestForm:
    @pytest.mark.parametrize(("stage", "days"), [(Stage.RECOGNITION, []), (Stage.HINT, [3]), (Stage.RECALL, [4, 3])])
    def test_a_fact_is_recognised_then_recalled_with_a_hint_then_recalled(self, stage: Stage, days: list[int]) -> None:
        fact = next(
            fact
            for fact in FACTS
            if {stage_of(question) for question in shipped_deck.questions().of_fact(fact)} == set(Stage)
        )
        chosen = context(*[answer(fact, days_ago=ago) for ago in days], facts=[fact])
        assert [stage_of(question) for question in selection.full(chosen, dice())] == [stage]

    def test_the_options_of_a_fact_are_the_same_for_one_player(self) -> None:
        def sets(profile: int) -> dict[tuple[str, str], set[object]]:
            found: dict[tuple[str, str], set[object]] = {}
            for seed in range(6):
                for question in selection.full(context(profile=profile, kinds=[Kind.MULTIPLE_CHOICE]), dice(seed)):
                    assert question.target
                    found.setdefault((question.fact.key, question.target.name), set()).add(question.options)
            return found

        one = sets(1)
        assert all(len(options) == 1 for options in one.values())
        assert any(one[key] != options for key, options in sets(2).items() if key in one)


class TestOtherModes:
    def test_full_asks_every_fact_once(self) -> None:
        keys = facts_of(selection.full(context(), dice()))
        assert sorted(keys) == sorted(FACTS)

    def test_full_with_a_number_asks_those_that_need_it(self) -> None:
        missed = answer(FACTS[7], Outcome.WRONG, days_ago=1)
        keys = facts_of(selection.full(context(missed), dice(), 4))
        assert len(keys) == 4
        assert FACTS[7] in keys

    def test_a_sprint_asks_every_fact_once(self) -> None:
        assert sorted(facts_of(selection.sprint(context(), dice()))) == sorted(FACTS)

    def test_a_card_asks_its_facts(self) -> None:
        own = [fact for fact in FACTS if fact.startswith("first-show-trial/")]
        assert sorted(facts_of(selection.card(context(facts=own), dice()))) == sorted(own)

    def test_mistakes_asks_the_open_ones_weakest_first(self) -> None:
        missed = [answer(FACTS[0], Outcome.WRONG), answer(FACTS[1], Outcome.WRONG, days_ago=9)]
        right = [answer(FACTS[2])]
        assert facts_of(selection.mistakes(context(*missed, *right), dice())) == [FACTS[1], FACTS[0]]
        assert facts_of(selection.mistakes(context(*missed), dice(), 1)) == [FACTS[1]]
        assert selection.mistakes(context(), dice()) == ()

    def test_an_exam_takes_from_every_card_and_has_enough_typed(self) -> None:
        questions = selection.exam(context(), dice(), 20)
        cards = {fact.partition("/")[0] for fact in facts_of(questions)}
        assert len(questions) == 20
        assert len(cards) >= len(shipped_deck.deck().cards) - 1
        assert sum(question.kind in TYPED for question in questions) >= 6

    def test_only_shared_questions_if_nothing_else_is_wanted(self) -> None:
        shared = {Kind.MATCHING, Kind.ORDERING}
        for pick in (selection.full, selection.sprint, selection.card):
            keys = facts_of(pick(context(kinds=shared), dice(), None))
            assert len(keys) == len(set(keys))


def test_the_same_dice_give_the_same_round() -> None:
    for pick in (selection.quick, selection.exam, selection.full, selection.sprint):
        assert pick(context(), dice(4), 10) == pick(context(), dice(4), 10)
    assert selection.quick(context(), dice(4), 10) != selection.quick(context(), dice(5), 10)


class TestLeaks:
    def leaky(self, seed: int, links: int) -> SelectionContext:
        rng = dice(seed)
        return replace(context(), leaks={fact: frozenset(rng.sample(FACTS, links)) - {fact} for fact in FACTS})

    @pytest.mark.parametrize("seed", range(5))
    def test_questions_that_leak_are_not_in_one_quick_round(self, seed: int) -> None:
        chosen = self.leaky(seed, 3)
        questions = selection.quick(chosen, dice(seed), 10)
        assert len(questions) == 10
        assert not any(chosen.leaks_between(a, b) for a in questions for b in questions if a is not b)

    @pytest.mark.parametrize("seed", range(5))
    def test_in_a_full_round_they_are_far_apart(self, seed: int) -> None:
        chosen = self.leaky(seed, 3)
        questions = selection.full(chosen, dice(seed))
        assert not any(
            chosen.leaks_between(a, b)
            for place, a in enumerate(questions)
            for b in questions[place + 1 : place + 1 + BETWEEN]
        )

    def test_in_a_round_of_many_stretches_they_are_apart_though_few_pairs_are_looked_at(self) -> None:
        rng = dice()
        keys = [f"card/{number}" for number in range(1000)]
        leaks = {key: frozenset(rng.sample(keys, 20)) - {key} for key in keys}
        looked_at = 0

        def leak(one: Question, other: Question) -> bool:
            nonlocal looked_at
            looked_at += 1
            return one.fact.key in leaks[other.fact.key] or other.fact.key in leaks[one.fact.key]

        questions = apart([made_up_facts.question(key) for key in keys], leak, rng)
        assert looked_at < len(keys) * STRETCH
        assert sorted(question.fact.key for question in questions) == sorted(keys)
        assert not any(
            leak(a, b) for place, a in enumerate(questions) for b in questions[place + 1 : place + 1 + BETWEEN]
        )

    def test_what_cannot_be_kept_apart_is_asked_all_the_same(self) -> None:
        questions = selection.full(context(facts=FACTS[:4]), dice())
        assert sorted(q.id for q in apart(questions, lambda _a, _b: True, dice())) == sorted(q.id for q in questions)
