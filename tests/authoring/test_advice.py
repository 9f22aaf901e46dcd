"""What `check` finds in a deck that can be played."""

from __future__ import annotations

from pathlib import Path

import pytest
from graded_decks import NAMES, deck

from purges_quiz import bank
from purges_quiz.authoring.advice import advice_on, contradiction
from purges_quiz.authoring.audit import Subject
from purges_quiz.cli import main
from purges_quiz.deck.loading import load

CARD = """\
key = "lake"
title = "A lake"
sentences = [{sentence}]
[facts.it]
type = "{kind}"
value = "{value}"
prompt = "{prompt}"
"""


def card(
    kind: str, value: str, sentence: str, prompt: str = "What is told of the lake in Kent?", more: str = ""
) -> str:
    return CARD.format(kind=kind, value=value, sentence=f'"{sentence}"', prompt=prompt) + more


def found(text: str, **others: str) -> list[tuple[bool, str]]:
    files = {"lake.toml": text.encode(), **{f"{name}.toml": other.encode() for name, other in others.items()}}
    subject = Subject.of(bank.build(load(files)))
    return [(each.serious, str(each.problem)) for each in advice_on(files, subject)]


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("date", "August 1936", "It was drained in August 1937."),
        ("date", "August 1936", "It was drained in July 1936."),
        ("date", "14 May 1066", "It was drained on 14 June 1066."),
        ("date", "1861-65", "It was dry from 1851 to 1855."),
        ("quantity", "15", "It is 14 metres deep."),
        ("quantity", "15%", "In 1936 it lost 14% of its water."),
        ("quantity", "30,000", "Around 40,000 people came."),
        ("range", "8-10 years", "It was dry for 7-9 years."),
    ],
)
def test_a_value_that_contradicts_its_own_sentence_is_a_problem(kind: str, value: str, sentence: str) -> None:
    assert any(
        serious and "contradicts its own sentence" in said for serious, said in found(card(kind, value, sentence))
    )


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("date", "August 1936", "In 1936 it was drained, in August."),
        ("date", "summer 1936", "In the hot months of 1936 it was drained."),
        ("date", "44 BC", "It was drained in the year 44 before Christ."),
        ("date", "the 1930s", "It was drained from 1931 to 1938."),
        ("quantity", "14", "Fourteen people drowned in 1936."),
        ("quantity", "15", "In 1936 it was as deep as a house."),
        ("quantity", "1.5 million", "A million and a half, or 1,500,000, came in 1936."),
        ("quantity", "0", "Nobody came."),
    ],
)
def test_a_value_in_other_words_than_its_sentence_is_none(kind: str, value: str, sentence: str) -> None:
    assert not [said for serious, said in found(card(kind, value, sentence)) if serious]


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_deck_that_somebody_read_contradicts_itself(name: str) -> None:
    for fact in deck(name).facts.values():
        assert [contradiction(fact, target) for target in fact.targets] == [""] * len(fact.targets)


@pytest.mark.parametrize("prompt", ["When did he die, and of what?", "What did this lead to in Kent?"])
def test_a_prompt_that_does_not_stand_alone_is_named(prompt: str) -> None:
    said = found(card("date", "1936", "He died in 1936.", prompt))

    assert any(f'lake/it: prompts: "{prompt}" does not stand alone' in one for _, one in said)


@pytest.mark.parametrize(
    "prompt",
    [
        "When did King Offa lose his lake in Kent?",
        "Which nun was drowned for her prophecies about the lake?",
        "In which year did Jane Seymour see the lake that she had bought?",
        "How many people were put to death in the Terror?",
    ],
)
def test_a_prompt_with_a_name_of_any_subject_stands_alone(prompt: str) -> None:
    assert not [one for _, one in found(card("date", "1936", "It was in 1936.", prompt)) if "stand alone" in one]


def test_a_ladder_of_another_value_and_one_of_no_fact_are_named() -> None:
    rungs = '["1930", "1932", "1933", "1935", "1937", "1938", "1940"]'
    said = found(card("date", "1936", "It was in 1936."), ladders=f'"lake/it" = {rungs}\n"lake/at" = {rungs}\n')

    assert any('ladders.toml: lake/it: is the ladder of another value than "1936"' in one for _, one in said)
    assert any('ladders.toml: lake/at: is the ladder of no fact (did you mean "lake/it"?)' in one for _, one in said)


def test_a_fact_without_options_is_named_with_the_reason() -> None:
    assert any("there is no ladder for the value" in one for _, one in found(card("date", "1936", "It was in 1936.")))
    assert any("fewer than 3 other values" in one for _, one in found(card("term", "Kent", "It is in Kent.")))
    assert any('every smaller "over"' in one for _, one in found(card("quantity", "over 9", "It has over 9 fish.")))
    assert not any("options" in one for _, one in found(card("term", "Kent", "It is in Kent.", more="choice = false")))


def test_of_many_facts_without_options_a_few_are_named_as_their_file_has_them_and_nothing_is_called_wrong() -> None:
    facts = "".join(f'[facts.f{n}]\ntype = "term"\nvalue = "T{n}"\nprompt = "What is {n}?"\n' for n in range(5))
    ends = '[facts.r]\ntype = "relation"\nmark = "Kent"\n' + "".join(
        f'[facts.r.{end}]\ntype = "date"\nvalue = "1936"\nprompt = "When was {end}?"\n'
        for end in ("forward", "backward")
    )
    text = (
        'key = "lake"\ntitle = "A lake"\nsentences = ["In 1936 T0, T1, T2, T3 and T4 were in Kent."]\n' + facts + ends
    )
    said = [one for _, one in found(text) if "options" in one]
    assert [one.partition(":")[0].partition(" are asked")[0] for one in said] == [
        "nothing is wrong, but 5 facts",
        "nothing is wrong, but 2 facts",
    ]
    assert said[0].endswith(": [facts.f0] of lake, [facts.f1] of lake, [facts.f2] of lake and 2 more")
    assert said[1].endswith(": [facts.r.forward] of lake, [facts.r.backward] of lake")


def test_ideas_that_nobody_wrote_need_no_advice() -> None:
    assert not any(
        "ideas" in one for _, one in found(card("statement", "houses of timber", "They had houses of timber."))
    )


def test_an_answer_that_the_grader_refuses_and_a_wrong_option_that_it_takes_are_problems() -> None:
    more = 'aliases = ["a week"]\n'
    wrong = 'distractors = [{ text = "KENT", reason = "it is wrong" }]\n'
    right = found(card("term", "Kent", "It is in Kent.", more=more))

    assert not [said for serious, said in right if serious]
    assert any(
        serious and 'distractors: the grader takes "KENT" for right' in said
        for serious, said in found(card("term", "Kent", "It is in Kent.", more=wrong))
    )


def test_a_problem_ends_with_1_and_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lake.toml").write_text(card("date", "1936", "It was drained in 1937."), encoding="utf-8")

    assert main(["check", str(tmp_path)]) == 1

    out = capsys.readouterr().out
    assert "1 card with 1 fact: 1 problem found" in out
    assert 'problem: lake.toml:6: lake/it: value: "1936" contradicts its own sentence' in out
    (tmp_path / "lake.toml").write_text(card("date", "1937", "It was drained in 1937."), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
