"""The two sides of a card: what its front is, and its back as sentences or a list."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, VERBS, vocabulary

_ASKING = re.compile(
    r"^(?:(?:in|on|at|by|to|for|from|of|with|under|after|during) )?(?:who|whom|whose|what|when|where|which|why|how)"
    r"(?:['’]s)? (?:is|are|was|were|did|do|does|can|could|has|have|had|will|would|should|may|might|many|much|long|far"
    r"|old|often|year|years|date|type|types|kind|country|city|king|term|word|name"
    r"|[a-z]+ (?:is|are|was|were|did|do|does|has|have|had|can))\b",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"^(?:name|list|state|give|define|identify|describe|explain|outline|complete)\b(?! of\b)", re.IGNORECASE
)
_GAP = re.compile(r"_{2,}|\[ ?\.{2,3} ?\]|…|\.{3,}")
_TERM_WORDS = 6
_DESCRIPTION_WORDS = 5


class Front(Enum):
    """The kinds of front."""

    NONE = auto()
    QUESTION = auto()
    GAPPED = auto()
    TERM = auto()
    DESCRIPTION = auto()
    TITLE = auto()


@lru_cache(maxsize=64)
def kind(front: str) -> Front:
    """What this front is."""
    if not front.strip():
        return Front.NONE
    words = front.split()
    if _GAP.search(front) and len(words) > 2:
        return Front.GAPPED
    if front.rstrip('"”) ').endswith("?") or _ASKING.match(front) or (_COMMAND.match(front) and len(words) > 2):
        return Front.QUESTION
    if is_term(front):
        return Front.TERM
    if len(words) >= _DESCRIPTION_WORDS and not is_vague(front):
        return Front.DESCRIPTION
    return Front.TITLE


def is_vague(front: str) -> bool:
    """Whether a front says of what its card is about no more than "causes" or "the end of"."""
    words = [word.lower().strip("()'’:,") for word in front.split()]
    content = [at for at, word in enumerate(words) if word not in SMALL]
    vague = [at for at in content if words[at] in vocabulary().vague]
    leads = any(at + 1 < len(words) and words[at + 1] in {"of", "in", "to", "on", "for", "by"} for at in vague)
    return bool(vague) and (leads or vague[0] == content[0] or not words[0].isalnum())


def is_term(front: str) -> bool:
    """Whether a front names one thing."""
    words = front.split()
    return (
        len(words) <= _TERM_WORDS
        and not is_vague(front)
        and words[0].lower() not in SMALL - {"the", "a", "an"}
        and not any(word.lower() in VERBS for word in words)
        and not re.search(r"[.!;:]$|^\d+(?:st|nd|rd|th)? (?!century)[a-z]", front)
    )


def asked(front: str) -> str:
    """A question as it is asked, "" where it cannot be understood with no card in sight."""
    text = re.sub(r"^\(?\d{1,3}[.)] +", "", front).strip()
    for at, word in enumerate(words := re.findall(r"[\w’'-]+", text.lower())):
        if word in PRONOUNS - {"there", "here", "one", "both", "such", "same"} and not any(
            _is_antecedent(other) for other in words[:at]
        ):
            if word in {"it", "that", "this"} and re.search(
                rf"\b{word}\b.*\b(?:that|when|called|known)\b", text.lower()
            ):
                continue
            return ""
    if re.search(r"\band (?:who|whom|when|where|why|how|what|which)\b", text, re.IGNORECASE):
        return ""  # two questions in one have no one answer
    if re.search(r"\b(?:following|above|below|picture|image|diagram|shown here)\b", text, re.IGNORECASE):
        return ""
    if re.search(r"[?.!:]$", text) or _GAP.search(text):
        return text
    return f"{text}?" if _ASKING.match(text) else f"{text}."


def _is_antecedent(word: str) -> bool:
    """Whether a word names what a later "it" could mean."""
    return word not in SMALL and word not in VERBS and len(word) > 2


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
