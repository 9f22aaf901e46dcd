from __future__ import annotations

from datetime import date

import pytest
from history import answer, choice, day
from made_up_facts import fact

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Card, Deck, Name, Quantity
from purges_quiz.progress import Progress, fold, views
from purges_quiz.progress.prediction import predicted
from purges_quiz.round.records import Outcome

PEOPLE = {
    key: Entity(key, EntityKind.PERSON, key.title(), "a Head of the NKVD") for key in ("yagoda", "yezhov", "beria")
}
HEADS = Card(
    "heads",
    "Heads",
    ("One sentence.",),
    tuple(fact(f"heads/{key}", Name(key.title(), key)) for key in ("yagoda", "yezhov")),
)
FIGURES = Card("figures", "Figures", ("One sentence.",), (fact("figures/dead", Quantity("13", 13)),))
DECK = Deck("A deck", (HEADS, FIGURES), PEOPLE)


def played(*answers: tuple[int, Outcome, str], seconds: float = 4) -> Progress:
    return fold(
        Progress(), [answer(number, outcome, facts=(key,), seconds=seconds) for number, outcome, key in answers]
    )


def test_with_no_answers_every_view_is_empty() -> None:
    assert views.accuracy(Progress()) == 0
    assert views.due(Progress(), DECK, day(0)) == []
    assert views.hardest(Progress()) == []
    assert views.slowest(Progress()) == []
    assert views.confusion_pairs(Progress(), DECK) == []
    assert views.recall_by_card(Progress(), DECK, day(0)) == [(HEADS, 0), (FIGURES, 0)]
    assert set(views.recalled_then(Progress(), DECK, day(0)).values()) == {0}
    assert views.calibration(Progress()) == []


def test_accuracy_is_the_share_of_right_answers() -> None:
    progress = played(
        (0, Outcome.RIGHT, "heads/yagoda"), (1, Outcome.SLIP, "heads/yagoda"), (1, Outcome.PARTIAL, "figures/dead")
    )
    assert views.accuracy(progress) == pytest.approx(2 / 3)


def test_what_is_due_is_of_the_deck_and_in_order() -> None:
    progress = played(
        (0, Outcome.RIGHT, "heads/yezhov"),
        (1, Outcome.WRONG, "heads/yagoda"),
        (1, Outcome.WRONG, "a-deck-of-old/fact"),
    )
    assert views.due(progress, DECK, day(0)) == []
    assert views.due(progress, DECK, day(20)) == ["heads/yagoda", "heads/yezhov"]
    assert views.due(progress, DECK, day(1), exam=day(2)) == ["heads/yezhov"]


def test_recall_is_predicted_for_tomorrow() -> None:
    progress = played((0, Outcome.WRONG, "heads/yezhov"), (0, Outcome.RIGHT, "figures/dead"))
    known = views.recalls(progress, DECK.facts, day(0))
    assert known["heads/yagoda"] == 0
    assert 0 < known["heads/yezhov"] < known["figures/dead"] < 1
    by_card = views.recall_by_card(progress, DECK, day(0))
    assert by_card == [(HEADS, known["heads/yezhov"] / 2), (FIGURES, known["figures/dead"])]


@pytest.mark.parametrize(("exam", "ahead"), [(day(4), 4), (day(1), 1), (day(0), 1), (day(-9), 1), (None, 1)])
def test_recall_is_predicted_for_the_exam_or_for_tomorrow_without_one_ahead(exam: date | None, ahead: int) -> None:
    progress = played((0, Outcome.RIGHT, "heads/yezhov"))
    assert views.day_that_counts(day(0), exam) == day(ahead)
    then = predicted(progress.forgetting, DECK.facts, day(ahead).toordinal())
    assert views.recalled_then(progress, DECK, day(0), exam) == then


def test_how_predictions_held_is_told_once_there_are_answers_enough() -> None:
    facts = [f"card/{number}" for number in range(30)]
    rounds = [
        (2 * number, Outcome.WRONG if fact == facts[number] else Outcome.RIGHT) for number in range(4) for fact in facts
    ]
    few = fold(
        Progress(),
        [
            answer(number, outcome, facts=(fact,))
            for (number, outcome), fact in zip(rounds[:70], facts * 3, strict=False)
        ],
    )
    assert views.calibration(few) == []
    many = fold(
        Progress(),
        [answer(number, outcome, facts=(fact,)) for (number, outcome), fact in zip(rounds, facts * 4, strict=True)],
    )
    held = views.calibration(many)
    assert 60 < sum(each.answers for each in held) <= 90
    for each in held:
        assert each.low <= each.predicted <= each.high
        assert 0 <= each.happened <= 1
    assert sum(each.answers * each.happened for each in held) / sum(each.answers for each in held) > 0.9


def test_the_hardest_facts_are_those_missed_most_of_the_time() -> None:
    progress = played(
        *[(0, Outcome.WRONG, "heads/yagoda")] * 2,
        *[(0, Outcome.RIGHT, "heads/yezhov"), (0, Outcome.WRONG, "heads/yezhov")] * 2,
        *[(0, Outcome.RIGHT, "figures/dead")] * 5,
        (0, Outcome.WRONG, "figures/once"),
    )
    assert [key for key, _ in views.hardest(progress)] == ["heads/yagoda", "heads/yezhov"]
    assert [key for key, _ in views.hardest(progress, 1)] == ["heads/yagoda"]


def test_the_slowest_facts_are_those_with_the_longest_mean() -> None:
    times = [("heads/yagoda", 9), ("heads/yagoda", 5), ("figures/dead", 8), ("figures/dead", 8), ("heads/yezhov", 60)]
    progress = fold(Progress(), [answer(facts=(key,), seconds=seconds) for key, seconds in times])
    assert views.slowest(progress) == [("figures/dead", 8), ("heads/yagoda", 7)]


def test_pairs_taken_for_one_another_are_counted_in_both_directions() -> None:
    answers = [
        answer(0, Outcome.WRONG, facts=(key,), confused_with=rival)
        for key, rival in [
            ("heads/yezhov", "yagoda"),
            ("heads/yagoda", "yezhov"),
            ("heads/yagoda", "yezhov"),
            ("heads/yagoda", "beria"),
            ("figures/dead", "heads/yagoda"),
            ("figures/dead", "beria"),
            ("figures/dead", "nobody-now"),
            ("a-deck-of-old/fact", "beria"),
        ]
    ]
    assert views.confusion_pairs(fold(Progress(), [*answers, choice()]), DECK) == [
        (("yagoda", "yezhov"), 3),
        (("beria", "figures/dead"), 1),
        (("beria", "yagoda"), 1),
        (("figures/dead", "heads/yagoda"), 1),
    ]


def test_the_forecast_has_every_fact_once_within_the_days_it_looks_ahead() -> None:
    progress = played((0, Outcome.RIGHT, "heads/yagoda"), (0, Outcome.WRONG, "figures/dead"))
    ahead = views.forecast(progress, DECK, day(0), 400)
    assert sum(ahead) == 2
    assert ahead[0] == 0
    assert views.forecast(progress, DECK, day(400), 14) == [2, *[0] * 13]
    assert views.forecast(Progress(), DECK, day(0), 14) == [0] * 14
