"""What an author may leave out of a card, filled in before it is read: a fact needs a type, a value and a prompt.

`mark` is where the value stands in the card, `about` names the card, a person or term that is no entity becomes one,
a statement without ideas is known by its own words. What is written is left as it is, and so is whatever is faulty:
it is found when the card is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.facts import KEY
from purges_quiz.deck.gradual import Pieces

Written = dict[str, Any]
"""A table of TOML, as it was parsed."""

PEOPLE = "people"
NAMES = {"person": EntityKind.PERSON, PEOPLE: EntityKind.PERSON, "term": EntityKind.TERM}
LISTS = frozenset({PEOPLE, "list", "sequence"})
_WORD = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"[IVX]+")
_PARTICLES = frozenset(
    {"da", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "la", "le", "st", "ten", "ter", "van", "von"}
)
_STOP = frozenset(
    """a an the of to in on at by for from with and or but as that which who whom whose it its they them their he him
    his she her was were is are be been being had has have would could should might may will can did do does this these
    those there not no so than then into also such when where how if because while""".split()  # noqa: SIM905
)
KEY_LENGTH = 40
"""Characters of a key that is made from a text, at most."""
_ALIKE = 0.8
"""How alike a misspelt key is to the right one."""
_IDEAS = 3
"""Ideas that are made for a statement at most: so many of its parts a right answer has to mention."""


def filling(cards: Sequence[Written], entities: dict[str, Entity]) -> Pieces[None]:
    """Complete the tables of these cards, and add to the entities those that they name without a key."""
    written = dict(entities)
    names = dict(_names(cards, written))
    yield
    keys = _keys(names, entities)
    for card in cards:
        yield
        for fact, ends in _facts(card):
            for end in ends:
                _fill_name(end, keys)
                _fill_elements(end, keys, written)
                _fill_ideas(end)
                if "prompts" not in end and _text(end, "prompt"):
                    end["prompts"] = [end.pop("prompt")]
                if _text(card, "title"):
                    end.setdefault("about", f'on the card "{card["title"]}"')
            if "mark" not in fact:
                _fill_span(fact, card, ends[0])


def _text(table: Written, key: str) -> str:
    """The text at a key, "" where there is none."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _facts(card: Written) -> Iterator[tuple[Written, list[Written]]]:
    """Each fact of a card with the tables that hold a value: itself, or the two ends of a relation."""
    facts = card.get("facts")
    for fact in facts.values() if isinstance(facts, dict) else ():
        if isinstance(fact, dict):
            ends = [end for name in ("forward", "backward") if isinstance(end := fact.get(name), dict)]
            yield fact, ends or [fact]


def _names(cards: Sequence[Written], entities: Mapping[str, Entity]) -> Iterator[tuple[str, tuple[EntityKind, str]]]:
    """Every name that is no key and looks like none misspelt, with its kind and the title of the card that has it."""
    for card in cards:
        for _, ends in _facts(card):
            for end in ends:
                elements = end.get("elements") if _text(end, "type") == PEOPLE else None
                for text in elements if isinstance(elements, list) else (end.get("value"),):
                    kind = NAMES.get(_text(end, "type"))
                    if kind is None or not isinstance(text, str) or not text.strip() or not text.isprintable():
                        continue
                    if not _is_key(text, entities):
                        yield text, (kind, _text(card, "title"))


def _is_key(text: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a text is the key of an entity, or looks like a misspelt one."""
    if text in entities or not KEY.fullmatch(text):
        return text in entities
    import difflib  # only for texts that are written as keys are, and are none

    return bool(difflib.get_close_matches(text, list(entities), n=1, cutoff=_ALIKE))


def _keys(names: Mapping[str, tuple[EntityKind, str]], entities: dict[str, Entity]) -> Mapping[str, str]:
    """The key of the entity of each name; those that are new are added, full names before surnames alone."""
    known = {text.casefold(): key for key, one in entities.items() for text in (one.name, one.full_name, *one.aliases)}
    found = {}
    for text in sorted(names, key=lambda text: -len(text.split())):
        kind, title = names[text]
        first, name = split_name(text) if kind is EntityKind.PERSON else ((), text)
        if text.casefold() not in known:
            key = free_key(slug(text) or "name", entities)
            entities[key] = Entity(key, kind, name, f'on the card "{title}"', first)
            for known_as in (text, name):
                known.setdefault(known_as.casefold(), key)
        found[text] = known[text.casefold()]
    return found


def split_name(text: str) -> tuple[tuple[str, ...], str]:
    """First names and surname: "Otto von Bismarck"; a king with his number, or a title, is not taken apart."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if at and word.lower() in _PARTICLES and word[0].islower()), None)
    whole = any(_ROMAN.fullmatch(word) or word.lower() in {"of", "the", "and"} for word in words[1:])
    if whole or not words[1:] or not all(word[0].isupper() for word in words[:at]):
        return (), text
    cut = at if at is not None else len(words) - 1
    return tuple(word for word in words[:cut]), " ".join(words[cut:])


def slug(text: str) -> str:
    """A key made from a text: small letters and digits joined by hyphens, "" where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    key = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        if key and len(key) + 1 + len(word) > KEY_LENGTH:
            break
        key = f"{key}-{word}" if key else word[:KEY_LENGTH]
    return key


def free_key(key: str, taken: Container[str]) -> str:
    """The key, with a number where it is taken."""
    number, free = 2, key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _fill_name(end: Written, keys: Mapping[str, str]) -> None:
    text = _text(end, "value")
    if _text(end, "type") in NAMES and text in keys:
        end.setdefault("shown", text)
        end["value"] = keys[text]


def _fill_elements(end: Written, keys: Mapping[str, str], entities: Mapping[str, Entity]) -> None:
    elements = end.get("elements")
    if _text(end, "type") in LISTS and isinstance(elements, list):
        end["elements"] = [_element(it, keys, entities) if isinstance(it, str) else it for it in elements]


def _element(text: str, keys: Mapping[str, str], entities: Mapping[str, Entity]) -> object:
    """A key as it stands; a name with its entity; other words, said as they stand or without what is small in them."""
    if text in keys:
        return {"text": text, "entity": keys[text]}
    if _is_key(text, entities):
        return text
    words = [word for word in _WORD.findall(text) if word.lower() not in _STOP]
    return {"text": text, "said": [" ".join(map(_beginning, words))] if words else [text]}


def _fill_ideas(end: Written) -> None:
    """Ideas of a statement that has none: its words in up to three groups, each of which one word will do for."""
    value = _text(end, "value")
    if _text(end, "type") != "statement" or "ideas" in end or not value.strip():
        return
    end["ideas"] = [{"name": name, "said": [said]} for name, said in own_ideas(value)]


def own_ideas(statement: str) -> list[tuple[str, str]]:
    """The ideas of a statement that has none written, each by its name and how it is said."""
    words = list(dict.fromkeys(word for word in _WORD.findall(statement) if word.lower() not in _STOP))
    words = words or statement.split()
    size = -(-len(words) // _IDEAS)
    groups = [words[at : at + size] for at in range(0, len(words), max(size, 1))]
    return [(" ".join(f'"{word}"' for word in group), "|".join(map(_beginning, group))) for group in groups]


def _beginning(word: str) -> str:
    """A word as it is looked for: by its beginning, so that its other forms will do."""
    if len(word) <= 3 or not word.isalpha():  # noqa: PLR2004
        return word.lower()
    return word.lower()[: max(4, len(word) - 3)] + "*"


def _fill_span(fact: Written, card: Written, end: Written) -> None:
    """The value where it stands once, else the whole of the sentence that has it, or of the first one."""
    sentences = [fact["sentence"]] if _text(fact, "sentence") else card.get("sentences")
    if not isinstance(sentences, list) or not all(isinstance(one, str) for one in sentences) or not sentences:
        return
    shown = _text(end, "shown") or _text(end, "value")
    holding = [one for one in sentences if shown and shown in one]
    if len(holding) == 1:
        fact["mark"] = shown
    else:
        fact["mark"] = next((one for one in holding or sentences if sum(one in other for other in sentences) == 1), "")
