"""What is said of an answer beside the right one."""

from __future__ import annotations

import pytest
from judging import judge, question

from purges_quiz.round.attempt import Attempt
from purges_quiz.round.posed import PosedQuestion
from purges_quiz.round.records import Outcome
from purges_quiz.wording import verdicts
from purges_quiz.wording.answers import by_sentence, gave, message, spans_in
from shipped_deck import deck


def said(key: str, text: str) -> str:
    """What the player is told of a wrong answer."""
    return message(Attempt(PosedQuestion(question(key), (), None, 5), text, text, judge(key, text), Outcome.WRONG))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("army-statistics/jailed", "77"),
        ("first-show-trial/removed-nkvd-head", "Smithson"),
        ("first-show-trial/lead-defendants", "Smith and Jones"),
        ("opposition-gone/trotsky-killed", "1929"),
        ("denunciations/phrase", "a stitch in time"),
        ("yezhovshchina-creation/order", "00123"),
    ],
)
def test_a_message_that_only_repeats_the_right_answer_is_left_out(key: str, text: str) -> None:
    assert not said(key, text)
    assert verdicts.message(judge(key, text))


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("impact/delegates-arrested", "1,180", "Two digits are swapped."),
        ("impact/delegates-arrested", "the Party", "The answer holds no number."),
    ],
)
def test_a_message_does_not_end_with_the_right_answer_which_stands_below_it(key: str, text: str, told: str) -> None:
    assert question(key).answer not in said(key, text)
    assert said(key, text).startswith(told)
    assert question(key).answer in verdicts.message(judge(key, text)), "where it stands alone"


@pytest.mark.parametrize(("key", "text"), [("army-statistics/jailed", "29"), ("opposition-gone/assassinated", "Kirov")])
def test_what_the_answer_really_is_is_said(key: str, text: str) -> None:
    assert said(key, text)


@pytest.mark.parametrize(
    ("text", "late", "told"),
    [
        ("1,180", False, "1,180"),
        (" shot \n dead ", True, "shot dead"),
        ("", False, "don't know"),
        (" ", True, "no answer in time"),
    ],
)
def test_what_was_given_is_said_on_one_line_or_why_nothing_was(text: str, late: bool, told: str) -> None:  # noqa: FBT001 -- a case
    assert gave(text, late=late) == told


def test_each_sentence_is_told_once_with_all_its_facts_marked() -> None:
    facts = list(deck().facts.values())
    told = by_sentence(facts)
    assert set(told) == {fact.sentence for fact in facts}
    sentence, said = max(told.items(), key=lambda each: len(each[1]))
    assert len(said) > 2
    places = spans_in(sentence, said)
    assert places == sorted(places)
    assert {sentence[start:end] for start, end in places} <= {fact.span for fact in said}
    assert len(places) > 2
