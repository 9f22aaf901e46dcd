from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import graded_decks
import pytest
from any_deck import written
from judging import judge, marked, question_on, targets

from purges_quiz import bank
from purges_quiz.deck.model import Fact, Quantity, Target
from purges_quiz.grading import Grader
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.typed_numbers import amounts_of, numbers
from purges_quiz.grading.verdict import Judgement
from purges_quiz.grading.words import words
from purges_quiz.language import general_language
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

ARRESTED = "impact/delegates-arrested"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1108", 1108),
        ("1,108", 1108),
        ("1 108", 1108),
        ("1.108", 1108),
        ("one thousand one hundred and eight", 1108),
        ("one thousand, one hundred and eight", 1108),
        ("eleven hundred and eight", 1108),
        ("1.5m", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1,5 million", 1_500_000),
        ("1\u00bd million", 1_500_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("one point five million", 1_500_000),
        ("1 million 500 thousand", 1_500_000),
        ("250k", 250_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("a hundred and eleven thousand", 111_000),
        ("half a dozen", 6),
        ("a couple", 2),
        ("twenty-one", 21),
        ("eigth", 8),
        ("nineteen ninety six", 1996),
        ("sixteen oh one", 1601),
        ("one sixty", 160),
        ("a single vote", 1),
        ("nought point nought four", Fraction(1, 25)),
        ("point oh four", Fraction(1, 25)),
        ("two-thirds", Fraction(2, 3)),
        ("55 priests in every hundred", Fraction(55, 100)),
    ],
)
def test_a_number_is_read_in_every_form(text: str, amount: float | Fraction) -> None:
    assert [seen.amount for seen in numbers(words(text))] == [Fraction(amount)]


@pytest.mark.parametrize("text", ["the 17th", "seventeenth", "no number"])
def test_ordinals_and_words_are_no_numbers(text: str) -> None:
    assert numbers(words(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1,108 delegates",
        "about 1108",
        "1108 of the 1996 delegates",
        "1,108 out of 1,996",
        "1108/1996",
        "of 1996, 1108",
        "1108, not 848",
        "in 1937-38 1108 were arrested",
        "it was 1108 in 1934",
        "1,108 were arrested and 848 were shot",
        "i think 1108 delegates were arrested?",
    ],
)
def test_a_number_is_found_among_what_goes_with_it(text: str) -> None:
    assert marked(ARRESTED, text) == "correct"


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (ARRESTED, "1,108 or 1,180", "wrong hedged"),
        (ARRESTED, "not 1108", "wrong negated"),
        (ARRESTED, "1108 thousand", "wrong magnitude"),
        (ARRESTED, "55%", "wrong unit"),
        (ARRESTED, "more than half", "wrong unit"),
        (ARRESTED, "fewer than 1108", "wrong opposite"),
        (ARRESTED, "1,996 of 1,108", "wrong reversed"),
        (ARRESTED, "1,180", "wrong swapped"),
        (ARRESTED, "848", "wrong other-fact"),
        (ARRESTED, "118", "wrong missing-digit"),
        (ARRESTED, "11,108", "wrong extra-digit"),
        (ARRESTED, "1,118", "partial digit"),
        (ARRESTED, "1,120", "partial close"),
        (ARRESTED, "1,500", "wrong"),
        (ARRESTED, "a lot", "wrong"),
        ("impact/cases-reviewed", "15 million", "wrong magnitude"),
        ("impact/cases-reviewed", "1.5", "wrong magnitude"),
        ("impact/cases-reviewed", "1.5 thousand", "wrong magnitude"),
        ("arrest-list/size", "250,000", "correct"),
        ("arrest-list/size", "at least 250k", "correct"),
        ("arrest-list/size", "less than 250,000", "wrong opposite"),
        ("army-statistics/high-command", "757/767", "wrong hedged"),
        ("fifth-column/age", "12 months", "wrong unit"),
        ("first-show-trial/other-defendants", "14 years", "wrong unit"),
        ("yezhovshchina-categories/confinement", "eight to ten years", "correct"),
        ("yezhovshchina-categories/confinement", "8-10", "correct"),
        ("yezhovshchina-categories/confinement", "10 years", "partial incomplete"),
        ("yezhovshchina-categories/confinement", "9 years", "partial close"),
        ("yezhovshchina-categories/confinement", "8-10 months", "wrong unit"),
        ("yezhovshchina-categories/confinement", "8-10 years is wrong", "wrong negated"),
        ("yezhovshchina-categories/confinement", "5-10 years", "wrong digit"),
        ("yezhovshchina-creation/order", "447", "correct"),
        ("yezhovshchina-creation/order", "NKVD order no. 00447 of July 1937", "correct"),
        ("yezhovshchina-creation/order", "double zero four four seven", "correct"),
        ("yezhovshchina-creation/order", "four hundred and forty-seven", "correct"),
        ("yezhovshchina-creation/order", "00474", "wrong swapped"),
        ("yezhovshchina-creation/order", "0447", "wrong missing-digit"),
        ("yezhovshchina-creation/order", "448", "wrong digit"),
        ("yezhovshchina-creation/order", "not 00447", "wrong negated"),
    ],
)
def test_numbers_with_their_slips(key: str, text: str, expected: str) -> None:
    assert marked(key, text) == expected


def test_the_number_of_another_fact_is_named() -> None:
    verdict = judge("army-statistics/died-in-prison", "512")
    assert verdict.confused_with == "army-statistics/executed"
    assert message(verdict).startswith("512 is the number of ")


@pytest.mark.parametrize(("key", "text"), [("impact/delegates", "1,966"), ("impact/central-committee-shot", "107")])
def test_a_historians_value_is_right_with_the_note(key: str, text: str) -> None:
    verdict = judge(key, text)
    assert verdict.judgement is Judgement.CORRECT
    assert message(verdict) != "Correct."


def slips_of(amount: int) -> Iterator[tuple[str, Slip]]:
    """Every slip of the pen in a number, with the first name in the order of the design that fits it."""
    digits = str(amount)
    for place in range(len(digits)):
        for other in range(place + 1, len(digits)):
            swapped = list(digits)
            swapped[place], swapped[other] = swapped[other], swapped[place]
            yield "".join(swapped), Slip.SWAPPED
        yield digits[:place] + digits[place + 1 :], Slip.MISSING_DIGIT
        for digit in "0123456789":
            yield digits[:place] + digit + digits[place + 1 :], Slip.DIGIT
    yield digits + "0", Slip.EXTRA_DIGIT
    if amount % 10 == 0:
        yield digits[:-1], Slip.MISSING_DIGIT


QUANTITIES = [(fact, target) for fact, target in targets() if isinstance(target.value, Quantity)]


@pytest.mark.parametrize(("fact", "target"), QUANTITIES, ids=[fact.key for fact, _ in QUANTITIES])
def test_every_generated_slip_is_refused_and_named(fact: Fact, target: Target) -> None:
    value = target.value
    assert isinstance(value, Quantity)
    elsewhere = {447, *(other.value.amount for _, other in QUANTITIES if isinstance(other.value, Quantity))}
    told = (*target.historians, *target.also_true, *target.aliases, *(remark.text for remark in target.known_wrong))
    for text, slip in slips_of(int(value.amount)):
        given = int(text or "0")
        if not text or text.startswith("0") or given == value.amount:
            continue
        verdict = grader().grade(question_on(fact, target), text)
        if any(given in amounts_of(known) for known in told):
            continue  # the fact's own data says what it is
        near = 20 * abs(given - int(value.amount)) <= int(value.amount) and (value.amount >= 100 or given % 10 == 0)
        assert verdict.judgement is (Judgement.PARTIAL if near else Judgement.WRONG), text
        assert verdict.slip is (Slip.OTHER_FACT if given in elsewhere else slip), text


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("-40", "minus 40", "correct"),
        ("-40", "it is \u221240", "correct"),
        ("-40", "forty below zero", "correct"),
        ("-40", "negative forty", "correct"),
        ("-40", "40", "wrong"),
        ("-40", "-41", "wrong digit"),
        ("-41", "-40", "partial digit"),
        ("-40", "-50", "wrong digit"),
        ("-2.5%", "minus 2.5 per cent", "correct"),
        ("-2.5%", "2.5%", "wrong"),
        ("\u2212\u00a35 million", "-\u00a35,000,000", "correct"),
        ("0", "zero", "correct"),
        ("0", "none", "correct"),
    ],
)
def test_numbers_below_zero_are_read_with_their_sign(value: str, text: str, expected: str) -> None:
    made = written([{"type": "quantity", "value": value}])
    assert made
    asked = next(each for each in bank.build(made.deck).questions.values() if each.typed)
    verdict = Grader(made.deck, general_language()).grade(asked, text)
    assert f"{verdict.judgement} {verdict.slip or ''}".strip() == expected


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("900 trillion", "900 tn", "correct"),
        ("900 trillion", "900 bn", "wrong"),
        ("around $13 billion", "13 thousand million dollars", "correct"),
        ("3 billion dollars", "$3 billion", "correct"),
        ("0.04%", "0.04 per cent", "correct"),
        ("0.04%", "nought point nought four per cent", "correct"),
        ("0.04%", "0.4 per cent", "wrong"),
        ("25%", "1/4", "correct"),
        ("25%", "1/3", "wrong"),
        ("22/7", "22 / 7", "correct"),
        ("22/7", "7 / 22", "wrong"),
    ],
)
def test_shares_and_great_amounts_are_read_as_they_are_typed(value: str, text: str, expected: str) -> None:
    made = written([{"type": "quantity", "value": value}])
    assert made
    asked = next(each for each in bank.build(made.deck).questions.values() if each.typed)
    found = Grader(made.deck, general_language()).grade(asked, text).judgement
    assert (found is Judgement.CORRECT) is (expected == "correct")


@pytest.mark.parametrize("unit", ["\u00b0C", " \u00b0C", " degrees", " degrees Celsius", " c", " celsius"])
def test_a_unit_is_taken_in_its_sign_and_in_its_words(unit: str) -> None:
    question = next(one for one in graded_decks.questions("biology") if one.fact.key == "enzymes/best")

    assert graded_decks.grader("biology").grade(question, f"37{unit}").judgement is Judgement.CORRECT


@pytest.mark.parametrize("unit", ["\u00b0F", " f", " degrees Fahrenheit", " km", " kg", " kilometres", " years"])
def test_a_unit_of_another_measure_is_foreign(unit: str) -> None:
    question = next(one for one in graded_decks.questions("biology") if one.fact.key == "enzymes/best")

    assert graded_decks.grader("biology").grade(question, f"37{unit}").slip is Slip.UNIT
