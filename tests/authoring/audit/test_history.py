"""The shipped deck says what historians know better, and offers nothing as wrong that is true in history."""

from __future__ import annotations

import re

import pytest

import shipped_deck
from purges_quiz.deck.kinds import Kind

NEVER_WRONG = {
    "first-show-trial/lead-defendants": "Smirnov Bakayev Mrachkovsky Yevdokimov",
    "second-show-trial/named-defendant": "Pyatakov Sokolnikov Serebryakov Muralov Bukharin Stalin Vyshinsky",
    "second-show-trial/constitution": "Bukharin Stalin Vyshinsky Pyatakov Sokolnikov Serebryakov Muralov",
    "second-show-trial/accused": "Rykov Yagoda Krestinsky Rakovsky",
    "third-show-trial/defiant-defendant": "Rykov Yagoda Krestinsky Rakovsky",
    "army-purge/named-commander": "Yakir Uborevich Kork Eideman Feldman Primakov Putna",
    "impact/delegates": "1,961 1,966",
    "impact/central-committee": "107 115",
    "impact/central-committee-shot": "107 115",
    "army-statistics/executed": "412",
    "army-statistics/suicides": "3",
    "arrest-list/size": "200,000 100,000 259,450 268,950",
    "national-minorities/arrested": "143,810 139,835 111,091",
    "national-minorities/shot": "143,810 139,835 111,091",
}
"""What history.md bars from being a wrong option, by the fact that is asked."""

IN_YOUR_NOTES = [
    "impact/delegates",
    "opposition-gone/yezhov-shot",
    "third-show-trial/organisation",
    "third-show-trial/execution-order",
    "third-show-trial/stalin-watching",
    "army-purge/date",
    "army-purge/charges",
    "impact/congress-vote",
    "impact/favoured",
    "impact/central-committee",
    "impact/central-committee-shot",
    "impact/delegates-executed",
    "impact/cases-reviewed",
    "impact/cases-closed",
    "impact/released-jail",
    "impact/released-gulag",
    "first-show-trial/accomplices",
    "arrest-list/target",
    "arrest-list/groups",
    "fifth-column/age",
    "fifth-column/child-law",
    "denunciations/phrase",
    "second-show-trial/constitution",
]
"""The facts on which the cards depart from the histories, or that the histories do not have."""

CORRECTED = [
    "impact/delegates",
    "opposition-gone/yezhov-shot",
    "third-show-trial/organisation",
    "third-show-trial/execution-order",
    "third-show-trial/stalin-watching",
    "army-purge/date",
    "army-purge/charges",
    "impact/central-committee-shot",
    "fifth-column/age",
    "denunciations/phrase",
    "second-show-trial/constitution",
]
"""Those to which a note says what the histories have."""


@pytest.mark.parametrize("fact", NEVER_WRONG)
def test_what_is_true_in_history_is_never_a_wrong_option(fact: str) -> None:
    offered = {
        word
        for question in shipped_deck.questions().of_fact(fact)
        for option in question.options
        if not option.correct
        for word in (option.text, *re.findall(r"[\w,]+", option.text))
    }

    assert offered & set(NEVER_WRONG[fact].split()) == set()


@pytest.mark.parametrize("fact", IN_YOUR_NOTES)
def test_every_prompt_about_a_disputed_fact_says_in_your_notes(fact: str) -> None:
    for question in shipped_deck.questions().of_fact(fact):
        assert "according to your notes" in question.prompt.casefold(), question.id


@pytest.mark.parametrize("fact", CORRECTED)
def test_what_the_histories_have_is_said_in_a_note(fact: str) -> None:
    assert shipped_deck.deck().facts[fact].note


def test_no_note_says_what_is_not_confirmed() -> None:
    assert not shipped_deck.deck().facts["army-statistics/executed"].note
    assert not shipped_deck.deck().facts["army-statistics/suicides"].note


def test_nothing_says_that_radek_was_shot() -> None:
    told = re.compile(r"Radek[^.?;]*\b(?:was|were|be|got) (?:shot|executed)", re.IGNORECASE)
    for question in shipped_deck.questions().questions.values():
        texts = [question.prompt, question.answer, *(option.reason for option in question.options)]
        assert not any(map(told.search, texts)), question.id


def test_the_law_on_children_and_the_letter_to_molotov_are_never_dated() -> None:
    for fact in ("fifth-column/age", "fifth-column/child-law", "denunciations/phrase"):
        for question in shipped_deck.questions().of_fact(fact):
            if question.kind not in {Kind.MATCHING, Kind.ORDERING}:
                assert not re.search(r"\b19\d\d\b", question.prompt), question.id
