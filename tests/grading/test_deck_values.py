from __future__ import annotations

import pytest

from purges_quiz.deck.figures import parse_date, parse_label, parse_quantity, parse_range
from purges_quiz.deck.model import Date, Label, Precision, Quantity, Range


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("14", Quantity("14", 14)),
        ("1,108", Quantity("1,108", 1108)),
        ("1.5 million", Quantity("1.5 million", 1_500_000)),
        ("over 250,000", Quantity("over 250,000", 250_000, "over")),
        ("around 140,000", Quantity("around 140,000", 140_000, "around")),
    ],
)
def test_a_quantity_is_read_as_printed(text: str, quantity: Quantity) -> None:
    assert parse_quantity(text) == quantity


@pytest.mark.parametrize("text", ["", "many", "1,10", "1.5", "1.55555555 million", "about 14", "14 people", "-3"])
def test_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no quantity|whole number"):
        parse_quantity(text)


def test_a_range_brings_its_unit() -> None:
    assert parse_range("8-10 years", ("years", "yrs")) == Range("8-10 years", 8, 10, ("years", "yrs"))
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
    ],
)
def test_a_date_is_as_precise_as_printed(
    text: str,
    first: tuple[int, int],
    last: tuple[int, int],
    precision: Precision,
) -> None:
    assert parse_date(text) == Date(text, first, last, precision)


@pytest.mark.parametrize("text", ["", "Augst 1936", "8/1936", "36", "June/May 1937", "1938-37", "winter 1937"])
def test_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|does not ascend"):
        parse_date(text)
