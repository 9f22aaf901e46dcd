"""Whether the bank is complete, asks every fact in every honest kind, and is the same at every run."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from purges_quiz import bank
from purges_quiz.authoring.audit.findings import DETERMINISM, Look, Row, described, summed_up
from purges_quiz.authoring.audit.subject import Subject, name_of
from purges_quiz.authoring.ladders.search import NoRoomError, choose_ladders
from purges_quiz.bank.multiple_choice import has_ladder
from purges_quiz.bank.typed import ANY, GAP
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Date, Deck, Fact, Figure, Listing, Quantity, Range, Target
from purges_quiz.deck.question import Question

FIGURE = re.compile(r"\d[\d,.]*\d|\d")
QUOTED = re.compile(r'"([^"]+)"')
ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+:[a-z-]+:[a-z0-9-]+")
WORDINGS = range(2, 4)
"""How many prompts a fact may have."""
WINDOWS, OTHER_SETS = 4, 1
"""Option sets that a figure and any other answer must have at least: one good set is better than four with fillers."""
HIDDEN = 2
"""Digits or letters that a hint must hide."""
PARTS_OF_A_WHOLE = 3
"""Of so many parts or more none is asked with options, since the others and the whole would give it away."""
MONTH_AND_YEAR = 2
"""Words of a date."""
LITTLE_ROOM = 3
"""A number of so few quanta (units in which it is round) has no three smaller ones beside it."""


def cards(subject: Subject) -> Iterator[Look]:
    """No card is without a sentence or a fact."""
    for card in subject.deck.cards:
        yield Look(card.key, "" if card.sentences and card.facts else "has no sentence or no fact")


def figures_and_quotations(subject: Subject) -> Iterator[Look]:
    """Every number, date and quoted phrase of a card stands in an answer, or in the words that a fact marks."""
    for card in subject.deck.cards:
        held = " ".join(_held(fact, subject) for fact in card.facts)
        for sentence in card.sentences:
            for found in (*FIGURE.findall(sentence), *QUOTED.findall(sentence)):
                yield Look(card.key, "" if found in held else f'no fact holds "{found}" of "{sentence}"')


def every_fact_is_typed(subject: Subject) -> Iterator[Look]:
    """Every end of every fact is asked without options and without a hint."""
    asked = {(question.fact.key, question.target.name) for question in subject.typed if question.target}
    for fact, target in subject.targets:
        yield Look(name_of(fact, target), "" if (fact.key, target.name) in asked else "is never asked to be typed")


def wordings(subject: Subject) -> Iterator[Look]:
    """Every fact has two or three prompts."""
    for fact, target in subject.targets:
        count = len(set(target.prompts))
        yield Look(name_of(fact, target), "" if count in WORDINGS else f"has {count} prompt{'s' * (count != 1)}")


def ids(subject: Subject) -> Iterator[Look]:
    """Every id is unlike all others, and "card/fact:kind:variant" of its own question."""
    counts = Counter(question.id for question in subject.questions)
    for question in subject.questions:
        fault = f"{counts[question.id]} questions have this id" if counts[question.id] > 1 else ""
        if not ID.fullmatch(question.id) or not question.id.startswith(f"{question.fact.key}:{question.kind}:"):
            fault = "does not name its fact and kind"
        yield Look(question.id, fault)


def recognition(subject: Subject) -> Iterator[Look]:
    """Every fact has multiple choice where that is honest, and none where it is not.

    It is not for "over" so many, one of three or more parts of a whole, a number with no room for smaller ones or all
    of one digit, nor where the search finds no ladder without a sure cue. Lists may do without, and so may texts,
    ranges and dates of which the author says so: for some there are no three honest options, a ladder of ranges looks
    like one, and another date could be argued for.
    """
    offered = {question.fact.key for question in subject.choices}
    for fact in subject.deck.facts.values():
        barred = _no_choice(fact, subject)
        fault = f"is asked with options, though {barred}" if barred and fact.key in offered else ""
        waived = all(isinstance(target.value, Listing) or _waived(target) for target in fact.targets)
        if not barred and not waived and fact.key not in offered and not _cramped(fact, subject.deck):
            fault = "has no multiple choice"
        yield Look(fact.key, fault)


def option_sets(subject: Subject) -> Iterator[Look]:
    """A figure has four option sets, its answer once in each place; every other answer one at least."""
    sets: defaultdict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for question in subject.choices:
        if question.target:
            texts = tuple(option.text for option in question.options)
            sets[question.fact.key, question.target.name].add(texts)
    for fact, target in subject.targets:
        found = sets.get((fact.key, target.name))
        if not found:
            continue
        figure = has_ladder(target)
        least = WINDOWS if figure else OTHER_SETS
        count = len(set(map(frozenset, found)))
        fault = f"has {count} option sets, not {least}" if count < least else ""
        if figure and sorted(window.index(target.value.shown) for window in found) != list(range(WINDOWS)):
            fault = "does not stand once in each place of its windows"
        yield Look(name_of(fact, target), fault, -count / least, f"{count} sets")


def masks(subject: Subject) -> Iterator[Look]:
    """A hint hides two digits or letters at least, and what it shows stands so in the answer."""
    for question in subject.questions:
        if question.hint is None:
            continue
        hidden = question.hint.count(GAP) + HIDDEN * question.hint.count(ANY)
        fault = f'"{question.hint}" hides {hidden}' if hidden < HIDDEN else ""
        pattern = re.escape(question.hint).replace(re.escape(ANY), ".+").replace(GAP, ".")
        if question.kind is not Kind.LIST_RECALL and not re.fullmatch(pattern, question.answer):
            fault = f'"{question.hint}" does not fit the answer'
        yield Look(question.id, fault, -hidden, f'"{question.hint}"')


def notes_are_shown(subject: Subject) -> Iterator[Look]:
    """What the histories say of any fact that is asked is said in the question's note."""
    facts = subject.deck.facts
    for question in subject.questions:
        missing = [key for key in question.facts if key in facts and facts[key].note not in (question.note or "")]
        yield Look(question.id, f"has not the note of {', '.join(missing)}" if missing else "")


def sides_of_one_kind(subject: Subject) -> Iterator[Look]:
    """On either side of a matching there are only numbers, only dates, or only words."""
    for question in subject.questions:
        if question.kind is Kind.MATCHING:
            sides = [{_sort(text) for text in side} for side in zip(*question.pairs, strict=True)]
            mixed = next((side for side in sides if len(side) > 1), set())
            yield Look(question.id, f"mixes {' and '.join(sorted(mixed))}" if mixed else "")


def _waived(target: Target) -> bool:
    """Whether the author may do, and does, without options."""
    value = target.value
    arguable = isinstance(value, Range) or (isinstance(value, Date) and bool(target.also_true))
    return not target.choice and (arguable or not isinstance(value, Figure))


def _sort(text: str) -> str:
    """Whether a text is a number, a date or something else."""
    if re.fullmatch(r"(?:over |around )?\d[\d,.]*(?: \w+)?", text):
        return "numbers"
    return "dates" if re.search(r"\b[12]\d{3}$", text) and len(text.split()) <= MONTH_AND_YEAR else "words"


def _held(fact: Fact, subject: Subject) -> str:
    """The words of its card that a fact covers, and its answers."""
    answers = (text for target in fact.targets for text in subject.index.accepted(target))
    return " ".join((fact.span, *answers))


def _cramped(fact: Fact, deck: Deck) -> bool:
    """Whether every ladder for this number or date would have a cue that is always right."""
    if not isinstance(fact.targets[0].value, Figure):
        return False

    def alone(other: Fact) -> Fact:
        targets = (target._replace(choice=other.key == fact.key) for target in other.targets)
        return other._replace(targets=tuple(targets))

    cards = (card._replace(facts=tuple(map(alone, card.facts))) for card in deck.cards)
    try:
        choose_ladders(replace(deck, cards=tuple(cards)))
    except NoRoomError:
        return True
    return False


def _no_choice(fact: Fact, subject: Subject) -> str:
    """Why options would give this figure away; "" where they would not."""
    value = fact.targets[0].value
    if not isinstance(value, Quantity):
        return ""
    if value.qualifier == "over":
        return 'every smaller "over" is true'
    parts = [other for other in subject.deck.facts.values() if fact.part_of and other.part_of == fact.part_of]
    if len(parts) >= PARTS_OF_A_WHOLE:
        return "it is one of several parts of a whole"
    significant = str(abs(Fraction(value.amount).numerator)).rstrip("0") or "0"
    if int(significant) <= LITTLE_ROOM:
        return "there is no room for smaller numbers"
    return "its digits are all the same" if len(significant) > LITTLE_ROOM - 1 and len(set(significant)) == 1 else ""


def digest(questions: Iterable[Question]) -> str:
    """The SHA-256 of the bank as it is printed."""
    found = hashlib.sha256()
    for question in questions:
        found.update(json.dumps(bank.as_json(question)).encode() + b"\n")
    return found.hexdigest()


def same_bytes_everywhere(subject: Subject) -> Iterator[Row]:
    """The bank has the same bytes whenever and by whatever Python it is printed.

    It is made again in this process, with other hash seeds, and by another Python if the machine has one.
    """
    name, definition = described(same_bytes_everywhere)
    row = summed_up(DETERMINISM, name, definition, _printed(subject))
    compared = (f"{copy.where}: {copy.skipped or 'compared'}" for copy in subject.copies)
    yield row if row.breaches else replace(row, worst="; ".join(compared))


def _printed(subject: Subject) -> Iterator[Look]:
    own = digest((*subject.questions, *subject.bank.across.values()))
    again = digest(bank.build(subject.deck).all_questions.values())
    yield Look("made again", "" if own == again else "differs from the first time")
    for copy in subject.copies:
        if not copy.skipped:
            yield Look(copy.where, "" if copy.digest == own else "differs from this run")
