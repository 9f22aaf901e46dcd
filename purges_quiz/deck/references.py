"""Checks that need the whole deck: keys that point nowhere, names that two entities share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from purges_quiz.deck.entities import Entity
from purges_quiz.deck.figures import figure_like
from purges_quiz.deck.folding import sound
from purges_quiz.deck.gradual import Pieces
from purges_quiz.deck.model import Card, Distractor, Fact, Figure, Quantity, Target
from purges_quiz.deck.problems import Place, Problem, likely
from purges_quiz.deck.siblings import PIECE, with_siblings

Entities = Mapping[str, Entity]


def resolved(
    cards: Sequence[tuple[str, Card]], entities: Entities, problems: list[Problem]
) -> Pieces[tuple[Card, ...]]:
    """The cards, each passed with its file, with every reference followed; a key that leads nowhere is a problem."""
    facts = {fact.key: fact for _, card in cards for fact in card.facts}
    sentences = {sentence for _, card in cards for sentence in card.sentences}
    found = []
    for file, card in cards:
        checked = []
        for number, fact in enumerate(card.facts):
            if number % PIECE == 0:
                yield
            place = Place(file, fact.key)
            _check_whole(fact, facts, place, problems)
            if fact.sentence and fact.sentence not in sentences:
                problems.append(Problem(place.at("sentence"), f'no card has the sentence "{fact.sentence}"'))
            targets = tuple(_target(target, facts, entities, place, problems) for target in fact.targets)
            checked.append(fact._replace(targets=targets))
        found.append(card._replace(facts=tuple(checked)))
    return (yield from with_siblings(found))


def check_names(entities: Entities, places: Mapping[str, Place], problems: list[Problem]) -> None:
    """Note every name or alias that two entities share, be it in another spelling of the Russian."""
    owner: dict[tuple[str, ...], str] = {}
    for entity in entities.values():
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            other = owner.setdefault(sound(name), entity.key)
            if name and other != entity.key:
                problems.append(Problem(places[entity.key].at("aliases"), f'"{name}" is also a name of "{other}"'))


def check_unique(keys: Sequence[tuple[str, str]], what: str, problems: list[Problem]) -> None:
    """Note every key, passed with its file, that stands twice."""
    first: dict[str, str] = {}
    for file, key in keys:
        if key and first.setdefault(key, file) != file:
            problems.append(Problem(Place(file, key, "key"), f"{first[key]} has a {what} of this key already"))


def check_ladders(cards: Sequence[Card], file: str, problems: list[Problem]) -> None:
    """Note every rung that is no number or date like the true one; a ladder without that one is not used at all."""
    for card in cards:
        for fact in card.facts:
            for target in fact.targets:
                if target.value.shown in target.rungs and isinstance(target.value, Figure):
                    for rung in target.rungs:
                        try:
                            figure_like(rung, target.value)
                        except ValueError as fault:
                            key = f"{fact.key}:{target.name}" if target.name else fact.key
                            problems.append(Problem(Place(file, key=key), str(fault)))


def _check_whole(fact: Fact, facts: Mapping[str, Fact], place: Place, problems: list[Problem]) -> None:
    if not fact.part_of:
        return
    whole = facts.get(fact.part_of)
    if whole is None:
        found = f'no fact has the key "{fact.part_of}"{likely(fact.part_of, facts)}'
        problems.append(Problem(place.at("part_of"), found))
    elif not isinstance(whole.targets[0].value, Quantity):
        problems.append(Problem(place.at("part_of"), f'expected a quantity; "{fact.part_of}" is none'))


def _target(
    target: Target, facts: Mapping[str, Fact], entities: Entities, place: Place, problems: list[Problem]
) -> Target:
    def resolve(distractor: Distractor) -> Distractor:
        if distractor.entity:
            entity = entities.get(distractor.entity)
            if entity:
                return distractor._replace(text=entity.name, reason=entity.about)
            problem = f'no entity has the key "{distractor.entity}"{likely(distractor.entity, entities)}'
        elif distractor.fact:
            key, _, end = distractor.fact.partition(":")
            ends = [other for other in facts[key].targets if other.name == end] if key in facts else []
            if ends:
                return distractor._replace(text=ends[0].value.shown, reason=ends[0].about)
            problem = f'no fact has the key "{distractor.fact}"{likely(distractor.fact, facts)}'
        else:
            return distractor
        problems.append(Problem(place.at("distractors"), problem))
        return distractor

    return target._replace(distractors=tuple(map(resolve, target.distractors)))
