"""Practice of two things that were confused."""

from __future__ import annotations

import random

import small_deck
from history import answer, day
from made_up_facts import fact

from purges_quiz import bank
from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Card, Deck, Name
from purges_quiz.progress import Progress, fold
from purges_quiz.round.records import Outcome
from purges_quiz.selection import SelectionContext
from purges_quiz.selection.choice import CONTRASTED, contrast


def context(progress: Progress | None = None) -> SelectionContext:
    made = bank.build(small_deck.deck())
    return SelectionContext(made, progress or Progress(), day(1), 1, tuple(made.deck.facts))


def asked(pair: tuple[str, str], progress: Progress | None = None) -> list[str]:
    return sorted(question.fact.key for question in contrast(context(progress), pair, random.Random(1)))


def test_both_of_two_people_are_asked_for() -> None:
    assert asked(("beria", "yezhov")) == ["card/head", "card/successor"]


def test_facts_stand_for_themselves() -> None:
    assert asked(("card/others", "card/sentenced")) == ["card/others", "card/sentenced"]


def test_a_fact_and_a_person_can_be_a_pair_and_no_fact_is_asked_twice() -> None:
    assert asked(("card/head", "yezhov")) == ["card/head"]


def test_each_is_asked_by_its_stage() -> None:
    known = fold(Progress(), [answer(number, facts=("card/head",)) for number in range(2)])
    typed = {
        question.fact.key: question.typed
        for question in contrast(context(known), ("beria", "yezhov"), random.Random(1))
    }
    assert typed == {"card/head": True, "card/successor": False}


def test_of_many_facts_those_that_were_confused_come_first() -> None:
    heads = tuple(fact(f"heads/{number}", Name("Yezhov", "yezhov")) for number in range(8))
    people = {key: Entity(key, EntityKind.PERSON, key.title(), "a Head of the NKVD") for key in ("yagoda", "yezhov")}
    other = fact("heads/other", Name("Yagoda", "yagoda"))
    deck = Deck("A deck", (Card("heads", "Heads", ("One sentence.",), (*heads, other)),), people)
    missed = [
        *[answer(0, Outcome.WRONG, facts=("heads/7",), confused_with="yagoda")] * 2,
        answer(0, Outcome.WRONG, facts=("heads/6",), confused_with="yagoda"),
        answer(0, Outcome.WRONG, facts=("heads/5",), confused_with="beria"),
    ]
    facing = SelectionContext(bank.build(deck), fold(Progress(), missed), day(1), 1, tuple(deck.facts))
    asked = sorted(question.fact.key for question in contrast(facing, ("yagoda", "yezhov"), random.Random(1)))
    assert asked == ["heads/0", "heads/1", "heads/6", "heads/7", "heads/other"]
    assert len(asked) == CONTRASTED + 1


def test_what_nobody_asks_for_gives_nothing() -> None:
    missed = fold(Progress(), [answer(0, Outcome.WRONG, facts=("card/head",), confused_with="gone")])
    assert asked(("gone", "away"), missed) == []
