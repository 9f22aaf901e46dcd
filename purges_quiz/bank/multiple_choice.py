"""One right option among three or four."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase

from purges_quiz.bank.option_sets import option_sets
from purges_quiz.bank.parts import accepted, question_id
from purges_quiz.deck.index import Index
from purges_quiz.deck.model import Fact
from purges_quiz.deck.question import Kind, Question


def questions(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt with each option set, named by a letter: "impact/congress:multiple-choice:2c"."""
    for target in fact.targets:
        sets = option_sets(fact, target, index)
        right = accepted(target, index)
        for number, prompt in enumerate(target.prompts, start=1):
            for letter, options in zip(ascii_lowercase, sets, strict=False):
                yield Question(
                    id=question_id(fact, Kind.MULTIPLE_CHOICE, target.name, f"{number}{letter}"),
                    kind=Kind.MULTIPLE_CHOICE,
                    fact=fact,
                    facts=(fact.key,),
                    prompt=prompt,
                    answer=target.value.shown,
                    accepted=right,
                    target=target,
                    options=options,
                )


def wording(fact: Fact, name: str) -> tuple[str, str] | None:
    """Prompt and answer of the question of that id, whatever its options; None if the fact is not asked so."""
    for target in fact.targets:
        for number, prompt in enumerate(target.prompts, start=1):
            if name[:-1] == question_id(fact, Kind.MULTIPLE_CHOICE, target.name, str(number)):
                return prompt, target.value.shown
    return None
