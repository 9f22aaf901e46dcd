from __future__ import annotations

from collections import Counter

import small_deck

from purges_quiz.deck.dates import parse_date
from purges_quiz.deck.index import Index, amount_key, counted
from purges_quiz.deck.model import Label, Name, Quantity, Range

INDEX = Index(small_deck.deck())


def keys(entries: object) -> list[str]:
    assert isinstance(entries, list)
    return [entry.fact.key for entry in entries]


def test_every_target_of_the_deck_has_its_entry() -> None:
    assert [entry.target for entry in INDEX.entries] == [
        target for fact in small_deck.deck().facts.values() for target in fact.targets
    ]


def test_a_number_is_found_wherever_it_stands() -> None:
    assert keys(INDEX.numbers[13]) == ["card/sentenced", "card/suicides"]


def test_a_label_is_not_the_number_of_its_digits_and_a_range_neither_of_its_bounds() -> None:
    keys_of_447 = {amount_key(value) for value in (Label("00447", "00447"), Quantity("447", 447), Label("447", "447"))}

    assert len(keys_of_447) == 3
    assert amount_key(Range("8-10 years", 8, 10)) not in {8, 10}


def test_a_date_is_found_by_its_first_and_last_month_however_it_is_printed() -> None:
    date = parse_date("January 1937")

    assert all(
        entry.target.value.first == date.first  # type: ignore[union-attr]
        for entry in INDEX.dates[date.first, date.last]
    )
    assert list(INDEX.dates) == sorted(INDEX.dates)


def test_a_name_is_found_by_its_entity() -> None:
    for entry in INDEX.entries:
        if isinstance(entry.target.value, Name):
            assert entry in INDEX.names[entry.target.value.entity]


def test_the_index_counts_how_many_facts_have_a_text_as_the_right_option_with_and_without_one_of_them() -> None:
    assert INDEX.times_right == Counter(INDEX.times_right)
    assert INDEX.times_right["13"] == 2
    assert INDEX.times_right_without(small_deck.deck().facts["card/suicides"])["13"] == 1


def test_texts_are_counted_once_for_each_fact_but_the_one_left_out() -> None:
    texts = {"a": ["x", "y"], "b": ["x"], "c": ["y"]}

    assert counted(texts) == {"x": 2, "y": 2}
    assert counted(texts, without="a") == {"x": 1, "y": 1}


def test_a_text_that_is_the_key_of_no_entity_is_its_own_name() -> None:
    assert INDEX.names_of("nobody at all") == ("nobody at all",)
    for key, entity in small_deck.deck().entities.items():
        assert INDEX.names_of(key) == (entity.name, *entity.aliases)
