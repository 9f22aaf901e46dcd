"""Grading quotations: the words in their order, small slips allowed, what the question shows may be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from purges_quiz.deck.model import Quote
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.ideas import IdeaMatch, Said
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase, phrase_of
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import budget, edits, spelling
from purges_quiz.grading.verdict import Reason, Verdict, partial, unlike, wrong
from purges_quiz.grading.vocabulary import NEGATORS
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
    names: Names
    asked: Asked

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words without marks."""
        return _plain(self.value.shown)

    @cached_property
    def opposites(self) -> tuple[tuple[str, Phrase | Pattern], ...]:
        """What makes an answer wrong whatever else it says, as written and as it is looked for."""
        lexicon = self.asked.lexicon
        return tuple((text, phrase_of(text, lexicon, self.names, strict=True)) for text in self.value.opposites)


def _plain(text: str) -> tuple[Word, ...]:
    return tuple(word for word in words(text) if not word.punctuation)


def grade_quote(answer: QuoteAnswer, asked: Asked, typed: Reading) -> Verdict:
    """Judge a typed quotation."""
    every = tuple(word for word in typed.all_words if not word.punctuation)
    said = Said(typed, answer.names, asked.source.root_set)
    for text, phrase in answer.opposites:
        found = said.says(phrase)
        if found.match is IdeaMatch.MET and not typed.clause_of(found.places[-1]).aside:
            return wrong(Slip.OPPOSITE, Reason.OPPOSITE, text)
    asides = (_plain(text) for text in asked.target.aliases)
    wordings = tuple(
        wording
        for wording in (answer.words[_shown_by_prompt(answer.words, asked.words) :], answer.words, *asides)
        if wording
    )
    if not wordings:  # a quotation of signs alone, which is given as it is printed or not at all
        return unlike()
    readings = dict.fromkeys((every, typed.plain, _without_asides(typed)))
    best, response = max(
        ((_compared(wording, response), response) for wording in wordings for response in readings),
        key=lambda found: (found[0].complete and not _turned(*found), found[0].complete, found[0].share),
    )
    if best.complete and _turned(best, response):
        return wrong(Slip.NEGATED, Reason.DENIED)
    if best.complete and _several(answer.words, response):
        return wrong(Slip.HEDGED, Reason.SEVERAL)
    if best.complete:
        return spelling(answer.value.shown, best.slips)
    if best.share >= _HALF and best.content:
        missing = tuple(word.text for word in best.missing)
        return partial(Slip.INCOMPLETE, Reason.WORDS_MISSING, missing=missing)
    return unlike()


def _without_asides(typed: Reading) -> tuple[Word, ...]:
    """What an answer says apart from clauses that remark on it, if there is any."""
    main = (clause for clause in typed.clauses if not clause.aside)
    said = tuple(word for clause in main for word in typed.words[clause.start : clause.end] if not word.punctuation)
    return said or typed.plain


def _turned(held: Held, response: Sequence[Word]) -> bool:
    """Whether the answer has a "not" that the quotation has not."""
    extra = [place for place, word in enumerate(response) if word.text in NEGATORS and place not in held.used]
    return bool(extra) and (not held.negative or extra[0] == 0)


def _several(wanted: Sequence[Word], response: Sequence[Word]) -> bool:
    """Whether it goes on "or ..." with something else."""
    places = [place for place, word in enumerate(response) if word.text == "or"]
    if not places or any(word.text == "or" for word in wanted):
        return False
    return any(word.content and not any(_same(word, other) for other in wanted) for word in response[places[-1] :])


class Held(NamedTuple):
    """How much of the wanted words an answer holds in their order."""

    share: float
    content: bool
    missing: tuple[Word, ...]
    complete: bool
    negative: bool
    used: frozenset[int]
    """The places of the answer's words that are the quotation's."""
    slips: tuple[tuple[str, str], ...]


def _shown_by_prompt(quote: Sequence[Word], prompt: Sequence[Word]) -> int:
    """How many words of the quotation the prompt gives away at its beginning; one alone is chance."""
    plain = [word.stem for word in prompt if not word.punctuation]
    for length in range(len(quote) - 1, 1, -1):
        beginning = [word.stem for word in quote[:length]]
        if any(plain[place : place + length] == beginning for place in range(len(plain) - length + 1)):
            return length
    return 0


def _compared(wanted: Sequence[Word], response: Sequence[Word]) -> Held:
    pairs = _in_order(wanted, response)
    counted = [word for word in wanted if word.content] if len(wanted) > _SHORT else list(wanted)
    missing = tuple(word for place, word in enumerate(wanted) if place not in pairs)
    lost = [word for word in missing if word in counted]
    foreign = [word for word in response if word.content and not any(_same(word, other) for other in wanted)]
    share = 1 - len(lost) / len(counted)
    complete = not lost and len(foreign) <= _MUCH * len(wanted)
    met = any(word.content or len(wanted) <= _SHORT for place, word in enumerate(wanted) if place in pairs)
    slips = tuple(
        (response[at].typed or response[at].text, wanted[place].text)
        for place, at in pairs.items()
        if response[at].typed or 0 < edits(response[at].text, wanted[place].text, 2) <= _allowed(wanted[place])
    )
    negative = any(word.text in NEGATORS for word in wanted)
    return Held(share, met, missing, complete, negative, frozenset(pairs.values()), slips)


def _in_order(wanted: Sequence[Word], response: Sequence[Word]) -> dict[int, int]:
    """The longest run of wanted words that the given words have in the same order: the places of both."""
    table = [[0] * (len(response) + 1) for _ in range(len(wanted) + 1)]
    for row in range(len(wanted) - 1, -1, -1):
        for column in range(len(response) - 1, -1, -1):
            if _same(response[column], wanted[row]):
                table[row][column] = table[row + 1][column + 1] + 1
            else:
                table[row][column] = max(table[row + 1][column], table[row][column + 1])
    pairs: dict[int, int] = {}
    row, column = 0, 0
    while row < len(wanted) and column < len(response):
        if _same(response[column], wanted[row]) and table[row][column] == table[row + 1][column + 1] + 1:
            pairs[row] = column
            row, column = row + 1, column + 1
        elif table[row + 1][column] >= table[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _same(response: Word, wanted: Word) -> bool:
    if response.stem == wanted.stem or response.stem.removesuffix("ing") == wanted.stem.removesuffix("ing"):
        return True
    allowed = _allowed(wanted)
    return bool(allowed) and edits(response.text, wanted.text, allowed) <= allowed


def _allowed(wanted: Word) -> int:
    """Edits forgiven in a word: its neighbours tell what was meant, so a short one may have one too."""
    return budget(wanted.text) or int(wanted.content and len(wanted.text) > _TINY)
