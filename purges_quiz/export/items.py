"""What is exported of a fact, whatever the format."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from zlib import crc32

from purges_quiz.bank import Bank
from purges_quiz.deck.model import Fact, Listing, Quote, Statement, Target
from purges_quiz.deck.question import Option, Question


@dataclass(frozen=True, slots=True)
class Item:
    """One question with its answer."""

    key: str
    """The fact's key, for one end of a relation with its name: "card/fact:forward". Stable, so that a program that
    has the item already can take it for the same."""
    card: str
    """The title of the card."""
    question: str
    answer: str
    accepted: tuple[str, ...]
    """Every answer that is as right, the answer itself first."""
    sentence: str
    """The sentence of the card that says it."""
    span: str
    """The words of the sentence that answer the question, "" where it does not have them."""
    note: str
    options: tuple[Option, ...]
    """Of multiple choice, in their order; () where there is none. Which set it is depends on the key, so that the right
    figure is not the largest each time."""
    free: bool
    """Whether the answer is in words of the player's own, which no program can compare."""


def items(bank: Bank, keys: Collection[str] | None = None) -> list[Item]:
    """The items of a deck in the order of its cards, or of these facts of it alone."""
    deck = bank.deck
    return [
        _item(bank, fact, target, card.title)
        for card in deck.cards
        for fact in card.facts
        if keys is None or fact.key in keys
        for target in fact.targets
    ]


def _item(bank: Bank, fact: Fact, target: Target, card: str) -> Item:
    questions = [question for question in bank.of_fact(fact.key) if question.target == target]
    sets = [question for question in questions if question.options and question.prompt == target.prompts[0]]
    choices = sets[crc32(fact.key.encode()) % len(sets)] if sets else None
    typed = next((question for question in questions if question.typed), None)
    accepted = _accepted(typed or choices, target)
    return Item(
        f"{fact.key}:{target.name}" if target.name else fact.key,
        card,
        target.prompts[0],
        target.value.shown,
        accepted,
        fact.sentence,
        next((text for text in (target.value.shown, fact.span) if text and fact.sentence.count(text) == 1), ""),
        fact.note,
        choices.options if choices else (),
        isinstance(target.value, Statement | Listing | Quote),
    )


def _accepted(question: Question | None, target: Target) -> tuple[str, ...]:
    return question.accepted if question else (target.value.shown, *target.aliases)
