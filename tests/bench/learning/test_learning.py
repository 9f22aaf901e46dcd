from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

import shipped
from purges_quiz.bank import leaks
from purges_quiz.deck.question import Kind, Question
from purges_quiz.grading.verdict import Judgement

from .__main__ import ORDERS
from .answering import answered
from .learner import GOOD, NOISE, Learner, noisy_weights, retrievability, reviewed
from .study import Material, recalled_at_exam
from .table import interval, table


def asking(kind: Kind) -> Question:
    return next(question for question in shipped.questions().questions.values() if question.kind is kind)


@pytest.mark.parametrize("seed", range(10))
def test_a_learner_with_the_default_weights_remembers_as_fsrs_says(seed: int) -> None:
    rng = random.Random(seed)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    start = datetime(2027, 1, 1, tzinfo=UTC)
    card, trace = Card(card_id=1, due=start), None
    for day in sorted(rng.choices(range(30), k=8)):
        rating = rng.choice((Rating.Again, Rating.Good))
        card, _ = scheduler.review_card(card, rating, start + timedelta(days=day))
        trace = reviewed(DEFAULT_PARAMETERS, trace, day, rating)
        assert trace.stability == pytest.approx(card.stability)
        assert trace.difficulty == pytest.approx(card.difficulty)
        later = scheduler.get_card_retrievability(card, start + timedelta(days=day + 9))
        assert retrievability(DEFAULT_PARAMETERS, trace.stability, 9) == pytest.approx(later)


def test_the_weights_of_learners_differ_but_can_be_had_again() -> None:
    first, second = (noisy_weights(random.Random(seed)) for seed in (1, 2))
    assert first == noisy_weights(random.Random(1)) != second
    assert all(0.2 < weight / usual < 5 for weight, usual in zip(first, DEFAULT_PARAMETERS, strict=True)), NOISE


def test_what_was_never_met_is_guessed_among_options_and_given_up_where_it_is_typed() -> None:
    rng = random.Random(1)
    choice, typed = asking(Kind.MULTIPLE_CHOICE), asking(Kind.NUMBER_RECALL)
    verdicts = [answered(Learner(DEFAULT_PARAMETERS), choice, 0, rng)[0] for _ in range(2000)]
    right = sum(verdict is not None and verdict.judgement is Judgement.CORRECT for verdict in verdicts)
    assert right / 2000 == pytest.approx(1 / len(choice.options), abs=0.04)
    assert answered(Learner(DEFAULT_PARAMETERS), typed, 0, rng)[0] is None


def test_what_was_just_met_is_known() -> None:
    for kind in (Kind.MATCHING, Kind.ORDERING, Kind.FREE_TEXT):
        learner, question = Learner(DEFAULT_PARAMETERS), asking(kind)
        answered(learner, question, 0, random.Random(1))
        verdict, seconds = answered(learner, question, 0, random.Random(1))
        assert verdict
        assert verdict.judgement is Judgement.CORRECT
        assert seconds > 5
        assert learner.recall(question.facts[0], 5) < 1


def test_a_right_recall_after_some_days_lasts_longer_than_the_first() -> None:
    first = reviewed(DEFAULT_PARAMETERS, None, 0, GOOD)
    assert reviewed(DEFAULT_PARAMETERS, first, 3, GOOD).stability > first.stability


@pytest.mark.parametrize("name", ORDERS)
def test_every_order_teaches_most_of_the_deck_and_the_same_twice(name: str) -> None:
    material = Material(shipped.questions(), leaks.graph(shipped.questions()))
    known, again = (recalled_at_exam(material, ORDERS[name](), 3) for _ in range(2))
    assert known == again
    assert 0.5 < known / len(shipped.deck().facts) <= 1


def test_the_table_compares_learner_by_learner_with_the_first() -> None:
    low, high = interval([1.0, 2.0, 3.0, 4.0] * 10)
    assert 2 < low < 2.5 < high < 3
    lines = table({"A": [5.0, 7.0], "B": [4.0, 6.0]}, 10).splitlines()
    assert lines[2].startswith("| A | 6.0 |")
    assert lines[3].startswith("| B | 5.0 |")
    assert lines[3].endswith("| -1.0 | -1.0 to -1.0 |")
