"""Enumerations: "artists, musicians, scientists and writers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, VERBS
from purges_quiz.deck.numbers import SPELT_NUMBERS

_WORD = r"[“\"‘']?[^\W\d_][\w’'-]*[”\"’']?"
_ITEM = rf"{_WORD}(?: {_WORD}){{0,4}}"
_LIST = re.compile(rf"(?P<items>{_ITEM}(?:, {_ITEM})+),? (?P<joint>and|or|&) (?P<last>{_ITEM})")
_OPENERS = frozenset(
    "including include includes included like namely into in of by from with between as for are were is was to under "
    "contains contain comprises comprise comprising has have had on at using use uses across through against".split()
)
_WITHIN = frozenset("in at on by from with to into for against as than that which who".split())
"""Words that make of an element more than a thing: "cellulose in plants"."""
_STOPS = SMALL | VERBS
_LARGEST = 12
_ITEM_WORDS = 4
_SPELT = {number: word for word, number in SPELT_NUMBERS.items()}


def enumerations(text: str) -> Iterator[Find]:
    """Lists of three things and more within a sentence."""
    for match in _LIST.finditer(text) if ", " in text else ():
        items = [item.strip() for item in match["items"].split(", ")]
        begin = max((at for at, item in enumerate(items) if _OPENERS & set(item.lower().split()[:-1])), default=0)
        skipped = sum(len(item) + 2 for item in items[:begin])
        items = items[begin:]
        first, offset = _without_opening(items[0])
        offset += skipped
        last = _without_ending(match["last"])
        if first is None or last is None:
            continue
        elements = [first, *items[1:], last]
        befell = re.search(r"(?:was|were|been|be) $", text[: match.start("items") + offset])
        if befell and first.split()[0].endswith("ed"):
            continue  # what was done to somebody is no list of things
        if not fits(elements) or (
            not offset and match.start() and not text[: match.start()].rstrip().endswith((":", "("))
        ):
            continue
        start = match.start("items") + offset
        end = match.start("last") + len(last)
        yield Find(start, end, "list", joined(elements), lead(len(elements)), elements=tuple(elements))


def lead(count: int) -> str:
    """How a list is asked for."""
    return f"Which {_SPELT.get(count, count)}?"


def joined(elements: list[str]) -> str:
    """The list as a sentence has it."""
    return ", ".join(elements[:-1]) + " and " + elements[-1]


def fits(elements: list[str], least: int = 3) -> bool:
    """Whether these can be the elements of one list: short, without a verb, all different."""
    low = [element.lower() for element in elements]
    return (
        least <= len(elements) <= _LARGEST
        and len(set(low)) == len(low)
        and all(1 <= len(element.split()) <= _ITEM_WORDS for element in elements)
        and not any(word in VERBS or word in PRONOUNS for element in low for word in element.split())
        and not any(element.split()[0] in SMALL - {"the", "a", "an", "more", "other"} for element in low)
        and not any(word in _WITHIN for element in low for word in element.split()[1:])
        and not any(re.search(r"\d", element) for element in elements)
    )


def parts(text: str) -> list[str]:
    """The elements of a text that is a list and nothing else: "A, B and C", "A; B; C"; [] for another text."""
    plain = text.strip(" .")
    least = 2 if re.search(r";|\n", plain) else 3
    elements = [part.strip(" .") for part in re.split(r"; ?(?:and )?|\n(?:• ?)?|^• ", plain) if part.strip(" .")]
    if len(elements) < 2:
        elements = [part.strip() for part in re.split(r",? (?:and|&) |, ", plain) if part.strip()]
        if not re.search(r", | and | & ", plain):
            return []
    elements = [re.sub(r" \([^()]*\)$", "", element) for element in elements]
    return elements if fits(elements, least) else []


def _without_opening(item: str) -> tuple[str | None, int]:
    """The first element without the words that lead to it, and how many characters they take."""
    words = list(re.finditer(r"\S+", item))
    for at in range(len(words) - 1, -1, -1):
        if words[at][0].lower() in _OPENERS and at < len(words) - 1:
            return item[words[at + 1].start() :], words[at + 1].start()
    return (item, 0) if not any(word[0].lower() in _STOPS for word in words) else (None, 0)


def _without_ending(item: str) -> str | None:
    """The last element up to a verb or a small word."""
    words = item.split()
    for at, word in enumerate(words):
        if at and (word.lower() in _STOPS or (word.endswith("ed") and words[0][0].isupper())):
            return " ".join(words[:at])
    return item if words[0].lower() not in _STOPS else None
