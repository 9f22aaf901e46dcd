"""What the cards hold: facts, the cards they stand on, and the people and terms they name.

Everything here is frozen and knows nothing of files; `loading` builds it from TOML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from purges_quiz.deck.entities import Entity, Month


class Precision(StrEnum):
    """How exactly the card dates a thing."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    MONTHS = "months"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Date:
    """A date as precise as the card: its first and last month, both inclusive."""

    shown: str
    first: Month
    last: Month
    precision: Precision
    first_day: int = 0
    """Where the card has days; else 0."""
    last_day: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted number: "over 250,000", "1.5 million", "13%", "\u00a36.6 billion", "-40", "2.5"."""

    shown: str
    amount: int | Fraction
    """Exact; an int where it is whole."""
    qualifier: Literal["", "over", "around"] = ""
    units: tuple[str, ...] = ()
    """Words for what is counted ("delegates", "people"); the first is the card's."""
    sign: str = ""
    """"%" of a percentage, the sign of a currency, or nothing."""

    @property
    def share(self) -> bool:
        """Whether it is a part of a whole and counts nothing."""
        return self.sign == "%"


@dataclass(frozen=True, slots=True)
class Range:
    """Two bounds, both needed: 8-10 years."""

    shown: str
    low: int
    high: int
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A number that names a thing and counts nothing: NKVD Order 00447."""

    shown: str
    digits: str


@dataclass(frozen=True, slots=True)
class Name:
    """One of the deck's entities, shown as the fact words it."""

    shown: str
    entity: str


class Idea(NamedTuple):
    """One thing that a right answer must say, and the ways in which students say it.

    A phrase of `said` is plain words: synonyms, inflections and the order of words are the grader's affair. In decks of
    the first edition a word ending in ``*`` matches any word that starts so, and ``a|b`` matches either.
    """

    name: str
    """How feedback names it when it is missing: "that they had been tortured"."""
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """An answer in words, judged by its ideas."""

    shown: str
    ideas: tuple[Idea, ...]
    opposites: tuple[str, ...] = ()
    """Phrases (as in `Idea.said`) that make an answer wrong whatever else it says."""
    option: str = ""
    """A wording of the same meaning, short enough for an option; empty: `shown` serves."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to be repeated as they stand, in order."""

    shown: str
    opposites: tuple[str, ...] = ()


class Element(NamedTuple):
    """One member of a list: an entity, or words judged by the ways of saying them."""

    shown: str
    entity: str = ""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Several elements; `ordered` when their order is part of the answer."""

    shown: str
    elements: tuple[Element, ...]
    ordered: bool = False


Number = Quantity | Range | Label
"""The values that are numbers."""

Figure = Date | Number
"""The values that are numbers or dates."""

Value = Figure | Name | Statement | Quote | Listing
"""What can be asked for. Whoever matches on it ends with `assert_never`, so that mypy names every place that must know
a new type."""


class Remark(NamedTuple):
    """A text with what feedback says about it: a known wrong answer, or an option with its reason."""

    text: str
    reason: str


class Basis(StrEnum):
    """Why words stand among the wrong options."""

    TRUE_OF = "true_of"
    """They are true of something else, which the reason names."""
    MISCONCEPTION = "misconception"
    """Many believe them; the reason says what is so."""
    TEMPTS = "tempts"
    """They are close to the truth in another way, which the reason names."""


class Distractor(NamedTuple):
    """Where one wrong option comes from: an entity, another fact, or words with their reason."""

    text: str
    reason: str
    entity: str = ""
    fact: str = ""
    basis: Basis | None = None
    """Of words: what their reason is. None for entities and facts, and for words whose author does not say."""


class Target(NamedTuple):
    """What one question asks for: the whole of most facts, one end of a relation."""

    name: str
    """"" for a plain fact; "forward" or "backward" for the two ends of a relation."""
    value: Value
    about: str
    """What the value is, a noun phrase that ends "13 is ...": "the number of suicides in the army High Command"."""
    prompts: tuple[str, ...]
    """Two or three wordings, each clear with no card in sight."""
    aliases: tuple[str, ...] = ()
    """Other answers that are as right as the value."""
    historians: tuple[str, ...] = ()
    """Values of the histories that are accepted, with the fact's note."""
    also_true: tuple[str, ...] = ()
    """True in history, but not what the card says: partial, and no mistake."""
    never_wrong: tuple[str, ...] = ()
    """What must never be offered as a wrong option."""
    known_wrong: tuple[Remark, ...] = ()
    """Typical wrong answers, each with the reason that feedback gives."""
    distractors: tuple[Distractor, ...] = ()
    rungs: tuple[str, ...] = ()
    """The ladder of a number or date, as printed, ascending, the truth in the middle."""
    choice: bool = True
    """False where multiple choice would be dishonest (a part of a whole, no room for rungs)."""
    exact: tuple[str, ...] = ()
    """Days or months that the sources give, where the card is less exact; another one that is typed is `date-part`."""
    bounds: tuple[int, int] | None = None
    """The least and greatest amount that would make sense, for the rungs of a quantity."""
    group: str = ""
    """Values of one type and group stand in for one another as options, where no distractors are written."""


class Fact(NamedTuple):
    """One thing to know, with a stable key that the player's progress hangs on."""

    key: str
    """"card/fact"."""
    card: str
    type: str
    """As in facts.tsv: date, person, people, quantity, number, range, term, quote, statement, relation, list ..."""
    sentence: str
    """The sentence of the card that says it."""
    span: str
    """The part of the sentence that is the fact."""
    targets: tuple[Target, ...]
    note: str = ""
    """Where the card departs from the histories: one line, shown with the feedback."""
    notes_only: bool = False
    """True: every prompt says "according to your notes", since the histories say otherwise or nothing."""
    part_of: str = ""
    """The key of the quantity of which this one is a part."""
    draft: bool = False
    """Whether it was drafted from the card by rules, and nobody has read it yet."""


class Card(NamedTuple):
    """A flashcard: its label, its sentences, its facts."""

    key: str
    title: str
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]


class Pair(NamedTuple):
    """Two things that belong together in a matching question."""

    left: str
    right: str
    fact: str


class Arrangement(NamedTuple):
    """A matching or ordering question that an author made from several facts."""

    key: str
    kind: Literal["matching", "ordering"]
    prompts: tuple[str, ...]
    pairs: tuple[Pair, ...]
    """Matching: what belongs together. Ordering: `left` is the event, `right` its date, in the right order."""


AcrossKind = Literal["multiple-choice", "free-text", "matching", "ordering"]
"""The kinds of question that there are across cards, by the names that `Kind` gives them."""


class AcrossQuestion(NamedTuple):
    """A question that an author made across cards, answered from facts of the deck by a named rule."""

    key: str
    kind: AcrossKind
    prompts: tuple[str, ...]
    because: str
    """Why the answer is right: the reason shown beside it."""
    facts: tuple[str, ...]
    """The keys of the facts from which the answer follows."""
    rule: str
    """The name of the derivation by which it follows."""
    value: Value | None = None
    """The answer; None for matching and ordering."""
    wrong: tuple[Distractor, ...] = ()
    pairs: tuple[Pair, ...] = ()


class AuditWords(NamedTuple):
    """What only the author of a deck can tell the audit of its prompts: [audit] in deck.toml."""

    everywhere: tuple[str, ...] = ()
    """Names in so many prompts that "he" or "the trial" is no clearer beside them."""
    held_by_several: tuple[str, ...] = ()
    """Offices that several people held, and events of which there were several; a prompt says which is meant."""
    slips: tuple[str, ...] = ()
    """Mistakes of the source that are to stand nowhere."""


@dataclass(frozen=True)
class Deck:
    """A set of cards that loaded without a problem."""

    title: str
    cards: tuple[Card, ...]
    entities: Mapping[str, Entity]
    arrangements: tuple[Arrangement, ...] = ()
    across: tuple[AcrossQuestion, ...] = ()
    checksum: str = field(default="", compare=False)
    id: str = field(default="", compare=False)
    """What the player's progress in this deck hangs on, whatever its folder: see `outline.identity`."""
    audit: AuditWords = field(default=AuditWords(), compare=False)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by its key, in the order of the cards."""
        return {fact.key: fact for card in self.cards for fact in card.facts}

    @cached_property
    def card_by_key(self) -> Mapping[str, Card]:
        """Every card by its key."""
        return {card.key: card for card in self.cards}
