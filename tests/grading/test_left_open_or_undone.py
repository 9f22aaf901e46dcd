"""Statements that leave open which of two things is meant, or undo what they say, kind by kind, on facts of no deck."""

from __future__ import annotations

import pytest
from judging import question_on

from purges_quiz.deck.model import Card, Deck, Fact, Idea, Statement, Target
from purges_quiz.grading import Grader
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Verdict
from purges_quiz.language import general_language

FACTS = {
    "bread": (
        "What did the law of 1701 do?",
        "it made bread dearer",
        ("bread dearer",),
    ),
    "guard": (
        "What danger came from the new guard?",
        "it was more loyal to its captain than to the town",
        ("loyal to the captain",),
    ),
    "shield": (
        "When was a knight allowed to carry the blue shield?",
        "only if he had won two tournaments",
        ("two tournaments",),
    ),
    "larva": (
        "Where does the larva of the mayfly live?",
        "it lives in water and not in a cocoon",
        ("in water",),
    ),
    "mask": (
        "Why did the envoys travel at night?",
        "so that it would not look like a flight",
        ("not look like a flight",),
    ),
    "key": (
        "Why does the lock open with only one key?",
        "only this key fits its wards",
        ("only one fits the wards",),
    ),
    "league": (
        "For what purpose was the league founded?",
        "to keep the ports under Venice's control",
        ("control of the ports",),
    ),
    "plague": (
        "For what purpose was the ditch dug?",
        "to stop the plague from spreading into the suburbs",
        ("stop the spread of the plague",),
    ),
    "guild": (
        "What did the guild want with its fines?",
        "to keep strangers from trading",
        ("keep strangers from trading",),
    ),
    "mint": (
        "What did the duke do that made prices rise?",
        "he minted too much copper money",
        ("too much copper money",),
    ),
    "milk": (
        "How did the road change the milk in the market?",
        "it was fresh when it came",
        ("fresh milk",),
    ),
    "crown": (
        "Why did the barons imprison the marshal?",
        "they feared that he would make himself king",
        ("become king",),
    ),
    "pardon": (
        "Whom did the regent pardon?",
        "only the rebels of the towns that had surrendered",
        ("rebels of the towns that surrendered", "rebels in towns which gave up"),
    ),
    "fair": (
        "What did the charter forbid?",
        "pedlars and foreign smiths were not allowed to sell knives",
        ("pedlars and foreign smiths", "sell knives"),
    ),
    "pact": (
        "What did the towns agree about a raid?",
        "a raid on one of them would be treated as a raid on all",
        ("a raid on one is a raid on all",),
    ),
}


@pytest.fixture(scope="module")
def grader() -> Grader:
    facts = []
    for key, (prompt, value, said) in FACTS.items():
        ideas = tuple(Idea(text, (text,)) for text in said)
        target = Target("", Statement(value, ideas), "what is asked", (prompt,))
        facts.append(Fact(f"made/{key}", "made", "statement", f"It is told that {value}.", value, (target,)))
    card = Card("made", "Made up", tuple(fact.sentence for fact in facts), tuple(facts))
    return Grader(Deck("Made up", (card,), {}), general_language())


def judge(grader: Grader, key: str, text: str) -> Verdict:
    fact = grader.deck.facts[f"made/{key}"]
    return grader.grade(question_on(fact, fact.targets[0]), text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("bread", "bread got more or less dearer"),
        ("guard", "it was loyal to its captain, maybe even too loyal"),
        ("shield", "if he had won two tournaments"),
        ("larva", "in water, not in a cocoon"),
        ("mask", "they did not want it to look like a flight"),
        ("key", "only one key fits the wards"),
        ("key", "no other key fits the wards, all others are too thick"),
        ("mint", "much copper money was minted"),
        ("milk", "there was more fresh milk"),
        ("crown", "they thought he wanted to be king"),
        ("plague", "so that the plague would not spread"),
        ("plague", "the spread of the plague had to be stopped"),
        ("guild", "strangers should be too afraid to trade"),
        ("pact", "that a raid on one counts as a raid on all"),
        ("fair", "foreign smiths and pedlars were banned from selling knives"),
        ("fair", "the sale of knives by pedlars and foreign smiths"),
    ],
)
def test_what_is_meant_is_clear(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).right


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("bread", "it made bread cheaper or dearer"),
        ("guard", "loyal to its captain or maybe to the town"),
        ("shield", "if he had won one or two tournaments"),
    ],
)
def test_what_is_left_open_is_hedged(grader: Grader, key: str, text: str) -> None:
    assert judge(grader, key, text).slip is Slip.HEDGED


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("shield", "not if he had won two tournaments"),
        ("larva", "in a cocoon or in water"),
        ("mask", "they did not mind that it looked like a flight"),
        ("key", "every key fits the wards"),
        ("key", "any key fits the wards"),
        ("pardon", "he pardoned the rebels everywhere"),
        ("bread", "either bread got dearer or milk did"),
        ("pact", "a raid on one would not be treated as a raid on all"),
        ("mint", "he minted too little copper money"),
        ("milk", "the milk was less fresh"),
        ("crown", "they wanted to make him king"),
        ("plague", "to spread the plague into the suburbs"),
        ("guild", "to help strangers trade"),
        ("fair", "it allowed pedlars and foreign smiths to sell knives"),
        ("fair", "it did not forbid pedlars and foreign smiths to sell knives"),
        ("pact", "a raid on all would be treated as a raid on one"),
        ("league", "to free the ports from Venice's control"),
        ("league", "that the ports would stay out of Venice's control"),
    ],
)
def test_what_is_undone_or_said_of_too_many_is_wrong(grader: Grader, key: str, text: str) -> None:
    assert not judge(grader, key, text).right
