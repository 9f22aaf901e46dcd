"""Where else in the deck a figure, a date or an answer stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.core.facts import Date, Deck, Fact, Label, Precision, Quantity, Range, Statement, Target, Value

ENOUGH = 2
"""Facts that one reason names."""


@dataclass(frozen=True)
class Index:
    """A deck, and what its facts have in common; computed when first asked for."""

    deck: Deck

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
        own = _texts(fact)
        return {text: count - (text in own) for text, count in self.right.items()}

    @cached_property
    def figures(self) -> Mapping[object, tuple[Target, ...]]:
        """The targets of each number, whatever is counted."""
        found: dict[object, tuple[Target, ...]] = {}
        for _, target in self.targets:
            key = figure(target.value)
            if key is not None:
                found[key] = (*found.get(key, ()), target)
        return found

    @cached_property
    def dates(self) -> tuple[tuple[Date, Target], ...]:
        """Every date of the deck, in order."""
        found = [(target.value, target) for _, target in self.targets if isinstance(target.value, Date)]
        return tuple(sorted(found, key=lambda pair: (pair[0].first, pair[0].last)))

    def same_figure(self, value: Value, but: Target) -> tuple[str, ...]:
        """What else has this number."""
        return tuple(target.about for target in self.figures.get(figure(value), ()) if target is not but)[:ENOUGH]

    def events(self, date: Date, but: Target, *, exactly: bool = False) -> tuple[str, ...]:
        """What else happened then: the events of that very date first, then those within it, or about it."""
        exact, near = [], []
        for other, target in self.dates:
            if target is but:
                continue
            if (other.first, other.last) == (date.first, date.last):
                exact.append(target.about)
            elif _holds(date, other) or (
                _holds(other, date) and other.precision in {Precision.MONTHS, Precision.SEASON}
            ):
                near.append(f"{target.about} ({other.shown})")
        return tuple((exact if exactly else exact + near)[:ENOUGH])


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
