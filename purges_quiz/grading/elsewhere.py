"""What a number, date or statement is elsewhere in the deck: 13 is the number of suicides in the army High Command."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, log
from typing import NamedTuple

from purges_quiz.deck.entities import Month
from purges_quiz.deck.gradual import Gradual, Pieces
from purges_quiz.deck.model import Date, Deck, Fact, Label, Listing, Quantity, Quote, Statement, Target
from purges_quiz.grading.reading import gist
from purges_quiz.grading.words import Word, content

_LONG = 3
"""Words of the shortest statement that is known again in another answer."""
_PIECE = 20
"""Facts of which the values are read at once while the game is prepared: 3 ms."""
_ALIKE = 0.75
"""Share of the words of two wordings that makes them one."""


class Place(NamedTuple):
    """A fact of which a value is the answer."""

    fact: Fact
    target: Target

    @property
    def statement(self) -> str:
        """Its value and what that is: "13 is the number of suicides in the army High Command"."""
        return f"{self.target.value.shown} is {self.target.about}"


@dataclass(slots=True)
class Values:
    """The values of a deck by what they are looked for."""

    amounts: dict[Fraction, list[Place]] = field(default_factory=lambda: defaultdict(list))
    """Quantities and labels by what they count to."""
    dates: dict[tuple[Month, Month], list[Place]] = field(default_factory=lambda: defaultdict(list))
    wordings: list[tuple[frozenset[str], Place]] = field(default_factory=list)
    """The stems of every statement, quotation and list that is long enough to be known again."""
    answers: dict[tuple[str, ...], list[Place]] = field(default_factory=lambda: defaultdict(list))
    """The statements and their aliases, by what matters of their words."""
    by_stem: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Where each wording stands in `wordings`, by its rarest stems."""
    speaking: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By each stem the keys of the facts with a statement whose sentence, answer or ideas have it."""
    facts: int = 0
    """How many facts have a statement."""

    def add_words(self, fact: Fact) -> None:
        """Add the words of a fact that has a statement."""
        stated = [target.value for target in fact.targets if isinstance(target.value, Statement)]
        if not stated:
            return
        self.facts += 1
        said = (text for value in stated for idea in value.ideas for text in idea.said)
        texts = (fact.sentence, *(value.shown for value in stated), *said)
        for stem in {word.stem for word in content(" . ".join(texts))}:
            self.speaking[stem].append(fact.key)

    def add(self, place: Place) -> None:
        """Add the value of one answer."""
        texts: list[str] = []
        match place.target.value:
            case Quantity(amount=amount):
                self.amounts[Fraction(amount)].append(place)
            case Label(digits=digits):
                self.amounts[Fraction(int(digits))].append(place)
            case Date(first=first, last=last):
                self.dates[first, last].append(place)
            case Statement(shown=shown, option=option):
                texts = [shown, option]
                for text in filter(None, (*texts, *place.target.aliases)):
                    self.answers[gist(text)].append(place)
            case Quote(shown=shown) | Listing(shown=shown):
                texts = [shown]
        every = (frozenset(word.stem for word in content(text)) for text in texts)
        self.wordings += [(stems, place) for stems in every if len(stems) >= _LONG]


def reading(deck: Deck) -> Pieces[Values]:
    """The values of a deck, read in short pieces."""
    values = Values()
    for number, fact in enumerate(deck.facts.values(), start=1):
        for target in fact.targets:
            values.add(Place(fact, target))
        values.add_words(fact)
        if number % _PIECE == 0:
            yield
    values.by_stem = _by_rarest_stems([stems for stems, _ in values.wordings])
    return values


class Elsewhere:
    """The values of a deck, each with the facts that it belongs to."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self._values = Gradual(lambda: reading(deck))

    def preparing(self) -> Iterator[None]:
        """Read the values in short pieces; otherwise they are read when one is first looked for."""
        return self._values.preparing()

    def wording(self, response: Sequence[Word], target: Target) -> Place | None:
        """The other statement of the deck that these words are, nearly word for word."""
        values, stems = self._values.value, {word.stem for word in response}
        for number in sorted({number for stem in stems for number in values.by_stem.get(stem, ())}):
            known, place = values.wordings[number]
            if place.target is not target and len(stems & known) >= _ALIKE * len(stems | known):
                return place
        return None

    def answer(self, said: tuple[str, ...], target: Target) -> Place | None:
        """The statement to which these words are the very answer, if it is another one and not this as well."""
        places = self._values.value.answers.get(said, [])
        return None if any(place.target is target for place in places) else next(iter(places), None)

    def likest(self, response: Sequence[Word], fact: Fact) -> float:
        """How much an answer has in common with the other fact that it is most like: rare words count for more."""
        values = self._values.value
        shared: dict[str, float] = defaultdict(float)
        for stem in {word.stem for word in response}:
            speaking = values.speaking.get(stem, ())
            for key in speaking:
                shared[key] += log((values.facts + 1) / (len(speaking) + 0.5))
        return max((much for key, much in shared.items() if key != fact.key), default=0.0)

    def total(self, fact: Fact) -> Fraction | None:
        """The amount of which this fact's is a part: the 767 of 512."""
        whole = self.deck.facts.get(fact.part_of)
        amounts = (
            [target.value.amount for target in whole.targets if isinstance(target.value, Quantity)] if whole else []
        )
        return Fraction(amounts[0]) if amounts else None

    def amount(self, amount: Fraction, fact: Fact) -> Place | None:
        """A fact other than `fact` that has this amount; one of its card first."""
        return _nearest(self._values.value.amounts.get(amount, ()), fact)

    def date(self, first: Month, last: Month, fact: Fact) -> Place | None:
        """A fact other than `fact` that has this date; one of its card first."""
        return _nearest(self._values.value.dates.get((first, last), ()), fact)


def _by_rarest_stems(wordings: Sequence[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """Where each wording stands, by its rarest stems: so many that whatever is alike has at least one of them."""
    counts = Counter(stem for stems in wordings for stem in stems)
    found: dict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(wordings):
        rarest = sorted(stems, key=lambda stem: (counts[stem], stem))
        for stem in rarest[: len(stems) - ceil(_ALIKE * len(stems)) + 1]:
            found[stem].append(number)
    return found


def _nearest(places: Sequence[Place], fact: Fact) -> Place | None:
    others = [place for place in places if place.fact.key != fact.key]
    return min(others, key=lambda place: place.fact.card != fact.card, default=None)
