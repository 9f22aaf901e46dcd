"""The value of a fact, read from its table by the type of the fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.entities import Entity
from purges_quiz.deck.model import Element, Idea, Listing, Name, Quantity, Quote, Range, Statement, Value
from purges_quiz.deck.numbers import in_digits, parse_label, parse_quantity, parse_range
from purges_quiz.deck.problems import unknown
from purges_quiz.deck.tables import Table

Entities = Mapping[str, Entity]


def entity_of(table: Table, key: str, name: str, entities: Entities) -> Entity | None:
    """The entity of that name, or a problem at `key`."""
    entity = entities.get(name)
    if entity is None and name:
        table.problem(key, unknown("entity", name, entities))
    return entity


def _parsed(parse: Callable[[str], Value]) -> Callable[[Table, Entities], Value]:
    def read(table: Table, _entities: Entities) -> Value:
        text = table.text("value")
        try:
            return parse(text)
        except ValueError as fault:
            if text:
                table.problem("value", str(fault))
            return Quote(text)

    return read


def _with_units(parse: Callable[[str], Quantity | Range]) -> Callable[[Table, Entities], Value]:
    def read(table: Table, entities: Entities) -> Value:
        value, units = _parsed(parse)(table, entities), table.texts("units")
        if not isinstance(value, Quantity | Range):
            return value
        return replace(value, units=tuple(dict.fromkeys((*value.units, *units))))

    return read


def _name(table: Table, entities: Entities) -> Value:
    name = table.text("value")
    entity = entity_of(table, "value", name, entities)
    shown = table.text("shown", entity.name if entity else name)
    return Name(shown, name)


def _statement(table: Table, _entities: Entities) -> Value:
    ideas = []
    for item in table.tables("ideas"):
        ideas.append(Idea(item.text("name"), item.texts("said", least=1)))
        item.close()
    if not ideas:
        table.problem("ideas", "expected at least one idea that a right answer must say")
    return Statement(table.text("value"), tuple(ideas), table.texts("opposites"), table.text("option", ""))


def _quote(table: Table, _entities: Entities) -> Value:
    return Quote(table.text("value"), table.texts("opposites"))


def _elements(*, ordered: bool) -> Callable[[Table, Entities], Value]:
    def read(table: Table, entities: Entities) -> Value:
        elements = []
        for item in table.items("elements"):
            if isinstance(item, Table):
                key = item.text("entity", "")
                if key:
                    entity_of(item, "entity", key, entities)
                elements.append(Element(item.text("text"), key, item.texts("said", least=0 if key else 1)))
                item.close()
            else:
                entity = entity_of(table, "elements", item, entities)
                elements.append(Element(entity.name if entity else item, item))
        if len(elements) < 2:  # noqa: PLR2004
            table.problem("elements", "expected at least two elements")
        names = [element.shown for element in elements]
        joined = ", ".join(names[:-1]) + (" then " if ordered else " and ") + names[-1] if names else ""
        return Listing(table.text("shown", joined), tuple(elements), ordered)

    return read


READERS: Mapping[str, Callable[[Table, Entities], Value]] = {
    "date": _parsed(parse_date),
    "person": _name,
    "term": _name,
    "people": _elements(ordered=False),
    "list": _elements(ordered=False),
    "sequence": _elements(ordered=True),
    "quantity": _with_units(lambda text: parse_quantity(in_digits(text))),
    "range": _with_units(parse_range),
    "number": _parsed(parse_label),
    "statement": _statement,
    "quote": _quote,
}
"""How the value is read of each type that a fact, or one end of a relation, can have.

Problems are noted in the table. Where a value cannot be read, a quotation stands in, so that the rest is still checked.
"""
