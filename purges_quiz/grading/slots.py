"""The words of a phrase of the deck, each with what means the same, and what the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from purges_quiz.grading.lexicon import Lexicon, Meaning
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.polarity import FAINT, negated_places
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.terms import root as term_root
from purges_quiz.grading.vocabulary import NEGATORS, word_set
from purges_quiz.grading.words import words

LIGHT = word_set("make get do have go come become thing way kind sort lot bit")
"""Words that an answer need not have."""
STRICT = word_set(
    "all both some any most few half none only just almost nearly but except for with without to before own too "
    "very one",
)
"""Words that change the sense of a phrase that makes an answer wrong."""
_KEPT = word_set("under over same other too")
"""Words that say little, but something."""
_DOER = 6
"""Letters of the shortest root of one who does something."""


class Slot(NamedTuple):
    """One word, name or set phrase of an idea's phrase."""

    root: str
    concepts: frozenset[str] = frozenset()
    contrary: frozenset[str] = frozenset()
    entity: str = ""
    """The key of the entity that it names, or nothing."""
    negated: bool = False
    required: bool = True
    term: str = ""
    """What the name has in common with its followers: Trotsky with Trotskyite."""
    name: bool = False
    """Whether the phrase writes it with a capital, as a name."""
    deed: str = ""
    """What who does it has in common with what is done: an invader with invading."""


@dataclass
class PhraseText:
    """A phrase as the deck has it, ready to be read in several ways."""

    text: str
    lexicon: Lexicon
    names: Names

    @cached_property
    def reading(self) -> Reading:
        """Its words without marks; a phrase has no remarks in it."""
        read = tuple(word for word in words(self.text) if not word.punctuation)
        reading = Reading(read, self.lexicon)
        reading.words = read
        return reading

    @cached_property
    def fixed(self) -> tuple[Meaning, ...]:
        """Its concepts, each loose phrase taken word by word."""
        return tuple(meaning for meaning in self.reading.meanings if not meaning.loose)

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The roots of the words with a capital that are no common words."""
        return frozenset(
            self.lexicon.root(word)
            for part in self.text.split()
            if part[:1].isupper()
            for word in words(part)
            if word.text not in self.lexicon.english
        )

    def slots(
        self,
        in_question: frozenset[str],
        meanings: Sequence[Meaning] | None = None,
        *,
        light: frozenset[str] = LIGHT,
        kept: frozenset[str] = frozenset(),
    ) -> Iterator[Slot]:
        """Its words that say something, by the `meanings` that they are taken to have (`fixed` if none are given).

        Those of the question (`in_question`, roots) and the `light` ones are not required of an answer.
        """
        reading, lexicon = self.reading, self.lexicon
        by_places = _by_places(reading, self.fixed if meanings is None else meanings)
        mentions = {mention.start: mention for mention in self.names.mentions(reading.words)}
        covered: set[int] = set()
        negated = negated_places(reading.words)
        for place, word in enumerate(reading.words):
            if place in covered:
                continue
            mention = mentions.get(place)
            if mention is not None:
                covered.update(range(*mention.span))
                known = in_question.issuperset(reading.roots[mention.start : mention.end])
                term = term_root(word.text) if mention.end - mention.start == 1 else ""
                yield Slot(
                    reading.roots[place], entity=mention.entity, negated=negated[place], required=not known, term=term
                )
                continue
            longest = max((places for places in by_places if places[0] == place), key=len, default=())
            if len(longest) > 1:
                covered.update(longest)
            elif (
                (word.text in {"much", "many"} and place and reading.words[place - 1].text == "how")
                or word.text in NEGATORS | FAINT
                or (not word.content and word.text not in kept | _KEPT)
            ):
                continue
            concepts = frozenset(by_places[longest]) if longest else frozenset()
            root = reading.roots[place] if len(longest) <= 1 else " ".join(reading.roots[at] for at in longest)
            yield Slot(
                root,
                concepts,
                lexicon.contrary(concepts) - lexicon.closure(concepts),
                negated=negated[place],
                required=root not in in_question
                and root not in light
                and (word.text in kept or word.text not in lexicon.lists["people"]),
                name=root in self._capitals,
                deed=deed_of(root) if len(longest) <= 1 else "",
            )


def _by_places(reading: Reading, meanings: Sequence[Meaning]) -> dict[tuple[int, ...], set[str]]:
    found: dict[tuple[int, ...], set[str]] = {}
    for meaning in meanings:
        said = [reading.words[place] for place in meaning.places]
        denial = said[0].text in NEGATORS and not meaning.loose
        if len(said) > 1 and (denial or not any(word.content for word in said)):
            continue  # "not marry" is a "not", and "would not" nothing else
        found.setdefault(meaning.places, set()).add(meaning.concept)
    return found


@lru_cache(maxsize=4096)
def deed_of(root: str) -> str:
    """What the root of one who does something has in common with what is done; nothing for a short one."""
    for ending in ("er", "or"):
        if root.endswith(ending) and len(root) > _DOER:
            root = root.removesuffix(ending)
            root = root[:-1] if root[-1] == root[-2] else root
    return root if len(root) >= _DOER - 1 else ""
