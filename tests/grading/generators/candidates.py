"""Two answers at once, the right one and a wrong one, so that the reader has to choose."""

from __future__ import annotations

from collections.abc import Iterator

from generators.edits import Edits
from generators.generated import Generated
from generators.right import right_answers, rivals
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question

CONNECTIVES = (
    "{} or {}",
    "either {} or {}",
    "{} / {}",
    "{}/{}",
    "{} | {}",
    "{}, or maybe {}",
    "{} or possibly {}",
    "{} perhaps {}",
    "{}, if not {}",
    "{}, if not then {}",
    "{}, failing that {}",
    "{} or else {}",
    "{} otherwise {}",
    "{}, alternatively {}",
    "{} unless it was {}",
    "{}, equally {}",
    "{} but could equally be {}",
    "could be {}, could be {}",
    "might be {} might be {}",
    "maybe {} maybe {}",
    "{}? {}?",
    "{}? or {}",
    "it is {} or it is {}",
    "{} but it could also be {}",
    "one of {} and {}",
    "{} or was it {}",
    "{} and/or {}",
)
_RIVALS = 3
"""Wrong answers tried beside each right one."""


def undecided(deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The right answer and a wrong one, in both orders, joined in every way."""
    for text in right_answers(question)[:1]:
        wrong = tuple(rivals(deck, question))
        step = max(1, len(wrong) // _RIVALS)
        for confused_with in wrong[::step][:_RIVALS]:
            for connective in CONNECTIVES:
                yield Generated(connective.format(text, confused_with), right=False, sort=connective)
                yield Generated(connective.format(confused_with, text), right=False, sort=connective)
