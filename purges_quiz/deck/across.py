"""Questions across cards, read from tables."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast, get_args

from purges_quiz.deck.facts import check_key, read_distractor
from purges_quiz.deck.model import AcrossKind, AcrossQuestion, Distractor, Name, Pair, Quote, Value
from purges_quiz.deck.numbers import parse_quantity
from purges_quiz.deck.outline import ACROSS
from purges_quiz.deck.problems import Place, Problem, unknown
from purges_quiz.deck.tables import Table
from purges_quiz.deck.values import Entities, entity_of

DERIVATIONS = (
    "same",
    "differs",
    "stated",
    "share",
    "total",
    "remainder",
    "interval",
    "first",
    "next",
    "between",
    "order",
    "offices",
    "pairs",
)
"""The derivations by which an answer may follow from facts; the audit works each of them out again."""
LEAST_WRONG, LEAST_PAIRS = 2, 3


def read_across(
    tables: dict[str, object], facts: Collection[str], entities: Entities, problems: list[Problem]
) -> tuple[AcrossQuestion, ...]:
    """Every question of the file, each fact that it names looked up."""
    whole = Table(tables, Place(ACROSS), problems)
    found = tuple(
        _question(item.moved(f"question {number}"), facts, entities)
        for number, item in enumerate(whole.tables("question"), start=1)
    )
    whole.close()
    keys = [question.key for question in found]
    twice = dict.fromkeys(key for key in keys if keys.count(key) > 1)
    problems.extend(Problem(Place(ACROSS, key, "key"), "two questions have this key") for key in twice)
    return found


def _question(table: Table, facts: Collection[str], entities: Entities) -> AcrossQuestion:
    key = table.text("key")
    check_key(table, key)
    kind = table.one_of("kind", get_args(AcrossKind))
    arranged = kind in {"matching", "ordering"}
    pairs = tuple(read_pair(item) for item in table.tables("pairs")) if arranged else ()
    wrong = tuple(_option(item, table) for item in table.items("options")) if kind == "multiple-choice" else ()
    keys = tuple(dict.fromkeys(pair.fact for pair in pairs)) if arranged else table.texts("from", least=1)
    if arranged and len(pairs) < LEAST_PAIRS:
        table.problem("pairs", f"expected at least {LEAST_PAIRS} pairs, found {len(pairs)}")
    if kind == "matching" and len(keys) < len(pairs):
        table.problem("pairs", "expected a fact of its own for each pair")
    if kind == "multiple-choice" and len(wrong) < LEAST_WRONG:
        table.problem("options", f"expected at least {LEAST_WRONG} wrong options, found {len(wrong)}")
    for fact in (*keys, *(option.fact for option in wrong)):
        if fact and fact not in facts:
            table.problem("from", unknown("fact", fact, facts))
    question = AcrossQuestion(
        key=key,
        kind=cast("AcrossKind", kind or "free-text"),
        prompts=table.texts("prompts", least=1),
        because=table.text("because"),
        facts=keys,
        rule=table.one_of("rule", DERIVATIONS),
        value=None if arranged else _value(table, kind, entities),
        wrong=wrong,
        pairs=pairs,
    )
    table.close()
    return question


def _value(table: Table, kind: str, entities: Entities) -> Value:
    """Words of multiple choice; typed, a number or the key of an entity."""
    text = table.text("answer")
    if kind == "multiple-choice":
        return Quote(text)
    try:
        return parse_quantity(text)
    except ValueError:
        entity = entity_of(table, "answer", text, entities)
        return Name(entity.name if entity else text, text)


def _option(item: str | Table, table: Table) -> Distractor:
    if isinstance(item, Table):
        return read_distractor(item, item.text("fact", ""))
    table.problem("options", "expected { text = ..., true_of = ... }")
    return Distractor(item, "")


def read_pair(sides: Table) -> Pair:
    """Two things that belong together, with the fact that says so."""
    pair = Pair(sides.text("left"), sides.text("right"), sides.text("fact"))
    sides.close()
    return pair
