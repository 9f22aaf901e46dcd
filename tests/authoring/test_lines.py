"""Every problem is named with its line and the likely repair."""

from __future__ import annotations

import pytest

from purges_quiz.authoring.lines import located
from purges_quiz.deck.loading import load
from purges_quiz.deck.problems import DeckError

CARDS = """\
[[card]]
key = "lake"
title = "A lake"
sentences = ["It was measured on 14 August 1936.", "It is 14 metres deep."]
[card.facts.day]
type = "date"
value = "14 August 1936"
prompt = "When was the lake measured?"

[[card]]
key = "pond"
title = "A pond"
sentences = ["It is 2 metres deep."]
[card.facts.depth]
type = "quantity"
value = "2"
prompt = "How deep is the pond, in metres?"
"""


def said(old: str, new: str, **others: str) -> list[str]:
    assert old in CARDS
    files = {"cards.toml": CARDS.replace(old, new, 1), **{f"{name}.toml": text for name, text in others.items()}}
    content = {name: text.encode() for name, text in files.items()}
    with pytest.raises(DeckError) as caught:
        load(content)
    return [located(problem, content) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "line", "repair"),
    [
        ('"14 August 1936"', "\u201c14 August 1936\u201d", 7, 'straight quotation marks: value = "14 August 1936"'),
        ('= "2"', '= "2', 16, "a quotation mark is missing in this line"),
        ('"14 August 1936"', "14 August 1936", 7, 'put it in quotes: value = "14 August 1936"'),
        ('"14 August 1936"', "1936-08-14", 7, 'put it in quotes: value = "14 August 1936"'),
        ('"14 August 1936"', '"August 14th, 1936"', 7, 'did you mean "14 August 1936"?'),
        ('"14 August 1936"', '"1936-08-14"', 7, 'did you mean "14 August 1936"?'),
        ('value = "2"', "value = 2", 16, 'put it in quotes: value = "2"'),
        ('value = "2"', 'value: "2"', 16, 'write = between key and value: value = "2"'),
        ('value = "2"', 'value = "2 km²"', 16, 'value = "2", units = ["km²"]'),
        ('value = "2"', 'value = "-4.5°C"', 16, 'value = "-4.5", units = ["°C", "degrees", "degrees Celsius"]'),
        ('"quantity"\nvalue = "2"', '"number"\nvalue = "2 metres"', 16, 'its type is "quantity"'),
        ('"A lake"', '"A "lake""', 3, 'write \\" for a quotation mark inside a text'),
    ],
)
def test_the_likely_repair_is_said(old: str, new: str, line: int, repair: str) -> None:
    problems = said(old, new)

    assert any(problem.startswith(f"cards.toml:{line}: ") and repair in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('value = "2"', 'value = "a few"', 16),
        ('type = "quantity"', 'type = "quantty"', 15),
        ('value = "2"', "", 14),
        ('prompt = "How', 'promt = "How', 17),
    ],
)
def test_the_line_is_that_of_the_key_or_else_of_its_table(old: str, new: str, line: int) -> None:
    assert any(problem.startswith(f"cards.toml:{line}: pond/depth: ") for problem in said(old, new)), said(old, new)


def test_the_line_of_an_entity_of_an_arrangement_and_of_a_ladder_is_found() -> None:
    found = said(
        'value = "2"',
        'value = "a few"',
        entities='\n[gauge]\nkind = "thing"\nname = "Gauge"\nabout = "it measures"\n',
        arrangements='[[ordering]]\nkey = "a"\nprompts = ["Order them."]\npairs = []\n',
        ladders='# none\n"pond/depth" = ["1"]\n',
    )

    assert any(problem.startswith("entities.toml:3: gauge: kind: ") for problem in found), found
    assert any(problem.startswith("arrangements.toml:4: ordering 1: pairs: ") for problem in found), found
    assert any(problem.startswith("ladders.toml:2: pond/depth: ") for problem in found), found
