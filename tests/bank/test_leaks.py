from __future__ import annotations

import pytest

from purges_quiz import bank
from purges_quiz.bank import leaks
from purges_quiz.deck.loading import load
from purges_quiz.deck.model import Deck

ENTITIES = """
[yagoda]
kind = "person"
name = "Yagoda"
first_names = ["Genrikh"]
about = "Head of the NKVD until 1936"
[yezhov]
kind = "person"
name = "Yezhov"
about = "Head of the NKVD in 1937-38"
aliases = ["the Dwarf"]
[trotsky]
kind = "person"
name = "Trotsky"
about = "the exile"
"""

CARD = """
key = "card"
title = "A card"
sentences = [
    "Yagoda was replaced after a trial of 16.",
    "Eight commanders were arrested in May 1937.",
    "The pace slowed in 1938.",
    "Stalin blamed Yezhov.",
    "They were found guilty and executed.",
    "The 17th Party Congress met.",
    "Seventeen stood trial in January.",
    "It spread from Party to towns.",
]

[facts.removed]
type = "person"
value = "yagoda"
mark = "Yagoda"
about = "the man replaced"
prompts = ["Which security chief was replaced after the first trial?"]

[facts.number]
type = "quantity"
value = "16"
mark = "trial of 16"
about = "the number on trial"
prompts = ["How many stood on trial in the first trial of the purges?"]

[facts.commanders]
type = "quantity"
value = "8"
mark = "Eight"
about = "the number of commanders"
prompts = ["How many senior commanders were arrested in May 1937?"]

[facts.arrests]
type = "date"
value = "May 1937"
mark = "May 1937"
about = "the date of the arrests"
prompts = ["When were the eight commanders arrested, who had fought in the Civil War?"]

[facts.slowed]
type = "date"
value = "1938"
mark = "1938"
about = "the year in which the pace slowed"
prompts = ["In which year did the pace of the purges slow?"]

[facts.blamed]
type = "person"
value = "yezhov"
mark = "Yezhov"
about = "the man blamed"
prompts = ["Whom did Stalin blame in November 1938 for the excesses of the purges?"]

[facts.verdict]
type = "statement"
value = "they were found guilty and executed"
mark = "found guilty"
about = "the outcome"
prompts = ["What happened to the defendants who had been tried with the Dwarf's consent?"]
ideas = [{ name = "guilty", said = ["guilty"] }]

[facts.congress]
type = "quote"
value = "17th Party Congress"
mark = "17th"
about = "the body that met"
prompts = ["Which body met, where all who were found to be guilty were later executed?"]

[facts.defendants]
type = "quantity"
value = "17"
mark = "Seventeen"
about = "the number of defendants in January"
prompts = ["How many stood trial in the month of January?"]

[facts.spread]
type = "sequence"
elements = [{ text = "the hierarchy", said = ["hierarchy"] }, { text = "towns", said = ["towns"] }]
mark = "Party to towns"
about = "the steps of the terror"
prompts = ["By which steps did the terror spread through the country?"]
"""

MATCHING = """
[[matching]]
key = "men"
prompts = ["Match each man with what is told of him, and mind the towns."]
pairs = [
    { left = "replaced in the year before 1938", right = "Yagoda", fact = "card/removed" },
    { left = "blamed", right = "Yezhov", fact = "card/blamed" },
]
"""


def small_deck() -> Deck:
    files = {"card.toml": CARD, "entities.toml": ENTITIES, "arrangements.toml": MATCHING}
    return load({name: text.encode() for name, text in files.items()})


GRAPH = leaks.graph(bank.build(small_deck()))


def leaking_to(answer: str) -> set[str]:
    return {key.removeprefix("card/") for key, others in GRAPH.items() if f"card/{answer}" in others}


def test_facts_of_one_sentence_give_each_other_away() -> None:
    assert leaking_to("removed") == {"number"}
    assert leaking_to("number") == {"removed"}


def test_an_answer_shown_in_a_prompt_leaks() -> None:
    assert leaking_to("arrests") == {"commanders"}
    assert "blamed" in leaking_to("slowed")


def test_a_number_in_words_shows_the_number() -> None:
    assert leaking_to("commanders") == {"arrests"}


def test_an_ordinal_shows_no_number() -> None:
    assert leaking_to("defendants") == set()


def test_other_names_of_an_answer_show_it() -> None:
    assert leaking_to("blamed") == {"verdict"}


def test_a_statement_is_shown_by_its_words() -> None:
    assert leaking_to("verdict") == {"congress"}


def test_half_of_a_list_is_as_good_as_the_whole_and_a_matching_counts_to_its_first_fact() -> None:
    assert leaking_to("spread") == {"removed"}
    assert "removed" in leaking_to("slowed")


def test_what_a_matching_asks_is_not_given_away_by_it() -> None:
    assert "card/blamed" not in GRAPH["card/removed"]


def test_no_fact_gives_itself_away_and_all_are_there() -> None:
    assert set(GRAPH) == set(small_deck().facts)
    assert all(key not in others for key, others in GRAPH.items())


def test_an_idea_in_other_words_leaks_where_it_is_about_the_same_matter() -> None:
    told = 'prompts = ["Which of the diplomats at the secret tribunal saw that the accused were convicted?"]'
    asked = 'prompts = ["What did diplomats see at the secret tribunal of the accused?"]'
    card = CARD.replace(
        'ideas = [{ name = "guilty", said = ["guilty"] }]', 'ideas = [{ name = "guilt", said = ["convict*"] }]'
    )
    card = card.replace(
        'prompts = ["What happened to the defendants who had been tried with the Dwarf\'s consent?"]', asked
    )
    card = card.replace('prompts = ["In which year did the pace of the purges slow?"]', told)
    found = leaks.graph(bank.build(load({"card.toml": card.encode(), "entities.toml": ENTITIES.encode()})))

    assert "card/verdict" in found["card/slowed"]


def test_an_idea_that_names_somebody_leaks_by_any_of_his_names() -> None:
    told = 'prompts = ["At the secret tribunal, which diplomats of the accused heard of the part of the Dwarf?"]'
    asked = 'prompts = ["What did diplomats hear at the secret tribunal of the accused?"]'
    card = CARD.replace(
        'ideas = [{ name = "guilty", said = ["guilty"] }]', 'ideas = [{ name = "his part", said = ["part of Yezhov"] }]'
    )
    card = card.replace(
        'prompts = ["What happened to the defendants who had been tried with the Dwarf\'s consent?"]', asked
    )
    card = card.replace('prompts = ["In which year did the pace of the purges slow?"]', told)
    found = leaks.graph(bank.build(load({"card.toml": card.encode(), "entities.toml": ENTITIES.encode()})))

    assert "card/verdict" in found["card/slowed"]


def test_no_question_need_be_made_to_know_what_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(bank.bank, "generate")

    assert leaks.graph(bank.build(small_deck()))
