"""What fills the blanks of a cue, read as the whole answer: "30" under "__,000" is 30,000."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REST = re.compile(r"_(?:(?P<thousand>,000)|(?P<unit> [a-z]*illion))$")
_BLANK = re.compile(r"_|(?<=_)\.(?=_)")
_SIGN = re.compile(r"[^\W_]|(?<=\d)\.(?=\d)")


def readings(hint: str, text: str) -> Iterator[str]:
    """The whole answers of which a text may be the part that a cue leaves open."""
    if rest := _REST.search(hint):
        yield text.rstrip(" .?!") + (rest["unit"] or " thousand")
    signs = _SIGN.findall(text)
    blanks = _BLANK.findall(hint)
    if [sign == "." for sign in signs] == [blank == "." for blank in blanks]:
        left = iter(signs)
        yield _BLANK.sub(lambda _: next(left), hint)
