from __future__ import annotations

from purges_quiz.authoring.audit import CHECKS, Row
from purges_quiz.authoring.audit.findings import (
    ADVICE,
    ADVICE_GROUPS,
    DETERMINISM,
    Look,
    as_json,
    as_table,
    breach_lines,
    for_an_author,
    summed_up,
)

GOOD = Row("structure", "ids", "Every id is unlike all others.", 1326, worst="none (card/fact)")
BAD = Row(
    "truth", "one right option", "Exactly one option is right.", 812, (Look("card/fact:1", "has two"),), "has two"
)
LEFT = Row("cues", "learned", "It learns.", 0, skipped="needs NumPy")


def test_the_table_has_a_line_for_each_check_under_its_group() -> None:
    assert list(as_table([GOOD, BAD, LEFT])) == [
        "check              looked at  failed  worst case",
        "structure",
        "  ids                  1,326       0  none (card/fact)",
        "truth",
        "  one right option       812       1  has two",
        "cues",
        "  learned                  -       -  not run: needs NumPy",
        "1 of 3 checks failed: 1 breach.",
    ]
    assert list(as_table([GOOD]))[-1] == "The check passed."
    assert list(as_table([GOOD, LEFT]))[-1] == "The check passed, 1 not run."


def test_a_long_worst_case_is_cut_in_the_table_alone() -> None:
    row = Row("truth", "x", "X.", 1, (Look("a", "b" * 100),), "b" * 100)

    assert max(map(len, as_table([row]))) < 110
    assert as_json(row)["worst"] == "b" * 100


def test_each_breach_is_listed_with_its_question_under_the_definition() -> None:
    assert list(breach_lines([GOOD, BAD])) == [
        "one right option: Exactly one option is right.",
        "  card/fact:1: has two",
    ]


def test_advice_is_marked_and_is_no_failure() -> None:
    told = for_an_author(Row("structure", "wordings", "Two prompts.", 9, (Look("card/fact", "has one"),), "has one"))

    assert next(breach_lines([told])) == "wordings (advice): Two prompts."
    assert list(as_table([told]))[-2:] == [
        "  wordings         9       1  advice: has one",
        "The check passed but for advice of 1.",
    ]
    assert list(as_table([told, for_an_author(BAD)]))[-1] == "1 of 2 checks failed: 1 breach."


def test_what_is_called_advice_is_a_check() -> None:
    assert {check.name for check in CHECKS} >= ADVICE
    assert {check.group for check in CHECKS} >= ADVICE_GROUPS | {DETERMINISM}


def test_a_row_as_data() -> None:
    assert as_json(BAD) == {
        "group": "truth",
        "check": "one right option",
        "definition": "Exactly one option is right.",
        "looked": 812,
        "failed": 1,
        "advice": False,
        "worst": "has two",
        "skipped": None,
        "breaches": [{"question": "card/fact:1", "fault": "has two"}],
    }


def test_looks_are_summed_up_to_the_farthest() -> None:
    looks = [
        Look("a", extent=3, shown="3 words"),
        Look("b", "has 5", 5, "5 words"),
        Look("c", extent=4, shown="4 words"),
    ]
    row = summed_up("structure", "words", "Few words.", looks)

    assert (row.looked, row.breaches, row.worst) == (3, (looks[1],), "5 words (b)")
    assert not row.passed


def test_every_check_has_a_name_of_its_own_and_a_definition() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.definition.endswith(".") for check in CHECKS)
