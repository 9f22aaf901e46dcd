"""What a number, date or statement is elsewhere in the deck: 13 is the number of suicides in the army High Command."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from purges_quiz.core.facts import Date, Deck, Fact, Label, Listing, Month, Quantity, Quote, Statement, Target
from purges_quiz.core.grading.words import Word, content

_LONG = 3
"""Words of the shortest statement that is known again in another answer."""
_ALIKE = 0.75
"""Share of the words of two wordings that makes them one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A fact of which a value is the answer."""

    fact: Fact
    target: Target


@dataclass(frozen=True)
class Elsewhere:
    """The values of a deck, each with the facts that it belongs to."""

    deck: Deck

    @cached_property
    def amounts(self) -> Mapping[int, tuple[Place, ...]]:
        """Quantities and labels by what they count to."""
        found: dict[int, tuple[Place, ...]] = defaultdict(tuple)
        for fact in self.deck.facts.values():
            for target in fact.targets:
                if isinstance(target.value, Quantity):
                    found[target.value.amount] += (Place(fact, target),)
                elif isinstance(target.value, Label):
                    found[int(target.value.digits)] += (Place(fact, target),)
        return dict(found)

    @cached_property
    def dates(self) -> Mapping[tuple[Month, Month], tuple[Place, ...]]:
        """Dates by their first and last month."""
        found: dict[tuple[Month, Month], tuple[Place, ...]] = defaultdict(tuple)
        for fact in self.deck.facts.values():
            for target in fact.targets:
                if isinstance(target.value, Date):
                    found[target.value.first, target.value.last] += (Place(fact, target),)
        return dict(found)

    @cached_property
    def wordings(self) -> tuple[tuple[frozenset[str], Place], ...]:
        """The stems of every statement, quotation and list that is long enough to be known again."""
        found: list[tuple[frozenset[str], Place]] = []
        for fact in self.deck.facts.values():
            for target in fact.targets:
                texts = [target.value.shown] if isinstance(target.value, Statement | Quote | Listing) else []
                if isinstance(target.value, Statement):
                    texts.append(target.value.option)
                every = (frozenset(word.stem for word in content(text)) for text in texts)
                found += [(stems, Place(fact, target)) for stems in every if len(stems) >= _LONG]
        return tuple(found)

    def wording(self, given: Sequence[Word], target: Target) -> Place | None:
        """The other statement of the deck that these words are, nearly word for word."""
        stems = {word.stem for word in given}
        for known, place in self.wordings:
            if place.target is not target and len(stems & known) >= _ALIKE * len(stems | known):
                return place
        return None

    def total(self, fact: Fact) -> Fraction | None:
        """The amount of which this fact's is a part: the 767 of 512."""
        whole = self.deck.facts.get(fact.part_of)
        amounts = (
            [target.value.amount for target in whole.targets if isinstance(target.value, Quantity)] if whole else []
        )
        return Fraction(amounts[0]) if amounts else None

    def amount(self, amount: int, fact: Fact) -> Place | None:
        """A fact other than `fact` that has this amount; one of its card first."""
        return _nearest(self.amounts.get(amount, ()), fact)

    def date(self, first: Month, last: Month, fact: Fact) -> Place | None:
        """A fact other than `fact` that has this date; one of its card first."""
        return _nearest(self.dates.get((first, last), ()), fact)


def _nearest(places: tuple[Place, ...], fact: Fact) -> Place | None:
    others = [place for place in places if place.fact.key != fact.key]
    return min(others, key=lambda place: place.fact.card != fact.card, default=None)
