"""How much of a term was given: words that the question holds may be left out, nothing may be put in their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, lru_cache

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.likeness import heard
from purges_quiz.grading.mentions import Form, Names, form
from purges_quiz.grading.vocabulary import ARTICLES, NEGATORS, PREFIXES
from purges_quiz.grading.words import Word

Slips = tuple[tuple[str, str], ...]


class Coverage(Enum):
    """How much of the term the answer holds."""

    NONE = auto()
    OTHER = auto()
    """A word of the term, with another where the rest of it should be."""
    PART = auto()
    FULL = auto()


@dataclass(frozen=True)
class Term:
    """A term to be looked for word by word."""

    forms: tuple[Form, ...]
    entity: Entity | None
    """None for words that are no entity of the pool."""
    names: Names
    lexicon: Lexicon

    @cached_property
    def rivals(self) -> tuple[frozenset[str], ...]:
        """For each term of its group the roots of its words."""
        if self.entity is None or not self.entity.group:
            return ()
        others = (
            other
            for other in self.names.entities.values()
            if other.group == self.entity.group and other.key != self.entity.key
        )
        return tuple(roots([form(other.key, text) for text in (other.name, *other.aliases)]) for other in others)

    @cached_property
    def generic(self) -> frozenset[str]:
        """The roots that most of them share: "category", "operation"; they tell nothing."""
        count = Counter(root for confused_with in self.rivals for root in confused_with)
        return frozenset(root for root, times in count.items() if times >= _MANY * len(self.rivals))

    @cached_property
    def own(self) -> frozenset[str]:
        """The roots of all its words."""
        return roots(self.forms)

    def meant(self, typed_word: Word, wanted: Word, *, loosely: bool) -> bool:
        """Whether a typed word says a word of the term: itself, or `loosely` one that means the same."""
        if typed_word.stem == wanted.stem or root(typed_word.text) == root(wanted.text):
            return True
        return (
            loosely
            and not wanted.stem.isdecimal()
            and bool(self._said_by(typed_word) & _concepts(self.lexicon, wanted))
        )

    def _said_by(self, typed_word: Word) -> frozenset[str]:
        """What a typed word means; of a person no more than that, since an ambassador is another diplomat."""
        concepts = _concepts(self.lexicon, typed_word)
        return concepts if self.of_person else self.lexicon.closure(concepts)

    @property
    def of_person(self) -> bool:
        """Whether it names or describes a person."""
        return self.entity is not None and self.entity.kind is EntityKind.PERSON


_MANY = 0.5
_LONG = 7
"""Letters of the shortest name that is known by its sound when it is cut in two: "speek easies"."""
GLUE = frozenset({"of", "and", "for", "in", "to", "by", "from", "with", "at", "on"})
_OWNING = frozenset({"my", "your", "his", "her", "our", "their", "its"})
_FOLLOWER = re.compile(r"(?<=....)(ists?|ism|ian|ites?)$")
_TURNED = re.compile(rf"^({'|'.join(sorted(PREFIXES))})(?=...)")


def covered(term: Term, text: Sequence[Word], asked: Asked, *, loosely: bool = False) -> tuple[Coverage, Slips]:
    """How much of the best of its forms the text holds, in any order, with the words misspelt.

    A "not", a word with its "anti-" dropped or changed, or another word in place of a missing one: nothing.
    """
    said = [word for word in text if word.content or word.stem.isdecimal()]
    if any(word.text in NEGATORS for word in text) or not said:
        return Coverage.NONE, ()
    squashed = "".join(word.text for word in text if not word.punctuation and word.text not in ARTICLES)
    held: set[str] = set()
    used: set[str] = set()
    for name in term.forms:
        whole = "".join(word.text for word in name.words)
        heard_alike = len(text) > len(name.words) == 1 and len(whole) > _LONG and heard(squashed) == heard(whole)
        if squashed == whole or heard_alike:
            return Coverage.FULL, ((squashed, whole),) if squashed != whole else ()
        if any(_turned(typed_word, wanted) for typed_word in said for wanted in name.words):
            return Coverage.NONE, ()
        covered = _held(term, name, said, loosely=loosely)
        needed = {word.stem for word in _wanted(name) if not name.proper or word.stem not in asked.stems}
        if len(name.words) > 1 and needed and needed <= covered.keys():
            slips = tuple((word.typed, word.text) for stem, word in covered.items() if stem in needed and word.typed)
            return Coverage.FULL, slips
        held.update(root(wanted) for wanted in covered if wanted not in asked.stems)
        used.update(word.text for word in covered.values())
    if not held - term.generic - _COMMON:
        return Coverage.NONE, ()
    return _part(term, text, said, asked, used), ()


_COMMON = frozenset({"system", "organization", "group", "thing", "movement", "party", "force", "state"})


def roots(forms: Iterable[Form]) -> frozenset[str]:
    """What the words of these forms have in common with their like: Trotsky with Trotskyite."""
    return frozenset(root(word.text) for name in forms for word in name.words)


def foreign(text: Sequence[Word], own: frozenset[str]) -> bool:
    """Whether the text has a word that is none of these roots."""
    return any(root(word.text) not in own for word in text if not word.punctuation and word.text not in GLUE | ARTICLES)


def _part(term: Term, text: Sequence[Word], said: Sequence[Word], asked: Asked, used: set[str]) -> Coverage:
    """Part of a term counts unless another noun is put in the place of what is missing."""
    theirs = frozenset[str]().union(*term.rivals) - term.own
    around = asked.source.root_set
    text = [word for word in text if word.text not in GLUE | ARTICLES | _OWNING]
    for place, word in enumerate(text):
        known = word.stem in asked.stems or root(word.text) in term.own
        somebody = term.of_person and word.text in term.lexicon.lists["people"]
        if word not in said or word.text in used or known or somebody:
            continue
        if root(word.text) in theirs:
            return Coverage.OTHER
        beside = {other.text for other in text[max(place - 1, 0) : place + 2]}
        if beside & used and term.lexicon.root(word) not in around:
            return Coverage.OTHER
    return Coverage.PART


def _wanted(name: Form) -> list[Word]:
    """The words of a form that have to be there; the "I" of "Category I" is one."""
    return [word for word in name.words if word.text not in GLUE | _OWNING] or list(name.words)


def _held(term: Term, name: Form, said: Sequence[Word], *, loosely: bool) -> dict[str, Word]:
    """The words of the form that the text holds, by their stems, each as given."""
    found: dict[str, Word] = {}
    for wanted in _wanted(name):
        typed_word = next(
            (word for word in said if term.meant(word, wanted, loosely=loosely and not name.proper)), None
        )
        if typed_word is not None:
            found[wanted.stem] = typed_word
    return found


def _concepts(lexicon: Lexicon, word: Word) -> frozenset[str]:
    return frozenset(entry.concept for entry in lexicon.listed(lexicon.root(word)).entries)


def _turned(typed_word: Word, wanted: Word) -> bool:
    """Whether a word is the other with an "anti-" put before it, dropped or changed."""
    one, other = root(typed_word.text), root(wanted.text)
    return one != other and _unturned(one) == _unturned(other)


@lru_cache(maxsize=4096)
def _unturned(stripped: str) -> str:
    return _TURNED.sub("", stripped)


@lru_cache(maxsize=4096)
def root(text: str) -> str:
    """A Trotskyist, a Trotskyite and Trotskyism are all Trotsky's."""
    return _FOLLOWER.sub("", text.removesuffix("s") if len(text) > 4 and not text.endswith("ss") else text)  # noqa: PLR2004
