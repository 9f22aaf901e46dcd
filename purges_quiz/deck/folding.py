"""One spelling for what looks or sounds the same: case, accents, quotes, dashes, Cyrillic and look-alike letters."""

from __future__ import annotations

import re
import unicodedata

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
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
        # Before NFKC turns "1\u00bd" into "11/2".
        "\u00bd": " half ",
        "\u00bc": " quarter ",
        "\u00be": " three quarters ",
    },
)
_FOREIGN = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff][^\W\d_]*")


def fold(text: str) -> str:
    """Lower case, without accents, in Latin letters, with plain quotes and hyphens."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_SIGNS)
    return _FOREIGN.sub(_latin, bare)


def _latin(match: re.Match[str]) -> str:
    word = match[0]
    if any("a" <= letter <= "z" for letter in word):
        return word.translate(_LOOKALIKES)
    return "".join(_CYRILLIC.get(letter, letter) for letter in word)
