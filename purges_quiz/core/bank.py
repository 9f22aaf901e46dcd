"""Every question that a deck can ask: finite, the same at every run, and made a fact at a time when needed."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from purges_quiz.core.distractors import Index
from purges_quiz.core.facts import Deck
from purges_quiz.core.generators import GENERATORS, multiple_choice
from purges_quiz.core.question import Kind, Question

LATELY = 64
"""Facts with a kind whose questions are remembered: while a round is made it looks at the same ones several times."""


@dataclass(frozen=True)
class Bank:
    """The questions of a deck by their ids, in the order of the cards."""

    deck: Deck

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its id; this makes the whole bank."""
        return MappingProxyType({q.id: q for key in self.deck.facts for q in self.of_fact(key)})

    def of_fact(self, key: str, kinds: Container[Kind] = frozenset(Kind)) -> tuple[Question, ...]:
        """Every question of these kinds that asks this fact, alone or with others.

        Raises KeyError if there is no such fact.
        """
        return tuple(question for kind in GENERATORS if kind in kinds for question in self._of_kind(key, kind))

    def question(self, name: str) -> Question:
        """The question of that id, without making the whole bank. Raises KeyError if there is none."""
        key, _, variant = name.partition(":")
        for question in self._of_kind(key, variant.partition(":")[0]):
            if question.id == name:
                return question
        raise KeyError(name)

    def wording(self, name: str) -> tuple[str, str]:
        """Prompt and answer of the question of that id; options, which take longest to make, are not made for it.

        Raises KeyError if there is none.
        """
        if found := multiple_choice.wording(self.deck.facts[name.partition(":")[0]], name):
            return found
        question = self.question(name)
        return question.prompt, question.answer

    def prepare(self) -> None:
        """Read now what any question needs of the whole deck."""
        self._index.read()

    @cached_property
    def _of_kind(self) -> Callable[[str, str], tuple[Question, ...]]:
        return lru_cache(maxsize=LATELY)(lambda key, kind: tuple(GENERATORS[kind](self.deck.facts[key], self._index)))

    @cached_property
    def _index(self) -> Index:
        return Index(self.deck)


def build(deck: Deck) -> Bank:
    """The bank of a deck; nothing is made until it is asked for."""
    return Bank(deck)


def as_json(question: Question) -> dict[str, Any]:
    """A question as the bank is printed: every field there, None where it does not apply."""
    options = [{"text": it.text, "correct": it.correct, "reason": it.reason} for it in question.options]
    items: list[Any] = [list(pair) for pair in question.pairs] or list(question.items)
    return {
        "id": question.id,
        "card": question.fact.card,
        "fact": question.fact.key,
        "facts": list(question.facts),
        "kind": str(question.kind),
        "prompt": question.prompt,
        "answer": question.answer,
        "accepted": list(question.accepted),
        "options": options if question.kind is Kind.MULTIPLE_CHOICE else None,
        "items": items if question.kind in {Kind.ORDERING, Kind.MATCHING} else None,
        "source": question.source,
        "note": question.note,
        "cue": question.cue,
    }
