"""Grading quotations: the words in their order, small slips allowed, what the question shows may be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from purges_quiz.deck.model import Quote
from purges_quiz.grading import verdicts
from purges_quiz.grading.asked import Asked, Typed
from purges_quiz.grading.ideas import opposed
from purges_quiz.grading.misspelt import spelling_verdict
from purges_quiz.grading.phrases import compiled
from purges_quiz.grading.spelling import budget, edits
from purges_quiz.grading.verdict import Slip, Verdict
from purges_quiz.grading.words import Word, words

_SHORT = 6
"""Words of a quotation in which every word counts."""
_TINY = 3
_HALF = 0.5
_MUCH = 0.34
"""Share of the letters that makes half an answer; and of foreign words that unmakes a whole one."""


@dataclass(frozen=True)
class QuoteAnswer:
    """The words of a quotation."""

    value: Quote
    ordinary: frozenset[str]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words without marks."""
        return _plain(self.value.shown)


def _plain(text: str) -> tuple[Word, ...]:
    return tuple(word for word in words(text) if not word.mark)


def grade_quote(answer: QuoteAnswer, asked: Asked, typed: Typed) -> Verdict:
    """Judge a typed quotation."""
    given = tuple(word for word in typed.all_words if not word.mark)
    opposites = tuple(compiled(phrase) for phrase in answer.value.opposites)
    if opposed(opposites, typed.all_words, answer.ordinary):
        return verdicts.wrong(Slip.OPPOSITE, f"That is the opposite: the words were {asked.shown}.")
    asides = (_plain(text) for text in asked.target.aliases)
    wordings = (answer.words[_shown_by_prompt(answer.words, asked.words) :], answer.words, *asides)
    best = max((_compared(wording, given) for wording in wordings), key=lambda held: (held.complete, held.share))
    if best.complete:
        return spelling_verdict(answer.value.shown, best.slips)
    if best.share >= _HALF and best.content:
        missing = tuple(word.text for word in best.missing)
        return verdicts.partial(Slip.INCOMPLETE, f"Not quite the words, which were {asked.shown}.", missing=missing)
    return verdicts.unlike(f"The words were {asked.shown}.")


@dataclass(frozen=True, slots=True)
class Held:
    """How much of the wanted words an answer holds in their order."""

    share: float
    content: bool
    missing: tuple[Word, ...]
    complete: bool
    slips: tuple[tuple[str, str], ...]


def _shown_by_prompt(quote: Sequence[Word], prompt: Sequence[Word]) -> int:
    """How many words of the quotation the prompt gives away at its beginning; one alone is chance."""
    plain = [word.stem for word in prompt if not word.mark]
    for length in range(len(quote) - 1, 1, -1):
        beginning = [word.stem for word in quote[:length]]
        if any(plain[place : place + length] == beginning for place in range(len(plain) - length + 1)):
            return length
    return 0


def _compared(wanted: Sequence[Word], given: Sequence[Word]) -> Held:
    kept = _in_order(wanted, given)
    counted = [word for word in wanted if word.content] if len(wanted) > _SHORT else list(wanted)
    missing = tuple(word for place, word in enumerate(wanted) if place not in kept)
    lost = [word for word in missing if word in counted]
    foreign = [word for word in given if word.content and not any(_same(word, other) for other in wanted)]
    share = 1 - len(lost) / len(counted)
    complete = not lost and len(foreign) <= _MUCH * len(wanted)
    told = any(word.content or len(wanted) <= _SHORT for place, word in enumerate(wanted) if place in kept)
    return Held(share, told, missing, complete, _slips(wanted, given, kept))


def _slips(wanted: Sequence[Word], given: Sequence[Word], kept: frozenset[int]) -> tuple[tuple[str, str], ...]:
    exact = {word.text for word in given} | {word.stem for word in given}
    lost = [wanted[place] for place in sorted(kept) if wanted[place].text not in exact]
    near = ((word.text, right) for right in lost for word in given)
    return tuple((word, right.text) for word, right in near if 0 < edits(word, right.text, 2) <= _allowed(right))


def _in_order(wanted: Sequence[Word], given: Sequence[Word]) -> frozenset[int]:
    """The places of the wanted words that the given words have in the same order: the longest such run."""
    table = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    for row in range(len(wanted) - 1, -1, -1):
        for column in range(len(given) - 1, -1, -1):
            if _same(given[column], wanted[row]):
                table[row][column] = table[row + 1][column + 1] + 1
            else:
                table[row][column] = max(table[row + 1][column], table[row][column + 1])
    kept, row, column = set(), 0, 0
    while row < len(wanted) and column < len(given):
        if _same(given[column], wanted[row]) and table[row][column] == table[row + 1][column + 1] + 1:
            kept.add(row)
            row, column = row + 1, column + 1
        elif table[row + 1][column] >= table[row][column + 1]:
            row += 1
        else:
            column += 1
    return frozenset(kept)


def _same(given: Word, wanted: Word) -> bool:
    if given.stem == wanted.stem or given.stem.removesuffix("ing") == wanted.stem.removesuffix("ing"):
        return True
    allowed = _allowed(wanted)
    return bool(allowed) and edits(given.text, wanted.text, allowed) <= allowed


def _allowed(wanted: Word) -> int:
    """Edits forgiven in a word: its neighbours tell what was meant, so a short one may have one too."""
    return budget(wanted.text) or int(wanted.content and len(wanted.text) > _TINY)
