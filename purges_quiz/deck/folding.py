"""One spelling for texts that look or sound the same.

`fold` levels case, accents, quotes, dashes, Cyrillic and look-alike letters. `key` levels the ways in which a Russian
name is transliterated: Yezhov, Ezhov, Jeschow, Yeshoff.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґў",
        (
            *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f"),
            *("kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "ye", "i", "i", "g", "u"),
        ),
        strict=True,
    ),
)
_LOOKALIKES = str.maketrans("авекмнорстухіѕјοαερυικντ", "abekmhopctyxisjoaepuikvt")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        # Before NFKC turns "1\u00bd" into "11/2".
        "\u00bd": " half ",
        "\u00bc": " quarter ",
        "\u00be": " three quarters ",
    },
)
_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021"
"""Marks of footnotes."""
_QUOTED = re.compile(r"^\s*>+\s+")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*\s*/?>")
_FOOTNOTE = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
_FOREIGN = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff][^\W\d_]*")


def fold(text: str) -> str:
    """Lower case, without accents, in Latin letters, with plain quotes and hyphens."""
    if ">" in text or "[" in text:
        text = _QUOTED.sub("", text)
        text = _FOOTNOTE.sub("", _TAG.sub("", text))
    if text.isascii():
        return text.lower()
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf" and letter not in _RAISED)
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS).casefold())
    unaccented = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_SIGNS)
    return _FOREIGN.sub(_latin, unaccented)


def _latin(match: re.Match[str]) -> str:
    word = match[0]
    if any("a" <= letter <= "z" for letter in word):
        return word.translate(_LOOKALIKES)
    return "".join(_CYRILLIC.get(letter, letter) for letter in word)


_SHORTEST = 4
"""Letters of the shortest word that gets a key; shorter ones ("Lev", "Ivan" has four) would fall together too often."""
_ROMAN = re.compile(r"[ivx]+")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"the", "a", "an"})

# In this order. Capitals stand for one Russian letter and are not touched again.
_RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"shch|schtsch|chtch|szcz|sc?hch", "Q"),
        (r"tsch|tch|cz", "C"),
        (r"sch|zh", "X"),
        (r"sh", "S"),
        (r"kh|ch", "C"),
        (r"tz|ts", "T"),
        (r"ou", "u"),
        (r"w|ff", "v"),
        (r"f$", "v"),
        (r"(?<=[aeo]v)a$", "a"),
        (r"(?<=[iy]n)e$", ""),
        (r"(?<=[a-zA-Z]k)(y|i|ii|iy|yi|ij|yj|ie)$", "i"),
        (r"(?<=i)[yj]?a$", "a"),
        (r"(?<=[a-zA-Z])[yij](?=[aeou])", "j"),
        (r"^[yij](?=[eaou])", "j"),
        (r"^je", "e"),
        (r"(?<=[rv])j(?=[ea])", "i"),
        (r"iy$|ij$|ii$|y$", "i"),
    )
)


@lru_cache(maxsize=2048)
def key(word: str) -> str:
    """The key of a folded word; words with one key are one name in different systems of transliteration."""
    for pattern, letter in _RULES:
        word = pattern.sub(letter, word)
    return word


def sound(name: str) -> tuple[str, ...]:
    """What a name has in common with its other spellings and transliterations; two entities may not share it."""
    return tuple(sound_of_word(word) for word in _WORD.findall(fold(name)) if word not in _ARTICLES)


def sound_of_word(word: str) -> str:
    """The key of a folded word; a short word, or a Roman number, stands for itself."""
    return word if len(word) < _SHORTEST or _ROMAN.fullmatch(word) else key(word)
