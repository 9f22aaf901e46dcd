"""Every question that a deck can ask: finite, the same at every run, and made a fact at a time when needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, assert_never

from purges_quiz.bank import across, arranged, multiple_choice, typed
from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import Kind, Level, level_of
from purges_quiz.deck.model import Deck, Fact
from purges_quiz.deck.question import Question

KINDS = frozenset(Kind)
LATELY = 64
"""Facts with a kind whose questions are kept: while a round is made it looks at the same ones several times."""


@dataclass(frozen=True)
class Bank:
    """The questions of a deck by their ids, in the order of the cards."""

    deck: Deck

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by its id; this makes the whole bank."""
        return MappingProxyType({q.id: q for key in self.deck.facts for q in self.of_fact(key)})

    @cached_property
    def across(self) -> Mapping[str, Question]:
        """Every question across cards by its id, in the order of their file."""
        return MappingProxyType({q.id: q for q in across.questions(self.index)})

    @property
    def all_questions(self) -> Mapping[str, Question]:
        """Both together: the questions of single facts and arrangements, then those across cards."""
        return MappingProxyType({**self.questions, **self.across})

    def of_fact(self, key: str, kinds: Container[Kind] = KINDS) -> tuple[Question, ...]:
        """Every question of these kinds that asks this fact, alone or with others.

        Raises KeyError if there is no such fact.
        """
        return tuple(question for kind in Kind if kind in kinds for question in self._of_kind(key, kind))

    def question(self, name: str) -> Question:
        """The question of that id, without making the whole bank. Raises KeyError if there is none."""
        key, _, variant = name.partition(":")
        if level_of(name) is Level.ACROSS:
            return self.across[name]
        kind = variant.partition(":")[0]
        made = self._of_kind(key, Kind(kind)) if kind in KINDS else ()
        for question in made:
            if question.id == name:
                return question
        raise KeyError(name)

    def wording(self, name: str) -> tuple[str, str]:
        """Prompt and answer of the question of that id, without its options, which take longest to make.

        Raises KeyError if there is none.
        """
        if level_of(name) is Level.ACROSS:
            return self.across[name].prompt, self.across[name].answer
        if found := multiple_choice.wording(self.deck.facts[name.partition(":")[0]], name):
            return found
        question = self.question(name)
        return question.prompt, question.answer

    def preparing(self) -> Iterator[None]:
        """Compute now, in short pieces, what any question needs of the whole deck."""
        return self.index.preparing()

    @cached_property
    def _of_kind(self) -> Callable[[str, Kind], tuple[Question, ...]]:
        return lru_cache(maxsize=LATELY)(lambda key, kind: tuple(generate(kind, self.deck.facts[key], self.index)))

    @cached_property
    def index(self) -> Index:
        """The index of the deck: where each value stands."""
        return Index(self.deck)


def generate(kind: Kind, fact: Fact, index: Index) -> Iterator[Question]:
    """Every question of a kind that asks a fact, those that it shares with other facts included."""
    match kind:
        case Kind.MULTIPLE_CHOICE:
            return multiple_choice.questions(fact, index)
        case Kind.NUMBER_RECALL | Kind.DATE_RECALL | Kind.FREE_TEXT | Kind.LIST_RECALL:
            return typed.questions(kind, fact, index)
        case Kind.ORDERING:
            return arranged.ordering(fact, index)
        case Kind.MATCHING:
            return arranged.matching(fact, index)
        case _ as unknown:
            assert_never(unknown)


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
        "level": str(question.level),
        "prompt": question.prompt,
        "answer": question.answer,
        "accepted": list(question.accepted),
        "options": options or None,
        "items": items or None,
        "source": question.source,
        "note": question.note,
        "cue": question.hint,
    }


ID = re.compile(r"(?P<fact>[a-z0-9-]+/[a-z0-9-]+)(?::(?P<kind>[a-z-]+):(?P<variant>[a-z0-9-]+))?")
ENDS = ("forward", "backward")
"""The two ends of a relation."""


def resolve(bank: Bank, name: str) -> Question:
    """The question that an id stands for: its own, or the plain typed one of its fact.

    Saved answers name questions by ids, of which the bank may have some no longer. A fact's key alone stands for the
    plain typed question too, and so does the id of any kind that the fact is no longer asked in; of a relation the end
    is kept, the first if none is named. Raises KeyError for what was never an id.
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
    plain = [question for question in of_fact if question.typed and question.hint is None and question.target]
    return min(plain, key=lambda question: bool(end) and question.target is not None and question.target.name != end)
