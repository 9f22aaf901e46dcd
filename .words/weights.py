"""Fit the weights of `purges_quiz/grading/likelihood.py` to the labelled answers of tests/data; say what they reach.

Only answers count that come as far as being weighed, and that stand in files named "development". Right answers to
other questions of the same deck are wrong ones of little weight. Run from the root of the project, with numpy:

    PYTHONPATH=tests/support python .words/weights.py

It prints, for each deck, how many right and wrong answers are accepted by the weights that the other decks give, and
then the weights that all give together. They are copied by hand.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import graded_decks
import numpy as np

from purges_quiz import bank
from purges_quiz.bank.bank import resolve
from purges_quiz.deck.model import Statement
from purges_quiz.deck.question import Question
from purges_quiz.grading import statements
from purges_quiz.grading.likelihood import Signs, signs_of, worth_weighing

ANSWERS = Path("tests/data/answers/apart")
ELSEWHERE, ELSEWHERE_WEIGHT = 200, 0.15
"""Right answers given to another question, for each deck, and what one of them counts."""
LIKELY = 0.6
"""Share of right ones from which an answer is accepted."""
RIDGE, STEPS = 0.01, 50


@dataclass(frozen=True)
class Weighed:
    """An answer that came as far as being weighed."""

    deck: str
    signs: tuple[float, ...]
    right: bool
    weight: float


def answers(deck: str) -> Iterator[tuple[Question, str, bool, float]]:
    """The answers to statements of a deck, then right ones given to another question."""
    questions = bank.build(graded_decks.deck(deck))
    texts = [path.read_text(encoding="utf-8") for path in sorted(ANSWERS.glob(f"{deck}-*development.jsonl"))]
    rows = map(json.loads, "".join(texts).splitlines())
    asked = [(resolve(questions, row["question"]), row["response"], row["verdict"] == "correct") for row in rows]
    stated = [one for one in asked if one[0].target is not None and isinstance(one[0].target.value, Statement)]
    yield from ((question, text, right, 1.0) for question, text, right in stated)
    dice, good = random.Random(5), [one for one in stated if one[2]]
    for _ in range(ELSEWHERE):
        (question, *_), (other, text, _) = dice.choice(good), dice.choice(good)
        if question.fact.key != other.fact.key:
            yield question, text, False, ELSEWHERE_WEIGHT


def weighed(deck: str) -> Iterator[Weighed]:
    """Those that come as far as being weighed."""
    grader, found = graded_decks.grader(deck), []

    def note(*parts: object) -> bool:
        if worth_weighing(parts[0], *parts[2:]):
            found.append(tuple(map(float, astuple(signs_of(*parts)))))
        return False

    statements.likely = note
    for question, text, right, weight in answers(deck):
        found.clear()
        grader.grade(question, text)
        if found:
            yield Weighed(deck, found[-1], right, weight)


def fitted(every: list[Weighed]) -> np.ndarray:
    """The weights and, last, the bias of a logistic regression, by Newton's method."""
    table = np.array([(*one.signs, 1.0) for one in every])
    scale = np.append(table[:, :-1].std(0), 1.0)
    table, right = table / scale, np.array([one.right for one in every])
    count, found = np.array([one.weight for one in every]), np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (count * (right - likely)) - RIDGE * found
        curve = (table.T * (count * likely * (1 - likely))) @ table + RIDGE * np.eye(len(found))
        found += np.linalg.solve(curve, slope)
    return found / scale


def main() -> None:
    """Fit, and print."""
    decks = sorted({path.name.partition("-")[0] for path in ANSWERS.glob("*-development.jsonl")})
    every = [one for deck in decks for one in weighed(deck)]
    least = np.log(LIKELY / (1 - LIKELY))
    for deck in decks:
        weights = fitted([one for one in every if one.deck != deck])
        mine = [one for one in every if one.deck == deck and one.weight == 1]
        taken = [one.right for one in mine if np.dot((*one.signs, 1.0), weights) > least]
        right = sum(one.right for one in mine)
        others = f"{len(taken) - sum(taken)} of {len(mine) - right} others"
        sys.stdout.write(f"{deck}: {sum(taken)} of {right} right and {others} are accepted\n")
    *weights, bias = fitted(every)
    sys.stdout.write(f"{Signs(*(round(float(weight), 2) for weight in weights))}\nbias {bias - least:.2f}\n")


if __name__ == "__main__":
    main()
