"""Which words mean the same, and which the opposite, whatever the deck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.vocabulary import AUXILIARIES, NEGATORS, ORDINALS
from purges_quiz.grading.word_lists import Entry, Listed, Relations, Relatives
from purges_quiz.grading.words import Word, american, words

_NEARLY = frozenset(
    {"nearly", "almost", "threaten", "intend", "plan", "lose", "dismiss", "oppose", "narrowly", "forget"}
)
"""These undo a deed in some sentences only: "nearly all of them were shot"."""
_NO_OBJECT = NEGATORS | AUXILIARIES | {"be", "get", "go"}
"""Verbs that begin so have no object inside: "be needed" is not said by "were no longer needed"."""
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
"""Verbs that end so have no other object: to kill Stalin himself is no suicide."""
_OBJECT = 6
"""Words of an object that may stand inside a verb of several words: "put the old man to death"."""
_BETWEEN = 2
"""Other words that may stand inside a loose phrase."""
_SHORTEST = 2
"""Letters of the shortest word that an ending is told from."""


class Meaning(NamedTuple):
    """A concept that stands in a text."""

    entry: Entry
    places: tuple[int, ...]
    """The words that say it."""

    @property
    def concept(self) -> str:
        """Its name."""
        return self.entry.concept

    @property
    def verb(self) -> bool:
        """Whether a verb says it."""
        return self.entry.kind == "verbs"

    @property
    def loose(self) -> bool:
        """Whether its words keep the sense that each has alone: "grow less", unlike "give up"."""
        return self.entry.kind == "wordings"


@dataclass(eq=False)
class Lexicon:
    """The concepts, by the roots of their words."""

    listed: Callable[[str], Listed]
    """What it lists of a root."""
    relations: Callable[[str], Relations]
    """How a concept stands to others."""
    related: Callable[[str], Relatives]
    """Roots near in sense to one, beyond the concepts."""
    english: Container[str]
    """Common words, whether they stand in a concept or not."""
    irregular: Mapping[str, str]
    plurals: frozenset[str]
    """Irregular plurals, the forms of nouns among these."""
    lists: Mapping[str, frozenset[str]]
    text_speak: Mapping[str, str]
    demonyms: Mapping[str, str]
    """Names of peoples, and other names of countries, with the country's."""
    rivals: Sequence[tuple[str, str]]
    """Pairs of lists of words: whoever says one of the first does not say one of the second."""

    def knows_root(self, root: str) -> bool:
        """Whether any word that it lists has this root."""
        return bool(self.listed(root).words)

    def kinds(self, root: str) -> frozenset[str]:
        """Whether words of a root are verbs, nouns, adjectives or others; nothing for one that it does not list."""
        return frozenset(entry.kind for entry in self.listed(root).entries)

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[str]]:
        forms: dict[str, list[str]] = defaultdict(list)
        for form, lemma in self.irregular.items():
            forms[lemma].append(form)
        return forms

    @cached_property
    def cancelling(self) -> frozenset[str]:
        """The roots of verbs that undo their object: cancel, prevent, refuse."""
        return frozenset(phrase[0] for phrase in self._cancelling if len(phrase) == 1)

    @cached_property
    def cancelling_phrases(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The same of several words, by the first: turn down, call off."""
        phrases = [phrase for phrase in self._cancelling if len(phrase) > 1]
        return {first: [phrase for phrase in phrases if phrase[0] == first] for first, *_ in phrases}

    @cached_property
    def _cancelling(self) -> Sequence[tuple[str, ...]]:
        return [
            tuple(root_of(american(part), self.irregular) for part in text.split())
            for text in self.lists.get("cancelling", frozenset()) - _NEARLY
        ]

    @cached_property
    def slight(self) -> frozenset[str]:
        """The roots of words that say little beside others: want, begin, thing."""
        return frozenset(root for text in self.lists.get("slight", ()) for root in self.roots(text))

    @cached_property
    def actors(self) -> frozenset[str]:
        """The roots of words for those who do deeds or suffer them."""
        return frozenset(root for text in self.lists.get("actors", ()) for root in self.roots(text))

    def rivals_of(self, root: str) -> frozenset[str]:
        """The roots of words that cannot stand for this one, though much is said of both: father and brother."""
        return self._rivals.get(root, frozenset())

    @cached_property
    def _rivals(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for pair in self.rivals:
            one, other = (_roots(text, self.irregular) for text in pair)
            for these, those in ((one, other), (other, one)):
                for root in these:
                    found[root] |= those - (these if these != those else {root})
        return {root: frozenset(others) for root, others in found.items()}

    @cached_property
    def people_roots(self) -> frozenset[str]:
        """The roots of words for people."""
        return frozenset(root for text in self.lists.get("people", ()) for root in self.roots(text))

    def lists_form(self, word: str) -> bool:
        """Whether a word is one that it lists, or a regular form of one."""
        if self._lists(word):
            return True
        for ending in ("s", "es", "ed", "ing", "ly", "d", "er", "ers", "r", "rs", "or", "ors"):
            if word.endswith(ending) and len(base := word[: -len(ending)]) >= _SHORTEST:
                doubled = len(base) > _SHORTEST and base[-1] == base[-2] and self._lists(base[:-1])
                if self._lists(base) or self._lists(base + "e") or doubled:
                    return True
        return word.endswith(("ies", "ied")) and self._lists(word[:-3] + "y")

    def _lists(self, word: str) -> bool:
        return word in self.listed(root_of(word, self.irregular)).words

    def listed_words(self, concepts: Iterable[str]) -> frozenset[str]:
        """Every word in the entries of concepts."""
        return frozenset().union(*(self.relations(concept).words for concept in concepts))

    def forms_of(self, lemmas: Iterable[str]) -> frozenset[str]:
        """Their irregular forms: "shot" of "shoot"."""
        return frozenset(form for lemma in lemmas for form in self._forms.get(lemma, ()))

    def root(self, word: Word) -> str:
        """What the forms of a word have in common; of a number its digits."""
        if word.stem.isdecimal():
            return (
                f"{word.stem}th"
                if word.text in ORDINALS or (not word.text[-1].isdecimal() and word.text[0].isdecimal())
                else word.stem
            )
        return root_of(word.text, self.irregular)

    def roots(self, text: str) -> tuple[str, ...]:
        """The roots of the words of a text of the deck."""
        return tuple(self.root(word) for word in words(text) if not word.punctuation)

    def meanings(self, text: Sequence[Word], roots: Sequence[str]) -> tuple[Meaning, ...]:
        """Every concept in a text; a phrase hides what its words mean alone."""
        every = [
            Meaning(entry, (place,))
            for place, root in enumerate(roots)
            if root != "not"  # which is the root of "note" too
            for entry in self.listed(root).entries
        ]
        single = len(every)
        said = frozenset(roots)
        for place, root in enumerate(roots):
            by_last = self.listed(root).phrases
            for last in by_last.keys() & said if by_last else ():
                every += [
                    Meaning(entry, where)
                    for entry in by_last[last]
                    if (where := self._places(entry, text, roots, place))
                ]
        if len(every) == single:
            return tuple(every)
        found = [meaning for meaning in every if meaning.loose]
        taken: dict[int, tuple[int, ...]] = {}
        fixed = (meaning for meaning in every if not meaning.loose)
        for meaning in sorted(fixed, key=lambda one: (-len(one.places), one.places[-1] - one.places[0])):
            if all(taken.get(place, meaning.places) == meaning.places for place in meaning.places):
                found.append(meaning)
                if len(meaning.places) > 1:
                    taken.update(dict.fromkeys(meaning.places, meaning.places))
        return tuple(sorted(found, key=lambda one: one.places))

    def _places(self, entry: Entry, text: Sequence[Word], roots: Sequence[str], start: int) -> tuple[int, ...]:
        """Where the words of a phrase stand whose first stands at `start`; nothing if they do not."""
        places = [start]
        parted = entry.kind == "verbs" and entry.words[0] not in _NO_OBJECT and entry.words[-1] not in _REFLEXIVE
        free = _OBJECT if parted else _BETWEEN if entry.kind == "wordings" else 0
        for word in entry.words[1:]:
            wanted = root_of(word, self.irregular)
            place = places[-1] + 1
            while place < len(roots) and roots[place] != wanted:
                if free == 0 or text[place].punctuation:
                    return ()
                free -= 1
                place += 1
            if place == len(roots):
                return ()
            places.append(place)
        return tuple(places)

    def concepts_of(self, text: str) -> frozenset[str]:
        """The concepts that a text of the deck names."""
        read = [word for word in words(text) if not word.punctuation]
        return frozenset(one.concept for one in self.meanings(read, [self.root(word) for word in read]))

    def implied(self, concept: str) -> frozenset[str]:
        """What whoever says a concept says as well, the concept itself among it."""
        return self.relations(concept).implied

    def closure(self, concepts: Iterable[str]) -> frozenset[str]:
        """The concepts with all that they imply."""
        return frozenset().union(*map(self.implied, concepts))

    def contrary(self, concepts: Iterable[str]) -> frozenset[str]:
        """The opposites of the concepts and of all that they imply."""
        return frozenset().union(*(self.relations(concept).opposites for concept in self.closure(concepts)))

    def converses(self, concepts: Iterable[str]) -> frozenset[str]:
        """What tells of the same deeds from the other side."""
        return frozenset().union(*(self.relations(concept).converses for concept in concepts))


def _roots(text: str, irregular: Mapping[str, str]) -> frozenset[str]:
    return frozenset(root_of(american(word), irregular) for word in text.split(", "))
