"""The files of a deck, read and checked as a whole."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from purges_quiz.deck.across import read_across, read_pair
from purges_quiz.deck.entities import Entity
from purges_quiz.deck.facts import Surroundings, check_key, read_card, read_entity
from purges_quiz.deck.figures import figure_like
from purges_quiz.deck.filling import filling
from purges_quiz.deck.folding import sound
from purges_quiz.deck.gradual import Pieces, at_once
from purges_quiz.deck.model import Arrangement, AuditWords, Card, Deck, Distractor, Fact, Figure, Quantity, Target
from purges_quiz.deck.outline import (
    ACROSS,
    ARRANGEMENTS,
    DECK,
    DOTS,
    ENTITIES,
    LADDERS,
    LARGEST,
    NO_TITLE,
    NOT_CARDS,
    checksum,
    identity,
)
from purges_quiz.deck.problems import DeckError, Place, Problem, printable, unknown
from purges_quiz.deck.siblings import PIECE, with_siblings
from purges_quiz.deck.tables import Table
from purges_quiz.deck.values import Entities


def load(files: Mapping[str, bytes]) -> Deck:
    """The deck in these files, each named without its folder.

    Raises `DeckError` with every problem of all files at once.
    """
    return at_once(loading(files))


def loading(files: Mapping[str, bytes]) -> Pieces[Deck]:
    """The same in pieces, each no longer than it takes to parse one of the files. Raises `DeckError` as `load` does."""
    problems: list[Problem] = []
    parsed: dict[str, dict[str, object]] = {}
    for name, content in sorted(files.items()):
        parsed[name] = _parsed(name, content, problems)
        yield
    card_names = [name for name in parsed if name not in NOT_CARDS]
    if not card_names:
        problems.append(Problem(Place("this folder"), "expected at least one card, a file like 01-show-trial.toml"))

    entities, places = _entities(parsed.get(ENTITIES, {}), problems)
    _check_names(entities, places, problems)
    tables = [(name, table) for name in card_names for table in _card_tables(name, parsed[name], problems)]
    yield
    yield from filling([table.values for _, table in tables], entities)
    surroundings = Surroundings(entities, _rungs(parsed.get(LADDERS, {}), problems))
    cards = []
    for name, table in tables:
        cards.append((name, read_card(table, surroundings)))
        yield
    _check_unique([(name, card.key) for name, card in cards], problems)
    whole = yield from _resolved(cards, entities, problems)
    for card in whole:
        _check_ladders(card, problems)
        yield
    arrangements = _arrangements(parsed.get(ARRANGEMENTS, {}), whole, problems)
    yield
    keys = {fact.key for card in whole for fact in card.facts}
    across = read_across(parsed.get(ACROSS, {}), keys, entities, problems)

    title = Table(parsed.get(DECK, {}), Place(DECK), problems)
    name = title.text("title", NO_TITLE)
    title.text("id", "")
    audit = _audit_words(title.table("audit")) if title.has("audit") else AuditWords()
    title.close()
    if problems:
        raise DeckError(problems)
    people = MappingProxyType(entities)
    return Deck(name, whole, people, arrangements, across, checksum(files), identity(files), audit)


def _parsed(name: str, content: bytes, problems: list[Problem]) -> dict[str, object]:
    if len(content) > LARGEST:
        problems.append(Problem(Place(name), f"expected at most {LARGEST:,} bytes"))
        return {}
    for number, row in enumerate(content.split(b"\n"), start=1):
        if row.count(b".") > DOTS:
            problems.append(Problem(Place(name), f"expected at most {DOTS:,} dots in a line; line {number} has more"))
            return {}
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        problems.append(Problem(Place(name), f"expected text in UTF-8; line {line} has a byte that is not"))
    except tomllib.TOMLDecodeError as fault:
        problems.append(Problem(Place(name), f"is not TOML: {printable(str(fault))}"))
    except RecursionError:
        problems.append(Problem(Place(name), "is nested too deeply to be read"))
    except ValueError as fault:  # tomllib lets those of int() and datetime through
        problems.append(Problem(Place(name), f"has a value that cannot be read: {printable(str(fault))}"))
    return {}


def _card_tables(name: str, parsed: dict[str, object], problems: list[Problem]) -> list[Table]:
    """The tables of a file's cards: the whole file, or each [[card]] of one that has many."""
    whole = Table(parsed, Place(name), problems)
    if "card" not in parsed:
        return [whole] if parsed or not problems else []
    found = whole.tables("card")
    whole.close()
    return found


def _entities(tables: dict[str, object], problems: list[Problem]) -> tuple[dict[str, Entity], dict[str, Place]]:
    entities, places = {}, {}
    whole = Table(tables, Place(ENTITIES), problems)
    for key, table in whole.tables_by_name().items():
        entities[key] = read_entity(table, key)
        places[key] = table.place
    return entities, places


def _rungs(tables: dict[str, object], problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    table = Table(tables, Place(LADDERS), problems)
    return {key: table.texts(key, least=4) for key in tables}


def _audit_words(table: Table) -> AuditWords:
    found = AuditWords(table.texts("everywhere"), table.texts("held_by_several"), table.texts("slips"))
    table.close()
    return found


def _arrangements(
    tables: dict[str, object], cards: tuple[Card, ...], problems: list[Problem]
) -> tuple[Arrangement, ...]:
    facts = {fact.key for card in cards for fact in card.facts}
    found = []
    whole = Table(tables, Place(ARRANGEMENTS), problems)
    kinds: tuple[Literal["matching", "ordering"], ...] = ("matching", "ordering")
    for kind in kinds:
        for number, item in enumerate(whole.tables(kind), start=1):
            table = item.moved(f"{kind} {number}")
            pairs = tuple(map(read_pair, table.tables("pairs")))
            for pair in pairs:
                if pair.fact and pair.fact not in facts:
                    table.problem("pairs", unknown("fact", pair.fact, facts))
            if len(pairs) < 2:  # noqa: PLR2004
                table.problem("pairs", "expected at least two pairs")
            key = table.text("key")
            check_key(table, key)
            found.append(Arrangement(key, kind, table.texts("prompts", least=1), pairs))
            table.close()
    whole.close()
    return tuple(found)


def _resolved(
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


def _check_names(entities: Entities, places: Mapping[str, Place], problems: list[Problem]) -> None:
    """Note every name or alias that two entities share, be it in another spelling of the Russian."""
    owner: dict[tuple[str, ...], str] = {}
    for entity in entities.values():
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            other = owner.setdefault(sound(name), entity.key)
            if name and other != entity.key:
                problems.append(Problem(places[entity.key].at("aliases"), f'"{name}" is also a name of "{other}"'))


def _check_unique(keys: Sequence[tuple[str, str]], problems: list[Problem]) -> None:
    """Note every key of a card, passed with its file, that stands twice."""
    first: dict[str, str] = {}
    for file, key in keys:
        if key and first.setdefault(key, file) != file:
            problems.append(Problem(Place(file, key, "key"), f"{first[key]} has a card of this key already"))


def _check_ladders(card: Card, problems: list[Problem]) -> None:
    """Note every rung that is no number or date like the true one; a ladder without that one is not used at all."""
    for fact in card.facts:
        for target in fact.targets:
            if target.value.shown in target.rungs and isinstance(target.value, Figure):
                for rung in target.rungs:
                    try:
                        figure_like(rung, target.value)
                    except ValueError as fault:
                        key = f"{fact.key}:{target.name}" if target.name else fact.key
                        problems.append(Problem(Place(LADDERS, key=key), str(fault)))


def _check_whole(fact: Fact, facts: Mapping[str, Fact], place: Place, problems: list[Problem]) -> None:
    if not fact.part_of:
        return
    whole = facts.get(fact.part_of)
    if whole is None:
        problems.append(Problem(place.at("part_of"), unknown("fact", fact.part_of, facts)))
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
            problem = unknown("entity", distractor.entity, entities)
        elif distractor.fact:
            key, _, end = distractor.fact.partition(":")
            ends = [other for other in facts[key].targets if other.name == end] if key in facts else []
            if ends:
                return distractor._replace(text=ends[0].value.shown, reason=ends[0].about)
            problem = unknown("fact", distractor.fact, facts)
        else:
            return distractor
        problems.append(Problem(place.at("distractors"), problem))
        return distractor

    return target._replace(distractors=tuple(map(resolve, target.distractors)))
