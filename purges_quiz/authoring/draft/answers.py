"""The back of a card as the answer to its front: a date, a number, a name, a list, or a sentence."""

from __future__ import annotations

import re

from purges_quiz.authoring.draft import lists
from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.figures import figures, read_date, read_number
from purges_quiz.authoring.draft.names import Known
from purges_quiz.authoring.draft.sides import sentences
from purges_quiz.authoring.draft.vocabulary import PRONOUNS, SMALL, VERBS

_WHEN = re.compile(
    r"^(?:when\b|(?:in |on )?(?:what|which) (?:year|date|month|day|century|decade)s?\b|date of\b|year of\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\bhow (?:many|much|long|far|old|tall|big|large|high|fast)\b"
    r"|\b(?:what|which) (?:percentage|number|proportion|temperature)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:who|whose|whom)\b|\b(?:what|which) (?:man|woman|person|king|queen|president|leader|scientist|author"
    r"|poet|artist|emperor|general|philosopher|composer)\b|\bby whom\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset({"von", "van", "da", "de", "di", "of", "the", "del", "la", "der"})
_EITHER = re.compile(r" / |(?<=[a-z]{3})/(?=[a-z]{3})| or ")
_COUNTED = re.compile(
    r"\b(?:number|code|port|population|height|length|mass|weight|speed|distance|value|constant|sum|total|cost"
    r"|how many)\b",
    re.IGNORECASE,
)
"""What has a number of four digits that is no year."""
_YES = frozenset({"yes", "no", "true", "false"})
_NAME_WORDS, _SENTENCE_WORDS, _LONG = 5, 25, 14


def answer(back: str, question: str, known: Known) -> Find | None:
    """What a back answers, None where it is no one answer that could be typed."""
    text = back.strip()
    if not re.search(r"\w", text):
        return None
    plain = re.sub(r"\s+\([^()]*\)$", "", text.strip(" .")).strip(" .") or text
    if plain.lower().split(",")[0].split(" ")[0] in _YES:
        return None
    if date := _date(text, plain, question):
        return date
    if number := _number(text, plain, question):
        return number
    elements = lists.parts(text)
    if elements and "\n" not in text.strip("\n") and _all_people(elements, question, known):
        return _find("people", lists.joined(elements), elements)
    if elements:
        return _find("list", lists.joined(elements), elements)
    return None if "\n" in text else _in_words(text, plain, question, known)


def _in_words(text: str, plain: str, question: str, known: Known) -> Find | None:
    """A name, two people, or a sentence."""
    words = plain.split()
    pair = re.split(r" and | & ", plain)
    if _WHO.search(question) and len(pair) == 2 and all(part[:1].isupper() and len(part.split()) <= 3 for part in pair):
        return _find("people", plain, pair)
    if _WHO.search(question) and (named := re.match(r"(?P<name>[^,(;:]+?)(?:,| \(|;| in \d| – )", text)):
        name = named["name"].strip()
        if len(name.split()) <= _NAME_WORDS and all(word[0].isupper() or word in _PARTICLES for word in name.split()):
            return _find("person", name)
    infinitive = words[0] == "to" and not question.endswith("?")
    verb = any(word.lower() in VERBS for word in words) and not infinitive
    if question.endswith("?") and len(words) > 1:
        verb = verb or words[0].lower() in PRONOUNS | {"to", "by", "because"}
    if len(words) <= _NAME_WORDS and not verb:
        return _name(plain, question, known)
    passages = sentences(text)
    if _COUNT.search(question):
        return None  # a number is asked for, and there is none that can be read
    if len(words) <= _SENTENCE_WORDS and len(passages) == 1 and sum(word.lower() not in SMALL for word in words) > 1:
        return _find("statement", plain if plain in text else text)
    return None


def _find(kind: str, value: str, elements: list[str] | None = None) -> Find:
    return Find(0, 0, kind, value, "", elements=tuple(elements or ()))


def _name(text: str, question: str, known: Known) -> Find | None:
    if not re.search(r"\w", text):
        return None
    capitals = all(
        word[0].isupper() or word.lower() in SMALL or word in {"von", "van", "da", "de", "di"} for word in text.split()
    )
    person = (
        capitals
        and not text.isupper()
        and (known.is_person(text) or (_WHO.search(question) and not re.search(r"\d", text)))
    )
    first = _EITHER.split(text)[0].strip() if not re.search(r"\d/\d|[=+]", text) else text
    return _find("person" if person else "term", first or text)


def others(back: str) -> tuple[str, ...]:
    """Other answers that a short back allows: "Henry Tudor / Henry VII", "USSR (Soviet Union)"."""
    text = back.strip(" .")
    if len(text.split()) > 2 * _NAME_WORDS or re.search(r"\d/\d|[=+,;\n]", text):
        return ()
    inside = re.search(r" \((?:or |also |aka )?(?P<it>[^()\d]{1,40})\)$", text)
    outside = text[: inside.start()] if inside else text
    others_named = [part.strip() for part in _EITHER.split(outside)[1:]]
    return tuple(filter(None, [*others_named, inside["it"] if inside and len(inside["it"].split()) <= 3 else ""]))


def _date(text: str, plain: str, question: str) -> Find | None:
    if re.fullmatch(r"[01]{4,}", plain) or (plain.isdigit() and _COUNTED.search(question)):
        return None
    if found := read_date(plain):
        return found
    if _WHEN.search(question) and len(text.split()) <= _LONG:
        dates = [find for find in figures(text) if find.type == "date"]
        if len(dates) == 1:
            return dates[0]
    return None


def _number(text: str, plain: str, question: str) -> Find | None:
    if (found := read_number(plain)) and found.type != "number":
        return found
    if _COUNT.search(question) and len(text.split()) <= _LONG:
        numbers = [find for find in figures(text) if find.type in {"quantity", "range"}]
        if len(numbers) == 1 and len(re.findall(r"\d+(?:[.,]\d+)*", text)) == 1:
            return numbers[0]
    return None


def _all_people(elements: list[str], question: str, known: Known) -> bool:
    if any(not element[0].isupper() or len(element.split()) > 3 for element in elements):
        return False
    return bool(_WHO.search(question)) or all(known.is_person(element) for element in elements)
