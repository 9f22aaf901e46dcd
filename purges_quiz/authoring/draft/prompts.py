"""A sentence with a gap, and as much around it as it needs to be understood with no card in sight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL

GAP = "____"
HIDDEN = "[...]"
"""Stands for a word that would say the answer: "Yezhovshchina" where "Yezhov" is asked."""
LONGEST = 420
"""Characters of a prompt; more is a page to read under the clock."""
_TITLE_WORDS = 9
_LEAST_WORDS = 3
"""Words that must be left beside the gap, small ones not counted."""
_STEM = 4
_OPENS = re.compile(
    r"^(?:(?:and|but|however|so|then|also|thus|therefore|as a result|in addition|all of|both of|most of|some of|many of"
    r"|one of|none of|after|during|in|by|at|of|for|to|with|because of|despite|instead|later|eventually)[ ,]+)*"
    r"(?P<word>\w+)",
    re.IGNORECASE,
)


def gap(sentences: Sequence[str], at: int, find: Find, title: str, *, about_title: bool = False) -> str:
    """The prompt for something in the sentence of that number, "" where none would stand alone.

    `about_title` says that the sentences speak of the title without naming it, as definitions do.
    """
    text = sentences[at]
    gapped = hidden(text[: find.start], find.value, find.type) + GAP + hidden(text[find.end :], find.value, find.type)
    if _content_words(gapped) < _LEAST_WORDS and not title:
        return ""
    before = ""
    if refers_back(text):
        if at:
            before = sentences[at - 1]
            if refers_back(before) and at > 1:
                before = f"{sentences[at - 2]} {before}"
            before = hidden(before, find.value, find.type)
        elif not title or len(title.split()) > _TITLE_WORDS:
            return ""
    head = "" if not title or len(title.split()) > _TITLE_WORDS else _head(title, find)
    if find.type in {"term", "person", "people", "list"} and _content_words(f"{before} {gapped}") < _LEAST_WORDS:
        return ""
    if not head and (about_title or (refers_back(text) and not before)):
        return ""
    if HIDDEN in gapped and _content_words(gapped) < _LEAST_WORDS + 2:
        return ""
    gapped = gapped[0].upper() + gapped[1:] if gapped[0].islower() and not gapped[1:2].isupper() else gapped
    whole = worded(find.lead, f"{before} {gapped}".strip(), head)
    if len(whole) > LONGEST and before:
        whole = worded(find.lead, gapped, head) if head else ""
    beside = _content_words(f"{before} {gapped}") + _content_words(head)
    return whole if beside >= _LEAST_WORDS and len(whole) <= LONGEST else ""


def _head(title: str, find: Find) -> str:
    """The title without what it says of the value; "" where nothing is left that would help."""
    if find.type == "statement":
        for stem in _stems(find.value):
            title = re.sub(rf"(?<!\w){re.escape(stem)}[\w-]*", HIDDEN, title, flags=re.IGNORECASE)
        return title if 2 * title.count(HIDDEN) < len(title.split()) else ""
    if not gives_away(title, find.value):
        return title
    rest = hidden(title, find.value, find.type)
    for number in re.findall(r"\d+", find.value):
        rest = re.sub(rf"(?<!\d){number}(?!\d)", GAP, rest)
    left = any(
        len(word) >= _STEM and word.lower() not in SMALL for word in re.findall(r"[^\W\d_]+", rest.replace(HIDDEN, ""))
    )
    return rest if left and not gives_away(rest, find.value) else ""


def worded(lead: str, text: str, title: str = "") -> str:
    """A prompt as it is asked: the question word, the text, and of what it speaks."""
    ended = text if re.search(r"[.?!][\"”’')]*$", text) else f"{text}."
    return f"{lead} {ended}{f' ({title})' if title else ''}"


def refers_back(text: str) -> bool:
    """Whether a sentence speaks of something that the one before it names."""
    opening = _OPENS.match(text.lstrip("\"“‘'(["))
    opens = opening is not None and opening["word"].lower() in PRONOUNS
    return opens or re.match(r"(?:\S+ ){1,5}(?:him|them)\b", text) is not None


def hidden(text: str, value: str, kind: str) -> str:
    """The text with the value itself as a gap, and words made from it hidden."""
    if kind in {"statement", "list", "people", "quote"}:
        return text
    found = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", GAP, text) if value and value in text else text
    if kind == "person" or (kind == "term" and len(_stems(value)) == 1):
        for stem in _stems(value):
            if stem.lower() not in found.lower():
                continue  # by far the most often, and ten times as fast
            found = re.sub(rf"(?<![\w]){re.escape(stem)}(?:['’]s\b)", f"{GAP}'s", found, flags=re.IGNORECASE)
            found = re.sub(rf"(?<![\w]){re.escape(stem)}[\w-]*", HIDDEN, found, flags=re.IGNORECASE)
    return found


def gives_away(text: str, value: str) -> bool:
    """Whether a title says the value, or a word or a number of it."""
    low, said = text.casefold(), value.casefold()
    stems = _stems(value)
    if stems and all(stem.casefold() in low for stem in stems):
        return True
    if said in low and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", low):
        return True
    numbers = re.findall(r"\d+", value)
    return bool(numbers) and not set(numbers).isdisjoint(re.findall(r"\d+", low))


@lru_cache(maxsize=64)
def _stems(value: str) -> list[str]:
    words = [word for word in re.findall(r"[^\W\d_][\w-]*", value) if word.lower() not in SMALL]
    return [
        word[: max(_STEM, len(word) - 2)] if len(word) > _STEM + 2 else word for word in words if len(word) >= _STEM
    ]


def _content_words(text: str) -> int:
    """Words of a prompt that say something."""
    return sum(word.lower() not in SMALL for word in re.findall(r"[^\W_]+", text.replace(HIDDEN, "")))
