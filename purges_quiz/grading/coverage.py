"""How much of a term was given: words that the question holds may be left out, nothing may be put in their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache

from purges_quiz.deck.model import Entity
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.forms import Form, form
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.misspelt import Slips
from purges_quiz.grading.spelling import budget, edits
from purges_quiz.grading.vocabulary import ARTICLES, NEGATORS, PREFIXES
from purges_quiz.grading.words import Word


class Coverage(Enum):
    """How much of the term the answer holds."""

    NONE = auto()
    PART = auto()
    FULL = auto()


@dataclass(frozen=True)
class Term:
    """A term to be looked for word by word."""

    forms: tuple[Form, ...]
    entity: Entity | None
    """None for words that are no entity of the pool."""
    lexicon: Lexicon

    @cached_property
    def rivals(self) -> tuple[frozenset[str], ...]:
        """For each term of its group the roots of its words."""
        if self.entity is None or not self.entity.group:
            return ()
        others = (
            other
            for other in self.lexicon.entities.values()
            if other.group == self.entity.group and other.key != self.entity.key
        )
        return tuple(roots([form(other.key, text) for text in (other.name, *other.aliases)]) for other in others)

    @cached_property
    def generic(self) -> frozenset[str]:
        """The roots that most of them share: "category", "operation"; they tell nothing."""
        count = Counter(root for rival in self.rivals for root in rival)
        return frozenset(root for root, times in count.items() if times >= _MANY * len(self.rivals))


_MANY = 0.5
_GLUE = frozenset({"of", "and", "for", "in", "to", "by", "from", "with", "at", "on"})
_FOLLOWER = re.compile(r"(?<=....)(ists?|ism|ian|ites?)$")
_TURNED = re.compile(rf"^({'|'.join(sorted(PREFIXES))})(?=...)")


def covered(term: Term, text: Sequence[Word], asked: Asked) -> tuple[Coverage, Slips]:
    """How much of the best of its forms the text holds, in any order, with the words misspelt.

    A "not", a word with its "anti-" dropped or changed, or a rival's word in place of a missing one: nothing.
    """
    said = [word for word in text if word.content or word.stem.isdecimal()]
    if any(word.text in NEGATORS for word in text) or not said:
        return Coverage.NONE, ()
    squashed = "".join(word.text for word in text if not word.mark and word.text != "the")
    held: set[str] = set()
    for name in term.forms:
        if squashed == "".join(word.text for word in name.words):
            return Coverage.FULL, ()
        if any(_turned(given, wanted) for given in said for wanted in name.words):
            return Coverage.NONE, ()
        given = _held(term, name, said)
        needed = {word.stem for word in _wanted(name) if not name.proper or word.stem not in asked.stems}
        if len(name.words) > 1 and needed and needed <= given.keys():
            return Coverage.FULL, tuple(slip for stem, slip in given.items() if stem in needed and slip[0] != slip[1])
        held.update(_root(right) for stem, (_, right) in given.items() if stem not in asked.stems)
    return (_part(term, said, asked) if held - term.generic else Coverage.NONE), ()


def roots(forms: Sequence[Form]) -> frozenset[str]:
    """What the words of these forms have in common with their like: Trotsky with Trotskyite."""
    return frozenset(_root(word.text) for name in forms for word in name.words)


def foreign(text: Sequence[Word], own: frozenset[str]) -> bool:
    """Whether the text has a word that is none of these roots."""
    return any(_root(word.text) not in own for word in text if not word.mark and word.text not in _GLUE | ARTICLES)


def _part(term: Term, said: Sequence[Word], asked: Asked) -> Coverage:
    """Part of a term counts unless a word of its rivals is put in the place of what is missing."""
    theirs = frozenset[str]().union(*term.rivals) - roots(term.forms)
    replaced = any(_root(word.text) in theirs and word.stem not in asked.stems for word in said)
    return Coverage.NONE if replaced else Coverage.PART


def _wanted(name: Form) -> list[Word]:
    """The words of a form that have to be there; the "I" of "Category I" is one."""
    return [word for word in name.words if word.text not in _GLUE] or list(name.words)


def _held(term: Term, name: Form, said: Sequence[Word]) -> dict[str, tuple[str, str]]:
    """The words of the form that the text holds, by their stems, each as given and as it should be."""
    found: dict[str, tuple[str, str]] = {}
    for wanted in _wanted(name):
        for given in said:
            if given.stem == wanted.stem or _root(given.text) == _root(wanted.text):
                found[wanted.stem] = (wanted.text, wanted.text)
                break
            if _meant(term.lexicon, given, wanted):
                found[wanted.stem] = (given.text, wanted.text)
    return found


def _meant(lexicon: Lexicon, given: Word, wanted: Word) -> bool:
    if given.text in lexicon.ordinary:
        return False
    hit = lexicon.hit(given)
    if hit is not None or lexicon.knows(wanted):
        return hit is not None and hit.stem == wanted.stem
    allowed = budget(wanted.text)
    return bool(allowed) and edits(given.text, wanted.text, allowed) <= allowed


def _turned(given: Word, wanted: Word) -> bool:
    """Whether a word is the other with an "anti-" put before it, dropped or changed."""
    one, other = _root(given.text), _root(wanted.text)
    return one != other and _unturned(one) == _unturned(other)


@lru_cache(maxsize=4096)
def _unturned(root: str) -> str:
    return _TURNED.sub("", root)


@lru_cache(maxsize=4096)
def _root(text: str) -> str:
    """A Trotskyist, a Trotskyite and Trotskyism are all Trotsky's."""
    return _FOLLOWER.sub("", text.removesuffix("s") if len(text) > 4 and not text.endswith("ss") else text)  # noqa: PLR2004
