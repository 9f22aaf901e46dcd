"""Whatever is wrong with a deck is named, all of it at once, with its place."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purges_quiz import bank
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Basis, Date, Name, Quantity, Statement
from purges_quiz.deck.problems import DeckError, Problem

ENTITIES = """
[yagoda]
kind = "person"
name = "Yagoda"
about = "Head of the NKVD until 1936"
[yezhov]
kind = "person"
name = "Yezhov"
about = "Head of the NKVD from 1936"
"""
CARD = """
key = "trial"
title = "A trial"
sentences = ["In August 1936, 14 people were tried.", "Yagoda was replaced."]
[facts.date]
type = "date"
value = "August 1936"
mark = "August 1936"
about = "the date of a trial"
prompts = ["When were 14 people tried (month and year)?"]
[facts.people]
type = "quantity"
value = "14"
units = ["people"]
mark = "14 people"
about = "the number tried"
prompts = ["How many people were tried in August 1936?"]
[facts.head]
type = "person"
value = "yagoda"
mark = "Yagoda"
about = "the head replaced"
prompts = ["Which Head of the NKVD was replaced after August 1936?"]
distractors = ["yezhov", "trial/people", { text = "Kirov", reason = "he was killed in 1934" }]
[facts.fate]
type = "statement"
value = "he was replaced"
mark = "was replaced"
about = "what befell Yagoda"
prompts = ["What befell Yagoda after August 1936?"]
ideas = [{ name = "that he was replaced", said = ["replaced"] }]
"""


def problems_of(card: str = CARD, **others: str) -> list[str]:
    files = {"trial.toml": card, "entities.toml": ENTITIES, **{f"{name}.toml": text for name, text in others.items()}}
    with pytest.raises(DeckError) as caught:
        load({name: text.encode() for name, text in files.items()})
    return [str(problem) for problem in caught.value.problems]


def test_a_deck_without_problems_gives_its_facts_with_their_values_and_sentences() -> None:
    deck = load({"trial.toml": CARD.encode(), "entities.toml": ENTITIES.encode()})

    assert list(deck.facts) == ["trial/date", "trial/people", "trial/head", "trial/fate"]
    assert isinstance(deck.facts["trial/date"].targets[0].value, Date)
    assert deck.facts["trial/people"].targets[0].value == Quantity("14", 14, "", ("people",))
    assert deck.facts["trial/head"].targets[0].value == Name("Yagoda", "yagoda")
    assert deck.facts["trial/head"].sentence == "Yagoda was replaced."
    assert isinstance(deck.facts["trial/fate"].targets[0].value, Statement)


def test_a_distractor_named_by_key_takes_its_text_and_reason_from_the_entity_or_the_fact() -> None:
    deck = load({"trial.toml": CARD.encode(), "entities.toml": ENTITIES.encode()})

    shown = [(given.text, given.reason) for given in deck.facts["trial/head"].targets[0].distractors]

    assert shown == [
        ("Yezhov", "Head of the NKVD from 1936"),
        ("14", "the number tried"),
        ("Kirov", "he was killed in 1934"),
    ]


@pytest.mark.parametrize("basis", Basis)
def test_words_say_on_what_basis_they_are_wrong_and_that_is_their_reason(basis: Basis) -> None:
    card = CARD.replace('reason = "he was killed', f'{basis} = "he was killed')
    deck = load({"trial.toml": card.encode(), "entities.toml": ENTITIES.encode()})

    *_, kirov = deck.facts["trial/head"].targets[0].distractors
    assert (kirov.reason, kirov.basis) == ("he was killed in 1934", basis)


def test_an_entity_knows_its_time() -> None:
    known = ENTITIES + 'died = "1940-02"\noffices = [{ post = "Head", from = "1936-09", to = "1938" }]\n'
    deck = load({"trial.toml": CARD.encode(), "entities.toml": known.encode()})

    assert deck.entities["yezhov"].times.died == ((1940, 2), (1940, 2))
    assert deck.entities["yezhov"].times.offices[0].until == ((1938, 1), (1938, 12))


def test_a_fact_may_be_shown_with_the_sentence_of_another_card() -> None:
    other = CARD.replace('key = "trial"', 'key = "other"').replace(
        "Yagoda was replaced.", "Yagoda was replaced at once."
    )
    card = CARD.replace('mark = "Yagoda"', 'mark = "at once"\nsentence = "Yagoda was replaced at once."')
    deck = load({"1.toml": card.encode(), "2.toml": other.encode(), "entities.toml": ENTITIES.encode()})

    assert deck.facts["trial/head"].sentence == "Yagoda was replaced at once."


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'type = "date"',
            'type = "dat"',
            'trial.toml: trial/date: type: expected one of date, .* (did you mean "date"?)',
        ),
        ('value = "August 1936"', 'value = "Augst 1936"', "trial.toml: trial/date: value: .*Augst 1936.*"),
        ('value = "14"', "value = 14", "trial.toml: trial/people: value: expected a text in quotes, found 14"),
        (
            'value = "yagoda"',
            'value = "yagda"',
            '.*trial/head: value: no entity has the key "yagda" (did you mean "yagoda"?)',
        ),
        ('"yezhov", ', '"yezov", ', '.*distractors: no entity has the key "yezov" (did you mean "yezhov"?)'),
        ('"trial/people", ', '"trial/peple", ', '.*no fact has the key "trial/peple" (did you mean "trial/people"?)'),
        (
            'mark = "14 people"',
            'mark = "15 people"',
            '.*mark: expected .*; "15 people" stands in no sentence of the card',
        ),
        ('mark = "Yagoda"', 'mark = "e"', '.*mark: .*; "e" stands in 2 sentences of the card'),
        ('title = "A trial"', "", "trial.toml: title: is missing; expected a text"),
        ('units = ["people"]', 'unit = ["people"]', '.*unit: is not a key that is known here (did you mean "units"?)'),
        (
            'about = "the number tried"',
            r'about = "\u001b[31m"',
            ".*expected one line without control characters, found .*",
        ),
        (
            'reason = "he was killed in 1934"',
            'true_off = "December 1934"',
            'trial.toml: trial/head: true_off: is not a key that is known here (did you mean "true_of"?)',
        ),
        ("[facts.head]", "[facts.Head]", ".*expected small letters, digits and hyphens.*"),
        (
            'type = "date"',
            'type = "date"\nnotes_only = true',
            '.*prompts: expected "according to your notes", since notes_only.*',
        ),
        (
            'type = "date"',
            'type = "date"\npart_of = "trial/head"',
            '.*part_of: expected a quantity; "trial/head" is none',
        ),
        (
            'mark = "Yagoda"',
            'mark = "Yagoda"\nsentence = "Yagoda fell."',
            'trial.toml: trial/head: sentence: no card has the sentence "Yagoda fell."',
        ),
        ("ideas = [{", "ideas = []\nidea = [{", ".*ideas: expected at least one idea.*"),
        ('title = "A trial"', "title = ", "trial.toml: is not TOML: .*line 3.*"),
    ],
)
def test_each_problem_names_its_file_fact_key_and_what_was_expected(old: str, new: str, problem: str) -> None:
    import re

    assert old in CARD
    pattern = re.escape(problem).replace(r"\.\*", ".*")

    assert any(re.fullmatch(pattern, found) for found in problems_of(CARD.replace(old, new, 1)))


def test_all_problems_of_all_files_are_reported_at_once() -> None:
    broken = CARD.replace('value = "14"', 'value = "many"').replace('type = "person"', 'type = "persn"')

    found = problems_of(broken, ladders='x = "y"', deck="title = 3")

    assert len(found) >= 4
    assert {"trial.toml", "ladders.toml", "deck.toml"} <= {problem.split(":")[0] for problem in found}


def test_two_entities_that_share_a_name_are_refused() -> None:
    twice = ENTITIES + '[ezhov]\nkind = "person"\nname = "Ezhov"\nabout = "x"\naliases = ["YEZHOV"]\n'

    assert any('"YEZHOV" is also a name of "yezhov"' in problem for problem in problems_of(CARD, entities=twice))


def test_two_cards_that_share_a_key_are_refused() -> None:
    assert any("has a card of this key already" in problem for problem in problems_of(CARD, another=CARD))


def test_a_file_that_is_not_utf8_is_named_with_the_line() -> None:
    with pytest.raises(DeckError, match=r"bad\.toml: expected text in UTF-8; line 2"):
        load({"bad.toml": b'key = "a"\ntitle = "\xff"'})


def test_a_folder_without_cards_is_refused() -> None:
    with pytest.raises(DeckError, match="expected at least one card"):
        load({"entities.toml": ENTITIES.encode()})


def test_a_file_nested_too_deeply_is_refused() -> None:
    with pytest.raises(DeckError, match="nested too deeply"):
        load({"deep.toml": b"x = " + b"[" * 50_000})


def test_a_key_of_too_many_parts_is_refused_at_once() -> None:
    with pytest.raises(DeckError, match=r"deep\.toml: expected at most 1,000 dots in a line; line 2 has more"):
        load({"deep.toml": b"\na.b" + b".c" * 400_000 + b" = 1"})


def test_a_rung_that_is_no_figure_like_the_true_one_is_named_and_a_ladder_for_another_value_is_left_aside() -> None:
    rungs = '"trial/date" = ["June 1936", "Juyl 1936", "August 1936", "May 1937", "May 1938", "May 1939", "May 1940"]'

    [problem] = problems_of(ladders=rungs)

    assert problem.startswith('ladders.toml: trial/date: "Juyl 1936" is no date')
    files = {"trial.toml": CARD, "entities.toml": ENTITIES, "ladders.toml": rungs.replace("August 1936", "March 1936")}
    assert load({name: text.encode() for name, text in files.items()}).facts


VALUES = (
    *(
        "3",
        "-1",
        "1.5",
        "nan",
        "true",
        "[]",
        "{}",
        "[[]]",
        "[1, 'a']",
        "{a = {b = 1}}",
        "''",
        "' '",
        "'x'",
        "2027-01-01",
    ),
    *(
        r'"\u202e"',
        r'"\u001b[31m"',
        r'"\u200b"',
        "'[bold]x[/]'",
        f"'{'x' * 3000}'",
        "9" * 30,
        "'1937'",
        "'August 1937'",
    ),
    *("'13 to 14'", "'yezhov'", "['yezhov', 'yagoda']", "'-'", "'...'", "'?'", "'0'", "'01'", "'1,000,000,000'", "'ß'"),
)
WHOLE = {
    "trial.toml": CARD,
    "entities.toml": ENTITIES,
    "ladders.toml": '"trial/people" = ["10", "11", "12", "14", "15", "16", "17"]\n',
    "arrangements.toml": '[[matching]]\nkey = "m"\nprompts = ["Match."]\npairs = [{ left = "14", right = "people", '
    'fact = "trial/people" }, { left = "August 1936", right = "trial", fact = "trial/date" }]\n',
    "deck.toml": 'title = "A deck"\n',
}


def test_whatever_a_line_is_made_every_problem_is_named_or_every_question_can_be_made() -> None:
    dice, whole = Random(4), 0
    for _ in range(600):
        files = dict(WHOLE)
        name = dice.choice(list(files))
        lines = files[name].splitlines()
        at = dice.randrange(len(lines))
        line, letter = lines[at], dice.randrange(len(lines[at]) + 1)
        changed: tuple[list[str], ...] = (
            [],
            [line, line],
            [f"{line.split(' = ')[0]} = {dice.choice(VALUES)}"],
            [f"{line.split(' = ')[0]} = {dice.choice(lines).split(' = ')[-1]}"],
            [line[:letter] + dice.choice("x\"'[]\0é\u202e=.") + line[letter + 1 :]],
        )
        files[name] = "\n".join([*lines[:at], *dice.choice(changed), *lines[at + 1 :]])
        shown: tuple[object, ...] = ()
        try:
            questions = bank.build(load({name: text.encode() for name, text in files.items()})).questions.values()
        except DeckError as error:
            shown = error.problems
        else:
            whole += 1
            shown = tuple(text for question in questions for text in (question.prompt, question.answer))
        assert shown
        assert all(str(text).isprintable() for text in shown)
    assert 60 < whole < 540


toml_texts = st.text(st.characters(codec="utf-8"), max_size=40)
toml_values = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), toml_texts),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def as_toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
        case list():
            return "[" + ", ".join(map(as_toml, value)) + "]"
        case _:
            return str(value)


keys = st.sampled_from(
    [line.split(" = ")[0] for line in CARD.splitlines() if " = " in line] + ["note", "bounds", "choice", "elements"]
) | st.text(max_size=5)


@given(
    st.lists(st.tuples(keys, toml_values), max_size=8, unique_by=lambda pair: pair[0]),
    st.sampled_from(["", "[facts.x]\n"]),
)
def test_any_values_under_any_keys_give_a_deck_or_problems_without_control_characters(
    pairs: list[tuple[str, object]], header: str
) -> None:
    text = header + "".join(f"{as_toml(key)} = {as_toml(value)}\n" for key, value in pairs)
    problems: tuple[Problem, ...] = ()
    try:
        load({"any.toml": text.encode(), "entities.toml": ENTITIES.encode()})
    except DeckError as error:
        problems = error.problems

    assert problems
    assert all(str(problem).isprintable() for problem in problems)
