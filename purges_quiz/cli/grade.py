"""`purges-quiz grade`: JSON lines in, verdicts out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purges_quiz.cli.opening import open_deck
from purges_quiz.cli.options import deck_option

if TYPE_CHECKING:
    from purges_quiz.deck.question import Question
    from purges_quiz.grading.grader import Grader


@click.command()
@deck_option
def grade(deck: Path | None) -> int:
    """Grade typed answers, read as JSON lines.

    A line {"question": ID, "response": TEXT} in, a line with the verdict out.
    """
    from purges_quiz import bank
    from purges_quiz.grading.grader import Grader

    opened = open_deck(deck)
    known = bank.build(opened).questions
    grader = Grader(opened)
    failed = False
    for line in sys.stdin.buffer:
        if line.strip():
            result = graded(line, known, grader)
            failed = failed or "error" in result
            click.echo(json.dumps(result))
    return int(failed)


def graded(line: bytes, known: Mapping[str, Question], grader: Grader) -> dict[str, object]:
    """The verdict on one line, or what is wrong with the line."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"question": None, "error": "expected a JSON object on one line, in UTF-8"}
    if not isinstance(asked, dict):
        return {"question": None, "error": 'expected an object {"question": ID, "response": TEXT}'}
    name, response = asked.get("question"), asked.get("response")
    if not isinstance(name, str):
        return {"question": None, "error": 'expected "question" to be the id of a question, a text'}
    question = known.get(name)
    if question is None:
        return {"question": name, "error": "no question has this id; see: purges-quiz questions"}
    if not question.typed:
        return {"question": name, "error": f"is {question.kind}, which is not answered by typing"}
    if not isinstance(response, str):
        return {"question": name, "error": 'expected "response" to be a text'}
    verdict = grader.grade(question, response)
    return {
        "question": name,
        "response": response,
        "verdict": verdict.judgement,
        "slip": verdict.slip,
        "message": verdict.message,
    }
