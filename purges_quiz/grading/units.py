"""What a number counts: nothing but what the fact counts may stand after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from purges_quiz.grading.asked import Asked
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.reading import counted_words
from purges_quiz.grading.slip import Slip
from purges_quiz.grading.verdict import Reason, Verdict, wrong
from purges_quiz.grading.vocabulary import ARTICLES, CARDINALS, FUNCTION_WORDS, STOP_WORDS, word_set
from purges_quiz.grading.words import Word, words

_LONG = 4
_MONEY = frozenset("\u00a3$\u20ac\u00a5")
_PARTICIPLE = re.compile(r"(?<=..)(?:ed|ing|ly)$")
_BESIDE = word_set(
    "total altogether overall strong sadly only exactly approximately roughly plus minus odd alone each apiece "
    "ish unfortunately sharp though although again further extra additional different separate whole entire later "
    "earlier ago instead per every times x however shot sent put left held dead alive alleged so-called old more "
    "less fewer short",
)
_BE_THE = [[be, article] for be in ("is", "was", "were", "are") for article in ("the", "all")]
_FAR = 4
"""Words after a number among which its noun is looked for."""
_SIGNS = {
    "\u00a3": frozenset({"pound", "quid", "sterling", "gbp"}),
    "$": frozenset({"dollar", "buck", "usd"}),
    "\u20ac": frozenset({"euro", "eur"}),
    "%": frozenset({"%", "percent", "pct", "cent"}),
}
_SHORT = {
    "yr": "year",
    "yrs": "year",
    "ppl": "people",
    "months": "month",
    "hr": "hour",
    "hrs": "hour",
    "mins": "minute",
    "secs": "second",
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "ft": "foot",
    "kg": "kilogram",
    "g": "gram",
    "lb": "pound",
    "lbs": "pound",
    "c": "celsius",
    "f": "fahrenheit",
}
"""Short forms of what is counted or measured."""


@dataclass(frozen=True)
class Units:
    """The words that may follow the number of one fact."""

    own: frozenset[str]
    """Roots: of its units, its prompts, its sentence and its answer."""
    people: bool
    """Whether people are counted."""
    lexicon: Lexicon

    def foreign(self, text: Sequence[Word], end: int, start: int = 0) -> str:
        """The noun that a number ending before `end` counts, if it is none of the fact's; else nothing."""
        if start and text[start - 1].text in _MONEY and self._is_foreign_money(text[start - 1].text):
            return text[start - 1].text
        if end < len(text) and text[end].text == "%" and not {"percent", "%"} & self.own:
            return "per cent"
        noun = self._noun(text, end)
        if noun is None or self._fits(noun):
            return ""
        if not self._is_known(noun) and not (noun.text.endswith("s") and len(noun.text) > _LONG):
            return ""
        return noun.text

    def _noun(self, text: Sequence[Word], end: int) -> Word | None:
        """What a number ending before `end` counts."""
        place = end + (end < len(text) and text[end].text in {"-", "\u00b0"})
        if [word.text for word in text[place : place + 2]] in _BE_THE:
            place += 2  # "17 were the judges"
        noun = None
        for word in text[place : place + _FAR]:
            if word.punctuation or self.is_no_noun(word):
                break
            noun = word
        return noun

    def measured_as(self, known: Sequence[Word], known_end: int, text: Sequence[Word], end: int) -> bool:
        """Whether two numbers, which end there, count the same: 12 pence, for a shilling, are no 12 shillings."""
        one, other = self._noun(known, known_end), self._noun(text, end)
        if one is None or self._fits(one):
            return other is None or self._fits(other)
        return other is not None and self.lexicon.root(one) == self.lexicon.root(other)

    def single(self, text: Sequence[Word]) -> bool:
        """Whether a text has one of what is counted: "a shilling"."""
        pairs = pairwise(text)
        return any(one.text in {"a", "an", "single"} and self.lexicon.root(other) in self.own for one, other in pairs)

    def _is_foreign_money(self, sign: str) -> bool:
        return sign not in self.own and _SIGNS.get(sign, frozenset()).isdisjoint(self.own)

    def other_whole(self, text: Sequence[Word], end: int, known: frozenset[str]) -> str:
        """The noun of the "of the monks" after a part of something, where the fact speaks of no such thing."""
        if end >= len(text) or text[end].text != "of":
            return ""
        phrase: list[Word] = []
        for word in text[end + 1 : end + 2 + _FAR]:
            if not phrase and word.text in ARTICLES | {"all", "his", "her", "their", "its", "those", "these"}:
                continue
            if word.punctuation or self.is_no_noun(word):
                break
            phrase.append(word)
        spoken = any(self._fits(word) or self.lexicon.root(word) in known for word in phrase)
        return phrase[-1].text if phrase and not spoken and self._is_known(phrase[-1]) else ""

    def is_strange(self, word: Word) -> bool:
        """Whether a word is a noun of which the fact does not speak."""
        root = self.lexicon.root(word)
        known = self._is_known(word) or len(word.text) > _LONG + 1
        return known and root not in self.own and word.text not in self.own

    def _is_known(self, word: Word) -> bool:
        if word.text in _SHORT or word.text in _SHORT.values():
            return True
        return word.text in self.lexicon.english or self.lexicon.knows_root(self.lexicon.root(word))

    def _fits(self, word: Word) -> bool:
        spelt = _SHORT.get(word.text, word.text)
        forms = {word.text, spelt, *(short for short, long in _SHORT.items() if long == spelt)}
        if self.lexicon.root(word) in self.own or self.lexicon.root(Word(spelt, spelt)) in self.own or forms & self.own:
            return True
        return self.people and (word.text in self.lexicon.lists["people"] or word.stem in self.lexicon.lists["people"])

    def is_no_noun(self, word: Word) -> bool:
        """Whether a word ends a noun phrase: a verb, an adverb, a word that joins others."""
        text = word.text
        if text in FUNCTION_WORDS | STOP_WORDS and text not in {
            "one",
            "ones",
            "thing",
            "things",
            "guy",
            "card",
            "cards",
            "notes",
            "man",
            "men",
            "person",
            "people",
        }:
            return True
        if text in _BESIDE or text in CARDINALS or not text.isalpha() or text in self.lexicon.lists["fillers"]:
            return True
        if text in self.lexicon.irregular and self.lexicon.irregular[text] != text and not text.endswith("s"):
            return text not in self.lexicon.plurals
        return bool(_PARTICIPLE.search(text)) and not self._fits(word)


def units_of(asked: Asked, units: Iterable[str], sign: str = "") -> Units:
    """The units of a fact: those the deck lists, its own as printed, and what the prompts count ("how many ...")."""
    lexicon = asked.lexicon
    listed = frozenset(unit_root(unit, lexicon) for unit in units)
    own = listed | asked.printed | asked.counted
    people = not (lexicon.people_roots | lexicon.actors).isdisjoint(listed | asked.counted)
    return Units(own | _SIGNS.get(sign, frozenset()), people, lexicon)


@lru_cache(maxsize=2048)
def unit_root(unit: str, lexicon: Lexicon) -> str:
    """The root of the last word of a unit, which is what is counted: "senior commanders"."""
    read = [word for word in words(unit) if not word.punctuation]
    return lexicon.root(read[-1]) if read else ""


def foreign_unit(asked: Asked, units: Sequence[str], text: Sequence[Word], start: int, noun: str) -> Verdict:
    """Judge a number that counts something else, with what was typed and what the question counts."""
    end = next((place for place in range(start, len(text)) if text[place].text == noun), start) + 1
    counted = next(iter(units), "") or next(iter(counted_words(asked.question)), "")
    stretch = " ".join(word.text for word in text[start:end] if not word.punctuation) or noun
    return wrong(Slip.UNIT, Reason.FOREIGN_UNIT, f"{stretch} {noun}" if noun not in stretch else stretch, note=counted)
