"""Whether an answer says in words of its own what none of an idea's phrases has: weighed word by word.

A deck written in five minutes has one or two phrases an idea, and no list of synonyms is complete. So each word of a
phrase is looked for in the answer, as it is, or by words near it in sense, and what is found is weighed against what
is not. What the answer denies or turns round counts against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from purges_quiz.grading.ideas import Found, IdeaMatch, Said
from purges_quiz.grading.patterns import Pattern
from purges_quiz.grading.phrases import Phrase
from purges_quiz.grading.slots import Slot
from purges_quiz.grading.vocabulary import word_set

_SAME, _STANDING, _AKIN, _AGAINST = 0.8, 0.5, 0.15, -0.5
"""What a word that means the same is worth, a pronoun for a name, a word that has to do with it (whoever says cotton
does not say wheat), and what is denied; the word itself is 1."""
_ENOUGH = 0.6
"""Share of a phrase's weight that must be found: of two words both, of three two."""
_HALF, _LONG = 0.5, 6
"""The same in an answer of so many words that say something: whoever is at a loss writes less."""
_SLIGHT = 0.35
"""Weight of a word that says little."""
_NAMED = 2
"""Times that a name, an amount or a number counts which the answer has not: "growing wheat" for growing less.

So "Head of the police" is no "second in command"."""


class _Evidence(NamedTuple):
    """What an answer has for one word of a phrase."""

    worth: float = 0.0
    place: int | None = None
    rival: bool = False
    """Whether it has another word in its stead that shuts it out."""
    other: bool = False
    """Whether it speaks of somebody else in its stead."""


def paraphrase(said: Said, phrases: Sequence[Phrase | Pattern], own: frozenset[str]) -> Found:
    """The best of the phrases, if enough of it is found; `own` are the roots of the right answer.

    Nothing is, where the answer has a rival of a word of the idea: "grew less" where prices "fell", not "rose".
    """
    best, found = 0.0, Found(IdeaMatch.SILENT)
    plain = [phrase for phrase in phrases if isinstance(phrase, Phrase) and not (phrase.undone and phrase.also)]
    every = own.union(*({slot.root for slot in phrase.slots} for phrase in plain))
    slight = said.lexicon.slight
    for phrase in plain:
        if all(slot.root in slight for slot in phrase.required):
            continue  # "things people said" is either there or not
        evidence = [_evidence(said, slot, every) for slot in phrase.required]
        if any(one.rival for one in evidence) and any(one.worth > 0 for one in evidence):
            return Found(IdeaMatch.SILENT)
        if any(one.rival or one.other for one in evidence):
            continue
        weight = _weighed(said, phrase, evidence)
        places = tuple(sorted({one.place for one in evidence if one.place is not None and one.worth > 0}))
        enough = _HALF if len(said.typed.content) >= _LONG else _ENOUGH
        if places and weight >= enough and weight > best and _strong(evidence):
            best, found = weight, Found(IdeaMatch.MET, places)
    return found


def _strong(evidence: Sequence[_Evidence]) -> bool:
    """Whether a word of the phrase or its like is among what was found, or more than one that has to do with it."""
    return max(one.worth for one in evidence) >= _SAME or sum(one.worth > 0 for one in evidence) > 1


def _weighed(said: Said, phrase: Phrase, evidence: Sequence[_Evidence]) -> float:
    """The share of the phrase's weight that the answer has."""
    found = total = 0.0
    for slot, one in zip(phrase.required, evidence, strict=True):
        weight = _SLIGHT if slot.root in said.lexicon.slight else 1.0
        weight *= _NAMED if (_names(slot) or _amounts(slot)) and not one.worth else 1
        found += weight * one.worth
        total += weight
    return found / total if total else 0.0


def _evidence(said: Said, slot: Slot, own: frozenset[str]) -> _Evidence:
    places = said.places(slot)
    agreeing = next((place for place in places if place.agrees or (said.withheld and not place.contrary)), None)
    if agreeing is not None:
        return _Evidence(1.0, agreeing.place)
    if places:
        return _Evidence(_AGAINST, places[0].place)
    roots = said.typed.roots
    if _names(slot):
        others = _speaks_of_others(said, own)
        pronoun = not others and any(word.text in _PRONOUNS for word in said.typed.words)
        return _Evidence(_STANDING if pronoun else 0.0, other=others)
    if slot.root.isdecimal() or slot.root in _WHOLE:
        return _Evidence(rival=slot.root.isdecimal() and any(root.isdecimal() for root in roots))
    relatives = said.lexicon.related(slot.root)
    rivals = relatives.rivals | said.lexicon.rivals_of(slot.root)
    slight = said.lexicon.slight
    best = _Evidence()
    for place, (word, root) in enumerate(zip(said.typed.words, roots, strict=True)):
        if root in rivals:
            if root not in own:
                return _Evidence(place=place, rival=True)
            continue  # of an attack and a defence
        worth = _SAME if root in relatives.same else _AKIN if root in relatives.akin and root not in slight else 0.0
        if word.content and worth > best.worth and said.negated[place] == slot.negated:
            best = _Evidence(worth, place)
    if not said.lexicon.actors.isdisjoint(slot.root.split()) and not best.worth:
        others = _speaks_of_others(said, own)
        named = bool(said.mentioned) or any(word.text in _PRONOUNS for word in said.typed.words)
        return _Evidence(_STANDING if named and not others else 0.0, other=others)
    return best


def _names(slot: Slot) -> bool:
    """Whether a word of a phrase is a name, be it of nobody in particular: "Henry"."""
    return bool(slot.entity) or slot.name


def _amounts(slot: Slot) -> bool:
    """Whether a word of a phrase says how many, how much or which in a row: "few", "12", "second"."""
    return slot.root in _AMOUNTS or slot.root.removesuffix("th").isdecimal()


def _speaks_of_others(said: Said, own: frozenset[str]) -> bool:
    """Whether an answer has a word for people, or a name of the deck, of whom the right one does not speak."""
    actors, names = said.lexicon.actors, said.names
    return any(
        (root in actors and root not in own)
        or (
            (place in said.mentioned or word.text in names.words or word.stem in names.first_names)
            and root not in own | said.own
        )
        for place, (word, root) in enumerate(zip(said.typed.words, said.typed.roots, strict=True))
        if word.content
    )


_AMOUNTS = word_set("less more fewer few many all none no half only most too")
_WHOLE = frozenset({"all", "both"})
_PRONOUNS = word_set("he him his she her they them their it its")
