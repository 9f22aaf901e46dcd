from __future__ import annotations

import random

import pytest

from purges_quiz.authoring.audit.guessers import Lift, holm, interval, probabilities


def guessed(rng: random.Random, facts: int, chance: float) -> Lift:
    return Lift.of((f"fact {at}", (rng.random() < chance) - 0.25) for at in range(facts))


def test_holm_multiplies_the_smallest_most_and_never_descends() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == [1.0, 1.0]
    assert holm([]) == []


def test_a_true_cue_is_told_from_chance_and_chance_is_not() -> None:
    rng = random.Random(1)
    (sure,) = probabilities([guessed(rng, 100, 0.5)])
    none = probabilities([guessed(rng, 100, 0.25) for _ in range(40)])

    assert sure < 0.001
    assert sum(probability < 0.05 for probability in none) <= 5


def test_what_all_variants_of_one_fact_say_is_said_once() -> None:
    (of_one_fact,) = probabilities([Lift.of(("the same", 0.75) for _ in range(50))])
    (of_many,) = probabilities([Lift.of((f"fact {at}", 0.75) for at in range(50))])

    assert of_one_fact > 0.4
    assert of_many < 0.001


def test_a_lift_below_chance_is_no_lift() -> None:
    (probability,) = probabilities([Lift.of((f"fact {at}", -0.25) for at in range(50))])

    assert probability > 0.9


def test_the_interval_holds_the_lift_and_narrows_with_more_facts() -> None:
    rng = random.Random(2)
    few, many = guessed(rng, 20, 0.5), guessed(rng, 500, 0.5)
    wide, narrow = (interval(lift, dict.fromkeys(lift.hits, 1)) for lift in (few, many))

    assert narrow[0] < many.points < narrow[1]
    assert wide[1] - wide[0] > 3 * (narrow[1] - narrow[0])
    assert interval(Lift.of([]), {}) == (0.0, 0.0)


def test_the_same_lifts_give_the_same_probabilities() -> None:
    lift = guessed(random.Random(4), 30, 0.4)

    assert probabilities([lift]) == probabilities([lift])
