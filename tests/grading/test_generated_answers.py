"""Answers made by rule from every fact of every deck: the share that the grader gets wrong, kind by kind.

A seeded sample by default, all of them with `--full`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest
from graded_decks import NAMES, deck, grader, questions

from generators.edits import Edits, all_edits, some_edits
from generators.generated import Generated, Kind
from generators.table import KINDS
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement

SAMPLE = 300
"""Answers graded of each kind and deck, unless all are wanted."""
WORST = 6
"""Sorts of answers that the figures name."""


@dataclass(frozen=True)
class Graded:
    """A generated answer, and whether the grader was mistaken."""

    question: Question
    answer: Generated
    judgement: Judgement

    @property
    def mistaken(self) -> bool:
        return self.answer.right is not (self.judgement is Judgement.CORRECT)


def generated(name: str, kind: Kind, edits: Edits) -> Iterator[tuple[Question, Generated]]:
    """Every answer of a kind, once."""
    seen = set()
    for question in questions(name):
        if not kind.by_prompt and not question.id.endswith(":0"):
            continue
        for answer in kind.generate(deck(name), question, edits):
            key = (question.fact.key, question.target and question.target.name, answer)
            if key not in seen:
                seen.add(key)
                yield question, answer


def graded(name: str, answers: list[tuple[Question, Generated]]) -> list[Graded]:
    ordered = sorted(answers, key=lambda it: it[0].id)  # what is read of a question is kept while it is asked again
    return [Graded(it, answer, grader(name).grade(it, answer.text).judgement) for it, answer in ordered]


def share(answers: list[Graded]) -> float:
    return sum(it.mistaken for it in answers) / max(1, len(answers))


def report(name: str, kind: Kind, sure: list[Graded], apart: list[Graded]) -> str:
    lines = [f"generated, {name}: {kind.name}: {share(sure):.2%} of {len(sure)} misjudged (at most {kind.at_most:.0%})"]
    for right, what in ((True, "right refused"), (False, "wrong accepted")):
        part = [it for it in sure if it.answer.right is right]
        if part and len(part) < len(sure):
            lines.append(f"  {what} {share(part):.2%} of {len(part)}")
    if apart:
        lines.append(f"  read in two ways, counted apart: {share(apart):.2%} of {len(apart)} misjudged")
    count = Counter(it.answer.sort for it in sure)
    wrong = Counter(it.answer.sort for it in sure if it.mistaken)
    for sort, number in wrong.most_common(WORST):
        lines.append(f"  {sort}: {number} of {count[sort]}")
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_the_share_of_generated_answers_misjudged_is_small(
    kind: Kind,
    name: str,
    full: bool,  # noqa: FBT001
    dice: random.Random,
    record_property: Callable[[str, object], None],
) -> None:
    answers = list(generated(name, kind, all_edits if full else some_edits(dice, kind.tried)))
    if not full and len(answers) > SAMPLE:
        answers = dice.sample(answers, SAMPLE)
    found = graded(name, answers)
    sure = [it for it in found if not it.answer.apart]
    record_property("figures", report(name, kind, sure, [it for it in found if it.answer.apart]))
    assert sure, "no answer of this kind can be made from the deck"
    for right in (True, False):
        mistaken = share(
            [it for it in sure if it.answer.right is right]
        )  # not asked in the assertion: it would be shown
        assert mistaken <= kind.at_most, listed(it for it in sure if it.mistaken)


def listed(answers: Iterable[Graded]) -> str:
    """The answers misjudged, a line each."""
    return "\n".join(f"{it.question.id}: {it.answer.text!r} [{it.answer.sort}] is {it.judgement}" for it in answers)
