"""The right answers to a question, as the deck has them, and wrong ones of the same type."""

from __future__ import annotations

from collections.abc import Iterator

from purges_quiz.deck.entities import Entity
from purges_quiz.deck.model import Date, Deck, Label, Listing, Name, Quantity, Range, Statement, Target, Value
from purges_quiz.deck.question import Question


def target_of(question: Question) -> Target:
    """What the question asks for."""
    if question.target is None:
        raise TypeError(f"{question.id} is not answered by typing")
    return question.target


def value_of(question: Question) -> Value:
    """The value that it asks for."""
    return target_of(question).value


def right_answers(question: Question) -> tuple[str, ...]:
    """The value as the card has it, and the shorter wording of a statement."""
    value = value_of(question)
    option = value.option if isinstance(value, Statement) else ""
    return tuple(dict.fromkeys(text for text in (value.shown, option) if text))


def entity_of(deck: Deck, question: Question) -> Entity | None:
    """The entity that a name is asked of."""
    value = value_of(question)
    return deck.entities.get(value.entity) if isinstance(value, Name) else None


def rivals(deck: Deck, question: Question) -> Iterator[str]:
    """Wrong answers of the type asked for: the deck's options, entities of the same kind, values of other facts."""
    target = target_of(question)
    value = target.value
    untouchable = {
        text.lower() for text in (*target.aliases, *target.also_true, *target.historians, *target.never_wrong)
    }
    if isinstance(value, Name):
        right = deck.entities[value.entity]
        allowed = {right.key, *untouchable}
        for confused_with in deck.entities.values():
            names = {confused_with.key, confused_with.name.lower(), *(alias.lower() for alias in confused_with.aliases)}
            if confused_with.kind is right.kind and names.isdisjoint(allowed) and not _overlap(right, confused_with):
                yield confused_with.name
    elif isinstance(value, Statement | Listing):
        yield from (it.text for it in target.distractors if it.text and not it.entity and not it.fact)
    elif isinstance(value, Quantity | Range | Label | Date):
        for text in _values(deck, type(value)):
            if text != value.shown and text.lower() not in untouchable and not _same(text, value):
                yield text


def _values(deck: Deck, kind: type[Value]) -> Iterator[str]:
    seen = set()
    for fact in deck.facts.values():
        for target in fact.targets:
            for text in (target.value.shown if isinstance(target.value, kind) else "", *_rungs(target, kind)):
                if text and text not in seen:
                    seen.add(text)
                    yield text


def _rungs(target: Target, kind: type[Value]) -> tuple[str, ...]:
    return target.rungs[:1] if isinstance(target.value, kind) else ()


def _overlap(one: Entity, other: Entity) -> bool:
    """Whether a name of the one stands in a name of the other."""
    ours, theirs = ({name.lower() for name in (it.name, *it.aliases)} for it in (one, other))
    return any(our in their or their in our for our in ours for their in theirs)


def _same(text: str, value: Value) -> bool:
    """Whether a wrong value says the right one in part: another month of the right year is no rival of the year."""
    if not isinstance(value, Date):
        return any(figure in value.shown.split() for figure in text.split() if any(map(str.isdigit, figure)))
    return any(part in text for part in value.shown.replace("/", " ").replace("-", " ").split() if part.isdigit())
