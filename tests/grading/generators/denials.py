"""Statements with a "not" put to their verb: "they were not afraid that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.edits import Edits
from generators.generated import Generated
from generators.right import right_answers, value_of
from purges_quiz.deck.model import Deck, Statement
from purges_quiz.deck.question import Question

_VERB = re.compile(r"(?P<before>(?:[\w'-]+ ){1,6}?(?:were|was|had|would|could))(?P<after> \w.*)")
_DENYING = frozenset({"not", "no", "never", "nobody", "nothing", "none"})


def denied(_deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The answer to a question, denied where its verb stands."""
    if not isinstance(value_of(question), Statement):
        return
    for text in right_answers(question)[:1]:
        found = _VERB.fullmatch(text)
        if found and _DENYING.isdisjoint(text.lower().split()):
            for no in ("not", "never"):
                yield Generated(f"{found['before']} {no}{found['after']}", right=False, sort=no)
