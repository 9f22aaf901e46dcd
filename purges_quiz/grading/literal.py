"""Answers and known wrong answers as the deck words them, whole or as what fills the blanks of a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from purges_quiz.deck.entities import Entity
from purges_quiz.deck.model import Date, Label, Name, Quantity, Range, Remark, Statement, Target
from purges_quiz.grading.reading import Reading, gist

NOTHING = ("none", "nobody", "no one", "nothing", "none at all", "not one", "nil", "nought")
"""How 0 is said, which is otherwise no answer."""
_REST = re.compile(r"_(?:(?P<thousand>,000)|(?P<unit> [a-z]*illion))$")
_BLANK = re.compile(r"_|(?<=_)\.(?=_)")
_SIGN = re.compile(r"[^\W_]|(?<=\d)\.(?=\d)")
_GAP = re.compile(r"\.\.\.|_")
"""What a hint of a date leaves open: the rest of a month, of whatever length, or a digit of the year."""
_RUN = re.compile(r"[^\W\d_]+|\d")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True)
class Literal:
    """What a target's data says word for word; case, articles, punctuation and "it was" do not matter."""

    target: Target
    entities: Mapping[str, Entity]

    @cached_property
    def _accepted(self) -> frozenset[tuple[str, ...]]:
        value = self.target.value
        if isinstance(value, Quantity) and value.amount == 0:
            return frozenset(map(gist, NOTHING))
        if isinstance(value, Quantity | Range | Label | Date):
            return frozenset()  # parsed, since "98 %" reads like 98
        texts = [value.shown, *self.target.aliases]
        if isinstance(value, Name):
            entity = self.entities[value.entity]
            texts += (entity.name, entity.full_name, *entity.aliases)
        if isinstance(value, Statement) and value.option:
            texts.append(value.option)
        return frozenset(filter(None, map(gist, texts)))

    @cached_property
    def _printed(self) -> frozenset[str]:
        return frozenset(map(_plain, (self.target.value.shown, *self.target.aliases)))

    @cached_property
    def _wrong(self) -> Mapping[tuple[str, ...], Remark]:
        return {gist(remark.text): remark for remark in self.target.known_wrong}

    @cached_property
    def _true(self) -> frozenset[tuple[str, ...]]:
        return frozenset(gist(text) for text in self.target.also_true if text not in self.entities)

    def accepts(self, typed: Reading) -> bool:
        """Whether the answer is one of the deck's own."""
        return _given(typed) in self._accepted

    def is_printed(self, text: str) -> bool:
        """Whether the answer is the value letter by letter, which is right even where no rule can read it ("+")."""
        return _plain(text) in self._printed

    def known_wrong(self, typed: Reading) -> Remark | None:
        """The known wrong answer that was given, if any."""
        return self._wrong.get(_given(typed))

    def also_true(self, typed: Reading) -> bool:
        """Whether the answer is true as the deck words it, though not what the card says."""
        return _given(typed) in self._true


def _given(typed: Reading) -> tuple[str, ...]:
    return typed.gist or tuple(word.stem for word in typed.words if not word.punctuation)


def _plain(text: str) -> str:
    """A text without what keyboards and programs change in it: case, blanks, the kind of a dash."""
    return " ".join(_DASHES.sub("-", normalize("NFC", text).casefold()).split())


def filled(hint: str, text: str) -> Iterator[str]:
    """The whole answers of which a text may be the part that a cue leaves open: "30" under "__,000" is 30,000."""
    if rest := _REST.search(hint):
        yield text.rstrip(" .?!") + (rest["unit"] or " thousand")
    if "..." in hint:
        runs = _RUN.findall(text)
        gaps = _GAP.findall(hint)
        if [run.isalpha() for run in runs] == [gap == "..." for gap in gaps]:
            left = iter(runs)
            yield _GAP.sub(lambda _: next(left), hint)
        return
    signs = _SIGN.findall(text)
    blanks = _BLANK.findall(hint)
    if [sign == "." for sign in signs] == [blank == "." for blank in blanks]:
        left = iter(signs)
        yield _BLANK.sub(lambda _: next(left), hint)
