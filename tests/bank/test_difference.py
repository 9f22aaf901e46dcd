from __future__ import annotations

import pytest

from purges_quiz.bank.difference import difference
from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.model import Label
from purges_quiz.deck.numbers import parse_quantity, parse_range


@pytest.mark.parametrize(
    ("text", "truth", "said"),
    [
        ("110", "160", "about a third too low"),
        ("170", "160", "too high by ten"),
        ("140", "160", "about an eighth too low"),
        ("114", "98", "about a sixth too high"),
        ("222", "139", "about three fifths too high"),
        ("1,863", "1,996", "too low by 133"),
        ("130,000", "140,000", "too low by 10,000"),
        ("1.4 million", "1.5 million", "too low by 100,000"),
        ("4,121", "1,996", "about twice the right number"),
        ("100", "1,996", "about a twentieth of the right number"),
        ("50", "1,996", "less than a twentieth of the right number"),
        ("80", "160", "about half the right number"),
        ("90", "160", "about two fifths too low"),
        ("9", "12", "too low by three"),
        ("March 1937", "August 1936", "seven months too late"),
        ("July 1937", "August 1937", "one month too early"),
        ("August 1935", "August 1937", "two years too early"),
        ("October 1935", "January 1937", "one year and three months too early"),
        ("September 1937", "August 1936", "one year and one month too late"),
        ("March 1939", "July 1937", "one year and eight months too late"),
        ("February 1936", "July 1938", "about two years too early"),
        ("1939", "1938", "one year too late"),
    ],
)
def test_a_figure_that_is_none_of_the_deck_says_how_far_it_is_difference(text: str, truth: str, said: str) -> None:
    parse = parse_date if truth[0].isalpha() or truth == "1938" else parse_quantity

    assert difference(parse(text), parse(truth)) == said


def test_a_range_and_a_label_say_how_they_differ() -> None:
    assert difference(parse_range("4-5 years"), parse_range("8-10 years")) == "about half as long"
    assert difference(parse_range("1-3 years"), parse_range("8-10 years")) == "about a fifth as long"
    assert difference(parse_range("11-12 years"), parse_range("8-10 years")) == "about a quarter too long"
    assert difference(Label("00485", "00485"), Label("00447", "00447")) == "another number"
