"""A card's text as its sentences."""

from __future__ import annotations

import re

BULLET = re.compile(r"^(?:[•◦▪*\-\u2013]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ•])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[bcdprv]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Jr|Sr|vs|etc|eg|ie|cf|ca|approx|no|No|Nos"
    r"|vol|Vol|ch|Ch|fig|Fig|pp|ed|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft)|\b[A-Za-z]\.[A-Za-z])\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, without bullets; each line ends one at least."""
    found = []
    for line in text.split("\n"):
        found += split(BULLET.sub("", line.strip()))
    return found


def split(line: str) -> list[str]:
    """The sentences of one line."""
    found, start = [], 0
    for end in _END.finditer(line):
        before = line[start : end.start()]
        if _ABBREVIATION.search(before) and not re.search(r"\b[A-Z]{2,}\.$", before):
            continue
        piece = line[start : end.end()].strip()
        if piece:
            found.append(piece)
        start = end.end()
    rest = line[start:].strip()
    return [*found, rest] if rest else found


def bullets(text: str) -> tuple[str, list[str]]:
    """The line before a list of bullets, and its items; no items where the text is no such list."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if BULLET.match(line)), len(lines))
    items = [BULLET.sub("", line).strip() for line in lines[at:]]
    if len(items) < 2 or not all(BULLET.match(line) for line in lines[at:]):
        return "", []
    return " ".join(lines[:at]), items
