from __future__ import annotations

from fractions import Fraction

import pytest

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.model import Date, Label, Precision, Quantity, Range
from purges_quiz.deck.numbers import in_digits, parse_label, parse_quantity, parse_range


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("14", Quantity("14", 14)),
        ("1,108", Quantity("1,108", 1108)),
        ("1.5 million", Quantity("1.5 million", 1_500_000)),
        ("over 250,000", Quantity("over 250,000", 250_000, "over")),
        ("around 140,000", Quantity("around 140,000", 140_000, "around")),
        ("about 2.5 million", Quantity("about 2.5 million", 2_500_000, "around")),
        ("more than 60 people", Quantity("more than 60 people", 60, "over", ("people",))),
        ("0", Quantity("0", 0)),
        ("-3", Quantity("-3", -3)),
        ("1.5", Quantity("1.5", Fraction(3, 2))),
        ("1/3", Quantity("1/3", Fraction(1, 3))),
        ("13%", Quantity("13%", 13, sign="%")),
        ("\u00a36.6 billion", Quantity("\u00a36.6 billion", 6_600_000_000, sign="\u00a3")),
        ("14 people", Quantity("14 people", 14, units=("people",))),
        ("1.55555555 million", Quantity("1.55555555 million", Fraction("1555555.55"))),
    ],
)
def test_a_quantity_is_read_as_printed(text: str, quantity: Quantity) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("four", "4"),
        ("twenty", "20"),
        ("over sixty", "over 60"),
        ("two hundred", "200"),
        ("a hundred", "100"),
        ("around five million", "around 5 million"),
        ("seven days", "7 days"),
        ("1,108", "1,108"),
        ("twenty-five", "twenty-five"),
        ("nobody", "nobody"),
    ],
)
def test_a_number_in_words_is_read_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@pytest.mark.parametrize("text", ["", "many", "1,10", "1.5.2", "--3", "14 PEOPLE", "1/0"])
def test_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no quantity|whole number"):
        parse_quantity(text)


def test_a_range_brings_its_unit() -> None:
    assert parse_range("8-10 years") == Range("8-10 years", 8, 10, ("years",))
    assert parse_range("8-10") == Range("8-10", 8, 10)


@pytest.mark.parametrize("text", ["", "8", "10-8 years", "8-8", "eight to ten"])
def test_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no range"):
        parse_range(text)


def test_a_label_keeps_its_zeros() -> None:
    assert parse_label("00447") == Label("00447", "00447")
    with pytest.raises(ValueError, match="digits alone"):
        parse_label("NKVD Order 00447")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("August 1936", (1936, 8), (1936, 8), Precision.MONTH),
        ("May/June 1937", (1937, 5), (1937, 6), Precision.MONTHS),
        ("summer 1937", (1937, 6), (1937, 8), Precision.SEASON),
        ("Summer 1937", (1937, 6), (1937, 8), Precision.SEASON),
        ("1937-38", (1937, 1), (1938, 12), Precision.YEARS),
        ("1937-1938", (1937, 1), (1938, 12), Precision.YEARS),
        ("1938", (1938, 1), (1938, 12), Precision.YEAR),
        ("1066", (1066, 1), (1066, 12), Precision.YEAR),
        ("1861-65", (1861, 1), (1865, 12), Precision.YEARS),
        ("2009-10", (2009, 1), (2010, 12), Precision.YEARS),
        ("1914-18", (1914, 1), (1918, 12), Precision.YEARS),
        ("44 BC", (-44, 1), (-44, 12), Precision.YEAR),
        ("winter 1937", (1937, 12), (1938, 2), Precision.SEASON),
        ("36", (36, 1), (36, 12), Precision.YEAR),
        ("winter 1941-42", (1941, 12), (1942, 2), Precision.SEASON),
        ("the 1930s", (1930, 1), (1939, 12), Precision.DECADE),
        ("the 19th century", (1801, 1), (1900, 12), Precision.CENTURY),
    ],
)
def test_a_date_is_as_precise_as_printed(
    text: str,
    first: tuple[int, int],
    last: tuple[int, int],
    precision: Precision,
) -> None:
    assert parse_date(text) == Date(text, first, last, precision)


@pytest.mark.parametrize("text", ["", "Augst 1936", "8/1936", "'36", "June/May 1937", "1938-37", "Winter"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|does not ascend"):
        parse_date(text)


def test_a_day_is_read() -> None:
    assert parse_date("6 June 1944") == Date("6 June 1944", (1944, 6), (1944, 6), Precision.DAY, 6, 6)
    assert parse_date("19-24 August 1936") == Date("19-24 August 1936", (1936, 8), (1936, 8), Precision.DAYS, 19, 24)


@pytest.mark.parametrize(
    ("text", "fault"), [("31 June 1937", "no day 31"), ("3001 BC", "outside"), ("3000", "outside")]
)
def test_a_date_that_cannot_be_is_refused(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_date(text)
