"""What prototypes got wrong, each class with an answer or two."""

from __future__ import annotations

import pytest
from judging import marked

SUCCESSOR = "yezhov-fall/successor"
CATEGORY_1 = "yezhovshchina-categories/category-1:backward"


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        # A stop word "i" made "Category" read as Category I.
        (CATEGORY_1, "category", "wrong"),
        (CATEGORY_1, "Category I", "correct"),
        ("yezhovshchina-categories/category-2:backward", "I think it was Category II", "correct"),
        # Joining the typed words made "Category" a misspelling.
        (CATEGORY_1, "cate gory", "wrong"),
        # A reader of number words must not swallow the "and" of "Zinoviev and Kamenev".
        ("first-show-trial/other-defendants", "Zinoviev and Kamenev and fourteen others", "correct"),
        ("first-show-trial/lead-defendants", "Zinoviev and Kamenev", "correct"),
        # One edit in four letters accepts NKID for NKVD.
        ("surveillance/everywhere:forward", "NKID", "wrong"),
        ("surveillance/everywhere:forward", "N.K.V.D.", "correct"),
        # A name that only owns what is meant.
        ("impact/favoured", "Kirov's killer", "wrong other"),
        ("impact/favoured", "kirovs killer", "wrong other"),
        ("impact/favoured", "the killer of Kirov", "wrong other"),
        ("first-show-trial/alleged-leader", "Trotsky's", "correct"),
        # A share where people are counted.
        ("impact/central-committee-shot", "98 %", "wrong unit"),
        ("impact/central-committee-shot", "98", "correct"),
        # Containment is no match.
        ("arrest-list/target", "the anti-Soviet elements or the hidden enemies", "wrong hedged"),
        ("arrest-list/target", "soviet elements", "wrong"),
        ("arrest-list/target", "pro-Soviet elements", "wrong"),
        (SUCCESSOR, "Yezhov or Beria", "wrong hedged"),
        (SUCCESSOR, "not Beria", "wrong negated"),
        # Names of one shape.
        (CATEGORY_1, "Category 2", "wrong other"),
        ("impact/congress", "18th Party Congress", "wrong other"),
        ("first-show-trial/alleged-leader", "Tomsky", "wrong other"),
        ("impact/favoured", "Rykov", "wrong other"),
        ("yezhov-fall/continued-into", "WW1", "wrong other"),
        ("second-show-trial/constitution:forward", "the 1924 constitution", "wrong other"),
    ],
)
def test_a_pitfall(key: str, text: str, expected: str) -> None:
    assert marked(key, text) == expected


def test_a_known_wrong_answer_wins_over_a_spelling_match() -> None:
    assert marked("first-show-trial/other-defendants", "sixteen").startswith("wrong")
    assert marked("denunciations/family-circles:forward", "families").startswith("wrong")


def test_the_words_of_the_peer_that_takes_what_is_wrong_and_refuses_what_is_right() -> None:
    delegates = "impact/delegates-arrested"
    assert marked(delegates, "1108") == "correct"
    assert marked(delegates, "1,180 of 1,969") == "wrong swapped"
