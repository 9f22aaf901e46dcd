"""Whether every run of every Python makes the same bank."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from purges_quiz import bank
from purges_quiz.authoring.audit.findings import Look, Row, folded, told
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.deck.question import Question


def digest(questions: Iterable[Question]) -> str:
    """The SHA-256 of the bank as it is printed."""
    found = hashlib.sha256()
    for question in questions:
        found.update(json.dumps(bank.as_json(question)).encode() + b"\n")
    return found.hexdigest()


def same_bytes_everywhere(subject: Subject) -> Iterator[Row]:
    """The bank has the same bytes whenever and by whatever Python it is printed.

    It is made again in this process, with other hash seeds, and by another Python if the machine has one.
    """
    name, definition = told(same_bytes_everywhere)
    row = folded("determinism", name, definition, _printed(subject))
    said = (f"{copy.where}: {copy.skipped or 'compared'}" for copy in subject.copies)
    yield row if row.breaches else replace(row, worst="; ".join(said))


def _printed(subject: Subject) -> Iterator[Look]:
    own = digest(subject.questions)
    again = digest(bank.build(subject.deck).questions.values())
    yield Look("made again", "" if own == again else "differs from the first time")
    for copy in subject.copies:
        if not copy.skipped:
            yield Look(copy.where, "" if copy.digest == own else "differs from this run")
