"""Answers to the questions of the shipped deck, judged in one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import shipped_deck
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Fact, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Verdict
from shipped_deck import grader


def targets() -> Iterator[tuple[Fact, Target]]:
    """Everything that the shipped deck asks."""
    for fact in shipped_deck.deck().facts.values():
        for target in fact.targets:
            yield fact, target


@cache
def question(key: str, variant: int = 0) -> Question:
    """A typed question on "card/fact" or "card/fact:forward", with the wording of that number."""
    name, _, end = key.partition(":")
    fact = shipped_deck.deck().facts[name]
    return question_on(fact, next(target for target in fact.targets if target.name == end), variant)


def question_on(fact: Fact, target: Target, variant: int = 0) -> Question:
    """A typed question on that target."""
    return Question(
        id=f"{fact.key}{target.name}:free-text:{variant}",
        kind=Kind.FREE_TEXT,
        fact=fact,
        facts=(fact.key,),
        prompt=target.prompts[variant % len(target.prompts)],
        answer=target.value.shown,
        accepted=(target.value.shown,),
        target=target,
    )


def judge(key: str, text: str, variant: int = 0) -> Verdict:
    """The verdict on a typed answer."""
    return grader().grade(question(key, variant), text)


def marked(key: str, text: str) -> str:
    """The judgement and the slip of a typed answer: "correct", "wrong other"."""
    verdict = judge(key, text)
    return f"{verdict.judgement} {verdict.slip}" if verdict.slip else str(verdict.judgement)
