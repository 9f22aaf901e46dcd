"""Text as words: contractions opened, British and American spelling alike, plurals and number words levelled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from purges_quiz.deck.folding import fold
from purges_quiz.grading.vocabulary import (
    CARDINALS,
    CONTRACTIONS,
    FUNCTION_WORDS,
    ORDINALS,
    PREFIXES,
    STOP_WORDS,
)


class Word(NamedTuple):
    """One word, number or punctuation mark of a text."""

    text: str
    """As typed, folded; a British spelling in its American form; a slip of typing put right."""
    stem: str
    """What it is compared by: no plural, a number word as digits."""
    punctuation: bool = False
    """True for punctuation."""
    typed: str = ""
    """As it was typed, where that was a slip."""

    @property
    def content(self) -> bool:
        """Whether the word says something: no mark, no article, no auxiliary."""
        return not self.punctuation and self.text not in STOP_WORDS


DASH = "--"
"""A dash that parts two clauses, where "-" joins two words."""

_TOKEN = re.compile(
    r"\b(?:w/o|b/c|y/o)\b|\bw/|\bb4\b"
    r"|--"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+(?:[.,'](?=\d)\d+)*"
    r"|(?<![\d\w.])\.\d+"
    r"|(?:[^\W\d_]\.){3,}[^\W\d_]?(?!\w)"  # N.K.V.D.
    r"|(?:[^\W\d_]\.){2,}[ivx]{1,4}(?!\w)"  # W.W.II
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\w\s]",
)
_PREFIX = re.compile(rf"(?<![\w'])(?:{'|'.join(sorted(PREFIXES))})(?![\w'])")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ROMAN_ORDINAL = re.compile(r"\b([ivxl]+)(?:st|nd|rd|th)\b")
_ROMAN = re.compile(r"[ivx]{2,}")
_NUMBERED = re.compile(r"\b(cat\.?|category|part|war|phase|chapter|act|volume) [(\[]?([ivx]+)\b[)\]]?")
_NUMBERING = re.compile(r"\b([ivx]+) (?=(?:column|congress|century|republic|army|corps)\b)")
_NUMBER = re.compile(r"\bno\.\s*(?=\d)")
_LETTER_DIGITS = (
    (re.compile(r"(?<=\d)o(?=[\do,]|\b)|(?<=\d,)o(?=\d)"), "0"),
    (re.compile(r"\bo(?=\d)"), "0"),
    (re.compile(r"(?<=\d)[li](?=[\d,])|(?<=\d,)[li](?=\d)|\b[li](?=,?\d)|(?<=\d)[li]\b"), "1"),
)
_DASHES = re.compile(r"(?<=[^\d\s])\s+-+\s+(?=\D)|(?<=\D)\s+-+\s+(?=[^\d\s])|---?")
_ONE = re.compile(r"(?<=\bsome)1\b|(?<=\bevery)1\b|(?<=\bany)1\b|(?<=\bno)1\b")
_SPACED = re.compile(r"\b[b-hj-z](?: [a-z]){2,}\b(?!')")
_RANGE = re.compile(r"(?<=\d)\s*(?:\.{2,}|\u2192|->|-->|>)\s*(?=\d)")
_APART = re.compile(r"(?<=\d), (?=\d{3}\b)")
_ERA = re.compile(r"(?<=\d) ?(b\. ?c(?:\. ?e)?|a\. ?d|c\. ?e)\b\.?|\b(a\. ?d)\. ?(?=\d)")
"""An era with full stops: "44 B.C.", "A.D. 14"."""
_BARE_SUFFIXES = ("'d", "'ll", "'ve", "'re", "'m")
_IS = frozenset({"it", "he", "she", "that", "who", "what", "there", "here", "this", "let", "how", "where", "when"})
_AMERICAN = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=..[^rw])is(|at|e|ed|es|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=...)our(|s|ed|ing|er|ers|able)$"), r"or\1"),
    (re.compile(r"(?<=..)ence$"), "ense"),
    (re.compile(r"entre(s?)$"), r"enter\1"),
    (re.compile(r"ogramme(s?)$"), r"ogram\1"),
    (re.compile(r"^gaol"), "jail"),
)
_STEMS = (
    (re.compile(r"(?<=...)ies$"), "y"),
    (re.compile(r"(?<=..)(sh|ch|ss|x|z)es$"), r"\1"),
    (re.compile(r"(?<=...)ite(s?)$"), "ist"),
    (re.compile(r"(?<=..[^sui])s$"), ""),
)
_is_respelt, _is_levelled = (
    re.compile("|".join(pattern.pattern for pattern, _ in rules)).search for rules in (_AMERICAN, _STEMS)
)
"""Whether any of the rules changes a word, which few do: it is asked once instead of by each of them."""
_SHORTEST = 4
"""Letters of the shortest word that has its ending levelled."""


def words(text: str) -> tuple[Word, ...]:
    """Split any text into words and marks; never raises."""
    found: list[Word] = []
    prefix = ""
    tokens: list[str] = _TOKEN.findall(_levelled(fold(text)))
    for place, token in enumerate(tokens):
        if (
            token in PREFIXES
            and place + 1 < len(tokens)
            and (tokens[place + 1] == "-" or (tokens[place + 1].isalpha() and tokens[place + 1] not in FUNCTION_WORDS))
        ):
            prefix = token
        elif prefix and token == "-":  # noqa: S105
            continue
        else:
            found.extend(_opened(prefix + token))
            prefix = ""
    return tuple(found)


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts that have no slips in them, each once and in no order: ten times as fast as `words`."""
    pieces: set[str] = set()
    found: list[Word] = []
    for text in map(fold, texts):
        if _PREFIX.search(text):
            found += words(text)
        else:
            pieces.update(text.split())
    for token in set(_TOKEN.findall(" ".join(pieces))):
        found += _opened(token)
    return frozenset(word.text for word in found if not word.punctuation)


def content(text: str) -> tuple[Word, ...]:
    """Only the words that say something."""
    return tuple(word for word in words(text) if word.content)


def _levelled(text: str) -> str:
    """Digits that were typed as letters, figures cut by a space, and dashes between clauses, made plain."""
    if " " in text:
        text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    if "-" in text:
        text = _DASHES.sub(f" {DASH} ", text)
    if any(digit in text for digit in "0123456789"):
        text = _ONE.sub("one", text)
        for pattern, digit in _LETTER_DIGITS:
            text = pattern.sub(digit, text)
        text = _RANGE.sub("-", _APART.sub(",", text))
    if "b." in text or "a." in text or "c." in text:
        text = _ERA.sub(lambda match: f" {re.sub('[. ]', '', match[1] or match[2])} ", text)
    if "no." in text:
        text = _NUMBER.sub("number ", text)
    if any(before in text for before in (" i", " v", "(i", "(v", "[i", "[v")):
        text = _NUMBERED.sub(lambda match: f"{match[1]} {_arabic(match[2])}", text)
    if "x" in text or "v" in text or "i" in text:
        text = _NUMBERING.sub(lambda match: f"{_arabic(match[1])}th " if _arabic(match[1]) else match[0], text)
        text = _ROMAN_ORDINAL.sub(lambda match: _arabic(match[1]) + "th" if _arabic(match[1]) else match[0], text)
    return text


def _arabic(roman: str) -> str:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in roman]
    total = sum(
        -value if any(later > value for later in values[place + 1 :]) else value for place, value in enumerate(values)
    )
    return str(total) if total > 0 else ""


@lru_cache(maxsize=1024)
def _opened(token: str) -> tuple[Word, ...]:
    if token in CONTRACTIONS:
        return tuple(spelt(part) for part in CONTRACTIONS[token])
    if token[0] == "." and len(token) > 1 and token[1].isdigit():
        token = "0" + token
    if not token[0].isalnum():
        return (Word(token, token, punctuation=True),)
    if token[0].isdigit():
        ordinal = _ORDINAL.fullmatch(token)
        return (Word(token, ordinal[1] if ordinal else token.replace(",", "")),)
    if token.endswith("n't"):
        return tuple(spelt(part) for part in (token[:-3], "not") if part)
    if token.endswith("'s"):
        owner = spelt(token[:-2])
        return (owner,) if owner.text in _IS else (owner, Word("'s", "'s", punctuation=True))
    for suffix in _BARE_SUFFIXES:
        token = token.removesuffix(suffix)
    return (spelt(token.replace("'", "").replace(".", "")),)


def american(word: str) -> str:
    """The word, or the beginning of one, as Americans spell it; words and beginnings stay alike."""
    if len(word) > _SHORTEST and _is_respelt(word):
        for pattern, spelling in _AMERICAN:
            word = pattern.sub(spelling, word)
    return word


def spelt(token: str, typed: str = "") -> Word:
    """One word as it is compared; `typed` where it was a slip of typing."""
    stem = text = american(token)
    if text in CARDINALS:
        stem = str(CARDINALS[text])
    elif text in ORDINALS:
        stem = str(ORDINALS[text])
    elif _ROMAN.fullmatch(text):
        stem = _arabic(text) or text
    elif len(text) >= _SHORTEST and _is_levelled(text):
        for pattern, level in _STEMS:
            stem = pattern.sub(level, stem)
    return Word(text, stem, typed=typed)
