"""The people, bodies, terms, places and events that answers name, and when each of them was possible."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class EntityKind(StrEnum):
    """What sort of thing an entity is; options of one question are all of one kind."""

    PERSON = "person"
    BODY = "body"
    TERM = "term"
    DOCUMENT = "document"
    PLACE = "place"
    EVENT = "event"


Month = tuple[int, int]
"""Year and month, (1936, 8); a year before Christ is negative, (-44, 3)."""

Period = tuple[Month, Month]
"""The first and the last month, both inclusive: a year is its twelve months."""


class Office(NamedTuple):
    """A post that a person held, and when; None for a beginning or an end that the deck does not give."""

    post: str
    since: Period | None = None
    until: Period | None = None


class Times(NamedTuple):
    """What decides whether somebody or something is a possible answer at a date; None for what the deck leaves out."""

    born: Period | None = None
    died: Period | None = None
    arrested: Period | None = None
    exiled: Period | None = None
    tried: Period | None = None
    since: Period | None = None
    """When a body was founded, a war broke out, a document was issued."""
    until: Period | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, term, document, place or event that an answer may name."""

    key: str
    kind: EntityKind
    name: str
    """How options and feedback write it: a surname for most people."""
    about: str
    """One line on who or what it is, a noun phrase: "Head of the NKVD from 1936 to 1938"."""
    first_names: tuple[str, ...] = ()
    """First names and patronymics, in order; any other first name makes a typed name wrong."""
    aliases: tuple[str, ...] = ()
    """Other names that are just as right: "Koba", "People's Commissariat of Internal Affairs"."""
    group: str = ""
    """Entities of one group look alike and stand in for one another as options."""
    times: Times = field(default_factory=Times)

    @property
    def full_name(self) -> str:
        """First name and surname, or the name alone."""
        return " ".join((*self.first_names[:1], self.name))
