"""Statements told of somebody else: "the doctors had betrayed it" where Sparta had."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.edits import Edits
from generators.generated import Generated
from generators.right import right_answers, value_of
from purges_quiz.deck.model import Deck, Statement
from purges_quiz.deck.question import Question

_OTHERS = ("the doctors", "the Portuguese", "the fishermen")
"""Of whom no deck of the tests speaks."""
_SUBJECT = re.compile(
    r"(?:they|he|she|it|the [a-z]+(?: [a-z]+)?) (?P<rest>(?:were|was|had|would|could|wanted|did)\b.*|\w+ed\b.*)"
)


def told_of_others(_deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The answer to a question, with others who do it."""
    if not isinstance(value_of(question), Statement):
        return
    for text in right_answers(question)[:1]:
        if found := _SUBJECT.fullmatch(text):
            for other in _OTHERS:
                yield Generated(f"{other} {found['rest']}", right=False, sort=other)
