"""The deck's people, bodies, terms and events, found in a text by their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple

from purges_quiz.deck.entities import Entity, EntityKind
from purges_quiz.deck.folding import fold, key, sound_of_word
from purges_quiz.grading.edits import edits
from purges_quiz.grading.spelling import budget
from purges_quiz.grading.vocabulary import ARTICLES
from purges_quiz.grading.words import Word, words

_SKIPPED = frozenset({*ARTICLES, "of", "-", '"', "'", ".", "'s"})
"""May stand between the words of a name."""
_SOUNDING = 4
"""Letters of the shortest word that is known by its sound."""
_SAME_NAME = {
    **dict.fromkeys(("leo", "leon", "lev"), "lev"),
    **dict.fromkeys(("joseph", "josef", "iosif", "joe"), "joseph"),
    **dict.fromkeys(("nicholas", "nikolai", "nikolay", "nick"), "nikolai"),
    **dict.fromkeys(("michael", "mikhail", "mike"), "mikhail"),
    **dict.fromkeys(("gregory", "grigory", "grigori"), "grigory"),
    **dict.fromkeys(("henry", "heinrich", "henri", "genrikh"), "henry"),
    **dict.fromkeys(("john", "ivan", "johann", "jean", "johannes"), "john"),
    **dict.fromkeys(("charles", "karl", "carlos"), "charles"),
    **dict.fromkeys(("william", "wilhelm", "guillaume", "bill", "will"), "william"),
    **dict.fromkeys(("peter", "pyotr", "pierre", "pedro"), "peter"),
    **dict.fromkeys(("laurence", "lawrence", "lavrenty", "lavrenti"), "lavrenty"),
    **dict.fromkeys(("catherine", "katherine", "ekaterina", "kate"), "catherine"),
    **dict.fromkeys(("francis", "francois", "francisco", "franz"), "francis"),
    **dict.fromkeys(("louis", "lewis", "ludwig", "luis"), "louis"),
    **dict.fromkeys(("philip", "philippe", "felipe"), "philip"),
    **dict.fromkeys(("frederick", "friedrich", "fred"), "frederick"),
}
"""First names as other languages have them."""


class Form(NamedTuple):
    """One way of naming an entity."""

    entity: str
    words: tuple[Word, ...]
    proper: bool = False
    """The name itself, of which an answer may leave out what the question holds ("Which congress?" "The 17th")."""


def form(entity: str, text: str, *, proper: bool = False) -> Form:
    """Read a name or alias; articles and punctuation do not matter."""
    read = tuple(word for word in words(text) if not word.punctuation and word.text not in ARTICLES)
    return Form(entity, read, proper)


class Mention(NamedTuple):
    """An entity that a text names."""

    start: int
    end: int
    entity: str
    slips: tuple[tuple[str, str], ...] = ()
    """The words misspelt: as given, and the right word of the name."""
    person: bool = False
    misnamed: str = ""
    """A first name that is not the entity's."""

    @property
    def span(self) -> tuple[int, int]:
        """First word and the one after the last."""
        return self.start, self.end


@dataclass(eq=False)
class Names:
    """All names of a deck, ready to be looked for."""

    entities: Mapping[str, Entity]
    common: frozenset[str] = field(default=frozenset(), init=False)
    """Common first names: before the name of a person who has another they mean somebody else."""
    forms: dict[str, list[Form]] = field(init=False)
    """By the stem of their first word."""

    def __post_init__(self) -> None:
        self.forms = defaultdict(list)
        self.first_names: set[str] = set()
        self._first_names_of: dict[str, set[str]] = {}
        self.words: set[str] = set()
        self.acronyms: set[str] = set()
        for entity in self.entities.values():
            for text in (entity.name, *entity.aliases):
                self._add(form(entity.key, text), text)
            if entity.first_names:
                own = {word.stem for name in entity.first_names for word in words(name)}
                self._first_names_of[entity.key] = own
                self.first_names |= own

    def knowing(self, first_names: frozenset[str]) -> Names:
        """The same, with common first names."""
        found = copy(self)
        found.common = first_names
        return found

    def _add(self, name: Form, text: str) -> None:
        self.acronyms.update(fold(word) for word in re.findall(r"[^\W\d_]{2,}", text) if word.isupper())
        if name.words:
            self.forms[name.words[0].stem].append(name)
            self.words.update(word.text for word in name.words)

    def mentions(self, text: Sequence[Word], extra: Iterable[Form] = ()) -> tuple[Mention, ...]:
        """Every entity named, in order; the longest name wins, `extra` forms are looked for as well."""
        first: dict[str, list[Form]] = defaultdict(list)
        for name in extra:
            if name.words:
                first[name.words[0].stem].append(name)
        found: list[Mention] = []
        place = 0
        while place < len(text):
            best = self._longest(text, place, first)
            if best is None:
                place += 1
            else:
                found.append(self._with_first_names(text, best, found[-1].end if found else 0))
                place = best.end
        return tuple(found)

    def only(self, text: Sequence[Word]) -> tuple[str, ...]:
        """The entities named, if the text says nothing beside names."""
        found = self.mentions(text)
        places = {place for mention in found for place in range(mention.start, mention.end)}
        if any(word.content for place, word in enumerate(text) if place not in places):
            return ()
        return tuple(mention.entity for mention in found)

    def _longest(self, text: Sequence[Word], place: int, extra: Mapping[str, Sequence[Form]]) -> Mention | None:
        word = text[place]
        if word.punctuation or word.text in ARTICLES:
            return None
        best: tuple[int, Mention] | None = None
        shortened = place + 1 < len(text) and text[place + 1].text == "."
        by_first = [name for names in extra.values() for name in names] if shortened else extra.get(word.stem, ())
        for name in (*by_first, *self.forms.get(word.stem, ())):
            mention = _matched(text, place, name)
            if mention is not None and (best is None or len(name.words) > best[0]):
                best = len(name.words), mention
        return best[1] if best else None

    def _with_first_names(self, text: Sequence[Word], mention: Mention, floor: int) -> Mention:
        entity = self.entities.get(mention.entity)
        if entity is None or entity.kind is not EntityKind.PERSON or not entity.first_names:
            return mention
        own = self._first_names_of[entity.key]
        start, misnamed, named = mention.start, "", False
        while start > floor:
            before = text[start - 1]
            if before.text == "." and start - 1 > floor and len(text[start - 2].text) == 1:
                start -= 1
                continue
            if before.punctuation or not self._is_first_name(before, own):
                break
            if _names(before.text, own, self.first_names | self.common):
                named = True
            else:
                misnamed = before.text
            start -= 1
        misnamed = "" if named else misnamed  # "Lucius D. Clay", "Hans Adolf Krebs"
        return Mention(start, mention.end, mention.entity, mention.slips, person=True, misnamed=misnamed)

    def _is_first_name(self, word: Word, own: set[str]) -> bool:
        if len(word.text) == 1:
            return word.text.isalpha() and (
                word.text not in {"a", "i", "n"} or _names(word.text, own, self.first_names)
            )
        known = word.stem in self.first_names or word.text in self.common or word.text in _SAME_NAME
        return known or _names(word.text, own, self.first_names)


def _matched(text: Sequence[Word], place: int, name: Form) -> Mention | None:
    start = place
    slips: list[tuple[str, str]] = []
    for number, wanted in enumerate(name.words):
        while number and place < len(text) and text[place].text in _SKIPPED and text[place].stem != wanted.stem:
            place += 1
        if place == len(text) or text[place].punctuation:
            return None
        typed_word = text[place]
        short = (
            place + 1 < len(text)
            and text[place + 1].text == "."
            and len(typed_word.text) > 2  # noqa: PLR2004
            and wanted.text.startswith(typed_word.text)
        )
        if typed_word.stem != wanted.stem and not _sound_alike(typed_word.text, wanted.text) and not short:
            return None
        if typed_word.typed:
            slips.append((typed_word.typed, typed_word.text))
        place += 1
    return Mention(start, place, name.entity, tuple(slips))


def _names(typed_word: str, own: set[str], known: Container[str]) -> bool:
    """Whether a first name or an initial is one of these; one that is `known` is no slip in the spelling of another."""
    if len(typed_word) == 1:
        return any(name.startswith(typed_word) for name in own)
    same = _SAME_NAME.get(typed_word, typed_word)
    return any(
        same == _SAME_NAME.get(name, name)
        or (len(name) > 1 and typed_word.startswith(name))
        or name.startswith(typed_word)
        or key(typed_word) == key(name)
        or (typed_word not in known and edits(typed_word, name, budget(name)) <= budget(name))
        for name in own
    )


def _sound_alike(typed: str, wanted: str) -> bool:
    """Whether two words, long enough to have a sound, are one name in two transliterations."""
    return len(typed) >= _SOUNDING and sound_of_word(typed) == sound_of_word(wanted)
