"""Questions whose answer is typed: a number, a date, words, or a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from purges_quiz.bank.hints import mask
from purges_quiz.bank.parts import accepted, question_id
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Date, Fact, Label, Listing, Name, Quantity, Quote, Range, Statement, Value
from purges_quiz.deck.question import Kind, Question


def kind_of(value: Value) -> Kind:
    """The kind of question in which a value of this type is typed."""
    match value:
        case Quantity() | Range() | Label():
            return Kind.NUMBER_RECALL
        case Date():
            return Kind.DATE_RECALL
        case Name() | Statement() | Quote():
            return Kind.FREE_TEXT
        case Listing():
            return Kind.LIST_RECALL
        case _ as unknown:
            assert_never(unknown)


def questions(kind: Kind, fact: Fact, index: Index) -> Iterator[Question]:
    """The typed questions of this kind about a fact: each prompt, and each again with a hint where there is one."""
    for target in fact.targets:
        if kind_of(target.value) is not kind:
            continue
        right = accepted(target, index)
        cue = mask(target.value)
        for number, prompt in enumerate(target.prompts, start=1):
            for shown in (None, cue) if cue else (None,):
                yield Question(
                    id=question_id(fact, kind, target.name, str(number), "cue" if shown else ""),
                    kind=kind,
                    fact=fact,
                    facts=(fact.key,),
                    prompt=prompt,
                    answer=target.value.shown,
                    accepted=right,
                    target=target,
                    hint=shown,
                )
