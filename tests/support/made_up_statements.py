"""A deck of one card with made-up statements, and its grader."""

from __future__ import annotations

from collections.abc import Mapping

from judging import question_on

from purges_quiz.deck.model import Card, Deck, Fact, Idea, Statement, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading import Grader
from purges_quiz.language import general_language

Statements = Mapping[str, tuple[str, str, tuple[str, ...]]]
"""By their keys: the prompt, the right answer, and the phrases of the one idea that it must have."""


def grader_of(statements: Statements) -> tuple[Grader, dict[str, Question]]:
    """The grader of a deck of these statements, and the question on each by its key."""
    facts = {}
    for key, (prompt, value, said) in statements.items():
        target = Target("", Statement(value, (Idea(said[0], said),)), "what is asked", (prompt,))
        facts[key] = Fact(f"made-up/{key}", "made-up", "statement", f"{value.capitalize()}.", value, (target,))
    every = tuple(facts.values())
    card = Card("made-up", "Made up", tuple(fact.sentence for fact in every), every)
    questions = {key: question_on(fact, fact.targets[0]) for key, fact in facts.items()}
    return Grader(Deck("Made up", (card,), {}), general_language()), questions
