"""Entities, cards, their facts and what each fact asks, read from tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from purges_quiz.deck.entities import Entity, EntityKind, Office, Period, Times
from purges_quiz.deck.kinds import ACROSS_CARD
from purges_quiz.deck.model import Basis, Card, Distractor, Fact, Remark, Target
from purges_quiz.deck.tables import Table, visible
from purges_quiz.deck.values import READERS, Entities

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RELATION = "relation"
NOTES_NAMED = ("according to your notes", "in your notes")
"""How a prompt says whose word it takes; decks of the first edition said it in the second way."""
MOMENT = re.compile(r"(\d{3,4})(?:-(0[1-9]|1[0-2]))?")
"""A year or a year and a month."""


class Surroundings(NamedTuple):
    """What the tables of a card refer to: the deck's entities, and its ladders by the fact's key."""

    entities: Entities
    rungs: Mapping[str, tuple[str, ...]]


def read_entity(table: Table, key: str) -> Entity:
    """One of the entities."""
    check_key(table, key)
    found = Entity(
        key,
        EntityKind(table.one_of("kind", tuple(EntityKind)) or EntityKind.TERM),
        table.text("name"),
        table.text("about"),
        table.texts("first_names"),
        table.texts("aliases"),
        table.text("group", ""),
        read_times(table),
    )
    table.close()
    return found


def read_times(table: Table) -> Times:
    """What an entity's table says of its time; each moment is a year or a year and a month, "1936" or "1936-09"."""
    return Times(
        born=_moment(table, "born"),
        died=_moment(table, "died"),
        arrested=_moment(table, "arrested"),
        exiled=_moment(table, "exiled"),
        tried=_moment(table, "tried"),
        since=_moment(table, "from"),
        until=_moment(table, "to"),
        offices=tuple(_office(item) for item in table.tables("offices")),
    )


def read_card(table: Table, surroundings: Surroundings) -> Card:
    """One card with its facts."""
    key = table.text("key")
    check_key(table, key)
    if key == ACROSS_CARD:
        table.problem("key", f'"{ACROSS_CARD}" stands for the questions across cards; expected another key')
    title = table.text("title")
    sentences = table.texts("sentences", least=1)
    facts = tuple(
        _fact(member.moved(f"{key}/{name}"), key, name, sentences, surroundings)
        for name, member in table.table("facts").tables_by_name().items()
    )
    if not facts:
        table.problem("facts", "expected at least one fact, [facts.NAME]")
    table.close()
    return Card(key, title, sentences, facts)


def check_key(table: Table, key: str) -> None:
    """Note a problem if a key is not words of small letters and digits joined by hyphens."""
    if key and not KEY.fullmatch(key):
        table.problem("key", f'expected small letters, digits and hyphens, as in "show-trial", found {key!a}')


def _office(table: Table) -> Office:
    office = Office(table.text("post"), _moment(table, "from"), _moment(table, "to"))
    table.close()
    return office


def _moment(table: Table, key: str) -> Period | None:
    if not table.has(key):
        return None
    text = table.text(key)
    found = MOMENT.fullmatch(text)
    if found is None:
        if text:
            table.problem(key, f'expected a year or a year and a month, "1936" or "1936-09", found {visible(text)}')
        return None
    year, month = int(found[1]), found[2]
    return ((year, int(month)), (year, int(month))) if month else ((year, 1), (year, 12))


def _fact(table: Table, card_key: str, name: str, sentences: tuple[str, ...], surroundings: Surroundings) -> Fact:
    key = f"{card_key}/{name}"
    check_key(table, name)
    kind = table.one_of("type", (*READERS, RELATION)) or "quote"
    span = table.text("mark")
    other_sentence = table.text("sentence", "")
    sentence = _sentence(table, span, (other_sentence,) if other_sentence else sentences)
    notes_only = table.flag("notes_only", default=False)
    note = table.text("note", "")
    part_of = table.text("part_of", "")
    draft = table.flag("draft", default=False)
    if kind == RELATION:
        targets = tuple(_end(table.table(end), end, surroundings) for end in ("forward", "backward"))
    else:
        targets = (_target(table, "", kind, key, surroundings),)
    table.close()
    for target in targets:
        for prompt in target.prompts:
            if notes_only and not any(words in prompt.casefold() for words in NOTES_NAMED):
                table.problem("prompts", f'expected "according to your notes", since notes_only is true, in "{prompt}"')
    return Fact(key, card_key, kind, sentence, span, targets, note, notes_only, part_of, draft)


def _sentence(table: Table, span: str, sentences: tuple[str, ...]) -> str:
    holding = [sentence for sentence in sentences if span and span in sentence]
    if span and len(holding) != 1:
        where = "in no sentence of the card" if not holding else f"in {len(holding)} sentences of the card"
        table.problem("mark", f'expected words that stand in exactly one sentence; "{span}" stands {where}')
    return holding[0] if holding else ""


def _end(table: Table, name: str, surroundings: Surroundings) -> Target:
    kind = table.one_of("type", tuple(READERS)) or "quote"
    key = table.place.table.replace(".", ":")
    target = _target(table, name, kind, key, surroundings)
    table.close()
    return target


def _target(table: Table, name: str, kind: str, key: str, surroundings: Surroundings) -> Target:
    return Target(
        name=name,
        value=READERS[kind](table, surroundings.entities),
        about=table.text("about"),
        prompts=table.texts("prompts", least=1),
        aliases=table.texts("aliases"),
        historians=table.texts("historians"),
        also_true=table.texts("also_true"),
        never_wrong=table.texts("never_wrong"),
        exact=table.texts("exact"),
        known_wrong=tuple(_remark(item) for item in table.tables("known_wrong")),
        distractors=tuple(_distractor(table, item) for item in table.items("distractors")),
        rungs=surroundings.rungs.get(key, ()),
        choice=table.flag("choice", default=True),
        bounds=table.bounds("bounds"),
        group=table.text("group", ""),
    )


def _remark(table: Table) -> Remark:
    remark = Remark(table.text("text"), table.text("reason"))
    table.close()
    return remark


def _distractor(table: Table, item: str | Table) -> Distractor:
    """Words with their reason; or a key, whose text and reason `references` fills in."""
    if isinstance(item, Table):
        return read_distractor(item)
    if not item:
        table.problem("distractors", "expected keys or { text = ..., true_of = ... }")
    return Distractor("", "", fact=item) if "/" in item else Distractor("", "", entity=item)


def read_distractor(table: Table, fact: str = "") -> Distractor:
    """Words with what they are true of, what is mistaken in them, or why they tempt; that is their reason."""
    basis = next((basis for basis in Basis if table.has(basis)), None)
    found = Distractor(table.text("text"), table.text(basis or "reason"), fact=fact, basis=basis)
    table.close(also=tuple(Basis))
    return found
