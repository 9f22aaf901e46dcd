"""How much of a term was given: words that the question holds may be left out, nothing may be put in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from purges_quiz.core.facts import Entity
from purges_quiz.core.grading.asked import Asked
from purges_quiz.core.grading.lexicon import Form, Lexicon
from purges_quiz.core.grading.spelling import budget, edits
from purges_quiz.core.grading.vocabulary import NEGATORS, PREFIXES
from purges_quiz.core.grading.words import Word


class Coverage(Enum):
    """How much of the term the answer holds."""

    NONE = auto()
    PART = auto()
    FULL = auto()


_FOLLOWER = re.compile(r"(?<=....)(ists?|ism|ian|ites?)$")


def covered(
    forms: Sequence[Form],
    text: Sequence[Word],
    asked: Asked,
    lexicon: Lexicon,
    entity: Entity | None,
) -> tuple[Coverage, list[tuple[str, str]]]:
    """How much of the best of its forms the text holds, in any order, with the words misspelt.

    A "not", a word with its "anti-" dropped, or a rival's word in place of a missing one: nothing.
    """
    said = [word for word in text if word.content or word.stem.isdecimal()]
    if any(word.text in NEGATORS for word in text) or not said:
        return Coverage.NONE, []
    squashed = "".join(word.text for word in text if not word.mark and word.text != "the")
    best, slips = Coverage.NONE, list[tuple[str, str]]()
    for name in forms:
        if squashed == "".join(word.text for word in name.words):
            return Coverage.FULL, []
        how, misspelt = _held(name, said, asked, lexicon)
        if how is Coverage.FULL:
            return how, misspelt
        if how is Coverage.PART:
            best, slips = how, misspelt
    if best is Coverage.PART and _foreign(forms, said, asked, lexicon, entity):
        return Coverage.NONE, []
    return best, slips


def _held(name: Form, said: Sequence[Word], asked: Asked, lexicon: Lexicon) -> tuple[Coverage, list[tuple[str, str]]]:
    wanted = [word for word in name.words if word.content or word.stem.isdecimal()] or list(name.words)
    needed = [word for word in wanted if word.stem not in asked.stems]
    held: list[Word] = []
    slips: list[tuple[str, str]] = []
    for word in wanted:
        given = next((other for other in said if _same(other, word, lexicon)), None)
        if given is None:
            if any(word.text == prefix + other.text for other in said for prefix in PREFIXES):
                return Coverage.NONE, []  # "Soviet elements"
            continue
        held.append(word)
        if given.stem != word.stem and _root(given.text) != _root(word.text):
            slips.append((given.text, word.text))
    told = [word for word in held if word in needed]
    if not told:
        return Coverage.NONE, []
    return (Coverage.FULL if len(told) == len(needed) else Coverage.PART), slips


def _same(given: Word, wanted: Word, lexicon: Lexicon) -> bool:
    if given.stem == wanted.stem or _root(given.text) == _root(wanted.text):
        return True
    allowed = budget(wanted.text)
    if not allowed or given.text in lexicon.ordinary:
        return False
    return edits(given.text, wanted.text, allowed) <= allowed


def _root(text: str) -> str:
    """A Trotskyist, a Trotskyite and Trotskyism are all Trotsky's."""
    return _FOLLOWER.sub("", text)


def _foreign(
    forms: Sequence[Form], said: Sequence[Word], asked: Asked, lexicon: Lexicon, entity: Entity | None
) -> bool:
    """Whether a rival's word stands where one of its own is missing."""
    if entity is None:
        return False
    own = {_root(word.text) for name in forms for word in name.words}
    theirs = {
        _root(word.text)
        for names in lexicon.forms.values()
        for name in names
        if name.entity != entity.key and _alike(lexicon.entities.get(name.entity), entity)
        for word in name.words
    }
    return any(_root(word.text) in theirs - own and word.stem not in asked.stems for word in said)


def _alike(other: Entity | None, entity: Entity) -> bool:
    return other is not None and bool(entity.group) and other.group == entity.group
