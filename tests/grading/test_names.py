from __future__ import annotations

import random
import string
from collections.abc import Iterator

import pytest
from judging import judge, marked, question_on, targets

import shipped_deck
from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Name
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Judgement
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

SUCCESSOR = "yezhov-fall/successor"
NAMESAKE = "yezhovshchina-creation/namesake"


@pytest.mark.parametrize(
    "text",
    [
        "beria",
        "Lavrenty Beria",
        "Lavrentiy Pavlovich Beria",
        "L. Beria",
        "L.P. Beria",
        "Comrade Beria",
        "Берия",
        "B\u0435ria",
        "Berija",
        "Beria?",
        "i think it was beria",
        "um beria maybe",
        "dont know, beria",
        "not sure but beria",
        "Beria's",
        "Beria replaced Yezhov",
        "Yezhov was replaced by Beria",
        "Yezhov's deputy, Beria",
        "yezhovs deputy beria",
        "Stalin replaced him with Beria",
        "Beria, not Malenkov",
        "Beria (not Malenkov)",
        "not Malenkov but Beria",
        "Beria rather than Malenkov",
        "Malenkov, no wait, Beria",
    ],
)
def test_a_name_is_right_however_it_is_put(text: str) -> None:
    assert marked(SUCCESSOR, text) == "correct"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joseph Beria", "wrong other"),
        ("J. Beria", "wrong other"),
        ("Lavrenty", "partial incomplete"),
        ("Beria or Malenkov", "wrong hedged"),
        ("Malenkov/Beria", "wrong hedged"),
        ("Beria and Malenkov", "wrong hedged"),
        ("either Yezhov or Beria", "wrong hedged"),
        ("Beria or Petrov", "wrong hedged"),
        ("stalin beria yezhov yagoda", "wrong hedged"),
        ("it wasnt beria", "wrong negated"),
        ("anyone but Beria", "wrong negated"),
        ("neither Beria nor Yagoda", "wrong negated"),
        ("Beria is wrong", "wrong negated"),
        ("Malenkov", "wrong other"),
        ("Yezhov", "wrong other"),
        ("a politician", "wrong"),
    ],
)
def test_what_is_no_right_name(text: str, expected: str) -> None:
    assert marked(SUCCESSOR, text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ezhov", "Jeschow", "Nikolai Yezhov", "N. Yezhov", "Yezhov, then Beria took his place", "after Yezhov"],
)
def test_transliterations_and_context_are_fine(text: str) -> None:
    assert marked(NAMESAKE, text) == "correct"


def test_the_wrong_first_name_makes_another_man() -> None:
    assert marked(NAMESAKE, "Nikolai Bukharin") == "wrong other"


def test_a_rival_is_named_with_who_that_is() -> None:
    verdict = judge(SUCCESSOR, "yagoda")
    assert verdict.confused_with == "yagoda"
    assert message(verdict).startswith("Yagoda: Head of the NKVD from 1934 to September 1936")


def test_a_misspelling_shows_the_letters_that_differ() -> None:
    verdict = judge("army-purge/named-commander", "Tukachevsky")
    assert (verdict.judgement, verdict.slip) == (Judgement.CORRECT, Slip.SPELLING)
    assert [(part.text, part.same) for part in verdict.differences] == [
        ("Tuk", True),
        ("h", False),
        ("achevsky", True),
    ]


def test_what_is_true_but_not_on_the_card_is_half_right() -> None:
    verdict = judge("second-show-trial/named-defendant", "Pyatakov")
    assert (verdict.judgement, verdict.slip, verdict.confused_with) == (Judgement.PARTIAL, Slip.ALSO_TRUE, "pyatakov")


def test_a_historians_name_is_right_with_the_note() -> None:
    verdict = judge("third-show-trial/organisation", "bloc of rights and trotskyites")
    assert verdict.judgement is Judgement.CORRECT
    assert "Historians" in message(verdict)


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("impact/congress", "the 17th", "correct"),
        ("impact/congress", "XVII party congress", "correct"),
        ("impact/congress", "not the 18th, the 17th", "correct"),
        ("impact/congress", "party congress", "wrong"),
        ("army-purge/court", "tribunals that were secret and military", "correct"),
        ("army-purge/court", "military tribunals", "partial incomplete"),
        ("army-purge/court", "public military tribunals", "wrong"),
        ("third-show-trial/organisation", "the trotsky zinoviev terrorist organization", "correct"),
        ("third-show-trial/organisation", "Trotsky-Bukharin terrorist organisation", "wrong"),
        ("third-show-trial/organisation", "Trotsky", "wrong other"),
        ("third-show-trial/foreign-witness", "british", "partial incomplete"),
        ("third-show-trial/foreign-witness", "a British journalist", "wrong other"),
        ("third-show-trial/foreign-witness", "a british or american diplomat", "wrong hedged"),
        ("fifth-column/term", "the fith column", "correct spelling"),
        ("fifth-column/term", "fourth column", "wrong"),
        ("yezhovshchina-creation/name", "yezhov shchina", "correct"),
        ("surveillance/informers", "reliabels", "correct spelling"),
    ],
)
def test_terms_are_judged_word_by_word(key: str, text: str, expected: str) -> None:
    judged = marked(key, text)
    assert judged == expected or (expected == "wrong" and judged.startswith("wrong"))


def edits(name: str) -> Iterator[str]:
    """Every letter left out, swapped with the next, replaced or put in."""
    letters = string.ascii_lowercase
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]
        yield from (name[:place] + letter + name[place + 1 :] for letter in letters if letter != name[place])
    for place in range(len(name) - 1):
        yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    for place in range(len(name) + 1):
        yield from (name[:place] + letter + name[place:] for letter in letters)


def people() -> list[Entity]:
    return [it for it in shipped_deck.deck().entities.values() if it.kind is EntityKind.PERSON and it.first_names]


def test_nearly_every_single_edit_in_a_surname_is_accepted_as_a_misspelling() -> None:
    dice = random.Random(20)
    accepted: list[Slip | None] = []
    for fact, target in targets():
        if not isinstance(target.value, Name) or target.value.entity not in {it.key for it in people()}:
            continue
        name = shipped_deck.deck().entities[target.value.entity].name.lower()
        slips = [edit for edit in edits(name) if edit != name]
        for edit in dice.sample(slips, 120):
            verdict = grader().grade(question_on(fact, target), edit)
            accepted.append(verdict.slip if verdict.judgement is Judgement.CORRECT else Slip.OTHER)
    assert accepted.count(Slip.SPELLING) >= 0.98 * len(accepted)


def test_no_rivals_name_with_an_edit_is_taken_for_another(full: bool) -> None:  # noqa: FBT001
    """Three edits of each name, drawn anew for each fact; with --full ten."""
    dice = random.Random(7)
    names = {it.key: it.name.lower() for it in people()}
    edited = {name: sorted(set(edits(name))) for name in names.values()}
    taken = []
    for fact, target in targets():
        if not isinstance(target.value, Name) or target.value.entity not in names:
            continue
        for key, name in names.items():
            if key == target.value.entity:
                continue
            for edit in (name, *dice.sample(edited[name], 10 if full else 3)):
                verdict = grader().grade(question_on(fact, target), edit)
                if verdict.judgement is Judgement.CORRECT:
                    taken.append((fact.key, edit))
    assert taken == []
