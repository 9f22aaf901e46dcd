"""What a key means where letters are commands and the keyboard is set to capitals, wide characters or another script.

A table for each layout says which character its keys type, in the order of those of a US keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from unicodedata import normalize

US = "qwertyuiopasdfghjklzxcvbnm"
LAYOUTS: Mapping[str, str] = MappingProxyType(
    {
        "Russian": "йцукенгшщзфывапролдячсмить",
        "Ukrainian": "йцукенгшщзфівапролдячсмить",
        "Greek": ";ςερτυθιοπασδφγηξκλζχψωβνμ",
    }
)
"""The characters on the keys of `US`."""
DIGITS = "1234567890"
UNSHIFTED: Mapping[str, str] = MappingProxyType({"AZERTY": "&é\"'(-è_çà"})
"""The characters on the keys of `DIGITS` where a digit needs Shift."""

_MEANT = {
    **{typed: meant for layout in UNSHIFTED.values() for typed, meant in zip(layout, DIGITS, strict=True)},
    **{typed: meant for layout in LAYOUTS.values() for typed, meant in zip(layout, US, strict=True)},
    **{
        typed.upper(): meant.upper()
        for layout in LAYOUTS.values()
        for typed, meant in zip(layout, US, strict=True)
        if typed.isalpha()
    },
}


def meanings(character: str) -> Iterator[str]:
    """What may be meant by a character that is no command itself, the likeliest first.

    Its usual form, the letter or digit on the same key of a US keyboard, and the small letter of either.
    """
    usual = normalize("NFKC", character)
    seen = {character}
    for meant in (usual, _MEANT.get(usual, usual), usual.lower(), _MEANT.get(usual, usual).lower()):
        if meant not in seen and len(meant) == 1:
            seen.add(meant)
            yield meant
