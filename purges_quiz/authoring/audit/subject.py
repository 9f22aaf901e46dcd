"""What is audited: a deck, every question of its bank, and tables of them that several checks use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from purges_quiz.authoring.audit.predictions import Predictions, predict
from purges_quiz.bank import leaks
from purges_quiz.bank.bank import Bank
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Deck, Fact, Name, Target, Value
from purges_quiz.deck.question import Question

if TYPE_CHECKING:
    from purges_quiz.grading import Grader


@dataclass(frozen=True, slots=True)
class Copy:
    """The bank as another run of Python printed it."""

    where: str
    """Which Python, and with which hash seed."""
    digest: str = ""
    skipped: str = ""
    """Why there is no such copy; empty: there is."""


@dataclass(frozen=True)
class Subject:
    """A deck with its bank, walked from end to end."""

    bank: Bank
    questions: tuple[Question, ...]
    copies: tuple[Copy, ...] = ()

    @classmethod
    def of(cls, bank: Bank, *, copies: Iterable[Copy] = ()) -> Subject:
        """The whole bank."""
        return cls(bank, tuple(bank.questions.values()), tuple(copies))

    @property
    def deck(self) -> Deck:
        """The deck."""
        return self.bank.deck

    @cached_property
    def choices(self) -> tuple[Question, ...]:
        """The multiple choices."""
        return tuple(question for question in self.questions if question.kind is Kind.MULTIPLE_CHOICE)

    @cached_property
    def guessed(self) -> tuple[Question, ...]:
        """Every multiple choice that there is something to guess in: those of single facts, then those across cards."""
        across = self.bank.across.values()
        return (*self.choices, *(question for question in across if question.kind is Kind.MULTIPLE_CHOICE))

    @cached_property
    def typed(self) -> tuple[Question, ...]:
        """The questions to be answered by typing, without a hint."""
        return tuple(question for question in self.questions if question.typed and question.hint is None)

    @cached_property
    def asked(self) -> Mapping[tuple[str, str], Question]:
        """The first question that has each target typed, by the fact's key and the target's name."""
        found: dict[tuple[str, str], Question] = {}
        for question in self.typed:
            if question.target:
                found.setdefault((question.fact.key, question.target.name), question)
        return found

    @cached_property
    def predictions(self) -> Predictions:
        """The probability with which every guesser takes each option of the questions `guessed`."""
        return predict(self.guessed)

    @property
    def targets(self) -> Iterator[tuple[Fact, Target]]:
        """Everything that is asked, with its fact."""
        return ((entry.fact, entry.target) for entry in self.index.entries)

    @property
    def index(self) -> Index:
        """The index of the deck."""
        return self.bank.index

    @cached_property
    def graph(self) -> Mapping[str, frozenset[str]]:
        """Which facts give one another away."""
        return leaks.graph(self.bank)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand in so many prompts that they do not show what one of them asks for."""
        return leaks.common_words(self.deck)

    @cached_property
    def grader(self) -> Grader:
        """The game's own grader, with this deck."""
        from purges_quiz.grading import Grader
        from purges_quiz.language import general_language

        return Grader(self.deck, general_language())


def name_of(fact: Fact, target: Target) -> str:
    """A fact's key, with the end of the relation."""
    return f"{fact.key}:{target.name}" if target.name else fact.key


def is_person(value: Value | None, deck: Deck) -> bool:
    """Whether an answer is the name of a person."""
    entity = deck.entities.get(value.entity) if isinstance(value, Name) else None
    return entity is not None and entity.kind is EntityKind.PERSON
