"""Names and terms that are nearly right, kind by kind, on facts of no deck."""

from __future__ import annotations

import pytest
from judging import question_on

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.model import Card, Deck, Fact, Name, Target
from purges_quiz.grading import Grader
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Verdict
from purges_quiz.language import general_language

ENTITIES = (
    Entity("meitner", EntityKind.PERSON, "Meitner", "a physicist", ("Lise",)),
    Entity("brahe", EntityKind.PERSON, "Brahe", "an astronomer", ("Tycho",)),
    Entity("rhetor", EntityKind.PERSON, "Fronto", "a teacher", ("Marcus", "Cornelius")),
    Entity("law", EntityKind.TERM, "lex Canuleia", "a law"),
    Entity("salt", EntityKind.TERM, "nitrate", "a salt"),
    Entity("digestion", EntityKind.TERM, "aerobic digestion", "a process", aliases=("digestion",)),
)
PROMPTS = {
    "meitner": "Who explained nuclear fission?",
    "brahe": "Who measured the orbit of Mars?",
    "rhetor": "Who taught the emperor Marcus Aurelius?",
    "law": "Which law let patricians marry plebeians?",
    "salt": "Which salt do plants take up from the soil?",
    "digestion": "By which process is sludge broken down in air?",
}


@pytest.fixture(scope="module")
def grader() -> Grader:
    facts = []
    for entity in ENTITIES:
        target = Target("", Name(entity.name, entity.key), "what is asked", (PROMPTS[entity.key],))
        sentence = f"It was {entity.full_name}."
        facts.append(Fact(f"made/{entity.key}", "made", "person", sentence, entity.full_name, (target,)))
    card = Card("made", "Made up", tuple(fact.sentence for fact in facts), tuple(facts))
    return Grader(Deck("Made up", (card,), {entity.key: entity for entity in ENTITIES}), general_language())


def judge(grader: Grader, key: str, text: str) -> Verdict:
    fact = grader.deck.facts[f"made/{key}"]
    return grader.grade(question_on(fact, fact.targets[0]), text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("meitner", "Lise Meitner"),
        ("meitner", "Elise Meitner"),
        ("meitner", "the physicist Meitner"),
        ("meitner", "Prof. Meitner"),
        ("brahe", "Tyge Brahe"),
        ("brahe", "Tycho O. Brahe"),
        ("brahe", "Sir Tycho Otto Brahe"),
        ("rhetor", "M. Aufidius Fronto"),
        ("rhetor", "Marcus Aufidius Fronto"),
        ("salt", "nitrates"),
        ("digestion", "aerobic digestion"),
    ],
)
def test_a_name_may_be_put_more_fully(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).right


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("meitner", "Ottokar Meitner"),
        ("brahe", "Bertrand Brahe"),
        ("rhetor", "Publius Fronto"),
        ("salt", "nitrite"),
        ("salt", "nitride"),
    ],
)
def test_another_first_name_and_another_substance_are_wrong(grader: Grader, key: str, text: str) -> None:
    assert not judge(grader, key, text).right


def test_the_opposite_of_a_word_of_the_term_is_told_as_such(grader: Grader) -> None:
    assert judge(grader, "digestion", "anaerobic digestion").slip is Slip.OPPOSITE


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("law", "lex Canuleia or lex Ogulnia"),
        ("law", "lex Ogulnia or lex Canuleia"),
        ("meitner", "Meitner or Meitler"),
    ],
)
def test_a_second_name_of_the_same_kind_leaves_it_open(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).slip is Slip.HEDGED
