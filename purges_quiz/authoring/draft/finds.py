"""Everything in a sentence that can be asked, of what overlaps only what says most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from purges_quiz.authoring.cards import Card
from purges_quiz.authoring.draft import clauses, lists, names, terms
from purges_quiz.authoring.draft.fact import Find
from purges_quiz.authoring.draft.figures import figures, read_date, read_number
from purges_quiz.authoring.draft.names import Known, Name
from purges_quiz.authoring.draft.vocabulary import vocabulary

_LEAD = {"person": "Who?", "term": "Which name?"}


def finds(text: str, card: Card, known: Known) -> list[Find]:
    """The finds of a sentence in its order; a cloze note's are its gaps alone."""
    if card.gaps:
        return sorted(_gaps(text, card, known), key=lambda find: find.start)
    chosen: list[Find] = []
    named = list(_names(text, known))
    groups = [find for find in named if find.type == "people"]
    for find in (*terms.quoted(text), *figures(text), *groups, *_bold(text, card, known), *named, *terms.called(text)):
        if all(find.end <= other.start or other.end <= find.start for other in chosen):
            chosen.append(find)
    explained = [_explanation(term, inside, text) for term, inside in terms.explained(text)]
    for find in (*explained, *lists.enumerations(text), *clauses.clauses(text)):
        same = any((find.start, find.end) == (other.start, other.end) for other in chosen)
        same = same or (find.type == "statement" and find.value[0] in '"“‘')
        grouped = any(other.type == "people" and other.start < find.end and find.start < other.end for other in chosen)
        if not same and not (grouped and find.type == "list"):
            if find.type == "list":
                chosen = [it for it in chosen if it.lead != _LEAD["term"] or not find.start <= it.start < find.end]
            chosen.append(find)
    return sorted(chosen, key=lambda find: find.start)


def _bold(text: str, card: Card, known: Known) -> Iterator[Find]:
    for find in terms.bold(text, card.strong):
        yield replace(find, type="person", lead=_LEAD["person"]) if known.is_person(find.value) else find


def _explanation(term: Find, inside: str, text: str) -> Find:
    start = text.index(inside, term.end)
    short = len(inside.split()) <= 4
    inside = inside.strip("\"“”‘’'")
    start = text.index(inside, start)
    return Find(start, start + len(inside), "term" if short else "statement", inside, "What does that mean?")


def _names(text: str, known: Known) -> Iterator[Find]:
    found = list(names.names(text, known))
    for group in names.groups(text, found, known):
        if len(group) > 1:
            elements = tuple(name.text for name in group)
            yield Find(
                group[0].start,
                group[-1].end,
                "people",
                lists.joined(list(elements)),
                lists.lead(len(group)).replace("?", " people?"),
                elements=elements,
            )
        else:
            yield _find(group[0], "person")
    for name in found:
        if not known.is_person(name.text) and _is_term(name, text, known):
            yield _find(name, "term")


def _is_term(name: Name, text: str, known: Known) -> bool:
    """Whether a proper name that is no person's is worth asking: one that means one thing."""
    words = name.text.split()
    if names.is_plain_people(name.text) or re.match(r" \d", text[name.end :]) or re.search(r"\d $", text[: name.start]):
        return False
    if len(words) == 1 and not name.text.isupper() and known.score.get(name.text, 0) > 0:
        return False  # perhaps somebody, perhaps not
    after = re.match(r" ([a-z]+)", text[name.end :])
    if after and after[1] in vocabulary().roles and names.is_plain_people(words[0]):
        return False  # "German Baroque composer"
    low = words[-1].lower()
    if len(words) == 1 and (low in vocabulary().bodies or low in vocabulary().vague or low in vocabulary().titles):
        return False  # "the Party", "the King": which one is a matter of the sentence before
    return len(name.text) > 1


def _find(name: Name, kind: str) -> Find:
    return Find(name.start, name.end, kind, name.text, _LEAD[kind])


def _gaps(text: str, card: Card, known: Known) -> Iterator[Find]:
    """The gaps of a cloze note, each by what fills it."""
    for filling in card.gaps:
        match = re.search(rf"(?<!\w){re.escape(filling)}(?!\w)", text) if filling else None
        if match is None:
            continue
        shape = read_date(filling) or read_number(filling)
        if shape:
            yield Find(match.start(), match.end(), shape.type, shape.value, shape.lead, shape.units)
            continue
        words = filling.split()
        kind = "person" if known.is_person(filling) else "term" if len(words) <= 5 else "statement"
        yield Find(
            match.start(), match.end(), kind, filling, terms.TERM if kind == "term" else _LEAD.get(kind, "What?")
        )
