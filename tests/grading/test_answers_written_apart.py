"""Typed answers that others wrote, without having seen the grader, in the manner of hurried students.

To the shipped deck and to twelve others, whose ideas are plain, as a teacher writes them in minutes. The rows of
`development` may be looked at; those of `held-out` may not: only their totals are printed. The limits are what is
reached, rounded up; the goals are at most 2 % of wrong answers accepted and 3 % of right ones refused on the shipped
deck, 2 % and 12 % on another.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import graded_decks
import pytest

from purges_quiz import bank
from purges_quiz.bank.bank import resolve
from purges_quiz.grading.verdict import Judgement

FOLDER = Path(__file__).parents[1] / "data" / "answers" / "apart"
LIMITS = {
    ("shipped", "development"): (0.01, 0.04),
    ("shipped", "held-out"): (0.06, 0.09),
    ("reformation", "development"): (0.07, 0.07),
    ("shipped", "later-held-out"): (0.06, 0.06),
    ("shipped", "last-held-out"): (0.05, 0.10),
    ("reformation", "held-out"): (0.12, 0.22),
    ("india", "held-out"): (0.07, 0.23),
    ("french", "development"): (0.05, 0.10),
    ("newdeal", "development"): (0.02, 0.10),
    ("coldwar", "development"): (0.06, 0.19),
    ("rome", "development"): (0.03, 0.18),
    ("industry", "development"): (0.05, 0.18),
    ("biology", "development"): (0.04, 0.21),
    ("civilwar", "development"): (0.06, 0.17),
    ("shipped", "attacked-development"): (0.12, 0.13),
    ("shipped", "attacked-held-out"): (0.13, 0.09),
    ("civilrights", "development"): (0.04, 0.14),
    ("england", "development"): (0.06, 0.13),
    ("italy", "development"): (0.05, 0.13),
    ("vietnam", "held-out"): (0.07, 0.19),
}
"""Shares of wrong answers accepted, and of right ones not fully accepted, at most."""


@cache
def judged(deck: str, half: str) -> tuple[tuple[Judgement, Judgement], ...]:
    """For each answer the label and the grader's judgement."""
    questions, grader = bank.build(graded_decks.deck(deck)), graded_decks.grader(deck)
    rows = map(json.loads, (FOLDER / f"{deck}-{half}.jsonl").read_text(encoding="utf-8").splitlines())
    return tuple(
        (
            Judgement(row["verdict"]),
            grader.grade(resolve(questions, row["question"]), row["response"]).judgement,
        )
        for row in rows
    )


@pytest.mark.parametrize(("deck", "half"), LIMITS)
def test_no_more_is_misjudged_than_was_reached(
    deck: str, half: str, record_property: Callable[[str, object], None]
) -> None:
    found = judged(deck, half)
    of_wrong = [given for label, given in found if label is Judgement.WRONG]
    of_right = [given for label, given in found if label is Judgement.CORRECT]
    accepted = of_wrong.count(Judgement.CORRECT) / len(of_wrong)
    refused = 1 - of_right.count(Judgement.CORRECT) / len(of_right)
    agreed = sum(label is given for label, given in found) / len(found)
    record_property(
        "figures",
        f"written apart, {deck}, {half}: {len(found)} answers, wrong accepted {accepted:.1%}, "
        f"right refused {refused:.1%}, verdicts right {agreed:.1%}",
    )
    most_accepted, most_refused = LIMITS[deck, half]

    assert accepted <= most_accepted
    assert refused <= most_refused
