"""What `check` finds in a deck that can be played: what contradicts itself, and what could be asked better."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from purges_quiz.authoring.audit import Subject
from purges_quiz.authoring.audit.prompts import dangling_prompts
from purges_quiz.authoring.audit.subject import name_of
from purges_quiz.bank.multiple_choice import OPTIONS, has_ladder
from purges_quiz.deck.dates import MONTHS
from purges_quiz.deck.filling import own_ideas
from purges_quiz.deck.model import Date, Deck, Fact, Figure, Idea, Precision, Quantity, Range, Statement, Target
from purges_quiz.deck.outline import LADDERS
from purges_quiz.deck.problems import Place, Problem, likely
from purges_quiz.grading.patterns import is_pattern
from purges_quiz.grading.typed_numbers import numbers
from purges_quiz.grading.words import words

_YEAR = re.compile(r"(?<![\d,.])\d{3,4}(?![\d,]|\.\d| ?(?:%|per ?cent))")
_MONTH = re.compile("|".join(MONTHS))
_TO_THE_MONTH = frozenset({Precision.MONTH, Precision.MONTHS, Precision.DAY, Precision.DAYS})
NAMED = 3
"""Facts that a piece of advice names; of more it says how many."""
NEW_LADDERS = "run `purges-quiz ladders FOLDER`"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that an author would want to know, and where."""

    problem: Problem
    serious: bool = False
    """Whether it asks something wrong, where the rest is advice."""


def advice_on(files: Mapping[str, bytes], subject: Subject) -> Iterator[Found]:
    """All of it: what is wrong first, then advice, each with its file as far as it is known."""

    def place(key: str, at: str = "") -> Place:
        card = key.partition("/")[0]
        holding = (name for name in files if f'key = "{card}"' in files[name].decode("utf-8-sig", errors="replace"))
        return Place(next(holding, ""), key, at)

    for fact, target in subject.targets:
        if fault := contradiction(fact, target):
            yield Found(Problem(place(fact.key, "value"), fault), serious=True)
        for at, fault in _misjudged(fact, target, subject):
            yield Found(Problem(place(fact.key, at), fault), serious=True)
    for key, prompt, fault in dangling_prompts(subject):
        yield Found(Problem(place(key, "prompts"), f'"{prompt}" does not stand alone: {fault}'))
    for fact, target in subject.targets:
        if target.rungs and target.value.shown != target.rungs[len(target.rungs) // 2]:
            fault = f'is the ladder of another value than "{target.value.shown}"; {NEW_LADDERS}'
            yield Found(Problem(Place(LADDERS, key=name_of(fact, target)), fault))
    yield from _ladders_of_nothing(files, subject)
    yield from (Found(Problem(Place(""), fault)) for fault in _without_options(subject))
    for advice in advice_on_ideas(subject.deck):
        key, _, fault = advice.partition(": ")
        known = key in subject.deck.facts
        yield Found(Problem(place(key, "ideas"), fault) if known else Problem(Place(""), advice))


def contradiction(fact: Fact, target: Target) -> str:
    """Why the words of the card say another figure than the value; "" where they say the same or none at all."""
    value = target.value
    if not isinstance(value, Figure) or value.shown in fact.sentence:
        return ""
    if isinstance(value, Date):
        return _other_date(value, fact.sentence)
    if isinstance(value, Quantity | Range):
        own = {number.amount for number in numbers(words(value.shown))}
        said = [number.amount for number in numbers(words(fact.span)) if not number.bare_one]
        years = {int(year) for year in _YEAR.findall(fact.span)}
        if own and said and own.isdisjoint(said) and set(said) - years:
            return f'"{value.shown}" contradicts its own sentence, "{fact.sentence}"'
    return ""


def _other_date(value: Date, sentence: str) -> str:
    if value.precision in {Precision.DECADE, Precision.CENTURY}:
        return ""
    years = {int(year) for year in _YEAR.findall(sentence)}
    months = {MONTHS.index(month) + 1 for month in _MONTH.findall(sentence)}
    own = {abs(value.first[0]), abs(value.last[0])}
    if years and years.isdisjoint(own):
        return f'"{value.shown}" contradicts its own sentence, which has the year {min(years)}: "{sentence}"'
    if value.precision in _TO_THE_MONTH and months and months.isdisjoint({value.first[1], value.last[1]}):
        return f'"{value.shown}" contradicts its own sentence, which has {MONTHS[min(months) - 1]}: "{sentence}"'
    return ""


def _misjudged(fact: Fact, target: Target, subject: Subject) -> Iterator[tuple[str, str]]:
    """What the grader makes of the deck's own answers and wrong options, where it is not what the deck says."""
    question = subject.asked.get((fact.key, target.name))
    if question is None:
        return
    right = {"value": [target.value.shown], "aliases": list(target.aliases)}
    if isinstance(target.value, Statement) and target.value.option:
        right["option"] = [target.value.option]
    for key, texts in right.items():
        for text in texts:
            if not subject.grader.grade(question, text).right:
                yield key, f'the grader refuses "{text}", though it is right; word it more plainly'
    for wrong in target.distractors:
        if subject.grader.grade(question, wrong.text).right:
            yield "distractors", f'the grader takes "{wrong.text}" for right; make it differ more, or say more in ideas'


def _ladders_of_nothing(files: Mapping[str, bytes], subject: Subject) -> Iterator[Found]:
    known = {name_of(fact, target) for fact, target in subject.targets}
    for key in tomllib.loads(files.get(LADDERS, b"").decode("utf-8-sig")):
        if key not in known:
            fault = f"is the ladder of no fact{likely(key, known)}; {NEW_LADDERS}"
            yield Found(Problem(Place(LADDERS, key=key), fault))


def _without_options(subject: Subject) -> Iterator[str]:
    """For each reason the facts that are never asked with options because of it."""
    offered = {(question.fact.key, question.target.name) for question in subject.choices if question.target}
    facts: defaultdict[str, list[str]] = defaultdict(list)
    for fact, target in subject.targets:
        if (fact.key, target.name) not in offered and target.choice:
            facts[_why(target)].append(_as_in_file(fact, target))
    for why, names in facts.items():
        more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
        are = "1 fact is" if len(names) == 1 else f"{len(names):,} facts are"
        yield (
            f"nothing is wrong, but {are} asked by typing alone, never with options, because {why}: "
            f"{', '.join(names[:NAMED])}{more}"
        )


def _as_in_file(fact: Fact, target: Target) -> str:
    """The table of a fact as its file has it, with its card."""
    return f"[{'.'.join(filter(None, ('facts', fact.key.partition('/')[2], target.name)))}] of {fact.card}"


def _why(target: Target) -> str:
    if isinstance(target.value, Quantity) and target.value.qualifier == "over":
        return 'every smaller "over" is true as well'
    if has_ladder(target):
        return f"there is no ladder for the value ({NEW_LADDERS}; it names those that have no room for one)"
    return f"fewer than {OPTIONS - 1} other values of the same type and group differ enough (write distractors)"


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
