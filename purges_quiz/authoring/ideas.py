"""Advice on the ideas of a deck: few and plain ones are graded best, as the grader knows what means the same."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.deck.filling import own_ideas
from purges_quiz.deck.model import Deck, Idea, Statement
from purges_quiz.grading.patterns import is_pattern
from purges_quiz.grading.words import words

PHRASES = 3
"""Phrases of an idea, at most."""
IDEAS = 4
"""Ideas of a statement, at most."""
WORDS = 7
"""Words of a phrase that say something, at most."""
CHARACTERS = 12_000
"""Characters of all phrases of a deck, at most."""


def advice_on_ideas(deck: Deck) -> Iterator[str]:
    """What could be plainer, each a sentence that names the fact and what to do."""
    written = 0
    for fact in deck.facts.values():
        for target in fact.targets:
            if isinstance(target.value, Statement):
                written += sum(map(len, _phrases(target.value)))
                yield from (f"{fact.key}: {fault}" for fault in _faults(target.value))
    if written > CHARACTERS:
        yield f"the phrases of all ideas have {written:,} characters; {CHARACTERS:,} are enough for a deck"


def _written(value: Statement) -> tuple[Idea, ...]:
    """The ideas that somebody wrote; those made when a deck is read cannot be mended."""
    made = [(idea.name, *idea.said) for idea in value.ideas] == own_ideas(value.shown)
    return () if made else value.ideas


def _phrases(value: Statement) -> Iterator[str]:
    yield from (text for idea in _written(value) for text in idea.said)
    yield from value.opposites


def _faults(value: Statement) -> Iterator[str]:
    if len(value.ideas) > IDEAS:
        yield f"asks for {len(value.ideas)} ideas; nobody types so many: keep the {IDEAS} that a right answer needs"
    for idea in _written(value):
        yield from _faults_of_idea(idea)
    yield from (_clever(text) for text in value.opposites if is_pattern(text))


def _faults_of_idea(idea: Idea) -> Iterator[str]:
    if len(idea.said) > PHRASES:
        yield (
            f'the idea "{idea.name}" has {len(idea.said)} phrases; keep up to {PHRASES} that differ in their words, '
            "since the grader knows what means the same"
        )
    for text in idea.said:
        if is_pattern(text):
            yield _clever(text)
        elif (count := sum(word.content for word in words(text))) > WORDS:
            yield f'the phrase "{text}" has {count} words that must be said; name only what a right answer needs'


def _clever(text: str) -> str:
    return f'"{text}" is a pattern of the first edition; plain words, as a student would say it, are graded better'
