"""Typed text as words: contractions opened, British and American spelling alike, plurals and number words levelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from purges_quiz.deck.folding import fold
from purges_quiz.grading.vocabulary import CARDINALS, CONTRACTIONS, ORDINALS, PREFIXES, STOP_WORDS


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or punctuation mark of a text."""

    text: str
    """As typed, folded; a British spelling in its American form."""
    stem: str
    """What it is compared by: no plural, a number word as digits."""
    mark: bool = False
    """True for punctuation."""

    @property
    def content(self) -> bool:
        """Whether the word says something: no mark, no article, no auxiliary."""
        return not self.mark and self.text not in STOP_WORDS


_TOKEN = re.compile(
    r"\b(?:w/o|b/c|y/o)\b|\bw/"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+(?:[.,'](?=\d)\d+)*"
    r"|(?:[^\W\d_]\.){3,}[^\W\d_]?(?!\w)"  # N.K.V.D.
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\w\s]",
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_BARE_SUFFIXES = ("'d", "'ll", "'ve", "'re", "'m")
_IS = frozenset({"it", "he", "she", "that", "who", "what", "there", "here", "this", "let", "how", "where", "when"})
_AMERICAN = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=..[^r])is(|at|e|ed|es|ing|er|ers)$"), r"iz\1"),
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


def words(text: str, *, once: bool = False) -> tuple[Word, ...]:
    """Split any text into words and marks; never raises. The words of a text that is read but `once` are not kept."""
    opened = _opened.__wrapped__ if once else _opened
    found: list[Word] = []
    prefix = ""
    tokens: list[str] = _TOKEN.findall(fold(text))
    for place, token in enumerate(tokens):
        if token in PREFIXES and place + 1 < len(tokens) and (tokens[place + 1] == "-" or tokens[place + 1].isalpha()):
            prefix = token
        elif prefix and token == "-":  # noqa: S105
            continue
        else:
            found.extend(opened(prefix + token))
            prefix = ""
    return tuple(found)


def content(text: str) -> tuple[Word, ...]:
    """Only the words that say something, of a text that is read but once."""
    return tuple(word for word in words(text, once=True) if word.content)


@lru_cache(maxsize=8192)
def _opened(token: str) -> tuple[Word, ...]:
    if token in CONTRACTIONS:
        return tuple(_word(part) for part in CONTRACTIONS[token])
    if not token[0].isalnum():
        return (Word(token, token, mark=True),)
    if token[0].isdigit():
        ordinal = _ORDINAL.fullmatch(token)
        return (Word(token, ordinal[1] if ordinal else token.replace(",", "")),)
    if token.endswith("n't"):
        return tuple(_word(part) for part in (token[:-3], "not") if part)
    if token.endswith("'s"):
        owner = _word(token[:-2])
        return (owner,) if owner.text in _IS else (owner, Word("'s", "'s", mark=True))
    for suffix in _BARE_SUFFIXES:
        token = token.removesuffix(suffix)
    return (_word(token.replace("'", "").replace(".", "")),)


def american(word: str) -> str:
    """The word, or the beginning of one, as Americans spell it; words and beginnings stay alike."""
    if len(word) > _SHORTEST and _is_respelt(word):
        for pattern, spelling in _AMERICAN:
            word = pattern.sub(spelling, word)
    return word


def _word(token: str) -> Word:
    stem = text = american(token)
    if text in CARDINALS:
        stem = str(CARDINALS[text])
    elif text in ORDINALS:
        stem = str(ORDINALS[text])
    elif len(text) >= _SHORTEST and _is_levelled(text):
        for pattern, level in _STEMS:
            stem = pattern.sub(level, stem)
    return Word(text, stem)
