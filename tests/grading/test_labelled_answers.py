"""Typed answers labelled by hand, as a fair but exact teacher would, and the limits that the grader keeps on them.

The rows of `development.tsv` may be looked at when a class of answers fails. Those of `held-out.tsv` may not: only its
totals are printed, so that the grader is never fitted to its rows.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import shipped_deck
from purges_quiz.deck.question import Question
from purges_quiz.grading import Grader
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement
from purges_quiz.language import general_language

FOLDER = Path(__file__).parents[1] / "data" / "answers"
SETS = ("development", "held-out")
NEVER_ACCEPTED = ("hedged", "negated", "blank", "other-person", "other-number", "other-date")
MOST_WRONG_ACCEPTED = 0.005
MOST_RIGHT_REFUSED = 0.02
FEWEST_VERDICTS_RIGHT = 0.95


@dataclass(frozen=True)
class Labelled:
    """One typed answer, with the teacher's verdict and, where one has a name, the slip."""

    fact: str
    end: str
    response: str
    verdict: Judgement
    slip: Slip | None
    kind: str

    @property
    def asked(self) -> tuple[str, str]:
        return self.fact, self.end


@dataclass(frozen=True)
class Graded:
    """A labelled answer, and what the grader said to it."""

    row: Labelled
    judgement: Judgement
    slip: Slip | None

    @property
    def differs(self) -> bool:
        return self.judgement is not self.row.verdict

    @property
    def wrong_accepted(self) -> bool:
        return self.row.verdict is Judgement.WRONG and self.judgement is Judgement.CORRECT

    @property
    def right_refused(self) -> bool:
        """Partial marks for a right answer count as a refusal too."""
        return self.row.verdict is Judgement.CORRECT and self.judgement is not Judgement.CORRECT

    @property
    def slip_missed(self) -> bool:
        return not self.differs and self.row.slip is not None and self.slip is not self.row.slip


@cache
def labelled(name: str) -> tuple[Labelled, ...]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Labelled(
                fact=row["fact"],
                end=row["end"],
                response=json.loads(row["response"]),
                verdict=Judgement(row["verdict"]),
                slip=Slip(row["slip"]) if row["slip"] else None,
                kind=row["class"],
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@cache
def question(fact: str, end: str) -> Question:
    """The first question on that end of the fact that is typed with no cue."""
    for asked in shipped_deck.questions().of_fact(fact):
        if asked.typed and asked.hint is None and asked.target is not None and asked.target.name == end:
            return asked
    pytest.fail(f"{fact} has no typed question for the end {end!r}")


@cache
def graded(name: str) -> tuple[Graded, ...]:
    grader = Grader(shipped_deck.deck(), general_language())
    verdicts = ((row, grader.grade(question(*row.asked), row.response)) for row in labelled(name))
    return tuple(Graded(row, verdict.judgement, verdict.slip) for row, verdict in verdicts)


def share(name: str, found: Callable[[Graded], bool], of: Judgement | None = None) -> float:
    asked = [it for it in graded(name) if of is None or it.row.verdict is of]
    return sum(map(found, asked)) / len(asked)


def report(name: str) -> str:
    answers = graded(name)
    of = Counter(it.row.verdict for it in answers)
    lines = [
        f"{name}: {len(answers)} answers ({', '.join(f'{of[verdict]} {verdict}' for verdict in Judgement)})",
        f"  wrong accepted   {share(name, lambda it: it.wrong_accepted, Judgement.WRONG):7.2%}",
        f"  right refused    {share(name, lambda it: it.right_refused, Judgement.CORRECT):7.2%}",
        f"  verdicts right   {share(name, lambda it: not it.differs):7.2%}",
        f"  right verdicts with another slip: {sum(it.slip_missed for it in answers)}",
    ]
    asked = Counter(it.row.kind for it in answers)
    lines += [
        f"  {kind}: {count} of {asked[kind]} differ"
        for kind, count in Counter(it.row.kind for it in answers if it.differs).most_common()
    ]
    if name == "development":
        lines += [
            f"    {it.row.fact} {it.row.end}: {it.row.response[:100]!r} is {it.row.verdict}, graded {it.judgement}"
            f" ({it.slip or 'no slip'}) [{it.row.kind}]"
            for it in answers
            if it.differs
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_printed(name: str, record_property: Callable[[str, object], None]) -> None:
    text = report(name)
    record_property("figures", text)
    assert f"{len(labelled(name))} answers" in text


@pytest.mark.parametrize("name", SETS)
def test_hardly_any_wrong_answer_is_accepted(name: str) -> None:
    found = share(name, lambda it: it.wrong_accepted, Judgement.WRONG)
    assert found <= MOST_WRONG_ACCEPTED


@pytest.mark.parametrize("name", SETS)
def test_hardly_any_right_answer_is_refused(name: str) -> None:
    found = share(name, lambda it: it.right_refused, Judgement.CORRECT)
    assert found <= MOST_RIGHT_REFUSED


@pytest.mark.parametrize("name", SETS)
def test_nearly_all_verdicts_are_right(name: str) -> None:
    found = share(name, lambda it: not it.differs)
    assert found >= FEWEST_VERDICTS_RIGHT


@pytest.mark.parametrize("kind", NEVER_ACCEPTED)
@pytest.mark.parametrize("name", SETS)
def test_no_answer_of_a_class_that_is_never_right_is_accepted(name: str, kind: str) -> None:
    accepted = sum(it.wrong_accepted for it in graded(name) if it.row.kind == kind)
    assert accepted == 0


@pytest.mark.parametrize("name", SETS)
def test_a_set_covers_every_fact_at_both_ends_and_every_class(name: str) -> None:
    ends = {(fact.key, target.name) for fact in shipped_deck.deck().facts.values() for target in fact.targets}
    assert {row.asked for row in labelled(name)} == ends
    assert {row.kind for row in labelled(name)} == {row.kind for each in SETS for row in labelled(each)}
    assert {row.verdict for row in labelled(name) if row.kind in NEVER_ACCEPTED} == {Judgement.WRONG}


def test_no_answer_stands_in_both_sets() -> None:
    rows = Counter((*row.asked, row.response) for name in SETS for row in labelled(name))
    assert [row for row, count in rows.items() if count > 1] == []
