"""Questions whose answer is typed (a number, a date, words or a list), each also with a hint where there is one.

A hint shows a part of the answer: some digits of a number, the first letters of words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import assert_never

from purges_quiz.bank.surface import words
from purges_quiz.deck.dates import MONTHS, SEASONS
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

MONTHLY = frozenset({Precision.MONTH, Precision.MONTHS, Precision.SEASON, Precision.DAY, Precision.DAYS})
"""Dates with a month or season to hint at."""
HIDDEN = 2
"""Digits that a hint hides; a number of fewer has no hint, since one digit is guessed too often."""
GAP = "_"
ANY = "..."
"""As many letters as there may be: only August has six, and is not to be known by that."""
SHOWN = 3
"""Letters that a word shows at most, to set one answer of the deck apart from another."""
ENDING = 3
"""Letters at the end that months share: February and January, September and December."""

_NUMBER = re.compile(r"(?P<shown>\D*)(?P<digits>\d[\d,.\-]*?)(?P<zeros>(?:,000)*)(?P<rest>(?: \D*)?)")
_CALENDAR = frozenset(name.casefold() for name in (*MONTHS, *SEASONS))
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
        known = hint_of(target.value, index.names_shaped_like(target.value))
        for number, prompt in enumerate(target.prompts, start=1):
            for hint in (None, known) if known and _tells(target.value, prompt) else (None,):
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


def hint_of(value: Value, alike: Collection[str] = ()) -> str | None:
    """The hint for this answer, or None where it would say too much or nothing.

    `alike` are names of the deck with the same initials and as many letters: the hint sets the answer apart from them.
    """
    match value:
        case Quantity() | Label():
            return _digits(value.shown)
        case Range():
            return None  # what one bound shows leaves little choice for the other
        case Date():
            return _month(value.shown) if value.precision in MONTHLY else None
        case Listing():
            hints = [_letters(element.shown) for element in value.elements]
            known = [hint for hint in hints if hint is not None]
            return "; ".join(known) if len(known) == len(hints) else None
        case Name():
            return _letters(value.shown, alike)
        case Statement() | Quote():
            return _letters(value.shown)
        case _ as unknown:
            assert_never(unknown)


def _tells(value: Value, prompt: str) -> bool:
    """Whether the letters of a hint say anything: not if the prompt has all words of the name, as "Party Congress"."""
    if not isinstance(value, Name):
        return True
    return not {word for word in words(value.shown) if word.isalpha()} <= set(words(prompt))


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
    """A letter or the ending of the first month or season, shared with another one, and the decade: "J... 193_"."""
    names = [word for word in _WORD.findall(shown) if word.casefold() in _CALENDAR]
    for word in names:
        shown = shown.replace(word, _shared(word) if word is names[0] else ANY, 1)
    return re.sub(r"\d\b", GAP, shown)


def _shared(word: str) -> str:
    """The first letter of a month or season if another has it too, otherwise an ending of which that is true."""
    mine = word.casefold()
    others = {name.casefold() for name in (MONTHS if word.title() in MONTHS else SEASONS)} - {mine}
    if any(other[0] == mine[0] for other in others):
        return word[0] + ANY
    return ANY + (word[-ENDING:] if any(other.endswith(mine[-ENDING:]) for other in others) else "")


def _letters(shown: str, alike: Collection[str] = ()) -> str | None:
    """The first letter of each word, no digit: "T__ D____"; None where only one digit stands.

    Of a name that looks like another one more letters are shown: "Ya____" and "Ye____".
    """
    if sum(letter.isdigit() for letter in shown) == 1:
        return None
    hint = _masked(shown, 1)
    for letters in range(2, SHOWN + 1):
        longer = _masked(shown, letters)
        if all(_masked(other, letters - 1) != hint for other in alike) or longer.count(GAP) < HIDDEN:
            break
        hint = longer
    return hint


def _masked(shown: str, letters: int) -> str:
    return _WORD.sub(lambda word: word[0][:letters] + GAP * (len(word[0]) - letters), re.sub(r"\d", GAP, shown))
