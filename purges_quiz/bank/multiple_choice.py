"""One right option among three or four: the option sets, their reasons, and the questions made of them.

Wrong numbers and dates are windows of a ladder that was chosen beforehand; wrong texts are chosen here, so that the
cues of `cues` say as little as they can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from string import ascii_lowercase

from purges_quiz.bank.cues import TEXT_CUES, Advantages, advantages, highest_count, predictability, total
from purges_quiz.bank.difference import difference
from purges_quiz.deck.entities import EntityKind
from purges_quiz.deck.figures import figure_like
from purges_quiz.deck.index import Index, option_text
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Date, Distractor, Fact, Figure, Name, Target
from purges_quiz.deck.question import Option, Question, question_id

Rungs = tuple[str, ...]
Wrong = tuple[Option, ...]

OPTIONS = 4
"""Options of a question, where there are so many wrong ones."""
LEAST_WRONG = 2
"""Wrong options below which there is no multiple choice: of two options a guesser has one right in two."""
SETS = 4
"""Option sets of a fact, where its wrong options allow so many: in four sets of four every cue can be right once."""

ALSO = "; also "
LONGEST_REASON = 20
"""Words of a reason that is put together; the audit allows no more, since it is read beside an option."""


def questions(fact: Fact, index: Index) -> Iterator[Question]:
    """Each prompt with each option set, named by a letter: "impact/congress:multiple-choice:2c"."""
    for target in fact.targets:
        sets = option_sets(fact, target, index)
        accepted = index.accepted(target)
        for number, prompt in enumerate(target.prompts, start=1):
            for letter, options in zip(ascii_lowercase, sets, strict=False):
                yield Question(
                    id=question_id(fact, Kind.MULTIPLE_CHOICE, target.name, f"{number}{letter}"),
                    kind=Kind.MULTIPLE_CHOICE,
                    fact=fact,
                    facts=(fact.key,),
                    prompt=prompt,
                    answer=target.value.shown,
                    accepted=accepted,
                    target=target,
                    options=options,
                )


def wording(fact: Fact, name: str) -> tuple[str, str] | None:
    """Prompt and answer of the question of that id, without making its options; None if the fact is not asked so."""
    for target in fact.targets:
        for number, prompt in enumerate(target.prompts, start=1):
            if name[:-1] == question_id(fact, Kind.MULTIPLE_CHOICE, target.name, str(number)):
                return prompt, target.value.shown
    return None


def windows(rungs: Rungs) -> tuple[Rungs, ...]:
    """The options of each question about a ladder: four rungs in a row, from the lowest four to the highest four.

    In a ladder of seven with the truth in the middle, the truth is last in the first window and first in the last.
    """
    return tuple(rungs[start : start + OPTIONS] for start in range(len(rungs) - OPTIONS + 1))


def option_sets(fact: Fact, target: Target, index: Index) -> tuple[tuple[Option, ...], ...]:
    """Every set of options for this target, () where multiple choice would not be honest."""
    if not target.choice:
        return ()
    if isinstance(target.value, Figure) and has_ladder(target):
        return _from_ladder(target, target.value, index)
    return _from_texts(fact, target, index)


def has_ladder(target: Target) -> bool:
    """Whether wrong options come from a ladder: of every figure, but for one whose author names real ones."""
    return isinstance(target.value, Figure) and not target.distractors


def _from_ladder(target: Target, value: Figure, index: Index) -> tuple[tuple[Option, ...], ...]:
    """The four windows of the ladder, each in ascending order; () for a ladder made for another value."""
    truth = value.shown
    if not all(truth in window for window in windows(target.rungs)):
        return ()
    options = {
        rung: Option(rung, correct=True, reason=reason_of_truth(target, index))
        if rung == truth
        else Option(rung, correct=False, reason=reason_of_figure(rung, target, value, index))
        for rung in target.rungs
    }
    return tuple(tuple(options[rung] for rung in window) for window in windows(target.rungs))


def _from_texts(fact: Fact, target: Target, index: Index) -> tuple[tuple[Option, ...], ...]:
    truth, *wrong = _options(target, index)
    size = min(OPTIONS - 1, len(wrong))
    if size < LEAST_WRONG:
        return ()
    cues = [*TEXT_CUES.values(), highest_count(index.times_right_without(fact))]
    found = {
        some: advantages(cues, target.prompts, (truth.text, *(option.text for option in some)), 0)
        for some in combinations(wrong, size)
    }
    rng = Random(f"{fact.key}:{target.name}")
    turn = rng.randrange(size + 1)
    order = {option: rng.random() for option in wrong}
    sets = []
    for number, others in enumerate(_least_predictable(found)):
        options = sorted(others, key=order.__getitem__)
        options.insert((turn + number) % (size + 1), truth)
        sets.append(tuple(options))
    return tuple(sets)


def _least_predictable(found: Mapping[Wrong, Advantages]) -> list[Wrong]:
    """The sets that together help a guesser least, taken one after the other."""
    left = dict(found)
    chosen: list[Wrong] = []
    while left and len(chosen) < SETS:
        known = [found[one] for one in chosen]
        best = min(left, key=lambda one: predictability(total((*known, left[one]))))
        del left[best]
        chosen.append(best)
    return chosen


def _options(target: Target, index: Index) -> list[Option]:
    """The right option and all wrong ones; people all with their surnames, or all with their full names."""
    truth = option_text(target.value)
    texts = [_text(distractor, index) for distractor in target.distractors]
    entities = index.deck.entities
    value = target.value
    if isinstance(value, Name) and value.entity in entities and entities[value.entity].kind is EntityKind.PERSON:
        people = [entities[value.entity], *(entities[it.entity] for it in target.distractors if it.entity in entities)]
        full = truth == people[0].full_name and all(person.first_names for person in people)
        if len(people) == len(texts) + 1:
            truth, *texts = [person.full_name if full else person.name for person in people]
    wrong = zip(texts, target.distractors, strict=True)
    return [
        Option(truth, correct=True, reason=reason_of_truth(target, index)),
        *(Option(text, correct=False, reason=distractor.reason) for text, distractor in wrong),
    ]


def _text(distractor: Distractor, index: Index) -> str:
    """A wrong option; another fact's statement in its short wording."""
    if not distractor.fact:
        return distractor.text
    key, _, end = distractor.fact.partition(":")
    return next(option_text(other.value) for other in index.deck.facts[key].targets if other.name == end)


def reason_of_truth(target: Target, index: Index) -> str:
    """What the right option is, and what else of the deck has the same number or date: a phrase to follow a colon."""
    if isinstance(target.value, Date):
        others = index.same_time(target.value, target, exactly=True)
    else:
        others = index.same_number(target.value, target)
    return _joined(target.about, *others)


def reason_of_figure(text: str, target: Target, truth: Figure, index: Index) -> str:
    """What a wrong number or date is: a known mistake, a figure of another fact, or how far it is off."""
    for remark in target.known_wrong:
        if remark.text == text:
            return remark.reason.removesuffix(".")
    value = figure_like(text, truth)
    others = index.same_time(value, target) if isinstance(value, Date) else index.same_number(value, target)
    return _joined(*others) or difference(value, truth)


def _joined(*phrases: str) -> str:
    """As many of the phrases as make a short reason; the first at any rate."""
    found = ""
    for phrase in phrases:
        longer = f"{found}{ALSO}{phrase}" if found else phrase
        if found and len(longer.split()) > LONGEST_REASON:
            break
        found = longer
    return found
