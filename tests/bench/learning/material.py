"""What is studied: the questions of a deck, all made once, and the form in which a fact is asked at each stage."""

from __future__ import annotations

import random
from collections.abc import Collection, Container, Mapping, Sequence
from functools import cached_property

from purges_quiz.bank.bank import Bank
from purges_quiz.bank.leaks import Leaks
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Deck
from purges_quiz.deck.question import Question
from purges_quiz.progress import Stage
from purges_quiz.round.posed import READING_PACE, reading_allowance
from purges_quiz.selection.choice import ARRANGED, PREFERRED, SHARED_IN_ROUND, stage_of

ROUND = 10


class WholeBank(Bank):
    """A bank whose questions are made once and for all: thousands of rounds are made from it."""

    @cached_property
    def _made(self) -> Mapping[str, tuple[Question, ...]]:
        return {key: super(WholeBank, self).of_fact(key) for key in self.deck.facts}

    def of_fact(self, key: str, kinds: Container[Kind] = frozenset(Kind)) -> tuple[Question, ...]:
        """Every question of these kinds that asks this fact."""
        return tuple(question for question in self._made[key] if question.kind in kinds)


class StudyMaterial:
    """A deck to be studied."""

    def __init__(self, deck: Deck) -> None:
        self.bank = WholeBank(deck)
        self.leaks = Leaks(deck)
        self.facts = tuple(deck.facts)
        self.reading = {
            question.id: (reading_allowance(question), len(question.source.split()) / READING_PACE)
            for question in self.bank.all_questions.values()
        }
        """By the id of a question the seconds to read it, and those to read the sentence of the card."""

    def round_of(self, facts: Sequence[str], stages: Mapping[str, Stage], rng: random.Random) -> list[Question]:
        """Questions for the first of these facts, as many of them at most for several facts at once as in the game."""
        found: list[Question] = []
        asked: set[str] = set()
        shared = 0
        for fact in facts:
            if len(found) == ROUND:
                break
            if fact in asked:
                continue
            question = self._form(
                fact, stages.get(fact, Stage.RECOGNITION), rng, asked, shared=shared < SHARED_IN_ROUND
            )
            shared += len(question.facts) > 1
            found.append(question)
            asked.update(question.facts)
        return rng.sample(found, len(found))

    def _form(self, fact: str, stage: Stage, rng: random.Random, asked: Collection[str], *, shared: bool) -> Question:
        for preferred in PREFERRED[stage]:
            alone, together = self._forms[fact, preferred]
            fitting = [it for it in together if not set(it.facts) & set(asked)] if shared else []
            if alone and not (fitting and rng.random() < ARRANGED):
                return rng.choice(alone)
            if fitting:
                return rng.choice(fitting)
        raise AssertionError(f"{fact} is asked by itself in some form")

    @cached_property
    def _forms(self) -> Mapping[tuple[str, Stage], tuple[list[Question], list[Question]]]:
        """By fact and stage the questions for it alone (of its choices one set), and those for several facts."""
        forms: dict[tuple[str, Stage], tuple[list[Question], list[Question]]] = {}
        for fact in self.facts:
            for stage in Stage:
                asking = [question for question in self.bank.of_fact(fact) if stage_of(question) is stage]
                alone = [question for question in asking if len(question.facts) == 1]
                choices = [question for question in alone if question.kind is Kind.MULTIPLE_CHOICE]
                own = [question for question in choices if question.options == choices[0].options]
                others = [question for question in alone if question.kind is not Kind.MULTIPLE_CHOICE]
                forms[fact, stage] = ([*own, *others], [question for question in asking if len(question.facts) > 1])
        return forms
