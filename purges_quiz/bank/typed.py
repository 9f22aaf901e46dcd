"""Questions whose answer is typed (a number, a date, words or a list), each also with a hint where there is one.

A hint shows a part of the answer: some digits of a number, the first letters of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from purges_quiz.deck.index import Index
from purges_quiz.deck.kinds import Kind
from purges_quiz.deck.model import (
    Date,
    Fact,
    Label,
    Listing,
    Name,
    Precision,
    Quantity,
    Quote,
    Range,
    Statement,
    Value,
)
from purges_quiz.deck.numbers import MAGNITUDES
from purges_quiz.deck.question import Question, question_id

HIDDEN = 2
"""Digits that a hint hides; a number of fewer has no hint, since one digit is guessed too often."""
GAP = "_"

_NUMBER = re.compile(r"(?P<shown>\D*)(?P<digits>\d[\d,.\-]*?)(?P<zeros>(?:,000)*)(?P<rest>(?: \D*)?)")
_WORD = re.compile(r"[^\W\d_]+")


def kind_of(value: Value) -> Kind:
    """The kind of question in which a value of this type is typed."""
    match value:
        case Quantity() | Range() | Label():
            return Kind.NUMBER_RECALL
        case Date():
            return Kind.DATE_RECALL
        case Name() | Statement() | Quote():
            return Kind.FREE_TEXT
        case Listing():
            return Kind.LIST_RECALL
        case _ as unknown:
            assert_never(unknown)


def questions(kind: Kind, fact: Fact, index: Index) -> Iterator[Question]:
    """The typed questions of this kind about a fact: each prompt, and each again with a hint where there is one."""
    for target in fact.targets:
        if kind_of(target.value) is not kind:
            continue
        accepted = index.accepted(target)
        known = hint_of(target.value)
        for number, prompt in enumerate(target.prompts, start=1):
            for hint in (None, known) if known else (None,):
                yield Question(
                    id=question_id(fact, kind, target.name, str(number), "cue" if hint else ""),
                    kind=kind,
                    fact=fact,
                    facts=(fact.key,),
                    prompt=prompt,
                    answer=target.value.shown,
                    accepted=accepted,
                    target=target,
                    hint=hint,
                )


def hint_of(value: Value) -> str | None:
    """The hint for this answer, or None where it would say too much or nothing."""
    match value:
        case Quantity() | Label() | Range():
            return _digits(value.shown)
        case Date():
            return None if value.precision in {Precision.YEAR, Precision.YEARS} else _month(value.shown)
        case Listing():
            hints = [_letters(element.shown) for element in value.elements]
            known = [hint for hint in hints if hint is not None]
            return "; ".join(known) if len(known) == len(hints) else None
        case Name() | Statement() | Quote():
            return _letters(value.shown)
        case _ as unknown:
            assert_never(unknown)


def _digits(shown: str) -> str | None:
    """All digits but the last two that count: "1,1__", "1__,000"."""
    match = _NUMBER.fullmatch(shown)
    if match is None:
        return None
    count = sum(letter.isdigit() for letter in match["digits"])
    shows_more = count > HIDDEN or match["zeros"] or any(word in match["rest"].split() for word in MAGNITUDES)
    if count < HIDDEN or not shows_more:
        return None
    start, masked = count - HIDDEN, ""
    for letter in match["digits"]:
        if letter.isdigit():
            masked += letter if start > 0 else GAP
            start -= 1
        else:
            masked += letter
    return match["shown"] + masked + match["zeros"] + match["rest"]


def _month(shown: str) -> str:
    """The first letter of the month or season, and the century: "A_____ 19__"."""
    return re.sub(r"\d\d$", 2 * GAP, _WORD.sub(_first_letter, shown))


def _letters(shown: str) -> str | None:
    """The first letter of each word, no digit: "T__ D____", "__th P____ C_______"; None where only one digit stands."""
    if sum(letter.isdigit() for letter in shown) == 1:
        return None
    return _WORD.sub(_first_letter, re.sub(r"\d", GAP, shown))


def _first_letter(word: re.Match[str]) -> str:
    return word[0][0] + GAP * (len(word[0]) - 1)
