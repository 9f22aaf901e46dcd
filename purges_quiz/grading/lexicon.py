"""The deck's people, bodies, terms and events, found in typed text by name, by transliteration or with a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from purges_quiz.deck.folding import key
from purges_quiz.deck.model import Entity, EntityKind
from purges_quiz.grading.forms import Form, form, sound_alike
from purges_quiz.grading.spelling import budget, edits
from purges_quiz.grading.vocabulary import ARTICLES
from purges_quiz.grading.words import Word, words

_SKIPPED = frozenset({*ARTICLES, "of", "-", '"', "'", ".", "'s"})
"""May stand between the words of a name."""
_SHORTEST = 4
"""Letters of the shortest word that may be a misspelling."""
_MOST = 2
"""Edits forgiven at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity that a text names."""

    start: int
    end: int
    entity: str
    slips: tuple[tuple[str, str], ...] = ()
    """The words misspelt: as given, and the right word of the name."""
    person: bool = False
    misnamed: str = ""
    """A first name that is not the entity's."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a name that a typed word is, or is meant to be."""

    stem: str
    edits: int


@dataclass(eq=False)
class Lexicon:
    """All names of a deck, ready to be looked for; `ordinary` are words that are never a misspelt name."""

    entities: Mapping[str, Entity]
    ordinary: frozenset[str] = frozenset()
    forms: dict[str, list[Form]] = field(init=False)
    """By the stem of their first word."""

    def __post_init__(self) -> None:
        self.forms = defaultdict(list)
        self._owners: dict[str, tuple[str, ...]] = {}
        self._first_names: set[str] = set()
        for entity in self.entities.values():
            for text in (entity.name, *entity.aliases):
                self._add(form(entity.key, text))
            self._first_names.update(word.stem for name in entity.first_names for word in words(name))
        self._by_stem = {stem: stem for stem in self._owners if budget(stem)}
        self._keys = {key(stem): stem for stem in self._by_stem}
        self._found: dict[str, Hit | None] = {}

    def _add(self, name: Form) -> None:
        if name.words:
            self.forms[name.words[0].stem].append(name)
        for word in name.words:
            owners = self._owners.get(word.stem, ())
            if name.entity not in owners:
                self._owners[word.stem] = (*owners, name.entity)

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

    def knows(self, word: Word) -> bool:
        """Whether `hit` may find this word of a name when it is misspelt."""
        return word.stem in self._by_stem

    def only_names(self, text: Sequence[Word]) -> tuple[str, ...]:
        """The entities named, if the text says nothing beside names."""
        found = self.mentions(text)
        places = {place for mention in found for place in range(mention.start, mention.end)}
        if any(word.content for place, word in enumerate(text) if place not in places):
            return ()
        return tuple(mention.entity for mention in found)

    def hit(self, word: Word) -> Hit | None:
        """The word of a name that is meant, if its nearest rival is at least one edit further away."""
        if word.stem in self._owners:
            return Hit(word.stem, 0)
        if word.text not in self._found:
            self._found[word.text] = self._near(word.text, word.stem)
        return self._found[word.text]

    def _near(self, word: str, singular: str) -> Hit | None:
        if len(word) < _SHORTEST or not word.isalpha() or word in self.ordinary or word in self._first_names:
            return None
        heard = key(word)
        if heard in self._keys:
            return Hit(self._keys[heard], 0)
        distances: dict[str, int] = {}
        for given, known in ((word, self._by_stem), (singular, self._by_stem), (heard, self._keys)):
            for near, distance, _ in process.extract(
                given,
                known.keys(),
                scorer=OSA.distance,
                score_cutoff=_MOST + 1,
                limit=None,
            ):
                stem = known[near]
                distances[stem] = min(int(distance), distances.get(stem, _MOST + 1))
        ranked = sorted(distances.items(), key=lambda item: item[1])
        if not ranked or ranked[0][1] > budget(ranked[0][0]):
            return None
        stem, distance = ranked[0]
        rivals = (
            other
            for other, edit in ranked[1:]
            if edit <= distance and set(self._owners[stem]).isdisjoint(self._owners[other])
        )
        return None if any(True for _ in rivals) else Hit(stem, distance)

    def _longest(self, text: Sequence[Word], place: int, extra: Mapping[str, Sequence[Form]]) -> Mention | None:
        word = text[place]
        if word.mark or word.text in ARTICLES:
            return None
        stems = {word.stem}
        hit = self.hit(word)
        if hit is not None:
            stems.add(hit.stem)
        best: tuple[int, Mention] | None = None
        for stem in stems:
            for name in (*extra.get(stem, ()), *self.forms.get(stem, ())):
                mention = self._matched(text, place, name)
                if mention is not None and (best is None or len(name.words) > best[0]):
                    best = len(name.words), mention
        return best[1] if best else None

    def _matched(self, text: Sequence[Word], place: int, name: Form) -> Mention | None:
        start = place
        slips: list[tuple[str, str]] = []
        for number, wanted in enumerate(name.words):
            while number and place < len(text) and text[place].text in _SKIPPED and text[place].stem != wanted.stem:
                place += 1
            if place == len(text):
                return None
            given = text[place]
            if given.mark:
                return None
            if given.stem != wanted.stem and not sound_alike(given.text, wanted.text):
                hit = self.hit(given)
                if hit is None or hit.stem != wanted.stem:
                    return None
                if hit.edits:
                    slips.append((given.text, wanted.text))
            place += 1
        return Mention(start, place, name.entity, tuple(slips))

    def _with_first_names(self, text: Sequence[Word], mention: Mention, floor: int) -> Mention:
        entity = self.entities.get(mention.entity)
        if entity is None or entity.kind is not EntityKind.PERSON or not entity.first_names:
            return mention
        own = {word.stem for name in entity.first_names for word in words(name)}
        start, misnamed = mention.start, ""
        while start > floor:
            before = text[start - 1]
            if before.text == "." and start - 1 > floor and len(text[start - 2].text) == 1:
                start -= 1
                continue
            if before.mark or not self._is_first_name(before, own):
                break
            if not _names(before.text, own):
                misnamed = before.text
            start -= 1
        return Mention(start, mention.end, mention.entity, mention.slips, person=True, misnamed=misnamed)

    def _is_first_name(self, word: Word, own: set[str]) -> bool:
        if len(word.text) == 1:
            return word.text.isalpha() and (word.text not in {"a", "i", "n"} or _names(word.text, own))
        return word.stem in self._first_names or _names(word.text, own)


def _names(given: str, own: set[str]) -> bool:
    """Whether a first name or an initial is one of these."""
    if len(given) == 1:
        return any(name.startswith(given) for name in own)
    return any(
        given == name or key(given) == key(name) or edits(given, name, budget(name)) <= budget(name) for name in own
    )
