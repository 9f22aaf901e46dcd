"""Statements with one slip of the keys in a word."""

from __future__ import annotations

from collections.abc import Iterator

from generators.edits import Edits, misspelt, words_of
from generators.generated import Generated
from generators.right import right_answers, target_of
from purges_quiz.deck.model import Deck, Statement
from purges_quiz.deck.question import Question

_LONG = 4
"""Letters of a word that may be misspelt."""


def misspelt_statements(deck: Deck, question: Question, edits: Edits) -> Iterator[Generated]:
    """The right statement, a word of four letters or more misspelt."""
    target = target_of(question)
    if not isinstance(target.value, Statement):
        return
    said = (phrase for idea in target.value.ideas for phrase in idea.said)
    names = (name for entity in deck.entities.values() for name in (entity.name, *entity.aliases))
    others = frozenset(words_of(*right_answers(question), *target.aliases, *target.prompts, *said, *names))
    for text in right_answers(question):
        for (sort, _), edited, apart in misspelt(text, edits, lambda word: len(word) >= _LONG, others):
            yield Generated(edited, right=True, sort=sort, apart=apart)
