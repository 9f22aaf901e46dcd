"""Grading quotations: the words in their order, small slips allowed, what the question shows may be left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import NamedTuple

from purges_quiz.deck.model import Quote
from purges_quiz.grading.asked import Asked
from purges_quiz.grading.edits import edits
from purges_quiz.grading.ideas import IdeaMatch, Said
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.pasted import echoes
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase, phrase_of
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.spelling import budget, spelling
from purges_quiz.grading.verdict import Reason, Verdict, partial, unlike, wrong
from purges_quiz.grading.vocabulary import CARDINALS, FILLERS, NEGATORS
from purges_quiz.grading.words import Word, words

_TINY = 3
_HALF = 0.4
"""Share of the words that say something which makes half an answer."""
_THIRD = 1 / 3
"""Share of all words that a whole answer may lack, or have of its own among them."""
_QUARTER = 1 / 4
"""Share of all words that half an answer has at least."""
_CALLS = frozenset({"o", "oh", "ah"})
_PART = 2
"""Words of the longest part that changes places about an "and"."""


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
    shown = answer.words[_shown_by_prompt(answer.words, asked.words) :]
    turned = (wording for text in (answer.value.shown, *asked.target.aliases) for wording in _turned(text))
    wordings = [wording for wording in (shown, *turned) if wording]
    if not wordings:  # a quotation of signs alone, which is given as it is printed or not at all
        return unlike()
    readings = dict.fromkeys((every, typed.plain, _without_asides(typed)))
    best, response = max(
        ((_compared(wording, response, asked), response) for wording in wordings for response in readings),
        key=lambda found: found[0].worth,
    )
    if best.complete and best.denied:
        return wrong(Slip.NEGATED, Reason.DENIED)
    if best.complete and _several(answer.words, response, asked):
        return wrong(Slip.HEDGED, Reason.SEVERAL)
    if best.complete:
        return spelling(answer.value.shown, best.slips)
    if best.half and best.other:
        return wrong(Slip.OTHER, Reason.MEANS_OTHER, best.other)
    if best.half:
        missing = tuple(word.text for word in best.missing)
        return partial(Slip.INCOMPLETE, Reason.WORDS_MISSING, missing=missing)
    return wrong(Slip.ECHO, Reason.ECHO) if echoes(asked, typed) else unlike()


def _without_asides(typed: Reading) -> tuple[Word, ...]:
    """What an answer says apart from clauses that remark on it, if there is any."""
    main = (clause for clause in typed.clauses if not clause.aside)
    said = tuple(word for clause in main for word in typed.words[clause.start : clause.end] if not word.punctuation)
    return said or typed.plain


def _turned(text: str) -> Iterator[tuple[Word, ...]]:
    """The wording itself, and with two of its parts in each other's place about a comma or an "and"."""
    read, plain = words(text), _plain(text)
    yield plain
    commas = [-1, *(place for place, word in enumerate(read) if word.text == ","), len(read)]
    for before, place, after in zip(commas, commas[1:], commas[2:], strict=False):
        yield _swapped(read, range(before + 1, place), range(place + 1, after))
    for place, word in enumerate(plain):
        if word.text == "and":
            for left, right in product(range(1, min(_PART, place) + 1), range(1, _PART + 1)):
                yield _swapped(plain, range(place - left, place), range(place + 1, place + 1 + right))


def _swapped(read: Sequence[Word], left: range, right: range) -> tuple[Word, ...]:
    between = read[left.stop : right.start]
    order = (*read[: left.start], *read[right.start : right.stop], *between, *read[left.start : left.stop])
    return tuple(word for word in (*order, *read[right.stop :]) if not word.punctuation)


def _several(wanted: Sequence[Word], response: Sequence[Word], asked: Asked) -> bool:
    """Whether it goes on "or ..." with something else."""
    places = [place for place, word in enumerate(response) if word.text == "or"]
    if not places or any(word.text == "or" for word in wanted):
        return False
    more = (word for word in response[places[-1] :] if word.content)
    return any(not any(_same(word, other, asked) for other in wanted) for word in more)


class Held(NamedTuple):
    """How much of the wanted words an answer holds in their order."""

    share: float
    """Of the words that say something."""
    missing: tuple[Word, ...]
    half: bool
    complete: bool
    denied: bool
    """Whether it has a "not" that the quotation has not."""
    other: str
    """The word that stands where one is missing, or elsewhere than it should."""
    slips: tuple[tuple[str, str], ...]

    @property
    def worth(self) -> tuple[bool, bool, float]:
        """By which the best of several readings is told."""
        return self.complete and not self.denied, self.complete, self.share


def _shown_by_prompt(quote: Sequence[Word], prompt: Sequence[Word]) -> int:
    """How many words of the quotation the prompt gives away at its beginning."""
    plain = [word.stem for word in prompt if not word.punctuation]
    for length in range(len(quote) - 1, 0, -1):
        beginning = [word.stem for word in quote[:length]]
        given = any(plain[place : place + length] == beginning for place in range(len(plain) - length + 1))
        if given and any(word.content for word in quote[:length]):
            return length
    return 0


def _weighs(word: Word, asked: Asked) -> bool:
    """Whether a word of the answer can stand for another."""
    spoken = word.content or word.text in CARDINALS or word.text in asked.lexicon.lists["people"]
    return spoken and word.text not in _CALLS


def _says(word: Word) -> bool:
    """Whether a word of the quotation says something."""
    return word.text in FILLERS or word.text in CARDINALS or (word.content and word.text not in _CALLS)


def _compared(wanted: Sequence[Word], response: Sequence[Word], asked: Asked) -> Held:
    pairs = _in_order(wanted, response, asked)
    missing = tuple(word for place, word in enumerate(wanted) if place not in pairs)
    counted = [word for word in wanted if _says(word)] or list(wanted)
    lost = [word for word in missing if word in counted]
    share = 1 - len(lost) / len(counted)
    unused = [place for place in range(len(response)) if place not in pairs.values()]
    inside = [place for place in unused if pairs and min(pairs.values()) < place < max(pairs.values())]
    foreign = [place for place in inside if response[place].content]
    complete = not lost and len(missing) <= _THIRD * len(wanted) and len(foreign) <= _THIRD * len(wanted)
    slips = tuple(
        (response[at].typed or response[at].text, wanted[place].text)
        for place, at in pairs.items()
        if response[at].typed or 0 < edits(response[at].text, wanted[place].text, 2) <= _allowed(wanted[place])
    )
    negative = any(word.text in NEGATORS for word in wanted)
    extra = [place for place in unused if response[place].text in NEGATORS]
    return Held(
        share,
        missing,
        share >= _HALF and len(pairs) >= _QUARTER * len(wanted),
        complete,
        bool(extra) and (not negative or extra[0] == 0),
        _other(wanted, response, pairs, asked),
        slips,
    )


def _other(wanted: Sequence[Word], response: Sequence[Word], pairs: Mapping[int, int], asked: Asked) -> str:
    """The word that stands where one of the quotation is missing, or where that word does not belong."""
    edges = [(-1, -1), *sorted(pairs.items()), (len(wanted), len(response))]
    unused = [word for place, word in enumerate(response) if place not in pairs.values() and _weighs(word, asked)]
    for (before, since), (after, until) in pairwise(edges):
        lost = [word for word in wanted[before + 1 : after] if _says(word)]
        moved = (word for word in unused if any(_same(word, one, asked) for one in lost))
        there = [word for word in response[since + 1 : until] if _weighs(word, asked)]
        there = [word for word in there if since >= 0 or "say" not in asked.lexicon.concepts_of(word.text)]
        other = next(moved, None) or (there[-1] if lost and there else None)
        if other is not None:
            return other.text
    return ""


def _in_order(wanted: Sequence[Word], response: Sequence[Word], asked: Asked) -> dict[int, int]:
    """The longest run of wanted words that the given words have in the same order: the places of both."""
    table = [[0] * (len(response) + 1) for _ in range(len(wanted) + 1)]
    for row in range(len(wanted) - 1, -1, -1):
        for column in range(len(response) - 1, -1, -1):
            if _same(response[column], wanted[row], asked):
                table[row][column] = table[row + 1][column + 1] + 1
            else:
                table[row][column] = max(table[row + 1][column], table[row][column + 1])
    pairs: dict[int, int] = {}
    row, column = 0, 0
    while row < len(wanted) and column < len(response):
        if _same(response[column], wanted[row], asked) and table[row][column] == table[row + 1][column + 1] + 1:
            pairs[row] = column
            row, column = row + 1, column + 1
        elif table[row + 1][column] >= table[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def _same(response: Word, wanted: Word, asked: Asked) -> bool:
    if asked.lexicon.root(response) == asked.lexicon.root(wanted):
        return True
    if response.stem.removesuffix("ing") == wanted.stem.removesuffix("ing") or {response.text, wanted.text} <= _CALLS:
        return True
    allowed = _allowed(wanted)
    return bool(allowed) and edits(response.text, wanted.text, allowed) <= allowed


def _allowed(wanted: Word) -> int:
    """Edits forgiven in a word: its neighbours tell what was meant, so a short one may have one too."""
    return budget(wanted.text) or int(wanted.content and len(wanted.text) > _TINY)
