"""Whether the questions across cards are right, and read as well as the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from purges_quiz.authoring.audit import options, plausibility, prompts
from purges_quiz.authoring.audit.derivations import fault_of
from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.shown_answers import spaced
from purges_quiz.deck.kinds import Kind
from purges_quiz.grading.verdict import Judgement

COMMON_CHECKS = (
    prompts.length_of_prompts,
    prompts.prompts_stand_alone,
    prompts.roles_are_dated,
    prompts.no_negation,
    prompts.no_slips_of_the_source,
    options.number_of_options,
    options.length_of_options,
    options.reasons,
    plausibility.reasons_teach,
)
"""Checks of any question that need no fact of the deck."""


def across_follow(subject: Subject) -> Iterator[Look]:
    """The answer to a question across cards follows from the facts that it names, by the rule that it names."""
    for across in subject.deck.across:
        yield Look(f"across/{across.key}", fault_of(across, subject.deck))


def across_read_well(subject: Subject) -> Iterator[Look]:
    """The questions across cards keep to what holds for the prompts, options and reasons of all others.

    No two of their prompts are alike, and what departs from the histories is asked "according to your notes".
    """
    asked = tuple(subject.bank.across.values())
    alone = replace(subject, questions=asked)
    for looks in COMMON_CHECKS:
        for look in looks(alone):
            if look.fault or looks is prompts.length_of_prompts:
                yield look
    asked_by: dict[str, str] = {}
    for question in asked:
        other = asked_by.setdefault(spaced(question.prompt), question.id)
        disputed = [key for key in question.facts if subject.deck.facts[key].notes_only]
        fault = f"has the prompt of {other}" if other != question.id else ""
        if disputed and "according to your notes" not in question.prompt.casefold():
            fault = f'does not say "according to your notes" of {", ".join(disputed)}'
        yield Look(question.id, fault)


def across_are_graded(subject: Subject) -> Iterator[Look]:
    """One option is right; typed, the answer and its other names are accepted, the figures of its facts are not."""
    for question in subject.bank.across.values():
        if question.kind is Kind.MULTIPLE_CHOICE:
            texts = [spaced(option.text) for option in question.options]
            alike = any(one == other for one, other in combinations(texts, 2))
            rights = sum(option.correct for option in question.options)
            yield Look(question.id, f"has {rights} right options" if rights != 1 else "two options alike" * alike)
        elif question.typed:
            refused = [it for it in question.accepted if _judged(subject, question.id, it) is not Judgement.CORRECT]
            parts = (target.value.shown for key in question.facts for target in subject.deck.facts[key].targets)
            others = [it for it in parts if it not in question.accepted and spaced(question.answer) not in spaced(it)]
            taken = [it for it in others if _judged(subject, question.id, it) is Judgement.CORRECT]
            fault = f'"{refused[0]}" is refused' if refused else f'"{taken[0]}" is accepted' if taken else ""
            yield Look(question.id, fault)


def _judged(subject: Subject, name: str, text: str) -> Judgement:
    return subject.grader.grade(subject.bank.across[name], text).judgement
