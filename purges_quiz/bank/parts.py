"""What questions of several kinds have in common: ids, accepted answers, arrangements."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.deck.index import Index, option_text
from purges_quiz.deck.model import Arrangement, Fact, Listing, Name, Target
from purges_quiz.deck.question import Kind


def question_id(fact: Fact, kind: Kind, *variant: str) -> str:
    """An id as in "card/fact:kind:variant"; empty parts of the variant are left out."""
    return f"{fact.key}:{kind}:{'-'.join(filter(None, variant))}"


def accepted(target: Target, index: Index) -> tuple[str, ...]:
    """Every answer that is right as it stands: the value, its other names, and what the histories have."""
    value = target.value
    entity = index.deck.entities.get(value.entity) if isinstance(value, Name) else None
    names = (entity.name, entity.full_name, *entity.aliases) if entity else ()
    historians = () if isinstance(value, Listing) else target.historians  # of a list they name one element
    others = (*target.aliases, *(name for text in historians for name in _names(text, index)))
    return tuple(dict.fromkeys((value.shown, option_text(value), *names, *others)))


def _names(text: str, index: Index) -> tuple[str, ...]:
    """The names of the entity of that key; a text that is no key stands for itself."""
    entity = index.deck.entities.get(text)
    return (entity.name, *entity.aliases) if entity else (text,)


def arrangements(kind: Kind, fact: Fact, index: Index) -> Iterator[tuple[Arrangement, Fact, tuple[str, ...]]]:
    """The arrangements of a kind in which a fact stands, with the first of their facts and the keys of all."""
    for arrangement in index.arrangements.get(fact.key, ()):
        if arrangement.kind == kind:
            keys = tuple(dict.fromkeys(pair.fact for pair in arrangement.pairs))
            yield arrangement, index.deck.facts[keys[0]], keys
