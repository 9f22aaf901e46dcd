"""What an answer to a question across cards says of the facts from which it follows."""

from __future__ import annotations

import pytest

import shipped_deck
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Choice, Order, Pairing, Response
from purges_quiz.round import events
from purges_quiz.round.attempt import Attempt
from purges_quiz.round.modes import Mode
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.scoring import FULL
from purges_quiz.round.state import Round


def question(key: str) -> Question:
    return next(it for name, it in shipped_deck.questions().across.items() if name.startswith(f"across/{key}:"))


def answered(key: str, response: Response | None) -> Attempt:
    asked = question(key)
    current = events.start(Mode.QUICK, (PosedQuestion(asked),), 0)
    verdict = None if response is None else shipped_deck.grader().grade(asked, response)
    shown = events.answer(current, response, verdict, 0).shown
    assert shown is not None
    return shown


def choice(key: str, text: str) -> Attempt:
    texts = [option.text for option in question(key).options]
    return answered(key, Choice(texts.index(text)))


def test_a_right_answer_misses_nothing_and_earns_what_any_other_does() -> None:
    found = choice("first-blow-of-1937", "the show trial of Radek")

    assert (found.missed, found.mistake, found.points) == ((), False, FULL)


def test_a_wrong_option_contradicts_the_fact_that_it_names() -> None:
    found = choice("first-blow-of-1937", "the issue of Order 00447")

    assert (found.missed, found.mistake) == (("yezhovshchina-creation/order-date",), True)


def test_a_wrong_option_that_names_no_fact_contradicts_none_but_is_a_mistake_of_its_round() -> None:
    found = choice("same-end", "some of them were spared")

    assert (found.missed, found.mistake) == ((), True)


def test_other_words_contradict_the_facts_that_each_say_the_answer() -> None:
    found = answered("behind-the-plots-typed", "Bukharin")

    assert found.missed
    assert set(found.missed) <= set(found.posed.question.facts)
    for key in found.missed:
        assert "Trotsky" in {target.value.shown for target in shipped_deck.deck().facts[key].targets}


@pytest.mark.parametrize(("key", "text"), [("first-trial-total", "17"), ("between-yagoda-and-beria", "Molotov")])
def test_other_words_contradict_no_fact_where_the_answer_is_worked_out_from_several(key: str, text: str) -> None:
    found = answered(key, text)

    assert (found.missed, found.mistake) == ((), True)


def test_wrong_pairs_contradict_their_facts_and_empty_lines_none() -> None:
    facts = question("means-and-ends").facts

    assert answered("means-and-ends", Pairing((1, 0, 2, 3))).missed == facts[:2]
    assert answered("means-and-ends", Pairing((1, None, 2, 3))).missed == facts[:1]
    assert answered("means-and-ends", Pairing((0, 1, 2, 3))).missed == ()


def test_a_wrong_order_contradicts_no_single_fact() -> None:
    for order in ((1, 0, 2), (2, 1, 0)):
        found = answered("heads-in-order", Order(order))
        assert (found.missed, found.mistake) == ((), True)


@pytest.mark.parametrize("key", ["behind-the-plots-typed", "first-blow-of-1937", "means-and-ends", "heads-in-order"])
def test_no_answer_contradicts_nothing(key: str) -> None:
    found = answered(key, None)

    assert (found.missed, found.mistake) == ((), True)


def test_a_blank_typed_answer_contradicts_nothing() -> None:
    assert answered("behind-the-plots-typed", "?").missed == ()


def test_after_a_wrong_answer_it_comes_back_for_practice_like_any_other() -> None:
    others = [question("same-end")._replace(id=f"across/same-end:multiple-choice:{number}") for number in range(2, 7)]
    asked = question("heads-in-order")
    current: Round = events.start(Mode.QUICK, tuple(PosedQuestion(it) for it in (asked, *others)), 0)
    wrong = Order((1, 0, 2))
    current = events.proceed(events.answer(current, wrong, shipped_deck.grader().grade(asked, wrong), 0), 0)

    (repeat,) = [posed for posed in current.queue if posed.practice]
    assert repeat.question == asked
    assert [mistake.posed.question for mistake in current.mistakes] == [asked]
