"""The numbers in a typed text: 1,108, 1 108, "eleven hundred and eight", 1.5m, "a quarter of a million", 512 of 767."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from purges_quiz.grading.vocabulary import CARDINALS
from purges_quiz.grading.words import Word, words

MAGNITUDES = {
    **dict.fromkeys(("thousand", "thousands", "thou", "k", "grand"), 1000),
    **dict.fromkeys(("million", "millions", "mil", "mill", "mln", "mn", "m"), 1_000_000),
    **dict.fromkeys(("billion", "billions", "bn", "b"), 1_000_000_000),
    **dict.fromkeys(("trillion", "trillions", "tn"), 1_000_000_000_000),
}
_FRACTIONS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4)}
_DOZENS = frozenset({"dozen", "dozens"})
_COUPLES = {"couple": 2, "pair": 2}
_SHARES = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifths", "tenths", "majority", "minority"})
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "hundredth": 100, "twentieth": 20, "half": 2,
}  # fmt: skip
_NOUNS_OF_ORDINALS = frozenset(
    {"time", "trial", "one", "column", "world", "war", "party", "congress", "show", "century", "reich"}
)
_WHOLES = frozenset({*range(2, 11), 20, 50, 100, 1000, 10000})
"""Of so many a part is told: "1 in 4", "97 in every 100"."""
_OF_EACH = frozenset({"in", "per"})
_TIMES = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_PERCENT = frozenset({"%", "percent", "pct", "percentage"})
_NAMED = frozenset(MAGNITUDES) - {"k", "m", "b", "mn"}
_SPELT = frozenset({*CARDINALS, "and", "hundred"})
_BARE = frozenset({"thousand", "million", "billion", "trillion"})
_SPOKEN_ZEROS = frozenset({"oh", "o"})
"""Among figures: "sixteen oh one"."""
_TEN = 10
_THOUSAND = 1000
_MANY_MILLIONS = frozenset({"million", "billion"})
_FIRST_WORDS = frozenset({*CARDINALS, *_BARE, *_FRACTIONS, "a", "hundred", "point", "majority", "minority"})
"""Without a figure, a number begins with one of them."""
_VAGUE = frozenset({"few", "several", "many", "some", "a", "half", "quarter", "of", "couple"})
_GROUPED = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*")


class TypedNumber(NamedTuple):
    """A number in a text, with the words that it takes up."""

    start: int
    end: int
    amount: Fraction
    digits: str
    """The digits as typed, leading zeros kept; empty for words and magnitudes."""
    share: bool = False
    """A percentage or a fraction, which counts nothing."""
    bare_one: bool = False
    """The word "one", which is mostly a pronoun."""


def numbers(text: Sequence[Word]) -> tuple[TypedNumber, ...]:
    """Every number of the text, in order; ordinals are none."""
    found: list[TypedNumber] = []
    place = 0
    while place < len(text):
        first = text[place].text
        number = _Reader(text, place).read() if first in _FIRST_WORDS or first[:1].isdigit() else None
        if number is None:
            place += 1
        else:
            found.append(number)
            place = number.end
    return tuple(found)


@lru_cache(maxsize=1024)
def amounts_of(text: str) -> frozenset[Fraction]:
    """The numbers in a text of the deck."""
    return frozenset(number.amount for number in numbers(words(text)) if not number.share)


class _Reader:
    """One attempt to read a number from a given word on."""

    def __init__(self, text: Sequence[Word], start: int) -> None:
        self.text = text
        self.start = self.place = start

    def read(self) -> TypedNumber | None:
        amount = self._fraction()
        if amount is None and (share := self._share()) is not None and share.end > self.start + 1:
            return share
        if amount is None:
            amount = self._amount()
        if amount is None:
            return self._share()
        first = self.text[self.start]
        single = self.place == self.start + 1
        digits = first.text.replace(",", "") if single and first.text[0].isdigit() else ""
        if self._word() in _PERCENT or (self._word() == "per" and self._word(1) == "cent"):
            return TypedNumber(self.start, self.place + 1 + (self._word() == "per"), amount, digits, share=True)
        if self._word() in _SHARES and self._word() not in _FRACTIONS:
            return TypedNumber(self.start, self.place + 1, amount, "", share=True)
        return TypedNumber(self.start, self.place, amount, digits, bare_one=single and first.text == "one")

    def _word(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.text[place].text if place < len(self.text) else ""

    def _before(self) -> str:
        return self.text[self.start - 1].text if self.start else ""

    def _fraction(self) -> Fraction | None:
        """Read "half a million", "a quarter of a million", "three quarters of a million", "half a dozen"."""
        ahead, times = 0, 1
        if self._word() == "a":
            ahead = 1
        elif CARDINALS.get(self._word()) and self._word(1) == "quarters":
            ahead, times = 1, CARDINALS[self._word()]
        part = _FRACTIONS.get(self._word(ahead))
        if part is None:
            return self._halved()
        ahead += 1
        while self._word(ahead) in {"of", "a"}:
            ahead += 1
        whole = MAGNITUDES.get(self._word(ahead), 12 if self._word(ahead) in _DOZENS else 0)
        if not whole:
            return None
        self.place += ahead + 1
        return times * part * whole

    def _halved(self) -> Fraction | None:
        """Read "1 1/2 million" and "3/4 of a million"; a fraction that no magnitude follows is none to count by."""
        ahead = int(self._word(1).isdecimal() and self._word(2) == "/" and self._word(3).isdecimal())
        over, under = self._word(ahead), self._word(ahead + 2)
        if self._word(ahead + 1) != "/" or not (over.isdecimal() and under.isdecimal() and len(over + under) < 4):  # noqa: PLR2004
            return None
        end = ahead + 3
        while self._word(end) in {"of", "a"}:
            end += 1
        whole = MAGNITUDES.get(self._word(end), 0)
        if not whole or not int(under) or not self._word().isdecimal():
            return None
        amount = Fraction(int(over), int(under)) + (int(self._word()) if ahead else 0)
        self.place += end + 1
        return amount * whole

    def _share(self) -> TypedNumber | None:
        if self._word() in {"half", "majority", "minority"}:
            return TypedNumber(self.start, self.start + 1, Fraction(1, 2), "", share=True)
        if (of_so_many := self._of_so_many()) is not None:
            return of_so_many
        ahead = int(self._word() in {"a", "one"} or self._word() in CARDINALS)
        times = CARDINALS.get(self._word(), 1) if ahead else 1
        ahead += self._word(ahead) == "-"
        part = _PARTS.get(self._word(ahead).removesuffix("s"))
        if not ahead or part is None or self._word(ahead + 1) in _NOUNS_OF_ORDINALS:
            return None
        return TypedNumber(self.start, self.start + ahead + 1, Fraction(times, part), "", share=True)

    def _of_so_many(self) -> TypedNumber | None:
        """Read "1 in 4", "97 in every 100", "nine out of ten"; a year after "in" is no whole."""
        ahead = 1 + (self._word(1) == "out")
        ahead += ahead == 1 and self._word(2) in _OF_EACH  # "55 priests in every hundred"
        if self._word(ahead) not in ({"of"} if self._word(ahead - 1) == "out" else _OF_EACH):
            return None
        ahead += 1 + (self._word(ahead + 1) in {"every", "each", "a"})
        part, whole = (self._figure(at) for at in (0, ahead))
        if part is None or whole is None or whole not in _WHOLES or self._word(ahead + 1) in _TIMES:
            return None
        if not 0 < part < whole:
            return None
        return TypedNumber(self.start, self.start + ahead + 1, Fraction(part, whole), "", share=True)

    def _figure(self, ahead: int) -> int | None:
        word = self._word(ahead)
        return int(word) if word.isdecimal() else 100 if word == "hundred" else CARDINALS.get(word)

    def _amount(self) -> Fraction | None:
        """Add up groups such as "one hundred and forty thousand", "1 million 500 thousand", "1.5m"."""
        total, limit = Fraction(0), Fraction(10**15)
        read = False
        while (group := self._group(again=read)) is not None:
            self.place += self._word() == "-" and self._word(1) in _NAMED
            magnitude = MAGNITUDES.get(self._word(), 0)
            if not magnitude or magnitude >= limit:
                total, read = total + group, True
                break
            self.place += 1
            if magnitude == _THOUSAND and self._word() in _MANY_MILLIONS:
                magnitude *= MAGNITUDES[self._word()]  # thirteen thousand million
                self.place += 1
            group += self._and_a_half()
            total, limit, read = total + group * magnitude, Fraction(magnitude), True
            if self._word() == "," and self._word(1) in _SPELT:
                self.place += 1
        return total if read else None

    def _and_a_half(self) -> Fraction:
        ahead = 0
        if self._word() == "and":
            ahead = 2 if self._word(1) == "a" else 1
        if self._word(ahead) == "half" and self._word(ahead + 1) not in {"of", "the"}:
            self.place += ahead + 1
            return Fraction(1, 2)
        return Fraction(0)

    def _group(self, *, again: bool) -> Fraction | None:  # noqa: C901 -- one form of number after another
        """Read what stands before a magnitude: "1.5", "one hundred and forty", "eleven hundred and eight"."""
        start = self.place
        if again and (self._word() == "and" or (self._word() == "-" and self._word(1) in _SPELT)):
            while self._word() in {"and", "-"}:
                self.place += 1
        elif not again and self._word() == "hundred":
            return self._hundreds(Fraction(1))
        elif not again and self._word() in _BARE and self.place == self.start and self._before() not in _VAGUE:
            return Fraction(1)
        if self._word() == "a" and self._word(1) == "single":
            self.place += 2
            return Fraction(1)
        if self._word() == "a" and (self._word(1) in MAGNITUDES or self._word(1) in {"hundred", *_DOZENS, *_COUPLES}):
            self.place += 1
            if self._word() in _COUPLES:
                self.place += 1
                self.place += self._word() == "of"
                return Fraction(2)
            if self._word() in _DOZENS:
                self.place += 1
                return Fraction(12)
            if self._word() != "hundred":
                return Fraction(1)
            amount: Fraction | None = Fraction(1)
        else:
            amount = self._piece()
        if amount is None:
            self.place = start
            return None
        amount += self._and_a_half()
        if self._word() in _DOZENS:
            self.place += 1
            return amount * 12
        return self._hundreds(amount)

    def _hundreds(self, amount: Fraction) -> Fraction:
        if self._word() == "-" and self._word(1) == "hundred":
            self.place += 1
        if self._word() != "hundred" or amount >= 100:  # noqa: PLR2004
            return amount
        self.place += 1
        amount *= 100
        start = self.place
        self.place += self._word() == "," and self._word(1) == "and"
        while self._word() in {"and", "-"}:
            self.place += 1
        rest = self._piece() if self._word() not in MAGNITUDES else None
        if rest is None or rest >= 100:  # noqa: PLR2004
            self.place = start
            return amount
        return amount + rest

    def _piece(self) -> Fraction | None:
        """Read digits, or words below a hundred, or two such as in "nineteen thirty-six" and "one point five"."""
        word = self._word()
        if word[:1].isdigit():
            return self._digits()
        amount = 0 if word == "point" else self._below_hundred()
        if amount is None:
            return None
        if self._word() == "point" and self._digit(1) < _TEN:
            self.place += 1
            decimals = self._digit_words()
            return Fraction(f"{amount}.{decimals}")
        if word == "point":
            return None
        start = self.place
        if amount >= _TEN and self._word() in _SPOKEN_ZEROS and 0 < self._digit(1) < _TEN:
            return Fraction(amount * 100 + int(self._digit_words()))  # sixteen oh one
        second = self._below_hundred() if 0 < amount < 100 else None  # noqa: PLR2004
        if second is not None and second >= _TEN and self._word() not in MAGNITUDES:
            return Fraction(amount * 100 + second)
        self.place = start
        return Fraction(amount)

    def _digit(self, ahead: int = 0) -> int:
        """A figure in words, or ten if there is none."""
        return 0 if self._word(ahead) in _SPOKEN_ZEROS else CARDINALS.get(self._word(ahead), _TEN)

    def _digit_words(self) -> str:
        """Read figures in words as they follow one another: "oh four"."""
        digits = ""
        while (digit := self._digit()) < _TEN:
            digits += str(digit)
            self.place += 1
        return digits

    def _below_hundred(self) -> int | None:
        amount = CARDINALS.get(self._word())
        if amount is None:
            return None
        self.place += 1
        start = self.place
        if amount >= 20:  # noqa: PLR2004
            self.place += self._word() == "-"
            unit = CARDINALS.get(self._word(), 10)
            if 0 < unit < 10:  # noqa: PLR2004
                self.place += 1
                return amount + unit
        self.place = start
        return amount

    def _digits(self) -> Fraction | None:
        token = self._word()
        if not re.fullmatch(r"\d+(?:[.,']\d+)*", token):
            return None  # 17th
        self.place += 1
        magnitude = self._word() in MAGNITUDES
        if token.isdecimal():
            if len(token) <= 3 and token[0] != "0":  # noqa: PLR2004
                while re.fullmatch(r"\d{3}", self._word()):
                    token += self._word()
                    self.place += 1
            return Fraction(int(token))
        if _GROUPED.fullmatch(token) and not (magnitude and token.count(".") == 1):
            return Fraction(int(re.sub(r"\D", "", token)))
        whole, *rest = re.split(r"[.,']", token)
        if token.count(".") == 1 and token.find(".") > token.rfind(","):
            before, after = token.split(".")
            digits = re.sub(r"\D", "", before)
            return Fraction(f"{int(digits)}.{after}")
        if len(rest) == 1:
            return Fraction(f"{int(whole)}.{int(rest[0]):0{len(rest[0])}}")
        return Fraction(int(re.sub(r"\D", "", token)))
