"""Whether the game's grader judges the bank's own answers as the bank does."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.leaks import spaced
from purges_quiz.deck.index import option_text
from purges_quiz.deck.model import Fact, Listing, Quote, Statement, Target
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement


def answers_are_accepted(subject: Subject) -> Iterator[Look]:
    """The grader takes the answer, every alias and every value of the histories as correct."""
    for question in subject.typed:
        for text in (question.answer, *question.accepted):
            verdict = subject.grader.grade(question, text)
            right = verdict.judgement is Judgement.CORRECT
            yield Look(question.id, "" if right else f'"{text}" is judged {verdict.judgement}: {verdict.message}')


def wrong_options_are_refused(subject: Subject) -> Iterator[Look]:
    """The grader takes no wrong option of a fact as an answer to it; of a name or figure not even as a part of one."""
    wrong: dict[tuple[str, str], dict[str, None]] = {}
    for question in subject.choices:
        if question.target:
            found = wrong.setdefault((question.fact.key, question.target.name), {})
            found.update(dict.fromkeys(option.text for option in question.options if not option.correct))
    for question in subject.typed:
        if question.target:
            for text in wrong.get((question.fact.key, question.target.name), ()):
                verdict = subject.grader.grade(question, text)
                parted = isinstance(question.target.value, Statement | Quote | Listing)
                refused = verdict.judgement is not Judgement.CORRECT if parted else verdict.judgement is Judgement.WRONG
                yield Look(question.id, "" if refused else f'"{text}" is judged {verdict.judgement}')


def other_answers_are_refused(subject: Subject) -> Iterator[Look]:
    """The grader takes the answer of no other fact of the same card or type as correct, unless it has the right one."""
    for question in subject.asked.values():
        true = [spaced(text) for text in question.accepted]
        for fact, target in subject.targets:
            if fact.key != question.fact.key and _sibling(question, fact, target):
                for text in dict.fromkeys((target.value.shown, option_text(target.value))):
                    if not any(own in spaced(text) for own in true):
                        verdict = subject.grader.grade(question, text)
                        refused = verdict.judgement is not Judgement.CORRECT
                        yield Look(question.id, "" if refused else f'"{text}", the answer of {fact.key}, is accepted')


def _sibling(question: Question, fact: Fact, target: Target) -> bool:
    same_type = question.target is not None and type(question.target.value) is type(target.value)
    return same_type or question.fact.card == fact.card
