"""Whatever id the bank ever had is still understood."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import shipped_deck
from purges_quiz.bank.bank import resolve

FORMER = Path(__file__).parents[1] / "data" / "former-ids.txt.gz"


def former() -> list[str]:
    return gzip.decompress(FORMER.read_bytes()).decode().split()


def test_every_id_of_an_earlier_bank_stands_for_a_question_about_its_fact() -> None:
    names = former()

    assert len(names) > 1000
    for name in names:
        question = resolve(shipped_deck.questions(), name)
        fact = name.partition(":")[0]
        assert fact in question.facts, name
        assert question.id == name or (question.typed and question.hint is None), name


def test_some_of_them_are_gone_from_the_bank() -> None:
    assert any(name not in shipped_deck.questions().questions for name in former())


def test_every_present_id_stands_for_its_own_question() -> None:
    for name, question in shipped_deck.questions().all_questions.items():
        assert resolve(shipped_deck.questions(), name) == question


def test_the_key_of_a_fact_stands_for_its_plain_typed_question() -> None:
    for key in shipped_deck.deck().facts:
        question = resolve(shipped_deck.questions(), key)
        assert question.fact.key == key
        assert question.typed
        assert question.hint is None


def test_the_end_of_a_relation_is_kept() -> None:
    gone = resolve(shipped_deck.questions(), "yezhovshchina-categories/category-2:multiple-choice:backward-1a")

    assert gone.id == "yezhovshchina-categories/category-2:free-text:backward-1"


@pytest.mark.parametrize(
    "name", ["", "impact", "impact/nothing", "impact/delegates:quiz:1", "across/nothing:free-text:1"]
)
def test_what_was_never_an_id_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        resolve(shipped_deck.questions(), name)
