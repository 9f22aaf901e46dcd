"""Ids of questions that are gone, and keys of facts, as the question that stands for them now.

Progress, saved answers and other programs name questions by their ids. An option set or a wording
that the bank no longer has is not forgotten: its id stands for the plain typed question of its fact.
"""

from __future__ import annotations

import re

from purges_quiz.bank.bank import KINDS, Bank
from purges_quiz.deck.question import Question

ID = re.compile(r"(?P<fact>[a-z0-9-]+/[a-z0-9-]+)(?::(?P<kind>[a-z-]+):(?P<variant>[a-z0-9-]+))?")
ENDS = ("forward", "backward")


def resolve(bank: Bank, name: str) -> Question:
    """The question that an id stands for: its own, or the plain typed one of its fact.

    A fact's key alone stands for that too, and so does the id of any kind that the fact is no longer asked in; of a
    relation the end is kept, the first if none is named. Raises KeyError for what was never an id.
    """
    if name in bank.across:
        return bank.across[name]
    found = ID.fullmatch(name)
    if found is None or found["fact"] not in bank.deck.facts or found["kind"] not in {None, *KINDS}:
        raise KeyError(name)
    of_fact = bank.of_fact(found["fact"])
    if own := next((question for question in of_fact if question.id == name), None):
        return own
    end = next((end for end in ENDS if (found["variant"] or "").startswith(f"{end}-")), "")
    typed = [question for question in of_fact if question.typed and question.hint is None and question.target]
    return min(typed, key=lambda question: bool(end) and question.target is not None and question.target.name != end)
