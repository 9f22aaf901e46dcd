"""Every reason has its sentence and every mode its parts: of a mapping over an enumeration mypy does not see a gap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from judging import judge

from purges_quiz import grading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement, Reason, Verdict
from purges_quiz.round.modes import RULES, Mode
from purges_quiz.session.rounds import SELECTORS
from purges_quiz.wording.figures import MODE_NAMES
from purges_quiz.wording.verdicts import message

ARRESTED = "impact/delegates-arrested"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    verdict = Verdict(
        Judgement.WRONG, None, reason, "the other", "A note", missing=("this", "that"), shown="the answer"
    )
    for said in (message(verdict), message(verdict, answer_shown=True)):
        assert re.search(r"\w\.$", said)
        assert "{" not in said


def test_every_reason_is_given_by_some_rule() -> None:
    rules = "".join(path.read_text(encoding="utf-8") for path in Path(grading.__file__).parent.glob("*.py"))
    assert [reason for reason in Reason if f"Reason.{reason.name}" not in rules] == []


@pytest.mark.parametrize("kept", [RULES, SELECTORS, MODE_NAMES])
def test_every_mode_has_its_rules_its_choice_of_questions_and_its_name(kept: Mapping[Mode, object]) -> None:
    assert set(kept) == set(Mode)


@pytest.mark.parametrize(
    ("response", "slip", "sentence"),
    [
        ("1,180", Slip.SWAPPED, "Two digits are swapped: it is 1,108."),
        ("118", Slip.MISSING_DIGIT, "A digit is missing: it is 1,108."),
        ("11,108", Slip.EXTRA_DIGIT, "There is one digit too many: it is 1,108."),
        ("1,118", Slip.DIGIT, "One digit is wrong: it is 1,108."),
        ("110800", Slip.MAGNITUDE, "The digits are right, but it is 1,108."),
        ("1,120", Slip.CLOSE, "Close, but the figure is 1,108."),
    ],
)
def test_a_slip_in_a_number_is_named(response: str, slip: Slip, sentence: str) -> None:
    verdict = judge(ARRESTED, response)
    assert (verdict.slip, message(verdict)) == (slip, sentence)
