"""Where else in the deck a figure, a date or an answer stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.deck.model import (
    Arrangement,
    Date,
    Deck,
    Fact,
    Label,
    Month,
    Precision,
    Quantity,
    Range,
    Statement,
    Target,
    Value,
)

ENOUGH = 2
"""Facts that one reason names."""
WIDE = frozenset({Precision.MONTHS, Precision.SEASON})
"""Dates of which it can be said that something happened within them."""

Span = tuple[Month, Month]


@dataclass(frozen=True)
class Index:
    """A deck, and what its facts have in common; computed when first asked for."""

    deck: Deck

    def read(self) -> None:
        """Compute all of it now."""
        _ = self.right, self.figures, self.dates, self.arrangements

    @cached_property
    def targets(self) -> tuple[tuple[Fact, Target], ...]:
        """Everything that is asked, with its fact."""
        return tuple((fact, target) for fact in self.deck.facts.values() for target in fact.targets)

    @cached_property
    def right(self) -> Mapping[str, int]:
        """How many facts have this text as the right option."""
        return Counter(text for fact in self.deck.facts.values() for text in _texts(fact))

    def right_elsewhere(self, fact: Fact) -> Mapping[str, int]:
        """How many other facts have a text as the right option."""
        return {**self.right, **{text: self.right[text] - 1 for text in _texts(fact)}}

    @cached_property
    def figures(self) -> Mapping[object, Sequence[Target]]:
        """The targets of each number, whatever is counted."""
        found: dict[object, list[Target]] = defaultdict(list)
        for _, target in self.targets:
            key = figure(target.value)
            if key is not None:
                found[key].append(target)
        return found

    @cached_property
    def dates(self) -> Mapping[Span, Sequence[tuple[Date, Target]]]:
        """Every date of the deck by its first and last month, in order."""
        found: dict[Span, list[tuple[Date, Target]]] = defaultdict(list)
        for _, target in self.targets:
            if isinstance(target.value, Date):
                found[target.value.first, target.value.last].append((target.value, target))
        return dict(sorted(found.items()))

    @cached_property
    def arrangements(self) -> Mapping[str, Sequence[Arrangement]]:
        """The matching and ordering questions in which each fact stands."""
        found: dict[str, list[Arrangement]] = defaultdict(list)
        for arrangement in self.deck.arrangements:
            for key in {pair.fact for pair in arrangement.pairs}:
                found[key].append(arrangement)
        return found

    def same_figure(self, value: Value, but: Target) -> tuple[str, ...]:
        """What else has this number."""
        return tuple(target.about for target in self.figures.get(figure(value), ()) if target is not but)[:ENOUGH]

    def events(self, date: Date, but: Target, *, exactly: bool = False) -> tuple[str, ...]:
        """What else happened then: the events of that very date first, then those within it, or about it."""
        own = date.first, date.last
        found = [target.about for _, target in self.dates.get(own, ()) if target is not but]
        if not exactly and len(found) < ENOUGH:
            others = (pair for span, pairs in self.dates.items() if span != own for pair in pairs)
            found += [
                f"{'includes' if _holds(date, other) else 'falls within'} {target.about} ({other.shown})"
                for other, target in others
                if target is not but and (_holds(date, other) or (other.precision in WIDE and _holds(other, date)))
            ]
        return tuple(found[:ENOUGH])


def option_text(value: Value) -> str:
    """A value as an option words it."""
    return (value.option if isinstance(value, Statement) else "") or value.shown


def figure(value: Value) -> object:
    """What makes two numbers the same, or None for what is no number."""
    match value:
        case Quantity(amount=amount):
            return amount
        case Range(low=low, high=high):
            return low, high
        case Label(digits=digits):
            return digits
    return None


def _texts(fact: Fact) -> frozenset[str]:
    return frozenset(option_text(target.value) for target in fact.targets)


def _holds(outer: Date, inner: Date) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
