"""Where questions across cards are asked, and what they must not do to a round."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

import shipped_deck
from purges_quiz import selection
from purges_quiz.deck.kinds import Kind, Level
from purges_quiz.deck.question import Question
from purges_quiz.progress import FactState, Progress, Stage
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.exchange import NUMERIC

FACTS = tuple(shipped_deck.deck().facts)
ROUNDS = range(15)


@cache
def context(met: tuple[str, ...] = FACTS, stage: Stage = Stage.RECOGNITION) -> SelectionContext:
    progress = Progress({fact: FactState(asked=1, right=1, stage=stage) for fact in met})
    return SelectionContext(shipped_deck.questions(), progress, date(2026, 3, 10), 1, FACTS, leaks=shipped_deck.leaks())


def across(questions: Iterable[Question]) -> list[Question]:
    return [question for question in questions if question.level is Level.ACROSS]


def quick(chosen: SelectionContext, seed: int, count: int = 10) -> tuple[Question, ...]:
    return selection.quick(chosen, random.Random(seed), count)


def test_most_quick_rounds_of_one_who_has_met_every_fact_have_one_in_its_last_third() -> None:
    asked = []
    for seed in ROUNDS:
        questions = quick(context(), seed)
        found = across(questions)
        assert len(questions) == 10
        assert len(found) <= 1
        assert all(questions.index(question) >= 7 for question in found)
        asked += [question.id for question in found]
    assert len(asked) > len(ROUNDS) / 2
    assert len(set(asked)) > 5


def test_only_what_comes_from_facts_that_have_been_met_is_asked() -> None:
    met = FACTS[: len(FACTS) // 2]
    found = [question for seed in ROUNDS for question in across(quick(context(met), seed))]

    assert found
    assert all(set(met).issuperset(question.facts) for question in found)
    assert not any(across(quick(context(()), seed)) for seed in ROUNDS)


def test_a_short_round_has_no_place_for_one_and_a_longer_one_for_no_second() -> None:
    assert not any(across(quick(context(), seed, 9)) for seed in ROUNDS)
    assert max(len(across(quick(context(), seed, 20))) for seed in ROUNDS) == 1


def test_the_rest_of_the_round_is_what_it_would_be_without_it() -> None:
    without = replace(context(), bank=type(shipped_deck.questions())(replace(shipped_deck.deck(), across=())))
    for seed in ROUNDS:
        with_one, plain = quick(context(), seed), quick(without, seed)
        changed = [one for one, other in zip(with_one, plain, strict=True) if one.id != other.id]
        assert changed == across(with_one)


@pytest.mark.parametrize("stage", Stage)
def test_as_many_stay_typed_as_a_quick_round_wants_and_one_of_them_a_number_or_date(stage: Stage) -> None:
    for seed in ROUNDS:
        typed = [question for question in quick(context(stage=stage), seed) if question.typed]
        assert len(typed) >= 3
        assert any(question.kind in NUMERIC for question in typed)


def test_an_exam_has_two_at_most_whether_their_facts_have_been_met_or_not() -> None:
    counts = set()
    for seed in ROUNDS:
        questions = selection.exam(context(()), random.Random(seed), 20)
        found = across(questions)
        counts.add(len(found))
        assert len(questions) == 20
        assert len({question.id for question in found}) == len(found)
        assert all(questions.index(question) >= 14 for question in found)
    assert max(counts) == 2


@pytest.mark.parametrize("select", [selection.full, selection.sprint, selection.card, selection.mistakes])
def test_no_other_mode_has_any(
    select: Callable[[SelectionContext, random.Random, int | None], tuple[Question, ...]],
) -> None:
    missed = {fact: FactState(asked=1, misses=1, missed=date(2026, 3, 9)) for fact in FACTS}
    chosen = replace(context(), progress=Progress(missed))
    questions = select(chosen, random.Random(1), None)

    assert questions
    assert not across(questions)


def test_it_leaks_with_no_other_question_of_its_round_and_asks_none_of_their_facts() -> None:
    leaks = shipped_deck.leaks()
    rounds = [quick(context(), seed) for seed in ROUNDS]
    rounds += [selection.exam(context(), random.Random(seed), 20) for seed in ROUNDS]
    for questions in rounds:
        for found in across(questions):
            for other in questions:
                if other is found:
                    continue
                assert set(found.facts).isdisjoint(other.facts)
                for one in (*found.facts, found.fact.key):
                    for fact in (*other.facts, other.fact.key):
                        assert not leaks.shows(one, fact)
                        assert not leaks.shows(fact, one)


def test_a_question_across_cards_leaks_to_the_fact_whose_answer_it_shows() -> None:
    leaks = shipped_deck.leaks()

    assert leaks.shows("across/behind-the-plots", "first-show-trial/alleged-leader")
    assert leaks.shows("first-show-trial/alleged-leader", "across/behind-the-plots-typed")
    assert not leaks.shows("across/share-of-high-command", "first-show-trial/alleged-leader")
    assert len(list(leaks)) == len(leaks) == len(FACTS) + len(shipped_deck.deck().across)
    with pytest.raises(KeyError):
        leaks["across/nothing"]


def test_only_of_the_kinds_and_from_the_facts_that_are_wanted() -> None:
    choices = replace(context(), kinds=frozenset({Kind.MULTIPLE_CHOICE}))
    own = replace(context(), facts=tuple(fact for fact in FACTS if not fact.startswith("impact/")))
    for seed in ROUNDS:
        assert {question.kind for question in quick(choices, seed)} == {Kind.MULTIPLE_CHOICE}
        assert set(own.facts).issuperset(fact for question in across(quick(own, seed)) for fact in question.facts)
    assert any(across(quick(choices, seed)) for seed in ROUNDS)
