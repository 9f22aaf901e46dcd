"""The words and concepts that answers in every deck are read with: well formed, and no set says its own opposite."""

from __future__ import annotations

import re
import runpy
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from purges_quiz import grading, language

DATA = files("purges_quiz").joinpath("grading", "data")
COMMAND = runpy.run_path(str(Path(__file__).parents[2] / ".words" / "lexicon.py"))
concepts_of = COMMAND["concepts_of"]
CONCEPTS = concepts_of(DATA.joinpath("concepts.txt").read_text(encoding="utf-8").splitlines())
TABLES = tomllib.loads(DATA.joinpath("lexicon.toml").read_text(encoding="utf-8"))
ENGLISH = DATA.joinpath("english.txt").read_text(encoding="ascii")
KINDS = ("verbs", "nouns", "adjectives", "others")


def listed(concept: str, *keys: str) -> list[str]:
    return [entry for key in keys for entry in CONCEPTS[concept].get(key, "").split(", ") if entry]


def test_english_words_are_sorted_each_once_in_small_letters() -> None:
    words = ENGLISH.split("\n")
    assert words.pop() == ""
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() for word in words)
    assert 20_000 <= len(words) <= 30_000


@pytest.mark.parametrize(
    "word", ["colour", "color", "organise", "organize", "shot", "monasteries", "arrested", "a", "i"]
)
def test_english_has_common_words_in_both_spellings_and_in_their_forms(word: str) -> None:
    assert f"\n{word}\n" in f"\n{ENGLISH}"


@pytest.mark.parametrize(
    "word", ["adn", "teh", "nien", "eihgt", "sumer", "juen", "poltting", "donw", "arrset", "s", "t"]
)
def test_english_has_no_slips_of_the_keys(word: str) -> None:
    assert f"\n{word}\n" not in f"\n{ENGLISH}"


def test_concepts_name_only_concepts() -> None:
    named = {(concept, other) for concept in CONCEPTS for other in listed(concept, "opposites", "converses", "implies")}
    assert [pair for pair in named if pair[1] not in CONCEPTS or pair[0] == pair[1]] == []


def test_no_word_stands_twice_in_one_list() -> None:
    twice = [
        (concept, kind, entry)
        for concept in CONCEPTS
        for kind in KINDS
        for entry, count in Counter(listed(concept, kind)).items()
        if count > 1
    ]
    assert twice == []


def test_no_word_stands_in_a_concept_and_in_its_opposite() -> None:
    both = [
        (concept, other, entry)
        for concept in CONCEPTS
        for other in listed(concept, "opposites")
        for entry in set(listed(concept, *KINDS)) & set(listed(other, *KINDS))
    ]
    assert both == []


def test_concepts_are_written_in_small_letters_without_marks() -> None:
    odd = [
        entry
        for concept in CONCEPTS
        for entry in listed(concept, *KINDS)
        if entry != entry.lower() or not entry.replace(" ", "").replace("-", "").replace("'", "").rstrip("%").isalnum()
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kill\n  verbs kill\nkill\n", "line 3: kill stands there twice"),
        ("  verbs kill\n", "line 1: verbs is not expected here"),
        ("kill\n  verb kill\n", "line 2: verb is not expected here"),
        ("kill\n  verbs kill\n  verbs shoot\n", "line 3: verbs is not expected here"),
        ("kill\n  verbs\n", "line 2: verbs has nothing behind it"),
    ],
)
def test_what_is_no_concept_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        concepts_of(text.splitlines())


def test_what_is_looked_up_is_what_the_command_makes_of_concepts_and_lexicon() -> None:
    made = COMMAND["made"]()

    found = {name: DATA.joinpath(name).read_text(encoding="ascii") for name in made}
    assert found == made, "run .words/lexicon.py: concepts.txt, lexicon.toml or the rules of roots have changed"


def test_irregular_forms_lead_to_dictionary_forms() -> None:
    chained = [form for form, lemma in TABLES["irregular"].items() if lemma in TABLES["irregular"]]
    assert chained == []


def test_every_table_and_list_is_read_by_the_grader() -> None:
    paths = [Path(language.__file__), *Path(grading.__file__).parent.glob("*.py")]
    rules = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert [name for name in TABLES if f'"{name}"' not in rules] == []
    assert [name for name in TABLES["lists"] if not re.search(rf'lists(?:\.get\(|\[)"{name}"', rules)] == []
