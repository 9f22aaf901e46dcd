"""Which names are people's: a sum of what stands beside them anywhere in the cards.

Titles, first names, particles and the numbers of kings speak for a person, and so do verbs of which people are the
subject; places, bodies and an article before a name speak against it. What is in doubt is a term.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from purges_quiz.authoring.draft.names import DEMONYM, ROMAN, SURNAME, Known, Name, acts, names
from purges_quiz.authoring.draft.vocabulary import vocabulary

_PERSONAL = re.compile(r" (?:da|de|de la|del|della|di|du|van|van der|van den|von|ibn|bin) ")
_RELATIVE = re.compile(r",? \(?who(?:se|m)?\b|,? (?:himself|herself)\b|,? \(\d{4}[-–]\d{2,4}\)")
_WORKS = frozenset("book novel play poem painting called entitled wrote published opera film".split())
_SITES = frozenset("in at near across into throughout".split())
_SURE, _LIKELY, _NEVER, _HARDLY = 3, 2, -4, -3


def learn(texts: Iterable[str], headings: Iterable[str] = ()) -> Known:
    """What these sentences say about the names in them; of headings only the name with which they begin counts."""
    known = Known()
    read = list(texts)
    for text in read:
        first = re.match(r"\W*[\w'’-]+", text)
        known.within.update(re.findall(r"\b[A-ZÀ-Þ][\w-]+", text[first.end() if first else 0 :]))
        known.small.update(re.findall(r"\b[a-zß-ÿ][\w-]+", text))
    for text in headings:
        for name in names(text, known):
            if name.start == 0:
                known.add_evidence(name.text, _evidence(text, name, known))
    found = [(text, list(names(text, known))) for text in read]
    for text, named in found:
        for name in named:
            known.add_evidence(name.text, _evidence(text, name, known))
    for text, named in found:
        _add_rows(text, named, known)
    _add_surnames([name.text for _, named in found for name in named], known)
    return known


def groups(text: str, found: Sequence[Name], known: Known) -> list[list[Name]]:
    """The people of a sentence, those that are named one after the other together."""
    people = [name for name in found if known.is_person(name.text)]
    return _joined(text, people, re.compile(r"(?:,|,? and|,? or| &) ?(?:\([^)]*\))?,? ?| \([^)]*\),? ?"))


def _add_rows(text: str, named: Sequence[Name], known: Known) -> None:
    """Where one of a row is a person, the others are most likely people too: "Julius Caesar, Pompey and Crassus"."""
    for row in _joined(text, named, re.compile(r"(?:, |,? and | & )(?:the )?")):
        if len(row) > 1 and any(known.is_person(name.text) for name in row):
            for name in row:
                if known.score.get(name.text, 0) >= 0:
                    known.add_evidence(name.text, _LIKELY)


def _add_surnames(found: Iterable[str], known: Known) -> None:
    """A surname that is part of a person's name, and of no other, is that person's."""
    fulls: Mapping[str, set[str]] = defaultdict(set)
    for text in found:
        words = text.split()
        if len(words) > 1 and not ROMAN.fullmatch(words[-1]):
            fulls[words[-1]].add(text)
    for surname, names_of_it in fulls.items():
        people = [full for full in names_of_it if known.is_person(full)]
        if people:
            known.add_evidence(surname, _SURE if len(names_of_it) == 1 else 1)


def _joined(text: str, found: Sequence[Name], between: re.Pattern[str]) -> list[list[Name]]:
    """Names that stand one after the other, with nothing but that between them, together."""
    rows: list[list[Name]] = []
    for name in found:
        if rows and between.fullmatch(text[rows[-1][-1].end : name.start]):
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def _evidence(text: str, name: Name, known: Known) -> int:
    """What one place says for (above 0) or against (below 0) a name's being a person's."""
    lists = vocabulary()
    words = name.text.split()
    low = [word.lower().rstrip(".") for word in words]
    titled = low[0] in lists.titles or low[0].split("-")[0] in lists.first_names
    if name.text.isupper() or any(char.isdigit() for char in name.text) or (len(words) == 1 and low[0] in lists.titles):
        return _NEVER
    if titled and len(words) > 1 and (" of " in name.text or low[-1] not in lists.places | lists.bodies):
        return _SURE
    if set(low) & lists.places or (set(low) & lists.bodies and low[0] not in lists.titles):
        return _NEVER
    if words[-1].endswith("ans") or re.search(r"(?<!\b[12]\d{2})\d $", text[: name.start]):
        return _HARDLY  # "50,000 Romans"
    if (
        len(words) == 1
        and not titled
        and (low[0] in lists.peoples or DEMONYM.match(words[0]))
        and not SURNAME.match(words[0])
    ):
        return -_LIKELY
    plain = 1 < len(words) < 4 and all(word[0].isupper() and word[1:].islower() for word in words)
    if plain and low[0] not in lists.prefixes and known.small.isdisjoint(low) and not DEMONYM.match(words[0]):
        known.plain.add(name.text)
    return _of_form(name.text) + _of_place(text, name) + (titled and len(words) == 1)


def _of_form(text: str) -> int:
    """What the form of a name says: particles, initials, the numbers of kings, endings of surnames."""
    last = text.rsplit(maxsplit=1)[-1]
    score = _SURE if _PERSONAL.search(text) or (ROMAN.fullmatch(last) and last != text) else 0
    score += _SURE if re.match(r"(?:[A-Z]\.)+ ", text) else 0
    return score + (_LIKELY if SURNAME.search(last) else 0)


def _of_place(text: str, name: Name) -> int:
    """What stands beside a name says."""
    lists = vocabulary()
    score = _LIKELY if acts(text, name.end) else 0
    score += _SURE if _RELATIVE.match(text[name.end :]) else 0
    last = re.search(r"(?P<two>[\w-]+ )?(?P<one>[\w-]+),?$", text[: name.start].rstrip(" \"“‘'("))
    if not last:
        return score
    one, two = last["one"].lower(), (last["two"] or "").lower()
    if one in lists.roles or (one in lists.titles and name.text.count(" ") < 2):
        score += _SURE
    elif f"{two}{one}" in lists.before or one in lists.before:
        score += _LIKELY
    if one in _WORKS or (one == "the" and name.text.split()[0].lower() not in lists.titles):
        score += _HARDLY
    return score - (_LIKELY if one in _SITES else 0)
