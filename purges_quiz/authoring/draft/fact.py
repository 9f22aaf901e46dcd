"""What the draft makes: cards with facts, each ready to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """Something in a text that can be asked: where it stands, and what it is."""

    start: int
    end: int
    type: str
    """A type of the deck's: date, quantity, range, number, person, people, term, quote, statement, list."""
    value: str
    """As the deck prints it: "around 140,000" for "about 140,000"."""
    lead: str
    """The question word before a sentence with a gap: "Which year?"."""
    units: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftFact:
    """One fact of a deck, as its table will have it."""

    name: str
    type: str
    value: str
    prompt: str
    span: str = ""
    """Where the card says it, if that is not the value itself."""
    sentence: str = ""
    """The sentence of the card in which that stands."""
    units: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class DraftCard:
    """One card with its facts."""

    key: str
    title: str
    sentences: tuple[str, ...]
    facts: tuple[DraftFact, ...]
    line: int
