"""Whether the options of a multiple choice are alike, short, and each explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from purges_quiz.authoring.audit.findings import Look
from purges_quiz.authoring.audit.subject import Subject, is_person
from purges_quiz.bank.shown_answers import spaced
from purges_quiz.bank.surface import stems
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.figures import read_like
from purges_quiz.deck.model import Date, Fact, Listing, Name, Quantity, Quote, Range, Statement, Target
from purges_quiz.deck.question import Question

COUNTS = range(3, 5)
LONGEST = 70
"""Characters of an option, which then stands on one line of 80 columns with its key."""
SPREAD = 0.4
"""The proportion by which the length of an option may differ from that of the answer."""
NUMBERED = re.compile(r"(?:[^\W\d_]+ )?(?:[1-9]|[A-Da-d])[.)]?")
"""A text that would stand beside the key of another: "1  Category 4"."""
WRONG = 2
"""With fewer wrong options a word that all of them have says nothing."""
NO_REASONS = frozenset({"incorrect", "wrong", "false", "no", "not correct", "not right", "not true", "untrue"})


def number_of_options(subject: Subject) -> Iterator[Look]:
    """A multiple choice has four options, or three."""
    for question in subject.choices:
        count = len(question.options)
        yield Look(question.id, "" if count in COUNTS else f"has {count} options", -count, f"{count} options")


def length_of_options(subject: Subject) -> Iterator[Look]:
    """No option is longer than 70 characters."""
    for question in subject.choices:
        longest = max((option.text for option in question.options), key=len)
        size = len(longest)
        yield Look(question.id, "" if size <= LONGEST else f'"{longest}" has {size} letters', size, f"{size} letters")


def lengths_alike(subject: Subject) -> Iterator[Look]:
    """The options of a term, statement or quote are within 40 % of the length of the answer."""
    for question in _worded(subject):
        right = next(option.text for option in question.options if option.correct)
        apart, text = max((abs(len(option.text) / len(right) - 1), option.text) for option in question.options)
        fault = f'"{text}" differs by {apart:.0%} in length from "{right}"' if apart > SPREAD else ""
        yield Look(question.id, fault, apart, f"{apart:.0%}")


def no_word_of_the_prompt(subject: Subject) -> Iterator[Look]:
    """No option of a term, statement or quote has a word in common with the prompt, unless all have it."""
    for question in _worded(subject):
        asked = stems(question.prompt)
        shared = [asked & stems(option.text) for option in question.options]
        some = frozenset.union(*shared) - frozenset.intersection(*shared)
        yield Look(question.id, f"only some options have of the prompt: {', '.join(sorted(some))}" if some else "")


def shapes_alike(subject: Subject) -> Iterator[Look]:
    """The answer is not the one option of another shape.

    It is not alone with, or without, a capital, an article or "to" before it, a quotation, a comma, a digit, a hyphen,
    a second word.
    """
    for question in subject.choices:
        alone = [
            name
            for name, has in SHAPES.items()
            if sum(has(option.text) for option in question.options) in {1, len(question.options) - 1}
            and all(has(option.text) != has(_right(question)) for option in question.options if not option.correct)
        ]
        yield Look(question.id, f"the answer alone differs by {', '.join(alone)}" if alone else "")


SHAPES: Mapping[str, Callable[[str], bool]] = {
    "a capital": lambda text: text[:1].isupper(),
    "its article": lambda text: text.split(" ")[0].casefold() in {"a", "an", "the"},
    'its "to"': lambda text: text.startswith("to "),
    "a quotation": lambda text: '"' in text,
    "a comma": lambda text: ", " in text,
    "a digit": lambda text: any(letter.isdigit() for letter in text),
    "a hyphen": lambda text: "-" in text,
    "being one word": lambda text: " " not in text,
}


def people_alike(subject: Subject) -> Iterator[Look]:
    """People are all surnames, or all full names."""
    people = [entity for entity in subject.deck.entities.values() if entity.kind is EntityKind.PERSON]
    surnames, full = {person.name for person in people}, {person.full_name for person in people if person.first_names}
    for question in subject.choices:
        texts = {option.text for option in question.options}
        if texts & (surnames | full):
            known = texts & (surnames | full)
            alike = texts <= surnames or texts <= full
            yield Look(question.id, "" if alike else f"mixes surnames and others: {', '.join(sorted(known))}")


def reasons(subject: Subject) -> Iterator[Look]:
    """Every option says what it really is.

    In two words at least, other than the option's own; no wrong one says the same as the right one.
    """
    for question in subject.choices:
        right = next((option.reason for option in question.options if option.correct), "")
        fault = ""
        for option in question.options:
            said = option.reason.strip().casefold().rstrip(".")
            if said in NO_REASONS or len(said.split()) < COUNTS.start - 1 or spaced(said) == spaced(option.text):
                fault = f'"{option.text}" has no reason but "{option.reason}"'
            elif not option.correct and option.reason == right:
                fault = f'"{option.text}" has the reason of the right option'
        yield Look(question.id, fault)


def no_word_of_every_wrong_option(subject: Subject) -> Iterator[Look]:
    """No word stands in all the wrong options of a question and not in the right one."""
    for question in subject.choices:
        wrong = [stems(option.text) for option in question.options if not option.correct]
        right = next((stems(option.text) for option in question.options if option.correct), frozenset())
        shared = frozenset.intersection(*wrong) - right if len(wrong) >= WRONG else frozenset()
        figures = all(any(letter.isdigit() for letter in word) for word in shared)
        fault = f"all wrong options have: {', '.join(sorted(shared))}" if shared and not figures else ""
        yield Look(question.id, fault)


def no_option_like_a_key(subject: Subject) -> Iterator[Look]:
    """No option that is no number itself is numbered or lettered as the keys are by which options are taken."""
    for question in subject.choices:
        value = question.target.value if question.target else None
        if isinstance(value, Quantity | Range | Date):
            continue
        clash = next((option.text for option in question.options if NUMBERED.fullmatch(option.text)), "")
        yield Look(question.id, f'"{clash}" clashes with the keys' if clash else "")


def open_lists(subject: Subject) -> Iterator[Look]:
    """A list that the card gives by way of example ("like", "including") is never asked with options."""
    for question in subject.choices:
        if question.target and isinstance(question.target.value, Listing):
            yield Look(question.id, "any other member may be true" if _by_example(question.fact) else "")


def hedges_kept(subject: Subject) -> Iterator[Look]:
    """Where the card says "over", "around" or "almost all", the answer does.

    "Over" so many has no options, and beside "around" so many every option says it.
    """
    for fact, target in subject.targets:
        for hedge in ("over", "around", "almost all"):
            if _hedged(fact, target, hedge):
                kept = hedge in target.value.shown.casefold() or "nearly all" in target.value.shown
                yield Look(fact.key, "" if kept else f'leaves out the "{hedge}" of its card')
    for question in subject.choices:
        found = {_qualifier(question, option.text) for option in question.options}
        if hedges := found - {""}:
            fault = "" if len(found) == 1 else f"only some options say {' and '.join(sorted(hedges))}"
            yield Look(question.id, 'has options beside "over"' if "over" in hedges else fault)


def _qualifier(question: Question, text: str) -> str:
    figure = read_like(text, question.target.value) if question.target else None
    return figure.qualifier if isinstance(figure, Quantity) else ""


def _worded(subject: Subject) -> Iterator[Question]:
    """Multiple choices between terms, statements or quotes."""
    for question in subject.choices:
        value = question.target.value if question.target else None
        if isinstance(value, Name | Statement | Quote) and not is_person(value, subject.deck):
            yield question


def _right(question: Question) -> str:
    return next((option.text for option in question.options if option.correct), "")


def _by_example(fact: Fact) -> bool:
    before = fact.sentence.partition(fact.span)[0].casefold()
    return before.rstrip().endswith(("like", "including", "such as")) or "including" in fact.span


def _hedged(fact: Fact, target: Target, hedge: str) -> bool:
    """Whether the card puts the hedge right before what the target says."""
    first = target.value.shown.casefold().removeprefix(hedge).split()
    return bool(first) and f"{hedge} {first[0]}" in fact.sentence.casefold()
