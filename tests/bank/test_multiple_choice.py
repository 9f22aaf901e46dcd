from __future__ import annotations

from dataclasses import replace

import small_deck

from purges_quiz.bank.multiple_choice import option_sets
from purges_quiz.deck.index import Index
from purges_quiz.deck.question import Option

INDEX = Index(small_deck.deck())


def sets(name: str, end: str = "") -> tuple[tuple[Option, ...], ...]:
    fact = small_deck.deck().facts[f"card/{name}"]
    return option_sets(fact, next(target for target in fact.targets if target.name == end), INDEX)


def reasons(name: str) -> dict[str, str]:
    return {option.text: option.reason for options in sets(name) for option in options}


def test_a_ladder_gives_four_sets_in_ascending_order() -> None:
    rungs = small_deck.deck().facts["card/delegates"].targets[0].rungs

    assert [tuple(option.text for option in options) for options in sets("delegates")] == [
        rungs[0:4],
        rungs[1:5],
        rungs[2:6],
        rungs[3:7],
    ]


def test_each_set_has_one_right_option() -> None:
    for fact in small_deck.deck().facts.values():
        for target in fact.targets:
            for options in option_sets(fact, target, INDEX):
                assert sum(option.correct for option in options) == 1
                assert len({option.text for option in options}) == len(options)


def test_a_text_has_four_sets_where_its_wrong_options_allow_it() -> None:
    assert len(set(sets("head"))) == 4
    assert len(set(sets("fear"))) == 4
    assert len(set(sets("category", "backward"))) == 1


def test_what_has_too_few_wrong_options_or_forbids_choice_has_no_set() -> None:
    assert sets("law") == ()
    assert sets("spread") == ()
    assert sets("suicides") == ()


def test_the_right_option_stands_once_in_each_place() -> None:
    places = [next(at for at, option in enumerate(options) if option.correct) for options in sets("head")]

    assert sorted(places) == [0, 1, 2, 3]


def test_people_are_all_called_alike() -> None:
    assert {option.text for options in sets("head") for option in options} <= {
        "Yagoda",
        "Yezhov",
        "Beria",
        "Kirov",
        "Molotov",
    }
    assert all(" " in option.text for options in sets("successor") for option in options)


def test_statements_stand_in_their_short_wording() -> None:
    texts = {option.text for options in sets("fear") for option in options}

    assert "that they might bring it down from within" in texts
    assert "that they might bring down the USSR from within" not in texts
    assert "that children aged 12 and over would face the same punishments as adults" not in texts


def with_rungs(name: str, *rungs: str) -> dict[str, str]:
    (card,) = small_deck.deck().cards
    facts = tuple(
        fact._replace(targets=(fact.targets[0]._replace(rungs=rungs),)) if fact.key == f"card/{name}" else fact
        for fact in card.facts
    )
    deck = replace(small_deck.deck(), cards=(card._replace(facts=facts),))
    fact = deck.facts[f"card/{name}"]
    found = option_sets(fact, fact.targets[0], Index(deck))
    return {option.text: option.reason for options in found for option in options}


def test_a_wrong_number_says_what_it_is() -> None:
    assert with_rungs("others", "11", "12", "13", "14", "15", "17", "18") == {
        "11": "too low by three",
        "12": "12 is a typical slip",
        "13": "the number of death sentences; also the number of suicides",
        "14": "the number of the others on trial",
        "15": "too high by one",
        "17": "too high by three",
        "18": "too high by four",
    }


def test_a_ladder_of_a_value_that_has_since_changed_gives_no_options() -> None:
    assert with_rungs("others", "11", "12", "13", "15", "17", "18", "19") == {}
    assert with_rungs("others", "14", "15", "17", "18", "19", "22", "23") == {}


def test_the_right_option_says_what_else_it_is() -> None:
    assert reasons("sentenced")["13"] == "the number of death sentences; also the number of suicides"
    assert reasons("head")["Yezhov"] == "the Head of the NKVD in 1937-38"
    assert reasons("head")["Beria"] == "Yezhov's deputy"


def test_a_date_says_what_happened_then() -> None:
    months = with_rungs("second-trial", "May 1936", "July 1936", "August 1936", "January 1937", "June 1937")
    years = with_rungs("year", "1935", "1936", "1937", "1938")

    assert months == {
        "May 1936": "eight months too early",
        "July 1936": "six months too early",
        "August 1936": "the date of the first trial",
        "January 1937": "the date of the second trial",
        "June 1937": "falls within May/June 1937, the date of the commanders' arrest; "
        "also falls within summer 1937, the season of the denunciations",
    }
    assert years["1936"] == "includes August 1936, the date of the first trial"
    assert years["1938"] == "the year in which the pace slowed"
