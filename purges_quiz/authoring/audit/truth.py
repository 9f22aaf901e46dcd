"""Whether exactly what a question calls right is right, by the deck's data and by the game's grader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import assert_never

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject
from purges_quiz.bank.shown_answers import Answers, Texts, spaced
from purges_quiz.bank.surface import stems
from purges_quiz.deck.figures import near, overlap, read_like, same
from purges_quiz.deck.index import option_text
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import (
    Date,
    Deck,
    Fact,
    Label,
    Listing,
    Name,
    Quantity,
    Quote,
    Range,
    Statement,
    Target,
    Value,
)
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement

PAIRS = 3
"""Pairs that a matching must have."""


def answers_from_the_data(subject: Subject) -> Iterator[Look]:
    """The answer, and the right option, is the value of the fact as the deck has it.

    Numbers and dates by what they mean, names by their entity, the rest word for word.
    """
    for question in subject.questions:
        target = _target(question, subject.deck)
        if question.target is None:
            continue
        if target is None:
            yield Look(question.id, "asks what its fact does not hold")
            continue
        rights = [option.text for option in question.options if option.correct]
        wrong = next((text for text in (question.answer, *rights) if not says(text, target, subject.deck)), None)
        yield Look(question.id, f'"{wrong}" is not "{target.value.shown}"' if wrong is not None else "")


def one_right_option(subject: Subject) -> Iterator[Look]:
    """Exactly one option is right.

    Aliases, what the histories have, what is also true and what must never be wrong count as right.
    """
    for question in subject.choices:
        target = _target(question, subject.deck)
        rights = sum(option.correct for option in question.options)
        fault = f"has {rights} right options" if rights != 1 else ""
        true = _true(target, subject) if target else {}
        for option in question.options:
            known = true.get(spaced(option.text))
            if not option.correct and known:
                fault = f'"{option.text}" is wrong here, but {known}'
        yield Look(question.id, fault)


def options_apart(subject: Subject) -> Iterator[Look]:
    """No two options say the same, overlap in time or number, or imply each other by having all the other's words."""
    for question in subject.choices:
        faults = (
            _confusable(one.text, other.text, question.target.value if question.target else None)
            for one, other in combinations(question.options, 2)
        )
        yield Look(question.id, next(filter(None, faults), ""))


def disputed_facts(subject: Subject) -> Iterator[Look]:
    """Every prompt about a fact on which the card departs from the histories says "according to your notes".

    Alone or with others; and where the histories have a value of their own, there is a note.
    """
    for fact in subject.deck.facts.values():
        historians = [text for target in fact.targets for text in target.historians]
        if historians:
            fault = "" if fact.note else f"accepts {' and '.join(historians)} without a note"
            yield Look(fact.key, fault)
    for question in subject.questions:
        disputed = [key for key in question.facts if subject.deck.facts[key].notes_only]
        if disputed or question.note:
            said = "according to your notes" in question.prompt.casefold()
            fault = f'does not say "according to your notes" of {", ".join(disputed or question.facts[:1])}'
            yield Look(question.id, "" if said else fault)


def orders_from_the_data(subject: Subject) -> Iterator[Look]:
    """Events stand in the order of their facts' dates, the steps of a sequence in the order of the fact.

    No two events are in the same month, none overlap.
    """
    for question in subject.questions:
        if question.kind is not Kind.ORDERING:
            continue
        facts = [subject.deck.facts[key] for key in question.facts]
        dates = [value for fact in facts for value in (_date(fact),) if value]
        if len(facts) == 1:
            steps = [tuple(e.shown for e in t.value.elements) for t in facts[0].targets if isinstance(t.value, Listing)]
            fault = "" if question.items in steps else "is not in the order of its fact"
        elif len(dates) != len(question.items):
            fault = f"has {len(question.items)} events for {len(dates)} dates"
        else:
            wrong = [(a, b) for a, b in pairwise(dates) if not a.last < b.first]
            fault = f"{wrong[0][0].shown} does not come before {wrong[0][1].shown}" if wrong else ""
        yield Look(question.id, fault)


def pairs_from_the_data(subject: Subject) -> Iterator[Look]:
    """In a matching three pairs or more, each with one side that tells its fact, and no two sides alike."""
    for question in subject.questions:
        if question.kind is not Kind.MATCHING:
            continue
        lefts, rights = zip(*question.pairs, strict=True)
        fault = ""
        for key, pair in zip(question.facts, question.pairs, strict=True):
            fact = subject.deck.facts[key]
            shown = Answers.of(fact, subject.index).shown_in(Texts.of(pair))
            graded = any(_graded(fact, side, subject) for side in pair)
            if not shown and not graded:
                fault = f'"{pair[0]}: {pair[1]}" does not tell {key}'
        if len(set(map(spaced, lefts))) < len(lefts) or len(set(map(spaced, rights))) < len(rights):
            fault = "has two sides alike"
        if len(question.pairs) < PAIRS:
            fault = f"has {len(question.pairs)} pairs"
        yield Look(question.id, fault, -len(question.pairs), f"{len(question.pairs)} pairs")


def says(text: str, target: Target, deck: Deck) -> bool:
    """Whether a text is the value of a target, read anew from the deck's data."""
    value = target.value
    match value:
        case Date() | Quantity() | Range() | Label():
            found = read_like(text, value)
            return found is not None and same(found, value)
        case Name():
            entity = deck.entities[value.entity]
            return text in {value.shown, entity.name, entity.full_name}
        case Listing():
            places = [text.find(element.shown) for element in value.elements]
            return -1 not in places and places == sorted(places)
        case Statement() | Quote():
            return text in {value.shown, option_text(value)}
        case _ as unknown:
            assert_never(unknown)


def _target(question: Question, deck: Deck) -> Target | None:
    fact = deck.facts.get(question.fact.key)
    name = question.target.name if question.target else ""
    return next((target for target in fact.targets if target.name == name), None) if fact else None


def _true(target: Target, subject: Subject) -> dict[str, str]:
    """What may not be offered as wrong, with the reason why."""
    entities = subject.deck.entities
    found: dict[str, str] = {}
    for texts, why in (
        (subject.index.accepted(target), "it is accepted as an answer"),
        (target.historians, "the histories have it"),
        (target.also_true, "it is true as well"),
        (target.never_wrong, "it must never be offered as wrong"),
    ):
        for text in texts:
            full_name = (entities[text].full_name,) if text in entities else ()
            for name in map(spaced, (*subject.index.names_of(text), *full_name)):
                found.setdefault(name, why)
    return found


def _confusable(one: str, other: str, value: Value | None) -> str:
    if spaced(one) == spaced(other):
        return f'"{one}" and "{other}" are the same'
    lower, upper = (read_like(text, value) if value else None for text in (one, other))
    if lower is not None and upper is not None:
        close = (
            isinstance(lower, Quantity)
            and isinstance(upper, Quantity)
            and "around" in {lower.qualifier, upper.qualifier}
            and near(lower.amount, upper.amount)
        )
        return f"{one} and {other} overlap" if close or overlap(lower, upper) else ""
    few, many = sorted((stems(one), stems(other)), key=len)
    return f'"{one}" and "{other}" imply each other' if few and few <= many else ""


def _date(fact: Fact) -> Date | None:
    value = fact.targets[0].value
    return value if isinstance(value, Date) else None


def _graded(fact: Fact, side: str, subject: Subject) -> bool:
    """Whether the game's own grader takes one side of a pair as an answer to its fact."""
    asked = (it for it in subject.typed if it.fact.key == fact.key)
    return any(subject.grader.grade(it, side).judgement is not Judgement.WRONG for it in asked)


def answers_are_accepted(subject: Subject) -> Iterator[Look]:
    """The grader takes the answer, every alias and every value of the histories as correct."""
    for question in subject.typed:
        for text in (question.answer, *question.accepted):
            verdict = subject.grader.grade(question, text)
            right = verdict.judgement is Judgement.CORRECT
            yield Look(question.id, "" if right else f'"{text}" is judged {verdict.judgement} ({verdict.reason})')


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
