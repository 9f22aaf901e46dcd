from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import question_on, targets

import shipped_deck
from purges_quiz.deck.model import Date, Label, Name, Quantity, Range
from purges_quiz.deck.question import Question
from purges_quiz.grading.verdict import Judgement, Verdict
from purges_quiz.wording.verdicts import message
from shipped_deck import grader

ASKED = [(target, question_on(fact, target, 0)) for fact, target in targets()]
QUESTIONS = [asked for _, asked in ASKED]
PLAIN = (Name, Quantity, Range, Label, Date)
"""Values that a "not" before them denies, whatever they are."""

PIECES = "yezhov beria not or and the 17th 1937 august 12 % of half a million was shot n't 's , . - /"
texts = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789 ,.-/'\"()?&%", max_size=60),
    st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join),
)


def wordings(asked: Question) -> list[str]:
    """The answer and its aliases, entities' names among them."""
    target = asked.target
    assert target is not None
    found = [target.value.shown, *target.aliases]
    if isinstance(target.value, Name):
        entity = shipped_deck.deck().entities[target.value.entity]
        found += [entity.name, entity.full_name, *entity.aliases]
    return found


def judged(asked: Question, text: str) -> Verdict:
    return grader().grade(asked, text)


@given(st.sampled_from(QUESTIONS), texts)
def test_no_text_raises_and_every_verdict_says_something(asked: Question, text: str) -> None:
    assert message(judged(asked, text))


@given(st.sampled_from(QUESTIONS), texts)
def test_case_and_outer_punctuation_change_no_verdict(asked: Question, text: str) -> None:
    plain = judged(asked, text.lower()).judgement
    assert judged(asked, text.lower().title().lower()).judgement == plain
    assert judged(asked, f'  "{text.lower()}" ').judgement == plain


@pytest.mark.parametrize("asked", QUESTIONS, ids=[asked.id for asked in QUESTIONS])
def test_every_wording_is_right_in_any_dress(asked: Question) -> None:
    for text in wordings(asked):
        accented = unicodedata.normalize("NFC", text.replace("e", "e\u0301"))
        for dressed in (
            text,
            text.upper(),
            text.lower(),
            f"{text}!",
            f"...{text}?",
            f'"{text}"',
            accented,
            f"it was {text}",
            f"I think {text}",
            f"um, {text}",
            f"the {text}",
            f"  {text}\n",
        ):
            assert judged(asked, dressed).judgement is Judgement.CORRECT, dressed


@pytest.mark.parametrize(("target", "asked"), ASKED, ids=[asked.id for asked in QUESTIONS])
def test_a_not_before_a_name_number_or_date_never_leaves_it_right(target: object, asked: Question) -> None:
    if not isinstance(asked.target and asked.target.value, PLAIN):
        return
    assert target is asked.target
    for text in wordings(asked):
        for denied in (f"not {text}", f"it was not {text}", f"it wasnt {text}", f"I don't think it was {text}"):
            assert judged(asked, denied).judgement is Judgement.WRONG, denied


def test_or_a_rival_never_leaves_a_name_right() -> None:
    entities = shipped_deck.deck().entities.values()
    for target, asked in ASKED:
        if not isinstance(target.value, Name):
            continue
        right = shipped_deck.deck().entities[target.value.entity]
        for confused_with in entities:
            if confused_with.kind is right.kind and confused_with.key != right.key:
                for text in (f"{right.name} or {confused_with.name}", f"{confused_with.name} or {right.name}"):
                    assert judged(asked, text).judgement is not Judgement.CORRECT, text


def test_or_another_number_or_date_never_leaves_one_right() -> None:
    others: dict[type, list[str]] = {type(target.value): [] for target, _ in ASKED}
    for target, _ in ASKED:
        others[type(target.value)].append(target.value.shown)
    for target, asked in ASKED:
        if isinstance(target.value, Quantity | Date | Range):
            for other in others[type(target.value)]:
                if other != target.value.shown:
                    text = f"{target.value.shown} or {other}"
                    assert judged(asked, text).judgement is not Judgement.CORRECT, (asked.id, text)


@given(st.sampled_from(QUESTIONS), st.text(alphabet="?.! \t\n'\"-", max_size=8))
def test_nothing_said_is_blank(asked: Question, text: str) -> None:
    assert str(judged(asked, text).slip) == "blank"


@pytest.mark.parametrize("text", ["idk", "dont know", "I don't know!", "no idea", "x", "asdf", "hjkl;", "aaaa", "???"])
def test_giving_up_is_blank(text: str) -> None:
    for asked in QUESTIONS:
        assert str(judged(asked, text).slip) == "blank", asked.id
