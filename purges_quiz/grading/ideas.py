"""Whether an answer says an idea: its words or others that mean the same, in any order, denied or not as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum, auto
from functools import cached_property
from itertools import pairwise, product
from typing import NamedTuple

from purges_quiz.grading.cancelling import cancelled_places, denied_places
from purges_quiz.grading.lexicon import Meaning
from purges_quiz.grading.mentions import Names
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase
from purges_quiz.grading.reading import Reading
from purges_quiz.grading.slots import LIGHT, Slot, deed_of
from purges_quiz.grading.terms import root as term_root
from purges_quiz.grading.vocabulary import NEGATORS, word_set

_WIDEST = 9
"""Words over which those of one phrase may be spread."""
_AMOUNTS = frozenset({"some", "few", "half", "most", "almost_none", "more", "less", "all", "almost_all"})
_BEFORE_OBJECTS = word_set("from of against to with by for in at on into out after before during without")
_AVERSE = word_set("too away against instead less fewer off out nobody none hardly might may could risk")
_AVERSIONS = frozenset({"fear", "frighten", "prevent", "end", "lose", "refuse", "avoid", "protect"})
_MOST = 4
"""Places of one slot that are tried."""


class IdeaMatch(IntEnum):
    """What an answer does with an idea."""

    SILENT = auto()
    DENIED = auto()
    """It says that the idea is not so."""
    CONTRARY = auto()
    """It says the opposite."""
    MET = auto()


class Place(NamedTuple):
    """Where a slot stands in an answer."""

    place: int
    agrees: bool
    contrary: bool
    typed: str
    """The word that was a slip of typing, if it was."""


class Found(NamedTuple):
    """What an answer says of an idea, and where."""

    match: IdeaMatch
    places: tuple[int, ...] = ()
    negative: bool = False
    """Whether a "not" is part of the phrase that was found."""


class Said:
    """A typed answer, ready to be searched for ideas."""

    def __init__(
        self,
        typed: Reading,
        names: Names,
        own: frozenset[str],
        meant: frozenset[str] = frozenset(),
        *,
        withheld: bool = False,
    ) -> None:
        self.typed = typed
        self.withheld = withheld  # what is asked was lost or forbidden: "they could not any more" says it
        self.own = own
        self.lexicon = typed.lexicon
        self.names = names
        self.mentioned: dict[int, str] = {}
        self._named: dict[str, list[int]] = {}
        self._found: dict[int, Found] = {}
        self._placed: dict[int, list[Place]] = {}
        """What was found of each phrase and slot, by its `id`: the same are looked for again and again."""
        for mention in names.mentions(typed.words):
            self.mentioned.update(dict.fromkeys(range(*mention.span), mention.entity))
            self._named.setdefault(mention.entity, []).append(mention.start)
        self.cancelled = cancelled_places(typed, own, meant)
        self.negated = tuple(no != (place in self.cancelled) for place, no in enumerate(typed.negated))

    @cached_property
    def undone(self) -> tuple[bool, ...]:
        """For each word whether it is denied, where no verb that undoes another is taken for the answer's own."""
        return denied_places(self.typed)

    @cached_property
    def averse(self) -> bool:
        """Whether an answer has any word of what is not, should not be or may not be: "too afraid to vote"."""
        texts = {word.text for word in self.typed.words}
        told = bool(self.cancelled) or not texts.isdisjoint(_AVERSE) or not texts.isdisjoint(NEGATORS)
        return told or not self.typed.concepts.isdisjoint(_AVERSIONS)

    @cached_property
    def _by_root(self) -> Mapping[str, Sequence[int]]:
        """Where each root stands, and what a doer has in common with the deed, and a follower with the name."""
        found: dict[str, list[int]] = defaultdict(list)
        phrases = (meaning.places for meaning in self.typed.meanings if len(meaning.places) > 1)
        hidden = {at for places in phrases for at in places if self.typed.roots[at] in LIGHT}  # "gone into exile"
        for place, (word, root) in enumerate(zip(self.typed.words, self.typed.roots, strict=True)):
            if not word.punctuation and place not in hidden:
                for key in {root, f"{deed_of(root)}-", f"-{term_root(word.text)}"}:
                    found[key].append(place)
        return found

    @cached_property
    def _by_concept(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for meaning in self.typed.meanings:
            for concept in self.lexicon.implied(meaning.concept):
                found[concept].append(meaning.places[0])
        return found

    @cached_property
    def _denying(self) -> frozenset[int]:
        """Where a loose phrase begins that has its own "not": "no longer trust"."""
        return frozenset(
            meaning.places[0]
            for meaning in self.typed.meanings
            if meaning.loose and any(word in NEGATORS for word in meaning.entry.words)
        )

    def places(self, slot: Slot, negated: Sequence[bool] | None = None) -> list[Place]:
        """Where a slot, or its opposite, stands; `negated` are the places denied, if other than `self.negated`."""
        if negated is not None and negated is not self.negated:
            return self._places(slot, negated)
        found = self._placed.get(id(slot))
        if found is None:
            found = self._placed[id(slot)] = self._places(slot, self.negated)
        return found

    def _places(self, slot: Slot, negated: Sequence[bool]) -> list[Place]:
        typed = self.typed
        said = {*self._by_root.get(slot.root, ()), *(self._named.get(slot.entity, ()) if slot.entity else ())}
        if slot.term:
            said.update(self._by_root.get(f"-{slot.term}", ()))
        if slot.deed:
            said.update(self._by_root.get(f"{slot.deed}-", ()))
        for concept in slot.concepts:
            said.update(self._by_concept.get(concept, ()))
        found = {
            place: Place(
                place,
                (negated[place] and place not in self._denying) == slot.negated,
                False,
                typed.words[place].typed,
            )
            for place in said
        }
        if not slot.contrary.isdisjoint(typed.concepts):
            for meaning in typed.meanings:
                place = meaning.places[0]
                if meaning.concept in slot.contrary and self._turns(meaning, negated):
                    found[place] = Place(place, negated[place] != slot.negated, True, "")
        return [found[place] for place in sorted(found)]

    def _turns(self, meaning: Meaning, negated: Sequence[bool]) -> bool:
        """Whether a concept that is an idea's opposite is said of what is asked."""
        place = meaning.places[0]
        stated = self.typed.roots[place] in self.own and len(meaning.places) == 1  # "hidden" in "hidden enemies"
        vague = meaning.concept in _AMOUNTS and negated[place]  # "barely a few" is not all of them
        object_ = meaning.entry.kind == "nouns" and self._is_object(place)
        return not (stated or vague or object_ or self._purpose(place))

    def _is_object(self, place: int) -> bool:
        """Whether a noun stands after a verb or a preposition, and so is not what the answer says itself."""
        typed = self.typed
        start = typed.clause_of(place).start
        for before in range(place - 1, start - 1, -1):
            word = typed.words[before]
            if word.text in _BEFORE_OBJECTS:
                return True
            if word.content:
                kinds = self.lexicon.kinds(typed.roots[before])
                return "verbs" in kinds
        return False

    def _purpose(self, place: int) -> bool:
        """Whether a verb only tells what something else was done for: "confess to save their children"."""
        typed = self.typed
        start = typed.clause_of(place).start
        return (
            place > 0
            and typed.words[place - 1].text == "to"
            and any(word.content for word in typed.words[start : place - 1])
        )

    def says(self, phrase: Phrase | Pattern) -> Found:
        """What the answer does with a phrase."""
        found = self._found.get(id(phrase))
        if found is None:
            found = self._found[id(phrase)] = self._search(phrase)
        return found

    def _search(self, phrase: Phrase | Pattern) -> Found:
        if isinstance(phrase, Pattern):
            return self._says_pattern(phrase)
        negated = self.undone if phrase.undone else self.negated
        found = self._says(phrase, negated)
        if found.match is IdeaMatch.DENIED and (
            self._apart(found.places) or (phrase.undone and phrase.also and self.averse)
        ):
            found = Found(IdeaMatch.SILENT)
        if self.withheld and found.match is IdeaMatch.DENIED:
            return found._replace(match=IdeaMatch.MET)
        return found

    def _apart(self, places: Sequence[int]) -> bool:
        """Whether words stand in several clauses, of which a "not" denies one only."""
        return len({self.typed.clause_of(place).start for place in places}) > 1

    def _says(self, phrase: Phrase, negated: Sequence[bool]) -> Found:
        options = []
        for slot in phrase.required:
            options.append(self.places(slot, negated)[: _MOST * 2])
            if not options[-1]:
                return Found(IdeaMatch.SILENT)
        if not options:
            return Found(IdeaMatch.SILENT)
        if phrase.also and not phrase.undone and not all(one.agrees for option in options for one in option):
            return Found(IdeaMatch.SILENT)
        best = Found(IdeaMatch.SILENT)
        width = None
        for together in product(*(option[:_MOST] for option in options)):
            chosen = self._agreed(together, phrase)
            places = sorted({one.place for one in chosen})
            if phrase.strict and not self._in_order(chosen):
                continue
            if not self._together(places, phrase):
                continue
            match = _telling(chosen)
            spread = places[-1] - places[0]
            if match > best.match or (match == best.match and width is not None and spread < width):
                negative = any(negated[place] for place in places)
                best, width = Found(match, tuple(places), negative), spread
        return best

    def _agreed(self, chosen: tuple[Place, ...], phrase: Phrase) -> tuple[Place, ...]:
        """The same, where one "not" is said of all: "not enough police", "Henry was not accepted by them as head"."""
        head = chosen[phrase.head] if phrase.head >= 0 else None
        denied = head is not None and head.agrees and phrase.required[phrase.head].negated
        if denied or any(one.place in self._denying for one in chosen):
            return tuple(one if one.contrary else one._replace(agrees=True) for one in chosen)
        return chosen

    def _in_order(self, chosen: Sequence[Place]) -> bool:
        text = self.typed.words
        return not any(one.contrary for one in chosen) and all(
            one.place < other.place and sum(word.content for word in text[one.place + 1 : other.place]) <= _NEXT
            for one, other in pairwise(chosen)
        )

    def _together(self, places: Sequence[int], phrase: Phrase) -> bool:
        """Whether words stand near enough to belong together, with no other name between them."""
        if places[-1] - places[0] > _WIDEST * (len(places) - 1):
            return False
        named = {slot.entity for slot in phrase.slots if slot.entity}
        if not named:
            return True
        between = {self.mentioned.get(place) for one, other in pairwise(places) for place in range(one + 1, other)}
        return not (between - named - {None}) and not self._others_object(places, named)

    def _others_object(self, places: Sequence[int], named: set[str]) -> bool:
        """Whether a verb among the places has another name for its object: "backed Kirov" tells nothing of Stalin."""
        own = [place for place in places if self.mentioned.get(place) in named]
        for place in places:
            after = next(
                (at for at in range(place + 1, min(place + 3, len(self.typed.words))) if at in self.mentioned), None
            )
            if (
                place not in own
                and after is not None
                and self.mentioned[after] not in named
                and own
                and own[-1] < place
            ):
                return True
        return False

    def _says_pattern(self, pattern: Pattern) -> Found:
        spans = pattern.spans(self.typed.words)
        for places in spans:
            negated = self.negated[places[0]] and not pattern.negative
            return Found(IdeaMatch.DENIED if negated else IdeaMatch.MET, places)
        return Found(IdeaMatch.SILENT)


def _telling(chosen: Sequence[Place]) -> IdeaMatch:
    if all(one.agrees for one in chosen):
        return IdeaMatch.MET
    if sum(not one.agrees for one in chosen) > 1 and not any(one.contrary for one in chosen):
        return IdeaMatch.DENIED
    return IdeaMatch.CONTRARY if any(one.contrary and not one.agrees for one in chosen) else IdeaMatch.DENIED


_NEXT = 2
"""Words that say something between two of a strict phrase, at most."""
