"""The right value in a sentence that says the contrary of what was asked: "512 were released" of the executed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.edits import Edits, words_of
from generators.generated import Generated
from generators.right import entity_of, value_of
from generators.verbs import VERBS, Verb
from purges_quiz.deck.model import Date, Deck, Name, Precision, Quantity
from purges_quiz.deck.question import Question

_PARTICIPLES = {verb.participle: verb for verb in VERBS.values() if verb.contrary}
_PASTS = {verb.past: verb for verb in VERBS.values() if verb.contrary}
_BASES = {verb.base: verb for verb in VERBS.values() if verb.contrary}

_THINGS = frozenset({"order", "book", "film", "letter"})
"""What is released, and can be neither arrested nor imprisoned."""


def _any(forms: dict[str, Verb]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


_COUNTED = re.compile(
    rf"\bhow many (?:(?! who | that | which )[^,?])*? (?:were|was) ({_any(_PARTICIPLES)})\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"^(?:.*, )?(?:in|when|from|on)\b.*? (was|were) ((?:(?! who | that )[^,?])+?) ({_any(_PARTICIPLES)})\b",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    rf"^(?:.*, )?(?:who|which [\w' -]+?) (was|were) ({_any(_PARTICIPLES)})\b(?! by)",
    re.IGNORECASE,
)
_DID = re.compile(
    rf"^(?:.*, )?(?:who|which [\w' -]+?) ({_any(_PASTS)}) ((?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)",
)
_DONE_TO = re.compile(rf"\bdid ((?:the )?[\w']+(?: [A-Z][\w'-]*)*) ({_any(_BASES)})\b(?! [A-Z])")


def contradicting(deck: Deck, question: Question, _edits: Edits) -> Iterator[Generated]:
    """The right value with each contrary of what the prompt says of it, and with what it says itself."""
    value, prompt = value_of(question), question.prompt
    shown = value.shown
    if isinstance(value, Quantity) and (found := _COUNTED.search(prompt)):
        verb = _PARTICIPLES[found[1].lower()]
        yield from _passive(f"{shown}", "were", verb, "")
        yield from _passive(f"{shown} of them", "were", verb, "")
    elif isinstance(value, Date) and (found := _DATED.search(prompt)) and not _THINGS & set(words_of(found[2])):
        when = f" {'on' if value.precision not in set(Precision) - _days() else 'in'} {shown}"
        yield from _passive(found[2], found[1].lower(), _PARTICIPLES[found[3].lower()], when)
    elif isinstance(value, Name):
        entity = entity_of(deck, question)
        name = entity.name if entity is not None else shown
        if found := _SUFFERED.search(prompt):
            yield from _passive(name, found[1].lower(), _PARTICIPLES[found[2].lower()], "")
        elif found := _DID.search(prompt):
            yield from _active(name, _PASTS[found[1].lower()], found[2])
        elif found := _DONE_TO.search(prompt):
            yield from _active(found[1], _BASES[found[2].lower()], name)
            yield from _active("they", _BASES[found[2].lower()], name)


def _days() -> set[Precision]:
    return {precision for precision in Precision if precision.name in {"DAY", "DAYS"}}


def _passive(subject: str, be: str, verb: Verb, rest: str) -> Iterator[Generated]:
    yield Generated(f"{subject} {be} {verb.participle}{rest}", right=True, sort="as asked")
    yield Generated(f"{subject} {be} not {verb.participle}{rest}", right=False, sort="not")
    for contrary in verb.contrary:
        yield Generated(f"{subject} {be} {VERBS[contrary].participle}{rest}", right=False, sort="contrary")


def _active(subject: str, verb: Verb, rest: str) -> Iterator[Generated]:
    yield Generated(f"{subject} {verb.past} {rest}", right=True, sort="as asked")
    yield Generated(f"{subject} did not {verb.base} {rest}", right=False, sort="not")
    for contrary in verb.contrary:
        yield Generated(f"{subject} {VERBS[contrary].past} {rest}", right=False, sort="contrary")
