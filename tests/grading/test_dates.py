from __future__ import annotations

import pytest
from any_deck import written
from judging import judge, marked

from purges_quiz import bank
from purges_quiz.grading import Grader
from purges_quiz.grading.typed_dates import dates
from purges_quiz.grading.words import words
from purges_quiz.language import general_language
from purges_quiz.wording.verdicts import message

TRIAL = "first-show-trial/date"
ARRESTS = "army-purge/date"
YEARS = "yezhovshchina-creation/years"
SUMMER = "denunciations/date"
SLOWED = "yezhov-fall/slowed"


@pytest.mark.parametrize(
    "text",
    [
        "Aug 1936",
        "August '36",
        "aug 36",
        "8/1936",
        "08-1936",
        "1936-08",
        "8.1936",
        "in August of 1936",
        "15 August 1936",
        "August 15th, 1936",
        "15/8/1936",
        "8/36",
        "1936, August",
        "august nineteen thirty-six",
    ],
)
def test_a_month_is_read_in_every_form(text: str) -> None:
    (seen,) = dates(words(text))
    assert (seen.year, seen.month, seen.until) == (1936, 8, None)


@pytest.mark.parametrize("text", ["it may be", "12 delegates"])
def test_what_is_no_date(text: str) -> None:
    assert all(seen.year is None and seen.month is None for seen in dates(words(text)))


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (TRIAL, "it was in august 1936", "correct"),
        (TRIAL, "August 1936, not January 1937", "correct"),
        (TRIAL, "August 1936, two years after Kirov's murder in 1934", "correct"),
        (TRIAL, "Agust 1936", "correct spelling"),
        (TRIAL, "1936", "partial date-part"),
        (TRIAL, "summer 1936", "partial date-part"),
        (TRIAL, "August", "partial date-part"),
        (TRIAL, "August 1937", "wrong other-fact"),
        (TRIAL, "August 1935", "wrong date-part"),
        (TRIAL, "July 1936", "wrong date-part"),
        (TRIAL, "July/August 1936", "wrong hedged"),
        (TRIAL, "August 1936 or January 1937", "wrong hedged"),
        (TRIAL, "not August 1936", "wrong negated"),
        (TRIAL, "before August 1936", "wrong opposite"),
        (TRIAL, "1963", "wrong swapped"),
        (TRIAL, "a long time ago", "wrong"),
        (ARRESTS, "May-June 1937", "correct"),
        (ARRESTS, "may or june 1937", "correct"),
        (ARRESTS, "late May, early June 1937", "correct"),
        (ARRESTS, "May 1937", "partial date-part"),
        (ARRESTS, "April/May 1937", "wrong date-part"),
        (YEARS, "1937 to 1938", "correct"),
        (YEARS, "37-38", "correct"),
        (YEARS, "1937/8", "correct"),
        (YEARS, "1937, 1938", "correct"),
        (YEARS, "1937", "partial date-part"),
        (YEARS, "1937 or 1938", "wrong hedged"),
        (YEARS, "1936-38", "wrong hedged"),
        (SUMMER, "the summer of '37", "correct"),
        (SUMMER, "June to August 1937", "correct"),
        (SUMMER, "summer 1937 or summer 1938", "wrong hedged"),
        (SLOWED, "late 1938", "correct"),
        (SLOWED, "38", "correct"),
        (SLOWED, "1939", "partial also-true"),
        ("opposition-gone/yezhov-shot", "4/2/1940", "correct"),
        ("opposition-gone/yezhov-shot", "shot february 1940, arrested april 1939", "correct"),
    ],
)
def test_dates_with_their_slips(key: str, text: str, expected: str) -> None:
    assert marked(key, text) == expected


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("24 October 1929", "the twenty-fourth of october nineteen twenty-nine", "correct"),
        ("7 December 1941", "december the seventh, 1941", "correct"),
        ("7 December 1941", "the sixth of december 1941", "wrong"),
        ("44 BC", "44 B.C.", "correct"),
        ("44 BC", "44 b. c.", "correct"),
        ("44 BC", "45 B.C.", "wrong"),
        ("15 March 44 BC", "15 March 44 B.C.E.", "correct"),
        ("431-404 BC", "431 to 404 BC", "correct"),
        ("431-404 BC", "431\u2013404 B.C.", "correct"),
        ("431-404 BC", "431-403 BC", "wrong"),
        ("3000 BC", "3000 BCE", "correct"),
        ("March 3000 BC", "March, 3000 BC", "correct"),
        ("AD 14", "A.D. 14", "correct"),
    ],
)
def test_years_before_christ_are_read_as_they_are_written(value: str, text: str, expected: str) -> None:
    made = written([{"type": "date", "value": value}])
    assert made
    asked = next(each for each in bank.build(made.deck).questions.values() if each.typed)
    assert Grader(made.deck, general_language()).grade(asked, text).judgement == expected


def test_the_date_of_another_fact_is_named() -> None:
    verdict = judge("second-show-trial/date", "August 1936")
    assert verdict.confused_with == "first-show-trial/date"
    assert message(verdict).startswith("August 1936 is the date of the first show trial")


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("2009-10", "2009/10", "correct"),
        ("2009-10", "2009 - 2010", "correct"),
        ("2009-10", "2010/11", "wrong"),
        ("1811-12", "1811/12", "correct"),
        ("5th century BC", "5th c. BC", "correct"),
        ("5th century BC", "the fifth century B.C.", "correct"),
        ("5th century BC", "4th cent. BC", "wrong"),
        ("5th century BC", "the fifth century AD", "wrong"),
        ("winter 1916-17", "the winter of 1916-17", "correct"),
        ("winter 1916-17", "winter 1916/17", "correct"),
        ("winter 1916-17", "winter 1917/18", "wrong"),
        ("10 January 49 BC", "10.1.49 BC", "correct"),
        ("2 September 31 BC", "2/9/31 BC", "correct"),
        ("February 44 BC", "2/44 BC", "correct"),
        ("February 44 BC", "3/44 BC", "wrong"),
    ],
)
def test_spans_centuries_and_winters_are_read_as_they_are_typed(value: str, text: str, expected: str) -> None:
    made = written([{"type": "date", "value": value}])
    assert made
    asked = next(each for each in bank.build(made.deck).questions.values() if each.typed)
    found = Grader(made.deck, general_language()).grade(asked, text).judgement
    assert (found.value == "correct") is (expected == "correct")
