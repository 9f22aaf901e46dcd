"""The option sets of a question: the windows of a ladder, or wrong texts chosen so that cues say least."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from random import Random

from purges_quiz.bank.cues import TEXT_CUES, Tells, right_elsewhere, tells, together, weight
from purges_quiz.bank.reasons import reason_of_figure, reason_of_truth
from purges_quiz.bank.windows import windows
from purges_quiz.deck.index import Index, option_text
from purges_quiz.deck.model import Date, Distractor, EntityKind, Fact, Label, Name, Quantity, Range, Target
from purges_quiz.deck.question import Option

Wrong = tuple[Option, ...]

WRONG = 3
"""Wrong options beside the right one, where there are so many."""
LEAST_WRONG = 2
SETS = 4
"""Sets of a fact, where its wrong options allow so many: in four sets of four every cue can be right just once."""


def option_sets(fact: Fact, target: Target, index: Index) -> tuple[tuple[Option, ...], ...]:
    """Every set of options for this target, () where multiple choice would not be honest."""
    if not target.choice:
        return ()
    if isinstance(target.value, Quantity | Label | Range | Date):
        return _from_ladder(target, index)
    return _from_texts(fact, target, index)


def _from_ladder(target: Target, index: Index) -> tuple[tuple[Option, ...], ...]:
    """The four windows of the ladder, each in ascending order; () for a ladder made for another value."""
    truth = target.value.shown
    if not all(truth in window for window in windows(target.rungs)):
        return ()
    options = {
        rung: Option(rung, correct=True, reason=reason_of_truth(target, index))
        if rung == truth
        else Option(rung, correct=False, reason=reason_of_figure(rung, target, index))
        for rung in target.rungs
    }
    return tuple(tuple(options[rung] for rung in window) for window in windows(target.rungs))


def _from_texts(fact: Fact, target: Target, index: Index) -> tuple[tuple[Option, ...], ...]:
    truth, *wrong = _worded(target, index)
    size = min(WRONG, len(wrong))
    if size < LEAST_WRONG:
        return ()
    cues = [*TEXT_CUES.values(), right_elsewhere(index.right_elsewhere(fact))]
    found = {
        some: tells(cues, target.prompts, (truth.text, *(option.text for option in some)), 0)
        for some in combinations(wrong, size)
    }
    rng = Random(f"{fact.key}:{target.name}")
    turn = rng.randrange(size + 1)
    order = {option: rng.random() for option in wrong}
    sets = []
    for number, others in enumerate(_least_telling(found)):
        options = sorted(others, key=order.__getitem__)
        options.insert((turn + number) % (size + 1), truth)
        sets.append(tuple(options))
    return tuple(sets)


def _least_telling(found: Mapping[Wrong, Tells]) -> list[Wrong]:
    """The sets that together tell a guesser least, taken one after the other."""
    left = dict(found)
    chosen: list[Wrong] = []
    while left and len(chosen) < SETS:
        known = [found[one] for one in chosen]
        best = min(left, key=lambda one: weight(together((*known, left[one]))))
        del left[best]
        chosen.append(best)
    return chosen


def _worded(target: Target, index: Index) -> list[Option]:
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
