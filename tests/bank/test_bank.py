from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_deck

from purges_quiz import bank
from purges_quiz.bank import multiple_choice
from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import Fact
from purges_quiz.deck.question import Question

BANK = bank.build(small_deck.deck())
FIELDS = "id card fact facts kind level prompt answer accepted options items source note cue"


def of_kind(key: str, kind: Kind) -> list[Question]:
    return [question for question in BANK.of_fact(f"card/{key}") if question.kind is kind]


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        ("trial", {Kind.MULTIPLE_CHOICE, Kind.DATE_RECALL, Kind.ORDERING}),
        ("others", {Kind.MULTIPLE_CHOICE, Kind.NUMBER_RECALL, Kind.MATCHING}),
        ("suicides", {Kind.NUMBER_RECALL}),
        ("term-of-years", {Kind.MULTIPLE_CHOICE, Kind.NUMBER_RECALL}),
        ("order", {Kind.MULTIPLE_CHOICE, Kind.NUMBER_RECALL}),
        ("head", {Kind.MULTIPLE_CHOICE, Kind.FREE_TEXT}),
        ("fear", {Kind.MULTIPLE_CHOICE, Kind.FREE_TEXT}),
        ("category", {Kind.MULTIPLE_CHOICE, Kind.FREE_TEXT}),
        ("spread", {Kind.LIST_RECALL, Kind.ORDERING}),
    ],
)
def test_each_type_is_asked_in_its_kinds(key: str, kinds: set[Kind]) -> None:
    assert {question.kind for question in BANK.of_fact(f"card/{key}")} == kinds


def test_prompts_and_option_sets_make_the_variants() -> None:
    assert [question.id for question in of_kind("trial", Kind.MULTIPLE_CHOICE)] == [
        f"card/trial:multiple-choice:{number}{letter}" for number in "12" for letter in "abcd"
    ]


def test_a_cued_form_has_an_id_of_its_own_and_its_question() -> None:
    plain, hinted = of_kind("delegates", Kind.NUMBER_RECALL)

    assert (plain.id, plain.hint) == ("card/delegates:number-recall:1", None)
    assert (hinted.id, hinted.hint) == ("card/delegates:number-recall:1-cue", "1,9__")
    assert plain.prompt == hinted.prompt


def test_a_relation_is_asked_from_both_ends_each_with_its_own_answer() -> None:
    answers = {question.id: question.answer for question in of_kind("category", Kind.FREE_TEXT) if not question.hint}

    assert answers == {
        "card/category:free-text:forward-1": "immediately arrested and shot",
        "card/category:free-text:backward-1": "Kirov",
    }


def test_every_right_answer_is_listed() -> None:
    assert of_kind("successor", Kind.FREE_TEXT)[0].accepted == ("Lavrenty Beria", "Beria", "Beriya")
    assert of_kind("delegates", Kind.NUMBER_RECALL)[0].accepted == ("1,996", "1,966")


def test_a_matching_asks_all_its_facts_and_stands_with_each() -> None:
    first, second = (of_kind(key, Kind.MATCHING) for key in ("others", "sentenced"))

    assert first == second
    assert first[1].id == "card/others:matching:figures-2"
    assert first[0].facts == ("card/others", "card/sentenced")
    assert first[0].pairs == (("others", "14"), ("death sentences", "13"))


def test_an_ordering_has_its_events_in_the_right_order() -> None:
    (question,) = of_kind("year", Kind.ORDERING)

    assert question.id == "card/trial:ordering:trials-1"
    assert question.items == ("the first trial", "the second trial", "a slower pace")


def test_the_steps_of_a_sequence_are_put_in_order_too() -> None:
    (question,) = of_kind("spread", Kind.ORDERING)

    assert question.id == "card/spread:ordering:steps"
    assert question.items == ("the Party", "institutions", "towns")


def test_ids_are_unique_and_lead_back_to_their_question() -> None:
    made = [question.id for key in small_deck.deck().facts for question in BANK.of_fact(key)]

    assert set(made) == set(BANK.questions)
    assert {name for name, count in Counter(made).items() if count > 1} == {
        question.id for question in BANK.questions.values() if len(question.facts) > 1
    }
    assert all(BANK.question(name) is not None and BANK.question(name).id == name for name in BANK.questions)


def test_the_wording_of_a_question_is_known_without_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    names = list(BANK.questions)
    monkeypatch.delattr(multiple_choice, "questions")
    fresh = bank.build(small_deck.deck())
    wordings = {name: fresh.wording(name) for name in names}

    assert wordings == {question.id: (question.prompt, question.answer) for question in BANK.questions.values()}


@pytest.mark.parametrize("name", ["card/nothing:free-text:1", "card/head:free-text:99", "nonsense", ""])
def test_an_unknown_id_is_a_key_error(name: str) -> None:
    for find in (BANK.question, BANK.wording):
        with pytest.raises(KeyError):
            find(name)


def test_one_fact_is_made_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    made: set[str] = set()

    def noting(_kind: Kind, fact: Fact, _index: Index) -> Iterator[Question]:
        made.add(fact.key)
        return iter(())

    monkeypatch.setattr(bank.bank, "generate", noting)
    bank.build(small_deck.deck()).of_fact("card/head")

    assert made == {"card/head"}


def test_every_field_is_printed() -> None:
    for question in BANK.questions.values():
        printed = bank.as_json(question)
        assert " ".join(printed) == FIELDS
        assert (printed["options"] is not None) == (question.kind is Kind.MULTIPLE_CHOICE)
        assert (printed["items"] is not None) == (question.kind in {Kind.ORDERING, Kind.MATCHING})
        assert printed["answer"] in printed["accepted"]
        assert json.loads(json.dumps(printed)) == printed


def test_options_and_pairs_are_printed_as_lists() -> None:
    choice = bank.as_json(of_kind("head", Kind.MULTIPLE_CHOICE)[0])
    matching = bank.as_json(of_kind("others", Kind.MATCHING)[0])

    assert all(list(option) == ["text", "correct", "reason"] for option in choice["options"])
    assert matching["items"] == [["others", "14"], ["death sentences", "13"]]


def test_the_bank_is_the_same_with_any_hash_seed() -> None:
    program = (
        "import hashlib, json, small_deck; from purges_quiz import bank;"
        "print(hashlib.sha256(json.dumps([bank.as_json(q) for q in bank.build(small_deck.deck()).questions.values()])"
        ".encode()).hexdigest())"
    )
    folder = str(Path(small_deck.__file__).parent)
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": folder},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "7")
    }

    assert len(found) == 1
