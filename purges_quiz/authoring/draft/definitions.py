"""The back of a card as the definition of its front: "Mitochondrion", "organelle in which energy is released"."""

from __future__ import annotations

import re

from purges_quiz.authoring.draft.names import Known
from purges_quiz.authoring.draft.prompts import GAP, HIDDEN, LONGEST, worded
from purges_quiz.authoring.draft.sides import sentences
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, VERBS, vocabulary

_MOST_WORDS, _FEWEST_WORDS = 45, 3
_STEM = 5
_DID = frozenset("ran led won built made gave sold began took drew held brought fought".split())
_EVENTS = frozenset({"assassination", "battle", "fall", "storming", "flight", "coronation", "execution", "crossing"})
_LAWS = frozenset(
    {"law", "laws", "principle", "theory", "theorem", "effect", "rule", "hypothesis", "paradox", "doctrine"}
)
"""What a whole sentence states rather than describes."""
_HEAD = re.compile(r"\b(?:that|which|who|whom|whose|where|when|used|by|in which|whereby|with)\b|[,;:(\u2013]")


def definition(front: str, back: str, known: Known) -> str:
    """The definition of a term without the term itself, "" where the back defines nothing or gives it away."""
    passages = sentences(back)
    text = " ".join(passages)
    if len(text.split()) > _MOST_WORDS:
        text = passages[0]
    words = text.split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or re.search(r"\n[•\d]", back):
        return ""
    masked = _masked(front, text)
    if not masked.startswith(GAP) and len(passages) > 2:  # notes on the front, not what it means
        return ""
    if is_sentence(masked, known) and not _is_proper(front):
        return ""
    masked = _covered(front, masked)
    return "" if _leaks(front, masked) or len(masked) > LONGEST else masked


def prompt(text: str, front: str, known: Known) -> str:
    """How the definition is asked for."""
    lead = "Who?" if is_person(front, text, known) else "Which term?"
    opening = text.split(maxsplit=1)[0]
    word = bare(front)
    alone = " " not in word and word[0].isupper() and word.lower() not in known.small
    if lead == "Which term?" and alone and (opening.endswith("ed") or opening.lower() in vocabulary().deeds | _DID):
        lead = "Who or what?"
    return worded(lead, text[0].upper() + text[1:])


def is_person(front: str, back: str, known: Known) -> bool:
    """Whether a front is somebody."""
    words = front.split()
    if not all(
        word[0].isupper() or word in {"von", "van", "da", "de", "di", "of", "the", "del", "la"} for word in words
    ):
        return False
    if any(
        word.lower().strip(".") in vocabulary().bodies | vocabulary().places for word in words
    ) and not known.is_person(front):
        return False
    opening = re.findall(r"[a-z]+", back.lower())[:7]
    return known.is_person(front) or any(word in vocabulary().roles | vocabulary().titles for word in opening)


def bare(front: str) -> str:
    """A term without what a bracket adds: "Pavlov (1927)"."""
    return re.sub(r" *\([^()]*\)$", "", front) or front


def _masked(front: str, text: str) -> str:
    plain = re.sub(r"^(?:the|a|an) ", "", bare(front), flags=re.IGNORECASE)
    if plain.lower() not in text.lower():
        return text
    return re.sub(rf"(?<!\w)(?:(?:the|an?) )?{re.escape(plain)}(?:s|es)?(?!\w)", GAP, text, flags=re.IGNORECASE)


def is_sentence(text: str, known: Known) -> bool:
    """Whether a text is a sentence about another subject than the term, instead of defining it."""
    if text.startswith(GAP) or text[0].islower():
        return False
    opening = re.match(r"[\w’'-]+", text)
    first = opening[0] if opening else ""
    if first and (first.lower() in PRONOUNS | VERBS or first.lower() in {"when", "where", "if"}):
        return False
    head = _HEAD.split(text, maxsplit=1)[0].split()
    if any(word.lower() in VERBS for word in head):
        return True
    return (
        bool(first)
        and first in known.within
        and first not in known.small
        and first.lower() not in vocabulary().peoples
        and not any(word.lower() in vocabulary().roles for word in head)
    )


def _is_proper(front: str) -> bool:
    """Whether a front is the name of one event, body or law, which a whole sentence may describe."""
    words = front.split()
    if len(words) < 2 or words[-1].lower() in _LAWS:
        return len(words) > 1
    at = next(
        (at for at, word in enumerate(words) if at and word.lower() in {"of", "in", "at", "to", "by", "for", "on"}),
        None,
    )
    if at is not None and words[at - 1].lower() not in vocabulary().bodies | _EVENTS:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL | {"v", "vs"} for word in words)


def _leaks(front: str, text: str) -> bool:
    """Whether what is left of a definition says more than half of the term."""
    stems = _stems(front)
    said = {word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]+", text)}
    return bool(stems) and 2 * sum(stem in said for stem in stems) > len(stems)


def _stems(front: str) -> list[str]:
    return [
        word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]+", front) if word.lower() not in SMALL and len(word) > 2
    ]


def _covered(front: str, text: str) -> str:
    """The text with a word or two hidden that are made from a term of one word: "chlorophyll" for "chloroplast"."""
    stems = _stems(front)
    if len(stems) != 1 or len(stems[0]) < _STEM:
        return text
    found, count = re.subn(rf"(?<!\w){re.escape(stems[0])}\w*", HIDDEN, text, flags=re.IGNORECASE)
    return found if count <= 2 else text
