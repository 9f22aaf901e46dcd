from __future__ import annotations

from collections import Counter

import small

from purges_quiz.core.distractors import Index, option_sets
from purges_quiz.core.question import Option

INDEX = Index(small.deck())


def sets(name: str, end: str = "") -> tuple[tuple[Option, ...], ...]:
    fact = small.deck().facts[f"card/{name}"]
    return option_sets(fact, next(target for target in fact.targets if target.name == end), INDEX)


def reasons(name: str) -> dict[str, str]:
    return {option.text: option.reason for options in sets(name) for option in options}


def test_a_ladder_gives_four_sets_in_ascending_order() -> None:
    rungs = small.deck().facts["card/delegates"].targets[0].rungs

    assert [tuple(option.text for option in options) for options in sets("delegates")] == [
        rungs[0:4],
        rungs[1:5],
        rungs[2:6],
        rungs[3:7],
    ]


def test_each_set_has_one_right_option() -> None:
    for fact in small.deck().facts.values():
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


def test_every_option_says_what_it_is() -> None:
    others = reasons("others")

    assert others["14"] == "the number of the others on trial"
    assert others["13"] == "the number of death sentences; also the number of suicides"
    assert others.get("12", "12 is a typical slip") == "12 is a typical slip"
    assert "no figure of the cards; the card has 14" in others.values()
    assert reasons("head")["Beria"] == "Yezhov's deputy"
    assert reasons("sentenced")["13"] == "the number of death sentences; also the number of suicides"


def test_a_date_says_what_happened_then() -> None:
    trial, year = reasons("trial"), reasons("year")

    assert trial["August 1936"] == "the date of the first trial"
    assert trial.get("January 1937", "the date of the second trial") == "the date of the second trial"
    assert year["1936"] == "the date of the first trial (August 1936)"
    assert "no event of the cards; the card has August 1936" in trial.values()


def test_the_index_counts_what_is_right_elsewhere() -> None:
    assert INDEX.right == Counter(INDEX.right)
    assert INDEX.right["13"] == 2
    assert INDEX.right_elsewhere(small.deck().facts["card/suicides"])["13"] == 1
