"""Who and what a text speaks of: its noun phrases, and whether two of them may be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from purges_quiz.grading.cancelling import denied_places
from purges_quiz.grading.inflection import root_of
from purges_quiz.grading.lexicon import Lexicon
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.verbs import verbal
from purges_quiz.grading.vocabulary import ARTICLES, ASKING, AUXILIARIES, FILLERS, ORDINALS, PRONOUNS, word_set

PREPOSITIONS = word_set(
    "of with against from by in at for to below above under over after before during until on onto into as than "
    "through within outside inside among amongst between without towards toward about like upon off across near behind "
    "beside along around near except despite"
)
DETERMINERS = ARTICLES | word_set(
    "his her their its our my your this that these those some any no every each all both other"
)
_BOUNDARIES = AUXILIARIES | word_set(
    "and or but not because since so though although while whereas if when where who whom which that to be been "
    "being then there as than unless until till whose why how what"
)
MEASURES = word_set(
    "people person persons others many most some more few all everyone rest lot lots much enough thing things "
    "amount number whole anything something everything way ones guys folk folks"
)
_GENERIC = frozenset(root_of(word, {}) for word in ("man", "woman", "person", "people", "citizen"))
"""Roots of words for people of whom only what stands before tells who is meant."""
_EMPHATIC = word_set("himself herself itself themselves")
_COUNTING = word_set("one some any many most several few more enough")
"""Words that lead to the noun that they count: "one protein"."""
NO_NOUNS = word_set(
    "soon now away alive much pretty enough instead later again once right together apart first last next back ever "
    "afterwards before forever already alone cos cause near high low free many less more up down out off over fast "
    "hard quick early late straight well better worse abroad overseas"
)
"""Words that begin or end no noun phrase, though they are no adverbs by their ending."""
_JOINTS = frozenset({"and", "or", ","})
_WITHIN = frozenset({"-", '"', "her"})
_BEGINNING = 5
"""Letters that tell a name from others."""
_HUMANS = word_set("man men woman women")
_NO_NOUN = ("ed", "ly", "ss", "ous", "less", "ful")
_FAR = 7
"""Words of the longest noun phrase."""


def main_subject(phrases: Phrases) -> Party | None:
    """Of whom a question asks: the Third Estate in "Why did the Third Estate not want ...?"."""
    words = phrases.words
    for at, word in enumerate(words):
        if word.text in AUXILIARIES and any(before.text in ASKING for before in words[max(at - 3, 0) : at]):
            party, end = phrases.after(at + 1, len(words))
            if party is None or not party.named:
                return None
            if end < len(words) and words[end].text == "of":
                rest, _ = phrases.after(end + 1, len(words))
                return both(party, rest)
            return party
    return None


def both(one: Party, other: Party | None) -> Party:
    """Two phrases as one."""
    if other is None or not one.named or not other.named:
        return one
    return Party(
        one.places + other.places,
        one.heads | other.heads,
        one.roots | other.roots,
        one.concepts | other.concepts,
        one.entities | other.entities,
        one.names | other.names,
        plural=one.plural or other.plural,
        country=one.country or other.country,
    )


def _is_name(word: str, lexicon: Lexicon, proper: frozenset[str]) -> bool:
    return word in lexicon.demonyms or (word in proper and word not in lexicon.english)


def name_of(word: str, demonyms: Mapping[str, str]) -> str:
    """What the names of a country and of its people have in common: Germany, German, Germans."""
    return demonyms.get(word, demonyms.get(word.removesuffix("s"), word))[:_BEGINNING]


class Party(NamedTuple):
    """A noun phrase, or several that are joined."""

    places: tuple[int, ...]
    heads: frozenset[str]
    """The roots of its last nouns: of "the royal family" that of "family"."""
    roots: frozenset[str]
    concepts: frozenset[str]
    """What its heads mean, with all that this implies."""
    entities: frozenset[str]
    names: frozenset[str] = frozenset()
    """Its proper names, as `name_of` has them; a title such as "King" is none."""
    pronoun: str = ""
    plural: bool = False
    country: bool = False

    @property
    def named(self) -> bool:
        """Whether it says who or what is meant."""
        return bool(self.heads)

    def is_like(self, other: Party) -> bool:
        """Whether both can be the same."""
        if self.entities and other.entities:
            return bool(self.entities & other.entities or self.names & other.names)
        told, theirs = self.roots - self.heads, other.roots - other.heads
        if self.heads == other.heads and self.heads <= _GENERIC and told and theirs:
            return bool(told & theirs)  # rich men are not poor men
        return bool(
            self.names & other.names
            or self.heads & other.roots
            or other.heads & self.roots
            or self.concepts & other.concepts
        )


class Phrases:
    """The noun phrases of a text; `mentioned` has for each place the entity that is named there.

    `proper` are words that the deck writes with a capital letter.
    """

    def __init__(
        self,
        text: Reading,
        mentioned: Mapping[int, str],
        proper: frozenset[str] = frozenset(),
        denied: Sequence[bool] = (),
    ) -> None:
        self.text = text
        self.words = text.words
        self.mentioned = mentioned
        self.proper = proper
        self.denied = denied or denied_places(text)
        """For each word whether it is denied, or told to be prevented or called off."""
        self.phrasal = {one.places[0] for one in text.meanings if one.verb and len(one.places) > 1}
        """Where verbs of several words begin: "stayed away"."""
        self._concepts: dict[int, set[str]] = {}
        for meaning in text.meanings:
            for place in meaning.places:
                self._concepts.setdefault(place, set()).add(meaning.concept)

    def concepts(self, place: int) -> set[str]:
        """What the word there means."""
        return self._concepts.get(place, set())

    def nominal(self, place: int) -> bool:
        """Whether a word can belong to a noun phrase."""
        word = self.words[place]
        if place in self.mentioned or word.text in _HUMANS:
            return True
        if not word.content or not word.text.isalpha() or word.text in PREPOSITIONS or word.text in NO_NOUNS:
            return False
        return not self.adverb(place)

    def adverb(self, place: int) -> bool:
        """Whether a word is an adverb by its ending: "family" is none."""
        return self.words[place].text.endswith("ly") and not self.noun(place)

    def noun(self, place: int) -> bool:
        """Whether a word is known for a name or a noun."""
        if place in self.mentioned or self.words[place].text in self.proper:
            return True
        lexicon, word = self.text.lexicon, self.words[place].text
        kinds = lexicon.kinds(self.text.roots[place])
        if kinds or not word.isalpha():
            return "nouns" in kinds
        if word not in lexicon.english and len(word) >= _BEGINNING:
            return True  # a name of which neither the deck nor the language knows
        determined = place > 0 and self.words[place - 1].text in DETERMINERS
        return word in lexicon.english and not word.endswith(_NO_NOUN) and (determined or word.endswith("s"))

    def before(self, end: int, start: int) -> Party | None:
        """The noun phrase that ends right before a place."""
        places: list[int] = []
        at = end - 1
        while at >= start and len(places) < _FAR:
            word = self.words[at]
            if word.text in _EMPHATIC and at > start and self.nominal(at - 1):
                at -= 1
                continue  # "the settlers themselves"
            if word.text in {"'s", '"'} or (word.text == "-" and places) or (word.text in NO_NOUNS and not places):
                at -= 1
                continue
            if not places and (word.text in PRONOUNS or word.text in MEASURES):
                return self._pronoun(at)
            done = at > start and self.words[at - 1].text in AUXILIARIES | {"been", "be"}
            if not self.nominal(at) or (self._ends_here(at) and (places or done or not self.noun(at))):
                break
            places.append(at)
            at -= 1
        if places and at >= start and self.words[at].text in {"which", "what"}:
            return self._pronoun(at)  # "which lawyer" is asked for
        return self.party(places[::-1]) if places else None

    def _ends_here(self, place: int) -> bool:
        return place not in self.mentioned and verbal(self.text, place) and not self.words[place].text.endswith("ing")

    def after(self, start: int, end: int) -> tuple[Party | None, int]:
        """The noun phrase that begins at a place, and the place after it."""
        at = start
        while at < end and self._introduces(at, end):
            at += 1
        if at < end and self._stands_alone(at, determined=at > start):
            return self._pronoun(at), at + 1
        places: list[int] = []
        heads: list[int] = []
        while at < end and len(places) < _FAR:
            word = self.words[at]
            if word.text == "'s" and places:
                places.clear()  # "Trotsky's son" is the son
            elif self._goes_on(at, end) and places:
                heads.append(places[-1])
            elif self.nominal(at) and not (places and self._ends_here(at)):
                places.append(at)
            elif not self._is_within(at, after_joint=bool(heads) and heads[-1:] == places[-1:]):
                break
            at += 1
        return (self.party(places, heads) if places else None), at

    def _introduces(self, place: int, end: int) -> bool:
        """Whether a word leads to a noun phrase: an article, "its", "a number of", a filler."""
        text = self.words[place].text
        following = self.words[place + 1].text if place + 1 < end else ""
        if text == "it":
            return place + 1 < end and self.nominal(place + 1) and self.noun(place + 1)  # "its", as `words` reads it
        if text in MEASURES or text == "one":
            named = text in _COUNTING and place + 1 < end and self.nominal(place + 1) and not self._ends_here(place + 1)
            return named or (following == "of" and text != "one")
        led = text in DETERMINERS - {"that"} and (text != "her" or (place + 1 < end and self.nominal(place + 1)))
        return led or text in FILLERS - PRONOUNS or (text == "of" and self.words[place - 1].text in MEASURES)

    def _stands_alone(self, place: int, *, determined: bool) -> bool:
        text = self.words[place].text
        return text in MEASURES or (text in PRONOUNS and not determined)

    def _goes_on(self, place: int, end: int) -> bool:
        """Whether another noun phrase is joined here."""
        if self.words[place].text not in _JOINTS or place + 1 >= end or verbal(self.text, place + 1):
            return False
        return self.nominal(place + 1) or self.words[place + 1].text in DETERMINERS | MEASURES

    def _is_within(self, place: int, *, after_joint: bool) -> bool:
        """Whether a word may stand between others of a noun phrase and adds nothing to it."""
        word = self.words[place]
        inside = word.text in _WITHIN or word.text in ORDINALS or word.text.isdecimal() or self.adverb(place)
        return inside or (after_joint and word.text in DETERMINERS | MEASURES)

    def _pronoun(self, place: int) -> Party:
        empty: frozenset[str] = frozenset()
        return Party((place,), empty, empty, empty, empty, empty, self.words[place].text)

    def party(self, places: Sequence[int], heads: Sequence[int] = ()) -> Party:
        """A noun phrase that stands at these places."""
        roots = self.text.roots
        last = {*heads, places[-1]}
        concepts: frozenset[str] = frozenset().union(
            *(self.text.lexicon.implied(one) for at in last for one in self.concepts(at))
        )
        entities = frozenset(self.mentioned[at] for at in places if at in self.mentioned)
        lexicon = self.text.lexicon
        names = frozenset(
            name_of(text, lexicon.demonyms)
            for text in (self.words[at].text for at in places)
            if _is_name(text, lexicon, self.proper)
        )
        text = self.words[places[-1]].text
        people = text in lexicon.demonyms and text.endswith(("sh", "ch", "ese"))
        plural = (
            len(last) > 1
            or people
            or (text.endswith("s") and places[-1] not in self.mentioned and not _is_name(text, lexicon, self.proper))
        )
        return Party(
            tuple(places),
            frozenset(roots[at] for at in last),
            frozenset(roots[at] for at in places),
            concepts,
            entities,
            names,
            plural=plural,
            country=any(self.words[at].text in lexicon.demonyms for at in places),
        )

    def modifiers(self) -> dict[str, set[str]]:
        """By the root of each thing the words right before it: of "foreign goods" that they are foreign."""
        found: dict[str, set[str]] = {}
        run: list[int] = []
        for place in range(len(self.words) + 1):
            if place < len(self.words) and self.nominal(place) and not verbal(self.text, place):
                run.append(place)
                continue
            while len(run) > 1 and not self.noun(run[-1]):
                run.pop()  # "goods dearer"
            if run:
                said = {self.text.roots[at] for at in run[:-1]}
                found.setdefault(self.text.roots[run[-1]], set()).update(said)
            run = []
        return found

    def every(self) -> Iterator[Party]:
        """All of them that say who or what is meant."""
        for place, word in enumerate(self.words):
            owner = self.before(place, 0) if word.text == "'s" else None
            if owner is not None and owner.named:
                yield owner
        at = 0
        while at < len(self.words):
            if at not in self.mentioned and verbal(self.text, at):
                at += 1
                continue
            party, end = self.after(at, len(self.words))
            if party is not None and party.named:
                yield party
            at = max(end, at + 1)
