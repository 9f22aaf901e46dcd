"""The search for the ladder of each number and date that helps a guesser least."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from random import Random
from typing import TypeVar, assert_never

from purges_quiz.authoring.ladders import amounts, calendar
from purges_quiz.authoring.ladders.amounts import Draw, Limits
from purges_quiz.bank.cues import (
    CERTAIN,
    FIGURE_CUES,
    TEXT_CUES,
    Advantages,
    Cue,
    advantages,
    highest_count,
    predictability,
    total,
    vote,
)
from purges_quiz.bank.multiple_choice import OPTIONS, Rungs, has_ladder, windows
from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.figures import first, last, of_one_kind, read_like
from purges_quiz.deck.model import (
    Date,
    Deck,
    Fact,
    Figure,
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
from purges_quiz.deck.numbers import parse_quantity

Read = TypeVar("Read")

CUES_OF_LADDERS = (*FIGURE_CUES.values(), *TEXT_CUES.values())
NONE = (0,) * (len(CUES_OF_LADDERS) + 2)
ALWAYS = OPTIONS * (CERTAIN - CERTAIN // OPTIONS)
"""The advantage of a cue that is right in every window: a ladder with such a cue is worse than no options at all."""
CANDIDATES = 300
"""Ladders for each value that the search draws."""
TEMPTING = 10
"""It chooses among the tenth of them that has the most rungs which mean something to whoever half knows."""
DRAWS = 20_000
"""Draws after which it makes do with the candidates that it has; most draws around a cramped number fail."""

HEADER = """\
# The wrong numbers and dates among which the right ones are hidden: seven rungs a fact, the right one in the middle.
# Written by `purges-quiz ladders FOLDER`, which looks for the rungs that betray least. When a number or a date
# changes, correct its card and run the command again.
"""


class NoRoomError(ValueError):
    """Facts around whose value there is no room for a ladder."""

    def __init__(self, keys: Sequence[str], chosen: Mapping[str, Rungs] | None = None) -> None:
        self.keys = tuple(keys)
        self.chosen = chosen or {}
        """The ladders of all other facts."""
        super().__init__(f"no ladder that betrays nothing; set choice = false, or wider bounds, for: {', '.join(keys)}")


def choose_ladders(deck: Deck, candidates: int = CANDIDATES) -> Mapping[str, Rungs]:
    """Seven printed rungs for each number and date that is asked as multiple choice.

    Keys are "card/fact", or "card/fact:backward" for one end of a relation. Of as many ladders as
    `candidates`, seeded by the key, the one is kept that helps guessers least, alone and with those kept before:
    a cue that is a little better than chance in one ladder would be a rule to learn if it were so in
    all. The same deck gives the same ladders. Raises `NoRoomError` with every fact that can have none.
    """
    asked = [
        (fact.key + (f":{target.name}" if target.name else ""), fact, target)
        for fact in deck.facts.values()
        for target in fact.targets
        if target.choice and has_ladder(target)
    ]
    right = Counter(target.value.shown for _, _, target in asked)
    chosen, cramped, so_far = {}, [], NONE
    for key, fact, target in asked:
        measure = _measure(target, highest_count(right - Counter([target.value.shown])))
        rng = Random(int.from_bytes(hashlib.sha256(key.encode()).digest()))
        drawn = _candidates(_law(deck, fact, target), rng, candidates)
        found = {rungs: measure(rungs) for rungs in drawn if target.value.shown in rungs}
        honest = {rungs: each for rungs, each in found.items() if max(each) < ALWAYS}
        honest = {rungs: honest[rungs] for rungs in _most_tempting(honest, deck, target)}
        if not honest:
            cramped.append(key)
            continue
        sums = {rungs: total((so_far, each)) for rungs, each in honest.items()}
        chosen[key] = min(honest, key=lambda rungs: predictability(honest[rungs]) + predictability(sums[rungs]))
        so_far = sums[chosen[key]]
    if cramped:
        raise NoRoomError(cramped, chosen)
    return chosen


def rivals(deck: Deck, target: Target) -> tuple[Figure, ...]:
    """The wrong numbers or dates that tempt: the closest ones, and what the deck says of other things of this kind.

    Numbers of one kind share a unit. A part's whole, and a whole's part, are rivals too: who knows that 1,108 were
    arrested may say so when asked how many were executed.
    """
    others = (it.value for it in _others(deck, target) if of_one_kind(it.value, target.value))
    return (*_closest(deck, target), *(figure for figure in others if isinstance(figure, Figure)))


def _closest(deck: Deck, target: Target) -> tuple[Figure, ...]:
    """The mistakes that the author knows, and the values of the same group: the dates of the other trials."""
    known = (read_like(remark.text, target.value) for remark in target.known_wrong)
    group = (it.value for it in _others(deck, target) if target.group and it.group == target.group)
    return tuple(figure for figure in (*known, *group) if isinstance(figure, Figure))


def _others(deck: Deck, target: Target) -> Iterator[Target]:
    """What has another value of the same type."""
    for fact in deck.facts.values():
        for other in fact.targets:
            if type(other.value) is type(target.value) and other.value.shown != target.value.shown:
                yield other


def _most_tempting(ladders: Iterable[Rungs], deck: Deck, target: Target) -> list[Rungs]:
    """The tenth of the ladders with the most rungs that tempt, the closest counted twice, and all as good as these."""
    meant = [(first(figure), last(figure)) for figure in {*rivals(deck, target)}]
    meant += [(first(figure), last(figure)) for figure in {*_closest(deck, target)}]
    weights = Counter(meant)

    def weight(rung: str) -> int:
        figure = read_like(rung, target.value)
        return weights[first(figure), last(figure)] if figure else 0

    found = {rungs: sum(map(weight, rungs)) for rungs in ladders}
    least = sorted(found.values(), reverse=True)[len(found) // TEMPTING] if found else 0
    return [rungs for rungs, sum_of_weights in found.items() if sum_of_weights >= least]


def _measure(target: Target, *more: Cue) -> Callable[[Rungs], Advantages]:
    """A function that gives the advantages over the four windows of a ladder, added up."""
    truth = target.value.shown
    cues = (*CUES_OF_LADDERS, *more)

    @cache
    def window(options: Rungs) -> Advantages:
        return advantages((*cues, vote(cues)), target.prompts[:1], options, options.index(truth))

    return lambda rungs: total(map(window, windows(rungs)))


def as_toml(ladders: Mapping[str, Rungs]) -> str:
    """The text of ladders.toml."""
    lines = (f"{json.dumps(key)} = {json.dumps(rungs, ensure_ascii=False)}" for key, rungs in ladders.items())
    return HEADER + "\n" + "\n".join(lines) + "\n"


def _candidates(draw: Draw, rng: Random, wanted: int) -> list[Rungs]:
    found: dict[Rungs, None] = {}
    for _ in range(DRAWS * wanted // CANDIDATES):
        if (rungs := draw(rng)) is not None:
            found[rungs] = None
            if len(found) == wanted:
                break
    return list(found)


def _law(deck: Deck, fact: Fact, target: Target) -> Draw:
    value = target.value
    match value:
        case Date():
            others = [it.value for it in _others(deck, target) if isinstance(it.value, Date)]
            known = [date for date in rivals(deck, target) if isinstance(date, Date)]
            barred = _read((*target.aliases, *target.historians, *target.never_wrong, *target.also_true), parse_date)
            return calendar.date(value, others, barred, known)
        case Quantity(qualifier="over"):
            return lambda _rng: None  # every smaller "over" is true as well
        case Quantity():
            return amounts.quantity(value, _limits(deck, fact, target))
        case Label():
            return amounts.label(value, _limits(deck, fact, target))
        case Range():
            return amounts.span(value, _limits(deck, fact, target))
        case Name() | Statement() | Quote() | Listing():
            raise TypeError(f"{fact.key} has no number and no date")
        case _ as unknown:
            assert_never(unknown)


def _limits(deck: Deck, fact: Fact, target: Target) -> Limits:
    low: int | Fraction
    high: int | Fraction | None
    low, high = target.bounds or (_least(target.value), None)
    whole = deck.facts[fact.part_of].targets[0].value if fact.part_of else None
    if isinstance(whole, Quantity):
        high = min(high or whole.amount, whole.amount)
    return Limits(
        low,
        high,
        _amounts(*target.aliases, *target.historians),
        _amounts(*target.never_wrong, *target.also_true),
        frozenset(rival.amount for rival in rivals(deck, target) if isinstance(rival, Quantity)),
    )


def _least(value: Value) -> int | Fraction:
    """The least amount that makes sense beside a value: something is counted, unless the value itself is nothing."""
    amount = value.amount if isinstance(value, Quantity) else 1
    return 1 if amount >= 1 else 0 if amount >= 0 else amount * 10


def _amounts(*texts: str) -> frozenset[int | Fraction]:
    return frozenset(quantity.amount for quantity in _read(texts, parse_quantity))


def _read(texts: Iterable[str], parse: Callable[[str], Read]) -> list[Read]:
    """What can be read; an alias in words, "half of them", bars nothing."""
    found = []
    for text in texts:
        try:
            found.append(parse(text))
        except ValueError:
            continue
    return found
