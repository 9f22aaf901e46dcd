"""The index of a deck: what else is 13, and where else a number, a date, a name or an option text stands.

The bank gives options their reasons by it, the audit's guessers count by it, and the grader can name the fact whose
answer a wrong answer is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, assert_never

from purges_quiz.deck.entities import Period
from purges_quiz.deck.figures import of_one_kind
from purges_quiz.deck.model import (
    Arrangement,
    Date,
    Deck,
    Fact,
    Label,
    Listing,
    Name,
    Number,
    Precision,
    Quantity,
    Range,
    Statement,
    Target,
    Value,
)

NAMED_IN_A_REASON = 2
"""Facts that one reason names at most; more would not be read beside an option."""
WIDE = frozenset({Precision.MONTHS, Precision.SEASON})
"""Dates of which it can be said that something happened within them; of a whole year that says too little."""


class Entry(NamedTuple):
    """A target of the deck, with its fact."""

    fact: Fact
    target: Target


@dataclass(frozen=True)
class Index:
    """A deck with its values looked up by what they mean; each table is computed when it is first asked for."""

    deck: Deck

    def preparing(self) -> Iterator[None]:
        """Compute now every table that questions are made from, one after the other."""
        _ = self.times_right
        yield
        _ = self.numbers, self.dates
        yield
        _ = self.arrangements

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is asked, in the order of the cards."""
        return tuple(Entry(fact, target) for fact in self.deck.facts.values() for target in fact.targets)

    @cached_property
    def numbers(self) -> Mapping[object, Sequence[Entry]]:
        """The entries of each number, by its `amount_key`, whatever is counted."""
        found: dict[object, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            value = entry.target.value
            if isinstance(value, Number):
                found[amount_key(value)].append(entry)
        return found

    @cached_property
    def dates(self) -> Mapping[Period, Sequence[Entry]]:
        """The entries of each date by its first and last month, in order of time."""
        found: dict[Period, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if isinstance(entry.target.value, Date):
                found[entry.target.value.first, entry.target.value.last].append(entry)
        return dict(sorted(found.items()))

    @cached_property
    def names(self) -> Mapping[str, Sequence[Entry]]:
        """The entries that ask for an entity, by its key."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if isinstance(entry.target.value, Name):
                found[entry.target.value.entity].append(entry)
        return found

    @cached_property
    def shapes(self) -> Mapping[object, frozenset[str]]:
        """The names that are asked for, by the initials and lengths of their words."""
        found: dict[object, set[str]] = defaultdict(set)
        for entry in self.entries:
            if isinstance(entry.target.value, Name):
                found[_shape(entry.target.value.shown)].add(entry.target.value.shown)
        return {shape: frozenset(names) for shape, names in found.items()}

    def names_shaped_like(self, value: Value) -> frozenset[str]:
        """Other names that are asked for, with the same initials and as many letters."""
        if not isinstance(value, Name):
            return frozenset()
        return self.shapes.get(_shape(value.shown), frozenset()) - {value.shown}

    @cached_property
    def arrangements(self) -> Mapping[str, Sequence[Arrangement]]:
        """The matching and ordering questions in which each fact stands, by its key."""
        found: dict[str, list[Arrangement]] = defaultdict(list)
        for arrangement in self.deck.arrangements:
            for key in {pair.fact for pair in arrangement.pairs}:
                found[key].append(arrangement)
        return found

    @cached_property
    def option_texts(self) -> Mapping[str, frozenset[str]]:
        """The texts of the right options of each fact, by its key."""
        return {
            key: frozenset(option_text(target.value) for target in fact.targets)
            for key, fact in self.deck.facts.items()
        }

    @cached_property
    def times_right(self) -> Mapping[str, int]:
        """How many facts have each text as the right option."""
        return counted(self.option_texts)

    def times_right_without(self, fact: Fact) -> Mapping[str, int]:
        """The same over all facts but one."""
        return {**self.times_right, **{text: self.times_right[text] - 1 for text in self.option_texts[fact.key]}}

    def same_number(self, value: Value, but: Target) -> tuple[str, ...]:
        """What else of the deck is this number, as noun phrases; () for a value that is no number.

        Of what is counted in other units nothing is said: how many people were tried explains no age.
        """
        if not isinstance(value, Number):
            return ()
        entries = self.numbers.get(amount_key(value), ())
        return tuple(
            entry.target.about
            for entry in entries
            if entry.target is not but and of_one_kind(entry.target.value, but.value)
        )[:NAMED_IN_A_REASON]

    def same_time(self, date: Date, but: Target, *, exactly: bool = False) -> tuple[str, ...]:
        """What else happened then, as phrases: the events of that very date first, then those within it, or about it.

        `exactly` leaves out all but the first sort.
        """
        own = date.first, date.last
        found = [entry.target.about for entry in self.dates.get(own, ()) if entry.target is not but]
        if not exactly and len(found) < NAMED_IN_A_REASON:
            others = (
                (entry.target, entry.target.value)
                for period, entries in self.dates.items()
                for entry in entries
                if period != own and entry.target is not but
            )
            found += [
                f"{'includes' if _holds(date, other) else 'falls within'} {other.shown}, {target.about}"
                for target, other in others
                if isinstance(other, Date)
                and (_holds(date, other) or (other.precision in WIDE and _holds(other, date)))
            ]
        return tuple(found[:NAMED_IN_A_REASON])

    def names_of(self, text: str) -> tuple[str, ...]:
        """The name and aliases of the entity of that key; a text that is no key stands for itself."""
        entity = self.deck.entities.get(text)
        return (entity.name, *entity.aliases) if entity else (text,)

    def notes(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The notes of several facts, each once, where they have any."""
        return tuple(dict.fromkeys(note for key in keys if (note := self.deck.facts[key].note)))

    def accepted(self, target: Target) -> tuple[str, ...]:
        """Every answer that is right as it stands: the value, its other names, and what the histories have."""
        value = target.value
        entity = self.deck.entities.get(value.entity) if isinstance(value, Name) else None
        names = (entity.name, entity.full_name, *entity.aliases) if entity else ()
        historians = () if isinstance(value, Listing) else target.historians  # of a list they name one element
        others = (*target.aliases, *(name for text in historians for name in self.names_of(text)))
        return tuple(dict.fromkeys((value.shown, option_text(value), *names, *others)))


def counted(texts: Mapping[str, Collection[str]], without: str = "") -> Counter[str]:
    """How many facts have each text, from the texts of each fact by its key; the fact `without` is left out."""
    return Counter(text for key, own in texts.items() if key != without for text in own)


def option_text(value: Value) -> str:
    """A value as an option words it."""
    return (value.option if isinstance(value, Statement) else "") or value.shown


def amount_key(value: Number) -> object:
    """What two numbers have in common that are one and the same, whatever they count."""
    match value:
        case Quantity(amount=amount):
            return amount
        case Range(low=low, high=high):
            return low, high
        case Label(digits=digits):
            return digits
        case _ as unknown:
            assert_never(unknown)


def _shape(name: str) -> object:
    return tuple((word[0], len(word)) for word in name.split())


def _holds(outer: Date, inner: Date) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
